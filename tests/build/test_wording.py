"""Words that no language could order, or that nobody is asked to translate, are told with their place."""

from pathlib import Path

import pytest

from wording import put_together


@pytest.mark.parametrize(
    "line",
    [
        'self.tr(f"{count} open")',
        'self.tr("closed " + day)',
        "self.tr(words)",
        'label.setText(self.tr("closed on ") + day)',
        "label.setText(f\"{number} {self.tr('was closed')}\")",
        'words = self.tr("%1 of ").replace("%1", number) + name',
        'button.setToolTip("Close it")',
        'plain_label(f"{count} tickets")',
        'Button(theme, "Send")',
    ],
)
def test_what_cannot_be_translated_is_told(line: str, tmp_path: Path) -> None:
    module = tmp_path / "page.py"
    module.write_text(f"first = 1\n{line}\n")
    (told,) = put_together(module)
    assert told.startswith("page.py:2: ")


@pytest.mark.parametrize(
    "line",
    [
        'self.tr("%1 of %2").replace("%1", first).replace("%2", second)',
        'label.setText(self.tr("Close") if is_open else "")',
        'label.setText(f"#{number}")',
        'label.setText(f"{used} / {limit}")',
        'Button(theme, self.tr("Send"), kind="primary")',
        "total = first + second",
    ],
)
def test_whole_sentences_and_figures_are_well(line: str, tmp_path: Path) -> None:
    module = tmp_path / "page.py"
    module.write_text(f"{line}\n")
    assert list(put_together(module)) == []
