"""New words are taken up, old ones go, and what is not translated, not wholly or in vain is told."""

from pathlib import Path

import pytest

from translations import LANGUAGES, compile_words, compiled, faults, main, source_of, update

MODULE = """
from PySide6.QtCore import QObject

class Page(QObject):
    def words(self, count: int) -> list[str]:
        return [self.tr("Close"), self.tr("%1 of %2"), self.tr("%Ln ticket(s)", "", count)]
"""


@pytest.fixture
def module(tmp_path: Path) -> Path:
    path = tmp_path / "page.py"
    path.write_text(MODULE)
    return path


def translate(folder: Path, words: dict[str, str]) -> None:
    """Translate the words, all of them into what is given for them."""
    path = source_of("de", folder)
    text = path.read_text("utf-8")
    for source, translation in words.items():
        before, found, after = text.partition(f"<source>{source}</source>")
        assert found
        message, end, rest = after.partition("</message>")
        message = message.replace(' type="unfinished"', "").replace("<translation></", f"<translation>{translation}</")
        message = message.replace("<numerusform></", f"<numerusform>{translation}</")
        text = before + found + message + end + rest
    path.write_text(text, "utf-8")


def test_what_is_not_translated_is_told_and_nothing_is_written(module: Path, tmp_path: Path) -> None:
    assert len(faults("de", [module], tmp_path)) == 3
    assert not source_of("de", tmp_path).exists()


def test_english_needs_its_plurals_only(module: Path, tmp_path: Path) -> None:
    assert faults("en", [module], tmp_path) == ["en: Page is not translated: %Ln ticket(s)"]


def test_nothing_is_missing_once_all_is_translated(module: Path, tmp_path: Path) -> None:
    update("de", [module], tmp_path)
    translate(tmp_path, {"Close": "Schließen", "%1 of %2": "%1 von %2", "%Ln ticket(s)": "%Ln Tickets"})
    assert faults("de", [module], tmp_path) == []


def test_what_is_translated_in_vain_is_told(module: Path, tmp_path: Path) -> None:
    update("de", [module], tmp_path)
    translate(tmp_path, {"Close": "Schließen", "%1 of %2": "%1 von %2", "%Ln ticket(s)": "%Ln Tickets"})
    module.write_text(MODULE.replace('self.tr("Close"), ', ""))
    assert faults("de", [module], tmp_path) == ["de: Page does not say any more: Close"]


@pytest.mark.parametrize("lost", ["%1 von", "von %2 und %3"])
def test_a_lost_place_is_told(lost: str, module: Path, tmp_path: Path) -> None:
    update("de", [module], tmp_path)
    translate(tmp_path, {"Close": "Schließen", "%1 of %2": lost, "%Ln ticket(s)": "%Ln Tickets"})
    assert faults("de", [module], tmp_path) == ["de: Page has other places than its source: %1 of %2"]


def test_new_words_are_taken_up_and_old_ones_go(module: Path, tmp_path: Path) -> None:
    update("de", [module], tmp_path)
    translate(tmp_path, {"Close": "Schließen"})
    module.write_text(MODULE.replace("%1 of %2", "Open"))
    update("de", [module], tmp_path)
    text = source_of("de", tmp_path).read_text("utf-8")
    assert "Schließen" in text
    assert "<source>Open</source>" in text
    assert "%1 of %2" not in text


def test_each_language_is_compiled(module: Path, tmp_path: Path) -> None:
    for language in LANGUAGES:
        update(language, [module], tmp_path)
        compile_words(language, tmp_path)
        assert compiled(language, tmp_path).stat().st_size > 0


def test_the_check_tells_what_is_wrong_and_fails(
    module: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    module.write_text(MODULE.replace('"%1 of %2"', 'f"{count} open"'))
    monkeypatch.setattr("translations.desk_modules", lambda: [module])
    assert main(["--check"]) == 1
    told = capsys.readouterr().out
    assert "fr: Page is not translated: Close" in told
    assert "page.py:6: what is translated is not written down in one piece" in told
