"""The fields of a JSON object, each taken out by what it must be; what is wrong is said in words without its value."""

import re
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from campusdesk import rules
from campusdesk.rules import Reason
from ticket_server.instant import EPOCH

_Word = TypeVar("_Word")

_MICROSECOND = timedelta(microseconds=1)
_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)", re.ASCII)
# Whole in every program that reads JSON, and far from where the numbers of new tickets would end.
_LARGEST = 2**53
# More than there are people to count; every store keeps it.
_MOST = 10**9
# A time after it is a slip of the pen, and calendars end at the year 9999.
_LATEST = datetime(2200, 1, 1, tzinfo=UTC)


class Wrong(Exception):  # noqa: N818  reads as what happened: `except Wrong`
    """Something is not as it must be; the message says what, without a text of a person."""


class Fields:
    """One JSON object, read field by field; every method raises Wrong when the field is not what is asked for."""

    def __init__(self, value: object, name: str) -> None:
        """Read the object that is called `name` in words."""
        if not isinstance(value, dict):
            raise Wrong(f"{name} must be an object")
        self._values: dict[str, object] = dict(value)
        self._name = name

    def has(self, name: str) -> bool:
        """Say whether the field is still there to be taken."""
        return name in self._values

    def take(self, name: str) -> object:
        """Return the field's value."""
        if name not in self._values:
            raise Wrong(f"{name} is missing")
        return self._values.pop(name)

    def text(self, name: str, limit_name: str, default: str | None = None, *, erased: bool = False) -> str:
        """Return a text within the limits that rules.py gives under `limit_name`."""
        value = self.take(name) if default is None or self.has(name) else default
        return checked_text(name, value, limit_name, erased=erased)

    def number(self, name: str) -> int:
        """Return a positive whole number of up to 53 bits."""
        value = self.take(name)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= _LARGEST:
            raise Wrong(f"{name} must be a positive whole number")
        return value

    def count(self, name: str) -> int:
        """Return a whole number from 0 to a thousand millions, 0 when it is absent."""
        value = self.take(name) if self.has(name) else 0
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST:
            raise Wrong(f"{name} must be a whole number, 0 or more")
        return value

    def flag(self, name: str) -> bool:
        """Return true or false, false when it is absent."""
        value = self.take(name) if self.has(name) else False
        if not isinstance(value, bool):
            raise Wrong(f"{name} must be true or false")
        return value

    def share(self, name: str) -> float:
        """Return a number from 0 to 1."""
        value = self.take(name)
        if not isinstance(value, (int, float)) or isinstance(value, bool) or not 0 <= value <= 1:
            raise Wrong(f"{name} must be a number from 0 to 1")
        return float(value)

    def word(self, name: str, words: Mapping[str, _Word]) -> _Word:
        """Return what the word stands for."""
        return checked_word(name, self.take(name), words)

    def time_us(self, name: str) -> int:
        """Return a time in microseconds since 1970 UTC, or 0 when it is absent."""
        return checked_time(name, self.take(name)) if self.has(name) else 0

    def list(self, name: str) -> list[object]:
        """Return a list, empty when it is absent."""
        value = self.take(name) if self.has(name) else []
        if not isinstance(value, list):
            raise Wrong(f"{name} must be a list")
        return value

    def uuids(self, name: str) -> tuple[bytes, ...]:
        """Return the 16 bytes of each UUID of a list, in which none stands twice; empty when it is absent."""
        try:
            found = tuple(uuid.UUID(str(value)).bytes for value in self.list(name))
        except ValueError:
            raise Wrong(f"{name} must hold UUIDs") from None
        if len(set(found)) < len(found):
            raise Wrong(f"{name} holds one twice")
        return found

    def end(self) -> None:
        """Raise Wrong when a field is left that nobody asked for."""
        if self._values:
            raise Wrong(f"{self._name} has {len(self._values)} unknown key(s)")


def checked_text(name: str, value: object, limit_name: str, *, erased: bool = False) -> str:
    """Return the value if it is a text within the limits of rules.py; what was erased may be empty."""
    if not isinstance(value, str):
        raise Wrong(f"{name} must be a text")
    reason = rules.text_refusal(limit_name, value)
    if reason == Reason.TEXT_TOO_LONG:
        raise Wrong(f"{name} is longer than {rules.LIMITS[limit_name]} characters")
    if reason == Reason.TEXT_EMPTY and erased and not value:
        return value
    if reason == Reason.TEXT_EMPTY:
        raise Wrong(f"{name} is empty")
    if reason is not None:
        raise Wrong(f"{name} holds characters that cannot be stored")
    return value


def checked_word(name: str, value: object, words: Mapping[str, _Word]) -> _Word:
    """Return what the value stands for if it is one of the words."""
    if not isinstance(value, str) or value not in words:
        raise Wrong(f"{name} must be one of: {', '.join(words)}")
    return words[value]


def checked_time(name: str, value: object) -> int:
    """Return the time of RFC 3339 words in microseconds since 1970 UTC."""
    if not isinstance(value, str) or not _RFC_3339.fullmatch(value):
        raise Wrong(f"{name} must be a time such as 2026-03-01T08:15:00.000000Z")
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise Wrong(f"{name} is a time that does not exist") from None
    if moment >= _LATEST:
        raise Wrong(f"{name} is after the year 2199")
    microseconds = (moment - EPOCH) // _MICROSECOND
    if microseconds <= 0:
        raise Wrong(f"{name} is before 1970")
    return microseconds
