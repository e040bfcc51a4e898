"""The backlog as it is drawn: tickets that are not closed yet, by when they were opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self, TypeAlias

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication

from campusdesk.rules import Category, Status
from campusdesk.v1 import analytics_pb2
from client.models.backlog_ages import WAITING, AgeClass, Oldest
from client.models.picked import Picked
from client.models.series import Numbers, Stamp, array
from client.models.series_table import SeriesTable, local_cell
from client.moments import span_words
from client.text import brief_category_words, category_words, status_words

Moments = npt.NDArray[np.int64]
_MOST_PERCENT = 99
# An hour in which the clocks are changed may be longer than one.
_LONGEST_HOUR_US = 3 * 3_600_000_000


class Split(StrEnum):
    """What is shown by bars: the period's tickets by status or category, or all by their age."""

    STATUS = "status"
    CATEGORY = "category"
    AGE = "age"


Part: TypeAlias = Status | Category
PARTS: Mapping[Split, tuple[Part, ...]] = {
    Split.STATUS: WAITING,
    Split.CATEGORY: tuple(Category),
    Split.AGE: WAITING,
}


def part_words(part: Part) -> str:
    """Return the name of a part of the bars."""
    return status_words(part) if isinstance(part, Status) else category_words(part)


def part_brief(part: Part) -> str:
    """Return the same in a word."""
    return status_words(part) if isinstance(part, Status) else brief_category_words(part)


@dataclass(frozen=True, slots=True)
class BacklogSeries:
    """Tickets of a period that are not closed yet, by hour or day of opening, and all others beside them.

    Moments are in microseconds since 1970.
    """

    stamp: Stamp
    period_s: int
    not_closed: int
    opened: int
    start_us: Moments
    end_us: Moments
    by_status: Mapping[Status, Numbers]
    by_category: Mapping[Category, Numbers]
    ages: tuple[AgeClass, ...] = ()
    oldest: Oldest | None = None
    split: Split = Split.STATUS

    @classmethod
    def of(cls, result: analytics_pb2.BacklogResult, split: Split = Split.STATUS) -> Self:
        """Return the series of a result, its bars split like this."""
        bars = result.bars
        shares = [{int(share.category): share.open_count + share.active_count for share in bar.shares} for bar in bars]
        stamp = Stamp.of(result.stamp)
        return cls(
            stamp,
            result.period.seconds,
            result.not_closed,
            result.opened,
            np.array([bar.start_time.ToMicroseconds() for bar in bars], np.int64),
            np.array([bar.end_time.ToMicroseconds() for bar in bars], np.int64),
            {
                Status.OPEN: array([bar.open_count for bar in bars]),
                Status.ACTIVE: array([bar.active_count for bar in bars]),
            },
            {category: array([counts.get(int(category), 0) for counts in shares]) for category in Category},
            tuple(AgeClass.of(age, stamp.as_of_us) for age in result.ages),
            Oldest.of(result),
            split,
        )

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return what the bars are stacked of, from below."""
        return PARTS[self.split]

    @property
    def start_s(self) -> Numbers:
        """Return when each bar begins, in seconds, as an axis of time has it."""
        return self.start_us / 1e6

    @property
    def end_s(self) -> Numbers:
        """Return when each bar ends, in seconds."""
        return self.end_us / 1e6

    @property
    def is_by_day(self) -> bool:
        """Say whether a bar is a day and not an hour."""
        return bool(len(self.start_us)) and int((self.end_us - self.start_us).max()) > _LONGEST_HOUR_US

    @property
    def totals(self) -> Numbers:
        """Return how many tickets each bar stands for."""
        return self.by_status[Status.OPEN] + self.by_status[Status.ACTIVE]

    def counts_of(self, part: Part) -> Numbers:
        """Return how many tickets of each bar are of a status or of a category."""
        # Not one mapping: the numbers of statuses and categories are the same.
        return self.by_status[part] if isinstance(part, Status) else self.by_category[part]

    @property
    def closed_percent(self) -> int | None:
        """Return how many of a hundred that were opened are closed; all and none only where it is so, None of none."""
        if not self.opened:
            return None
        closed = self.opened - self.not_closed
        if closed in {0, self.opened}:
            return 100 * closed // self.opened
        return min(_MOST_PERCENT, max(1, round(100 * closed / self.opened)))

    @property
    def whole(self) -> int:
        """Return how many tickets are not closed, whenever they were opened."""
        return sum(age.count for age in self.ages)

    def bar_at(self, time_us: float) -> int | None:
        """Return the place of the bar of a moment, None where there is none."""
        at = int(np.searchsorted(self.start_us, time_us, "right")) - 1
        return at if at >= 0 and time_us < self.end_us[at] else None

    def pick(self, at: int, part: Part | None = None) -> Picked | None:
        """Return the tickets of a bar, or of a part of it; None where there are none."""
        if not (self.totals if part is None else self.counts_of(part))[at]:
            return None
        start, end = int(self.start_us[at]), int(self.end_us[at])
        # The period begins after the moment at which its first bar does.
        opened = (start if at else start + 1, end)
        statuses = frozenset({int(part)} if isinstance(part, Status) else map(int, WAITING))
        categories = frozenset({int(part)}) if isinstance(part, Category) else None
        words = [
            QCoreApplication.translate("Series", "opened %1").replace("%1", span_words(start, end)),
            part_words(part) if isinstance(part, Status) else QCoreApplication.translate("Series", "not closed"),
            *([part_words(part)] if isinstance(part, Category) else []),
        ]
        return Picked(" · ".join(words), statuses, opened, categories)

    def pick_cell(self, row: int, column: int) -> Picked | None:
        """Return the tickets of a row of the table, or those that a cell of it counts."""
        if self.split is Split.AGE:
            status = WAITING[column - 1] if column else None
            return self.ages[row].pick(status) if 0 <= row < len(self.ages) else None
        if not 0 <= row < len(self.start_us):
            return None
        return self.pick(row, self.parts[column - 2] if column >= 2 else None)

    def table(self) -> SeriesTable:
        """Return the hours or days, or the ages, with how many tickets of each part they have."""
        headings = tuple(map(_heading, self.parts))
        if self.split is Split.AGE:
            rows = tuple((age.words, age.open_count, age.active_count) for age in self.ages)
            return SeriesTable((QCoreApplication.translate("Series", "Age"), *headings), rows)
        spans = zip(self.start_s.tolist(), self.end_s.tolist(), strict=True)
        counts = zip(*(self.counts_of(part).astype(int).tolist() for part in self.parts), strict=True)
        bars = ((local_cell(start), local_cell(end), *row) for (start, end), row in zip(spans, counts, strict=True))
        opened = QCoreApplication.translate("Series", "Opened from"), QCoreApplication.translate("Series", "until")
        return SeriesTable((*opened, *headings), tuple(bars))


def _heading(part: Part) -> str:
    if isinstance(part, Category):
        return category_words(part)
    return {
        Status.OPEN: QCoreApplication.translate("Series", "Open"),
        Status.ACTIVE: QCoreApplication.translate("Series", "Active"),
    }[part]
