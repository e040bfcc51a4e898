"""A file that is read again when it changes, and not trusted when it is broken."""

import logging
from pathlib import Path

import pytest

from campusdesk.reread import FileBroken, Reread, read_bytes


def number(path: Path) -> Reread[int]:
    def read() -> int:
        try:
            return int(read_bytes(path))
        except ValueError:
            raise FileBroken(f"{path} is no number") from None

    return Reread([path], read)


def test_a_change_is_seen_at_once(tmp_path: Path) -> None:
    path = tmp_path / "number"
    path.write_text("1")
    reread = number(path)
    first = reread.version
    assert reread.value() == 1
    assert reread.version == first
    path.write_text("20")
    assert reread.value() == 20
    assert reread.version != first


def test_a_file_of_equal_size_in_its_place_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "number"
    path.write_text("1")
    reread = number(path)
    (tmp_path / "new").write_text("2")
    (tmp_path / "new").replace(path)
    assert reread.value() == 2


def test_what_is_broken_leaves_the_last_value_and_is_said_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "number"
    path.write_text("1")
    reread = number(path)
    version = reread.version
    for broken in ("x", "xx", "xxx"):
        path.write_text(broken)
        assert reread.value() == 1
        assert reread.value() == 1
    path.unlink()
    assert reread.value() == 1
    assert reread.version == version
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert caplog.messages[0] == f"{path} is no number; what was read before stays in force"
    path.write_text("2")
    with caplog.at_level(logging.INFO):
        assert reread.value() == 2
    assert caplog.messages[1] == f"{path} was read again"


def test_what_is_broken_from_the_start_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileBroken, match="cannot be read: No such file"):
        number(tmp_path / "nothing")
