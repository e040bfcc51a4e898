"""What the operator guide says of categories, typed into a shell beside a database, with what it promises."""

import re
from pathlib import Path

import pytest

from tests.system.guide import blurred, commands, prose, section, shell
from tests.ticket_server.commands.command_line import run
from tests.ticket_server.transfer.lives import complete, write

TITLE = "Categories and what corrections teach"
STATUS, REFIT, PREVIOUS = ("--status", "--refit", "--previous")


@pytest.fixture(autouse=True)
def campus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the database that the guide speaks of, and let its relative paths be those of the test's own folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAMPUSDESK_CATEGORISER_FOLDER", "categoriser")
    write(tmp_path / "in.jsonl", [complete() | {"category_source": "automatic", "confidence": 0.5}])
    assert run("import", "in.jsonl", "--database", "sqlite:///tickets.db").exit_code == 0
    return tmp_path


def typed(option: str, folder: Path) -> tuple[int, str]:
    """Type the section's line with this option, which promises no words."""
    [line] = re.findall(rf"^    (python -m ticket_server categorise {option} .*)$", section(TITLE), re.MULTILINE)
    return shell(line, {}, folder)


def test_texts_get_the_categories_that_the_guide_shows(campus: Path) -> None:
    [command] = commands(TITLE)
    code, output = shell(command.words, {}, campus)
    assert (code, blurred(output)) == (0, blurred(command.answer))
    # Figures are others with each model, as the guide says, but not their form.
    assert "These figures are others with each model" in prose(TITLE)
    for told in (output, command.answer):
        assert all(re.fullmatch(r"[a-zA-Z ]+\t[01]\.\d{4}", line) for line in told.splitlines())


def test_a_status_tells_what_the_guide_names(campus: Path) -> None:
    code, output = typed(STATUS, campus)
    assert code == 0
    told = dict(line.split(":", 1) for line in output.splitlines() if not line.startswith(" "))
    assert list(told) == ["model", "version", "corpus", "corrections", "last scores"]
    assert told["version"].strip() == "the models as they are shipped"
    assert re.fullmatch(r" +[\d,]+ texts", told["corpus"])
    assert told["corrections"].strip() == "0 in the database"


def test_where_nothing_was_corrected_nothing_is_learned_and_nothing_taken_back(campus: Path) -> None:
    code, output = typed(REFIT, campus)
    assert (code, output.splitlines()[-1]) == (
        0,
        "No version was made. In force stays: the models as they are shipped.",
    )
    code, output = typed(PREVIOUS, campus)
    assert (code, len(output.splitlines())) == (1, 1)
    assert "no version before" in output
