"""The resolution times as they are drawn, by the month of opening."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt
from google.protobuf.duration_pb2 import Duration
from PySide6.QtCore import QCoreApplication, QDate, QLocale

from campusdesk.rules import Status
from campusdesk.v1 import analytics_pb2
from client.models.category_group import Group, group_of, group_within
from client.models.duration_unit import DurationUnit
from client.models.picked import Picked
from client.models.resolution_table import NOT_CLOSED_COLUMN, resolution_table
from client.models.series import Numbers, Stamp, array
from client.models.series_table import SeriesTable

# With fewer closed tickets a mean tells more of these few than of the month.
FEWEST_CLOSED = 5
WITHIN_DAYS = (1, 3, 7, 30)
_OPENED_NOT_CLOSED = frozenset({int(Status.OPEN), int(Status.ACTIVE)})


@dataclass(frozen=True, slots=True)
class ResolutionSeries:
    """What is told of each opening month, oldest first; times in seconds, nan where there is none.

    `category_code` is the number of the category that was asked for, 0 for all tickets. `old_enough` and
    `closed_within` count tickets for each month and each of WITHIN_DAYS; `spans` are the months' borders in
    microseconds since 1970, as the campus has them.
    """

    stamp: Stamp
    time_zone: str
    category_code: int
    years: tuple[int, ...]
    months: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    mean_s: Numbers
    median_s: Numbers
    p90_s: Numbers
    expected_s: Numbers
    closed_counts: Numbers
    not_closed_counts: Numbers
    old_enough: Numbers
    closed_within: Numbers
    preliminary: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, result: analytics_pb2.ResolutionTimesResult) -> Self:
        """Return the series of a result."""
        months = result.months
        within = _within(months)
        return cls(
            stamp=Stamp.of(result.stamp, result.time_zone, (month.start_time.seconds for month in months)),
            time_zone=result.time_zone,
            category_code=result.category,
            years=tuple(month.year for month in months),
            months=tuple(month.month for month in months),
            spans=tuple((month.start_time.ToMicroseconds(), month.end_time.ToMicroseconds()) for month in months),
            mean_s=_times(months, "mean"),
            median_s=_times(months, "median"),
            p90_s=_times(months, "p90"),
            expected_s=_times(months, "expected_median"),
            closed_counts=array([month.closed_count for month in months]),
            not_closed_counts=array([month.not_closed_count for month in months]),
            old_enough=within[..., 0],
            closed_within=within[..., 1],
            preliminary=np.array([month.preliminary for month in months], np.bool_),
        )

    def __len__(self) -> int:
        """Return the number of months."""
        return len(self.months)

    @property
    def category(self) -> Group | None:
        """Return the category that was asked for, None for all tickets."""
        return group_of(self.category_code) if self.category_code else None

    @property
    def few(self) -> npt.NDArray[np.bool_]:
        """Say of each month whether too few of its tickets are closed for its mean to say much."""
        return np.asarray(self.closed_counts < FEWEST_CLOSED)

    @property
    def shares(self) -> Numbers:
        """Return in percent how many of those old enough were closed within each of WITHIN_DAYS; nan where none is."""
        with np.errstate(invalid="ignore"):
            return 100 * self.closed_within / np.where(self.old_enough > 0, self.old_enough, np.nan)

    @property
    def unit(self) -> DurationUnit:
        """Return the unit that fits what is typical of all months."""
        mean = self.headline()
        return DurationUnit.fitting(np.nan if mean is None else mean)

    def label(self, at: int) -> str:
        """Return a month, such as "Nov 2026"."""
        return QLocale().toString(QDate(self.years[at], self.months[at], 1), "MMM yyyy")

    def headline(self) -> float | None:
        """Return the mean seconds of all closed tickets, or None when none is closed."""
        closed = self.closed_counts > 0
        if not closed.any():
            return None
        return float(np.average(self.mean_s[closed], weights=self.closed_counts[closed]))

    def closed_of(self, at: int) -> Picked | None:
        """Return the closed tickets of a month, those that its mean is made of; None where there are none."""
        words = QCoreApplication.translate("Series", "closed, opened in %1")
        of_category = QCoreApplication.translate("Series", "closed, opened in %1, %2")
        return self._picked(at, words if self.category is None else of_category, closed=True)

    def not_closed_of(self, at: int) -> Picked | None:
        """Return the tickets of a month that are not closed; None where there are none."""
        words = QCoreApplication.translate("Series", "not closed, opened in %1")
        of_category = QCoreApplication.translate("Series", "not closed, opened in %1, %2")
        return self._picked(at, words if self.category is None else of_category, closed=False)

    def _picked(self, at: int, words: str, *, closed: bool) -> Picked | None:
        if not 0 <= at < len(self) or not (self.closed_counts if closed else self.not_closed_counts)[at]:
            return None
        begin, end = self.spans[at]
        if begin >= end:
            # A server of an older version does not tell when its months begin, and this PC's may be others.
            return None
        words = words.replace("%1", QLocale().toString(QDate(self.years[at], self.months[at], 1), "MMMM yyyy"))
        if self.category is not None:
            words = words.replace("%2", group_within(self.category))
        return Picked(
            self.stamp.in_zone(words),
            frozenset({int(Status.CLOSED)}) if closed else _OPENED_NOT_CLOSED,
            (begin, end),
            frozenset({self.category_code}) if self.category_code else None,
        )

    def picked_in(self, row: int, column: int) -> Picked | None:
        """Return the tickets behind a cell of the table: those not closed yet in their column, else the closed ones."""
        return self.not_closed_of(row) if column == NOT_CLOSED_COLUMN else self.closed_of(row)

    def table(self) -> SeriesTable:
        """Return the months with all that is told of them, None where something is not known."""
        return resolution_table(self)


def _times(months: Sequence[analytics_pb2.ResolutionMonth], name: str) -> Numbers:
    return array([_seconds(getattr(month, name)) if month.HasField(name) else np.nan for month in months])  # type: ignore[arg-type]


def _seconds(duration: Duration) -> float:
    return duration.seconds + duration.nanos / 1e9


def _within(months: Sequence[analytics_pb2.ResolutionMonth]) -> npt.NDArray[np.float64]:
    """Return for each month and each of WITHIN_DAYS how many tickets are old enough, and how many closed in time."""
    told = np.zeros((len(months), len(WITHIN_DAYS), 2))
    for at, month in enumerate(months):
        # In the order of the contract; a server that tells other times tells none of these.
        counts = [(of.old_enough_count, of.closed_count) for of in month.closed_within]
        if len(counts) == len(WITHIN_DAYS):
            told[at] = counts
    return told
