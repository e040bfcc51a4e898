"""The category load as it is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from PySide6.QtCore import QCoreApplication

from campusdesk.rules import Category, Status
from campusdesk.v1 import analytics_pb2
from client.models.category_group import OTHER, Group, group_of, group_within, group_words
from client.models.duration_unit import DurationUnit
from client.models.judgement import Judgement
from client.models.picked import Picked
from client.models.series import Numbers, Stamp, array
from client.models.series_table import SeriesTable
from client.text import age_words

_OPEN_COLUMN, _UNSURE_COLUMNS = 2, (4, 5)
_UNSURE = frozenset({int(Judgement.UNSURE)})


@dataclass(frozen=True, slots=True)
class CategoryLoadSeries:
    """Active and open tickets of each category, in the categories' own order, as of a moment (`now_us`).

    `unsure_counts` are of the active ones; `median_open_us` is when that of median age among them was opened, nan where
    there is none and of several categories. `other_codes` are the numbers of those that this desk does not know.
    """

    stamp: Stamp
    now_us: int
    categories: tuple[Group, ...]
    active_counts: Numbers
    open_counts: Numbers
    unsure_counts: Numbers
    median_open_us: Numbers
    other_codes: frozenset[int]

    @classmethod
    def of(cls, result: analytics_pb2.CategoryLoadResult, now_us: int) -> Self:
        """Return the series of a result, ages being those of now; a category that it does not name has none."""
        stamp = Stamp.of(result.stamp)
        by_group: dict[Group, list[analytics_pb2.CategoryLoad]] = {category: [] for category in Category}
        for load in result.loads:
            by_group.setdefault(group_of(load.category), []).append(load)
        groups = by_group.values()
        return cls(
            stamp,
            # What is known of an older moment has not grown older since.
            now_us if stamp.live else stamp.as_of_us,
            tuple(by_group),
            array([sum(load.active_count for load in loads) for loads in groups]),
            array([sum(load.open_count for load in loads) for loads in groups]),
            array([sum(load.unsure_count for load in loads) for loads in groups]),
            array(list(map(_median_open_us, groups))),
            frozenset(load.category for load in by_group.get(OTHER, ())),
        )

    def age(self, at: int) -> str:
        """Return the median age of a category's active tickets in words; "" where there are none."""
        opened = self.median_open_us[at]
        return "" if np.isnan(opened) else age_words(int(opened), self.now_us)

    def unsure_percent(self, at: int) -> float | None:
        """Return in percent of how many of a category's active tickets the categoriser was unsure; None of none."""
        active = self.active_counts[at]
        return float(100 * self.unsure_counts[at] / active) if active else None

    def active_of(self, at: int) -> Picked | None:
        """Return a category's active tickets; None where there are none."""
        words = QCoreApplication.translate("Series", "active, %1")
        return self._picked(at, words, Status.ACTIVE) if self.active_counts[at] else None

    def open_of(self, at: int) -> Picked | None:
        """Return a category's open tickets; None where there are none."""
        words = QCoreApplication.translate("Series", "open, %1")
        return self._picked(at, words, Status.OPEN) if self.open_counts[at] else None

    def unsure_of(self, at: int) -> Picked | None:
        """Return the active tickets of a category of which the categoriser was unsure; None where there are none."""
        words = QCoreApplication.translate("Series", "active, unsure: %1?")
        return replace(self._picked(at, words, Status.ACTIVE), judgements=_UNSURE) if self.unsure_counts[at] else None

    def _picked(self, at: int, words: str, status: Status) -> Picked:
        category = self.categories[at]
        codes = frozenset({int(category)}) if isinstance(category, Category) else self.other_codes
        return Picked(words.replace("%1", group_within(category)), frozenset({int(status)}), categories=codes)

    def picked_in(self, row: int, column: int) -> Picked | None:
        """Return the tickets behind a cell of the table: those that it counts, where it counts none the active ones."""
        if column in _UNSURE_COLUMNS:
            return self.unsure_of(row)
        return self.open_of(row) if column == _OPEN_COLUMN else self.active_of(row)

    def table(self) -> SeriesTable:
        """Return the categories with all that is told of them, None where something is not known."""
        ages_s = np.maximum(self.now_us - self.median_open_us, 0) / 1e6
        unit = DurationUnit.fitting(float(np.nanmax(ages_s, initial=0)))
        headings = (
            QCoreApplication.translate("Series", "Category"),
            QCoreApplication.translate("Series", "Active"),
            QCoreApplication.translate("Series", "Open"),
            QCoreApplication.translate("Series", "Median age, %1").replace("%1", unit.plural),
            QCoreApplication.translate("Series", "Unsure"),
            QCoreApplication.translate("Series", "Unsure, %"),
        )
        columns = (
            map(group_words, self.categories),
            self.active_counts.astype(int).tolist(),
            self.open_counts.astype(int).tolist(),
            unit.cells(ages_s),
            self.unsure_counts.astype(int).tolist(),
            map(self.unsure_percent, range(len(self.categories))),
        )
        return SeriesTable(headings, tuple(zip(*columns, strict=True)))


def _median_open_us(loads: Sequence[analytics_pb2.CategoryLoad]) -> float:
    """Return when the ticket of median age was opened; of several categories it is not known."""
    told = [load.median_open_time.ToMicroseconds() for load in loads if load.HasField("median_open_time")]
    return told[0] if len(told) == 1 else np.nan
