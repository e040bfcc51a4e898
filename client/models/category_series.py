"""The category load as it is drawn."""

from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QCoreApplication

from campusdesk.rules import Category
from campusdesk.v1 import analytics_pb2
from client.models.series import Numbers, Stamp, array
from client.models.series_table import SeriesTable
from client.text import category_words


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
            array([load.active_count for load in known]),
            array([load.open_count for load in known]),
        )

    def table(self) -> SeriesTable:
        """Return the categories with how many tickets are active and open."""
        headings = (
            QCoreApplication.translate("Series", "Category"),
            QCoreApplication.translate("Series", "Active"),
            QCoreApplication.translate("Series", "Open"),
        )
        counts = self.active_counts.astype(int).tolist(), self.open_counts.astype(int).tolist()
        return SeriesTable(headings, tuple(zip(map(category_words, self.categories), *counts, strict=True)))
