"""Edit the keys file of running servers: entries come and go, and what people wrote around them stays."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import tomlkit
from filelock import FileLock
from tomlkit.items import AoT, Table

from campusdesk.keys import Entry, check_entries, digest_of, read_entries
from campusdesk.rules import Scope
from ticket_server.whole_file import replace_file

_HEAD = """\
# Workstation keys of Campus Desk: which PCs may enter as helpdesk staff, and which servers as analytics.
# Here are their SHA-256 only. `ticket_server key add | list | revoke` edits this file; running servers obey at once.
"""
# What is in the file is no secret: nobody finds 256 random bits by their SHA-256.
_MODE = 0o644


class KeyNotFound(LookupError):  # noqa: N818  reads as what happened: `except KeyNotFound`
    """There is no key of this name in the file."""


class NameTaken(ValueError):  # noqa: N818  reads as what happened: `except NameTaken`
    """There is a key of this name in the file."""


def add_entry(path: Path, name: str, scope: Scope, key: str, added: date) -> None:
    """Let servers know the key.

    Raises NameTaken, FileBroken when the file is broken (it is left as it is), OSError when it cannot be written.
    """

    def with_entry(text: str) -> str:
        if any(entry.name == name for entry in read_entries(path)):
            raise NameTaken(f"there is a key {name!r} in {path} already")
        fields = {"name": name, "scope": scope.value, "sha256": digest_of(key).hex(), "added": added}
        return f"{text or _HEAD}\n{tomlkit.dumps({'key': [fields]})}"

    _edit(path, with_entry)


def revoke_entry(path: Path, name: str) -> Entry:
    """Let servers forget the key, and return what they knew of it.

    Raises KeyNotFound, FileBroken when the file is broken (it is left as it is), OSError when it cannot be written.
    """
    entries = {entry.name: entry for entry in read_entries(path)}
    if name not in entries:
        raise KeyNotFound(f"there is no key {name!r} in {path}")
    _edit(path, lambda text: _without(text, name))
    return entries[name]


def _edit(path: Path, change: Callable[[str], str]) -> None:
    # Where the file really is: a link to it stays one.
    path = path.resolve()
    # Two who edit at once would undo each other: a key that was revoked could come back.
    with FileLock(path.with_name(path.name + ".lock")):
        read_entries(path)
        changed = change(path.read_text("utf-8") if path.exists() else "")
        check_entries(path, changed.encode())
        replace_file(path, changed.encode(), _MODE)


def _without(text: str, name: str) -> str:
    """Return the file's text without the table of that name, and with all the comments between tables."""
    kept = []
    for _, item in tomlkit.parse(text).body:
        if not isinstance(item, AoT):
            kept.append(item.as_string())
            continue
        for table in item:
            gone = table["name"] == name
            kept.append(_behind(table) if gone else f"[[key]]{_comment(table)}\n{table.as_string()}")
    return "".join(kept)


def _behind(table: Table) -> str:
    """Return the comments behind the table's last field: they are about what comes next."""
    body = table.value.body
    last = max(number for number, (key, _) in enumerate(body) if key is not None)
    return "".join(item.as_string() for _, item in body[last + 1 :])


def _comment(table: Table) -> str:
    return table.trivia.comment_ws + table.trivia.comment
