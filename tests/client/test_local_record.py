"""The record of running servers: whole or not there."""

from pathlib import Path

import pytest

from client.addresses import beside
from client.local_record import FILE_NAME, LocalRecord, parse_line, read_record, write_record

RECORD = LocalRecord("token", 7, "1.0", 40_000, beside("127.0.0.1:1"), listening=True, fault="für 'x'\n")


def test_what_was_written_is_read(tmp_path: Path) -> None:
    write_record(tmp_path, RECORD)
    assert read_record(tmp_path) == RECORD
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
    assert parse_line(RECORD.to_line()) == RECORD
    assert "\n" not in RECORD.to_line()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b"7", b'{"token": "x"}', b'{"addresses": 1}', b"\xff\xfe"]
)
def test_what_is_no_record_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    assert read_record(tmp_path) is None


def test_no_file_is_no_record(tmp_path: Path) -> None:
    assert read_record(tmp_path / "missing") is None
