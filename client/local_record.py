"""What the supervisor of embedded servers tells the desks, in the file beside its lock and on each connection."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from client.addresses import Addresses

FILE_NAME = "local.json"


@dataclass(frozen=True, slots=True)
class LocalRecord:
    """One supervisor: how to reach it and its servers, and what is wrong with them ("" = nothing)."""

    token: str
    pid: int
    version: str
    presence_port: int
    addresses: Addresses
    listening: bool = False
    fault: str = ""

    def to_line(self) -> str:
        """Return the record as one line of JSON without its line end."""
        return json.dumps(asdict(self))


def parse_line(line: str | bytes) -> LocalRecord | None:
    """Return the record that the line holds, or None when it is none: cut short, or written by another program."""
    try:
        fields = json.loads(line)
        return LocalRecord(**{**fields, "addresses": Addresses(**fields["addresses"])})
    except (ValueError, TypeError, KeyError):
        return None


def read_record(folder: Path) -> LocalRecord | None:
    """Return the record in the folder, or None when there is none to be read."""
    try:
        return parse_line((folder / FILE_NAME).read_bytes())
    except OSError:
        return None


def write_record(folder: Path, record: LocalRecord) -> None:
    """Write the record so that a reader sees the old one or the new one whole; raises OSError."""
    partial = folder / f"{FILE_NAME}.{record.pid}"
    partial.write_text(record.to_line() + "\n", encoding="utf-8")
    partial.replace(folder / FILE_NAME)
