"""Keys files and keys for tests."""

from collections.abc import Mapping
from pathlib import Path

from campusdesk.keys import digest_of
from campusdesk.rules import Scope

# Always the same, so that the names of tests are.
DESK_KEY, ANALYTICS_KEY, OTHER_KEY = "D" * 43, "A" * 43, "O" * 43
KEYS = {DESK_KEY: Scope.HELPDESK, ANALYTICS_KEY: Scope.ANALYTICS}


def table(key: str, scope: str, name: str = "a PC") -> str:
    """Return the [[key]] table of a key."""
    return f'[[key]]\nname = "{name}"\nscope = "{scope}"\nsha256 = "{digest_of(key).hex()}"\nadded = 2026-11-22\n'


def write_keys(path: Path, keys: Mapping[str, Scope]) -> Path:
    """Write a keys file that knows these keys."""
    path.write_text("".join(table(key, scope, f"PC {number}") for number, (key, scope) in enumerate(keys.items())))
    return path
