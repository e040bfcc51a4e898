"""The resolution times as they are drawn, by the month of opening."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from PySide6.QtCore import QCoreApplication, QDate, QLocale

from campusdesk.v1 import analytics_pb2
from client.models.series import Numbers, Stamp, array, days
from client.models.series_table import SeriesTable


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
            array([days(month.mean) if month.HasField("mean") else np.nan for month in months]),
            array([month.closed_count for month in months]),
            array([month.not_closed_count for month in months]),
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

    def table(self) -> SeriesTable:
        """Return the months with their mean days, None where none of a month's tickets is closed, and their counts."""
        headings = (
            QCoreApplication.translate("Series", "Month of opening"),
            QCoreApplication.translate("Series", "Mean days"),
            QCoreApplication.translate("Series", "Closed"),
            QCoreApplication.translate("Series", "Not closed"),
        )
        means = (None if np.isnan(mean) else float(mean) for mean in self.mean_days)
        counts = self.closed_counts.astype(int).tolist(), self.not_closed_counts.astype(int).tolist()
        return SeriesTable(headings, tuple(zip(self.labels(), means, *counts, strict=True)))
