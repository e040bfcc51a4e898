"""The whole backlog beside the period's: how long its tickets have been waiting, and which one for longest."""

from dataclasses import dataclass
from typing import Self

from google.protobuf.duration_pb2 import Duration
from PySide6.QtCore import QCoreApplication

from campusdesk.rules import Status
from campusdesk.v1 import analytics_pb2
from client.models.picked import Picked
from client.text import status_words

# What is not closed, in the order in which it is stacked.
WAITING = (Status.OPEN, Status.ACTIVE)
_HOUR_US = 3_600_000_000
_DAY_US = 24 * _HOUR_US


@dataclass(frozen=True, slots=True)
class AgeClass:
    """The tickets that are as old as this and not closed; `opened` is when, its start included and its end not."""

    from_us: int
    until_us: int | None
    open_count: int
    active_count: int
    opened: tuple[int, int]

    @classmethod
    def of(cls, age: analytics_pb2.BacklogAge, now_us: int) -> Self:
        """Return a class of age as it is at a moment."""
        from_us = _microseconds(age.from_age)
        until_us = _microseconds(age.until_age) if age.HasField("until_age") else None
        # As old as its begin counts here, as old as its end does not.
        opened = (0 if until_us is None else now_us - until_us + 1, now_us - from_us + 1)
        return cls(from_us, until_us, age.open_count, age.active_count, opened)

    @property
    def count(self) -> int:
        """Return how many these are."""
        return self.open_count + self.active_count

    @property
    def words(self) -> str:
        """Return from what age to what age, as short as it is clear."""
        if self.until_us is None:
            return QCoreApplication.translate("Series", "over %1").replace("%1", _short(self.from_us))
        if not self.from_us:
            return QCoreApplication.translate("Series", "under %1").replace("%1", _short(self.until_us))
        if _is_days(self.from_us) and _is_days(self.until_us):
            words = QCoreApplication.translate("Series", "%1–%2 d")
            return words.replace("%1", str(self.from_us // _DAY_US)).replace("%2", str(self.until_us // _DAY_US))
        words = QCoreApplication.translate("Series", "%1–%2 h")
        return words.replace("%1", str(self.from_us // _HOUR_US)).replace("%2", str(self.until_us // _HOUR_US))

    def pick(self, status: Status | None = None) -> Picked | None:
        """Return its tickets, or those of a status; None where there are none."""
        counts = {Status.OPEN: self.open_count, Status.ACTIVE: self.active_count}
        if not (counts[status] if status is not None else self.count):
            return None
        age = QCoreApplication.translate("Series", "age: %1").replace("%1", self.words)
        state = QCoreApplication.translate("Series", "not closed") if status is None else status_words(status)
        statuses = frozenset(map(int, WAITING if status is None else (status,)))
        return Picked(f"{age} · {state}", statuses, self.opened)


@dataclass(frozen=True, slots=True)
class Oldest:
    """The ticket that has been waiting for longest."""

    ticket_id: int
    open_us: int

    @classmethod
    def of(cls, result: analytics_pb2.BacklogResult) -> Self | None:
        """Return the oldest of a result, None when nothing waits."""
        if not result.oldest_ticket_id:
            return None
        return cls(result.oldest_ticket_id, result.oldest_open_time.ToMicroseconds())


def _microseconds(duration: Duration) -> int:
    return duration.seconds * 1_000_000 + duration.nanos // 1_000


def _is_days(time_us: int) -> bool:
    # A day beside hours is told as 24 of them.
    return time_us % _DAY_US == 0


def _short(time_us: int) -> str:
    if time_us > _DAY_US and _is_days(time_us):
        return QCoreApplication.translate("Series", "%1 d").replace("%1", str(time_us // _DAY_US))
    return QCoreApplication.translate("Series", "%1 h").replace("%1", str(time_us // _HOUR_US))
