"""The corrections of a database, beside whoever serves it, without what was erased."""

from pathlib import Path

import pytest

from campusdesk.rules import Category
from tests.ticket_server.commands.command_line import run
from tests.ticket_server.transfer.lives import complete, write
from ticket_server.storage.corrections import Correction, count_corrections, read_corrections
from ticket_server.storage.engine import CannotOpen


def imported(url: str, folder: Path, sources: list[str]) -> None:
    lines = [
        complete() | {"id": number, "description": f"Text {number}", "category_source": source, "confidence": 1.0}
        for number, source in enumerate(sources, start=1)
    ]
    assert run("import", write(folder / "in.jsonl", lines), "--database", url).exit_code == 0


def test_the_newest_corrections_come_first_and_no_more_than_asked(database_url: str, tmp_path: Path) -> None:
    imported(database_url, tmp_path, ["corrected", "automatic", "corrected", "corrected"])
    assert run("erase", 3, "--yes", "--database", database_url).exit_code == 0
    first, last = (Correction(f"Text {number}", Category.TECHNICAL_IT) for number in (1, 4))
    assert read_corrections(database_url, 10) == [last, first]
    assert read_corrections(database_url, 1) == [last]
    assert count_corrections(database_url) == 2


def test_a_database_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="no database"):
        read_corrections(f"sqlite:///{tmp_path / 'none.db'}", 1)
