"""What the plots draw, as plain arrays made from the analytics servers' results: what all of them have."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, Self
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt
from google.protobuf.duration_pb2 import Duration
from google.protobuf.timestamp_pb2 import Timestamp

from campusdesk.v1 import analytics_pb2
from client.campus_zone import is_elsewhere, known_zone
from client.models.series_table import SeriesTable

Numbers = npt.NDArray[np.float64]
_DAY_S = 86_400
_MOST_PERCENT = 99


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a result is true for; `live`: whether the analytics server follows the ticket server right now.

    `zone` is that of the campus, None where the server names none; `is_elsewhere` says whether this PC's clocks show
    another time than the campus' at any moment that is shown.
    """

    revision: int
    as_of_us: int
    ticket_count: int
    live: bool
    zone: ZoneInfo | None = None
    is_elsewhere: bool = False

    @classmethod
    def of(cls, stamp: analytics_pb2.ResultStamp, time_zone: str = "", shown_s: Iterable[float] = ()) -> Self:
        """Return the stamp of a result that is cut in that zone, and shows these moments in seconds since 1970."""
        as_of_us, zone = stamp.as_of_time.ToMicroseconds(), known_zone(time_zone)
        elsewhere = is_elsewhere(zone, (as_of_us / 1e6, *shown_s))
        return cls(stamp.revision, as_of_us, stamp.ticket_count, stamp.live, zone, elsewhere)

    def in_zone(self, words: str) -> str:
        """Return words of the campus' days and hours with its zone, where this PC's are others."""
        return f"{words} ({self.zone.key})" if self.zone is not None and self.is_elsewhere else words


class Series(Protocol):
    """What one result shows."""

    @property
    def stamp(self) -> Stamp:
        """Return what it is true for."""

    def table(self) -> SeriesTable:
        """Return exactly what is plotted, one row a bar."""


def seconds(time: Timestamp) -> float:
    """Return a moment in seconds since 1970."""
    return time.seconds + time.nanos / 1e9


def days(duration: Duration) -> float:
    """Return a time in days."""
    return (duration.seconds + duration.nanos / 1e9) / _DAY_S


def percent(part: float, whole: float) -> int:
    """Return how many of a hundred a part is; all and none only where it is so. The whole is more than nothing."""
    if part in {0, whole}:
        return 100 if part else 0
    return min(_MOST_PERCENT, max(1, round(100 * part / whole)))


def array(values: list[float]) -> Numbers:
    """Return the values as a plot takes them."""
    return np.array(values, np.float64)
