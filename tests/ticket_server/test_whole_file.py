"""A file that is there whole or not at all."""

import stat
from pathlib import Path

import pytest

from ticket_server.whole_file import whole_file


def test_the_file_has_its_name_at_the_end_only(tmp_path: Path) -> None:
    target = tmp_path / "whole"
    with whole_file(target) as unfinished:
        unfinished.write_text("all of it")
        assert not target.exists()
    assert target.read_text() == "all of it"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [*tmp_path.iterdir()] == [target]


@pytest.mark.parametrize("kind", [KeyboardInterrupt, OSError])
def test_an_error_leaves_the_folder_as_it_was(kind: type[BaseException], tmp_path: Path) -> None:
    target = tmp_path / "whole"
    target.write_text("before")

    def fail(unfinished: Path) -> None:
        unfinished.write_text("half")
        raise kind

    with pytest.raises(kind), whole_file(target) as unfinished:
        fail(unfinished)
    assert target.read_text() == "before"
    assert [*tmp_path.iterdir()] == [target]


def test_what_a_killed_program_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "whole.unfinished").write_text("much that is old")
    with whole_file(tmp_path / "whole") as unfinished:
        assert unfinished.read_text() == ""
        unfinished.write_text("new")
    assert (tmp_path / "whole").read_text() == "new"
