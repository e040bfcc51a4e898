"""Workstation keys: what a PC shows to be let in as helpdesk staff, and the file by which servers know it."""

import hashlib
import hmac
import secrets
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from campusdesk.reread import FileBroken, Reread, read_bytes
from campusdesk.rules import LIMITS, Scope

KEY_BYTES = 32
_NAME_LENGTH = LIMITS["key_name"]
# So long is a key of 256 bits in the letters of base64.
_KEY_LENGTH = 43
_FIELDS = {"name", "scope", "sha256", "added"}
_SCOPES = {scope.value: scope for scope in Scope}


class Entry(NamedTuple):
    """What a server knows of one key: never the key itself."""

    name: str
    scope: Scope
    digest: bytes
    added: date


def new_key() -> str:
    """Return a new key: 256 random bits in the letters of base64."""
    return secrets.token_urlsafe(KEY_BYTES)


def digest_of(key: str) -> bytes:
    """Return what a server keeps of the key; 256 random bits need no salt and no slow hash."""
    return hashlib.sha256(key.encode(errors="surrogatepass")).digest()


def read_key(path: Path) -> str:
    """Return the key of this PC from its file; raises FileBroken, without a word of what the file holds."""
    key = read_bytes(path).decode(errors="replace").strip()
    if len(key) != _KEY_LENGTH or not key.isascii() or not all(letter.isalnum() or letter in "-_" for letter in key):
        raise FileBroken(f"{path} holds no workstation key")
    return key


def key_file(path: Path) -> Reread[str]:
    """Return this PC's key as its file says at any time; raises FileBroken unless it holds one."""
    return Reread([path], lambda: read_key(path))


class Keyring:
    """The keys that a server knows, by a file that may change at any time; a file that is not there holds none.

    Once there was a key, keys stay in force: taking the last one away must not open the server to everybody.
    """

    def __init__(self, path: Path | None) -> None:
        """Read the keys of the file, or know none; raises FileBroken for a file that is broken from the start."""
        self._file = Reread([path], lambda: read_entries(path)) if path is not None else None
        self._in_force = False
        self._read_version = -1
        self._entries: Sequence[Entry] = ()
        self._seen: dict[bytes, Scope] = {}
        self.look()

    @property
    def in_force(self) -> bool:
        """Whether a role may need a key, by what `look` saw."""
        return self._in_force

    def look(self) -> int:
        """Read the file again if it has changed; return a number that is another one after each change."""
        if self._file is not None:
            entries = self._file.value()
            if self._file.version != self._read_version:
                self._read_version, self._entries = self._file.version, entries
                self._seen.clear()
                self._in_force = self._in_force or bool(entries)
        return self._read_version

    def scope_of(self, key: str) -> Scope | None:
        """Return the scope of the key, or None for a key that is not known, by what `look` saw."""
        digest = digest_of(key)
        scope = self._seen.get(digest)
        if scope is None:
            # All entries, equally long: how long it takes tells nothing of how much was right.
            for entry in self._entries:
                if hmac.compare_digest(entry.digest, digest):
                    scope = entry.scope
            if scope is not None:
                self._seen[digest] = scope
        return scope


def read_entries(path: Path) -> Sequence[Entry]:
    """Return the entries of a keys file, none if it is not there; raises FileBroken in words that quote nothing."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise FileBroken(f"{path} cannot be read: {error.strerror}") from None
    return check_entries(path, content)


def check_entries(path: Path, content: bytes) -> Sequence[Entry]:
    """Return the entries that the keys file has with this content; raises FileBroken as `read_entries` does."""
    try:
        return _entries(path, tomllib.loads(content.decode()))
    except UnicodeDecodeError:
        raise FileBroken(f"{path} is no text in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        # The parser ends its words with the place in brackets, and may quote the file before that.
        place = str(error).rpartition("(")[2].rstrip(")")
        raise FileBroken(f"{path} is no TOML, {place}") from None


def _entries(path: Path, content: Mapping[str, object]) -> Sequence[Entry]:
    tables = content.get("key", [])
    if set(content) - {"key"} or not isinstance(tables, list):
        raise FileBroken(f"{path} may hold [[key]] tables only")
    entries = [_entry(path, number, table) for number, table in enumerate(tables, start=1)]
    for field in ("name", "digest"):
        if len({getattr(entry, field) for entry in entries}) < len(entries):
            raise FileBroken(f"{path} has two [[key]] tables of the same {'name' if field == 'name' else 'sha256'}")
    return entries


def _entry(path: Path, number: int, table: object) -> Entry:
    # Strict, so that a line that is meant to take a key away and is not understood never leaves it in force unsaid.
    if not isinstance(table, dict) or set(table) != _FIELDS:
        raise FileBroken(f"[[key]] table {number} of {path} must have name, scope, sha256 and added, and nothing else")
    name, scope, added = table["name"], _SCOPES.get(str(table["scope"])), table["added"]
    if not is_key_name(name):
        raise FileBroken(f"[[key]] table {number} of {path} has no name of 1 to {_NAME_LENGTH} letters")
    if scope is None:
        raise FileBroken(f"[[key]] table {number} of {path} has none of the scopes {', '.join(_SCOPES)}")
    if type(added) is not date:
        raise FileBroken(f"[[key]] table {number} of {path} has no date in added")
    return Entry(name, scope, _digest(path, number, table["sha256"]), added)


def is_key_name(name: object) -> bool:
    """Say whether a key may have this name."""
    return isinstance(name, str) and 0 < len(name) <= _NAME_LENGTH and name.isprintable() and bool(name.strip())


def _digest(path: Path, number: int, text: object) -> bytes:
    try:
        digest = bytes.fromhex(str(text))
    except ValueError:
        digest = b""
    if len(digest) != hashlib.sha256().digest_size:
        raise FileBroken(f"[[key]] table {number} of {path} has no sha256 of 64 hexadecimal digits")
    return digest
