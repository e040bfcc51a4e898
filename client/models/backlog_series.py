"""The backlog as it is drawn: tickets that are not closed yet, by when they were opened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt
from google.protobuf.timestamp_pb2 import Timestamp
from PySide6.QtCore import QCoreApplication

from campusdesk.rules import Category, Status
from campusdesk.v1 import analytics_pb2
from client.models.backlog_ages import WAITING, AgeClass, Oldest
from client.models.backlog_parts import PARTS, Part, Split, part_heading, part_words
from client.models.category_group import OTHER, Group
from client.models.picked import Picked
from client.models.series import Numbers, Stamp, array, percent
from client.models.series_table import Moment, SeriesTable
from client.moments import span_words

Moments = npt.NDArray[np.int64]
# An hour in which the clocks are changed may be longer than one.
_LONGEST_HOUR_US = 3 * 3_600_000_000


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
    by_category: Mapping[Group, Numbers]
    ages: tuple[AgeClass, ...] = ()
    oldest: Oldest | None = None
    split: Split = Split.STATUS
    # The numbers of those categories that this desk does not know.
    other_codes: frozenset[int] = frozenset()

    @classmethod
    def of(cls, result: analytics_pb2.BacklogResult, split: Split = Split.STATUS) -> Self:
        """Return the series of a result, its bars split like this."""
        bars = result.bars
        # Bars have no gaps between them.
        borders = np.array([_moment(time) for time in _borders(bars)], np.int64)
        stamp = Stamp.of(result.stamp, result.time_zone, (borders / 1e6).tolist())
        by_category, other_codes = _by_category(bars)
        return cls(
            stamp,
            result.period.seconds,
            result.not_closed,
            result.opened,
            borders[:-1],
            borders[1:],
            {
                Status.OPEN: array([bar.open_count for bar in bars]),
                Status.ACTIVE: array([bar.active_count for bar in bars]),
            },
            by_category,
            tuple(AgeClass.of(age, stamp.as_of_us) for age in result.ages),
            Oldest.of(result),
            split,
            other_codes,
        )

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return what the bars are stacked of, from below: statuses where the server tells no categories of bars."""
        if self.split is not Split.CATEGORY:
            return PARTS[self.split]
        return self.categories if self.tells_categories else PARTS[Split.STATUS]

    @property
    def categories(self) -> tuple[Group, ...]:
        """Return the categories that bars may have tickets of."""
        return tuple(self.by_category)

    @property
    def tells_categories(self) -> bool:
        """Say whether bars are told by category; a server of an older version does not."""
        return not self.totals.any() or any(counts.any() for counts in self.by_category.values())

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
        return percent(self.opened - self.not_closed, self.opened) if self.opened else None

    @property
    def tells_all(self) -> bool:
        """Say whether the server tells what stands beside the bars; one of an older version does not."""
        return bool(self.ages)

    @property
    def whole(self) -> int:
        """Return how many tickets are not closed, whenever they were opened."""
        return sum(age.count for age in self.ages)

    def bar_at(self, time_us: float) -> int | None:
        """Return the place of the bar of a moment, None where there is none."""
        at = int(np.searchsorted(self.start_us, time_us, "right")) - 1
        return at if at >= 0 and time_us < self.end_us[at] else None

    def span_words(self, at: int) -> str:
        """Return from when until when a bar is, by the clocks of the campus."""
        return span_words(int(self.start_us[at]), int(self.end_us[at]), self.stamp.zone)

    def pick(self, at: int, part: Part | None = None) -> Picked | None:
        """Return the tickets of a bar, or of a part of it; None where there are none."""
        if not (self.totals if part is None else self.counts_of(part))[at]:
            return None
        start, end = int(self.start_us[at]), int(self.end_us[at])
        # The period begins after the moment at which its first bar does.
        opened = (start if at else start + 1, end)
        statuses = frozenset({int(part)} if isinstance(part, Status) else map(int, WAITING))
        categories = None if part is None or isinstance(part, Status) else self._codes(part)
        # The span may be long, and cut at its end: what tells the parts of a bar apart comes first.
        words = [
            part_words(part) if isinstance(part, Status) else QCoreApplication.translate("Series", "not closed"),
            *([part_words(part)] if part is not None and categories is not None else []),
            self.stamp.in_zone(QCoreApplication.translate("Series", "opened %1").replace("%1", self.span_words(at))),
        ]
        return Picked(" · ".join(words), statuses, opened, categories)

    def _codes(self, group: Group) -> frozenset[int]:
        return frozenset({int(group)}) if isinstance(group, Category) else self.other_codes

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
        headings = tuple(map(part_heading, self.parts))
        if self.split is Split.AGE:
            rows = tuple((age.words, age.open_count, age.active_count) for age in self.ages)
            return SeriesTable((QCoreApplication.translate("Series", "Age"), *headings), rows)
        zone = self.stamp.zone
        spans = zip(self.start_us.tolist(), self.end_us.tolist(), strict=True)
        counts = zip(*(self.counts_of(part).astype(int).tolist() for part in self.parts), strict=True)
        bars = ((Moment(start, zone), Moment(end, zone), *row) for (start, end), row in zip(spans, counts, strict=True))
        opened = QCoreApplication.translate("Series", "Opened from"), QCoreApplication.translate("Series", "until")
        return SeriesTable((*opened, *headings), tuple(bars))


def _borders(bars: Sequence[analytics_pb2.BacklogBar]) -> list[Timestamp]:
    return [bar.start_time for bar in bars] + [bar.end_time for bar in bars[-1:]]


def _moment(time: Timestamp) -> int:
    # A third of what Timestamp's own function takes: there may be thousands of days.
    return time.seconds * 1_000_000 + time.nanos // 1_000


def _by_category(bars: Sequence[analytics_pb2.BacklogBar]) -> tuple[dict[Group, Numbers], frozenset[int]]:
    """Return the counts of each category, and the numbers of those categories that are counted as others."""
    shares = [
        (at, share.category, share.open_count + share.active_count)
        for at, bar in enumerate(bars)
        for share in bar.shares
    ]
    places, codes, counts = np.array(shares, np.int64).reshape(-1, 3).T

    def counted(those: npt.NDArray[np.bool_]) -> Numbers:
        return np.asarray(np.bincount(places[those], counts[those], len(bars)), np.float64)

    told: dict[Group, Numbers] = {category: counted(codes == category) for category in Category}
    others = ~np.isin(codes, tuple(Category))
    if others.any():
        told[OTHER] = counted(others)
    return told, frozenset(codes[others].tolist())
