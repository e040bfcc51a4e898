"""What the plots draw, as plain arrays made from the analytics servers' results."""

from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt
from google.protobuf.duration_pb2 import Duration
from google.protobuf.timestamp_pb2 import Timestamp
from PySide6.QtCore import QDate, QLocale

from campusdesk.rules import Category
from campusdesk.v1 import analytics_pb2

Numbers = npt.NDArray[np.float64]
_DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a result is true for; `live`: whether the analytics server follows the ticket server right now."""

    revision: int
    as_of_us: int
    ticket_count: int
    live: bool

    @classmethod
    def of(cls, stamp: analytics_pb2.ResultStamp) -> Self:
        """Return the stamp of a result."""
        return cls(stamp.revision, stamp.as_of_time.ToMicroseconds(), stamp.ticket_count, stamp.live)


@dataclass(frozen=True, slots=True)
class BacklogSeries:
    """Tickets of a period that are not closed yet, by hour or day of opening; times in seconds since 1970."""

    stamp: Stamp
    period_s: int
    not_closed: int
    start_s: Numbers
    end_s: Numbers
    open_counts: Numbers
    active_counts: Numbers

    @classmethod
    def of(cls, result: analytics_pb2.BacklogResult) -> Self:
        """Return the series of a result."""
        return cls(
            Stamp.of(result.stamp),
            result.period.seconds,
            result.not_closed,
            _array([_seconds(bar.start_time) for bar in result.bars]),
            _array([_seconds(bar.end_time) for bar in result.bars]),
            _array([bar.open_count for bar in result.bars]),
            _array([bar.active_count for bar in result.bars]),
        )


@dataclass(frozen=True, slots=True)
class ResolutionSeries:
    """Mean days from opening to closing by opening month; nan where none of a month's tickets is closed."""

    stamp: Stamp
    time_zone: str
    years: tuple[int, ...]
    months: tuple[int, ...]
    mean_days: Numbers
    closed_counts: Numbers
    not_closed_counts: Numbers

    @classmethod
    def of(cls, result: analytics_pb2.ResolutionTimesResult) -> Self:
        """Return the series of a result."""
        months = result.months
        return cls(
            Stamp.of(result.stamp),
            result.time_zone,
            tuple(month.year for month in months),
            tuple(month.month for month in months),
            _array([_days(month.mean) if month.HasField("mean") else np.nan for month in months]),
            _array([month.closed_count for month in months]),
            _array([month.not_closed_count for month in months]),
        )

    def labels(self) -> list[str]:
        """Return the months as they stand under the plot, such as "Nov 2026"."""
        locale = QLocale()
        dates = zip(self.years, self.months, strict=True)
        return [locale.toString(QDate(year, month, 1), "MMM yyyy") for year, month in dates]

    def headline(self) -> float | None:
        """Return the mean days of all closed tickets, or None when none is closed."""
        closed = self.closed_counts > 0
        if not closed.any():
            return None
        return float(np.average(self.mean_days[closed], weights=self.closed_counts[closed]))


@dataclass(frozen=True, slots=True)
class CategoryLoadSeries:
    """Active and open tickets of each category, in the categories' own order."""

    stamp: Stamp
    categories: tuple[Category, ...]
    active_counts: Numbers
    open_counts: Numbers

    @classmethod
    def of(cls, result: analytics_pb2.CategoryLoadResult) -> Self:
        """Return the series of a result; a category that it does not name has none."""
        loads = {load.category: load for load in result.loads}
        known = [loads.get(int(category), analytics_pb2.CategoryLoad()) for category in Category]  # type: ignore[call-overload]
        return cls(
            Stamp.of(result.stamp),
            tuple(Category),
            _array([load.active_count for load in known]),
            _array([load.open_count for load in known]),
        )


def _seconds(time: Timestamp) -> float:
    return time.seconds + time.nanos / 1e9


def _days(duration: Duration) -> float:
    return (duration.seconds + duration.nanos / 1e9) / _DAY_S


def _array(values: list[float]) -> Numbers:
    return np.array(values, np.float64)
