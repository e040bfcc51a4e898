"""The backlog as it is drawn: tickets that are not closed yet, by when they were opened."""

from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QCoreApplication

from campusdesk.v1 import analytics_pb2
from client.models.series import Numbers, Stamp, array, seconds
from client.models.series_table import SeriesTable, local_cell


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
            array([seconds(bar.start_time) for bar in result.bars]),
            array([seconds(bar.end_time) for bar in result.bars]),
            array([bar.open_count for bar in result.bars]),
            array([bar.active_count for bar in result.bars]),
        )

    def table(self) -> SeriesTable:
        """Return the hours or days with how many tickets are open and active."""
        headings = (
            QCoreApplication.translate("Series", "Opened from"),
            QCoreApplication.translate("Series", "until"),
            QCoreApplication.translate("Series", "Open"),
            QCoreApplication.translate("Series", "Active"),
        )
        bars = zip(self.start_s, self.end_s, self.open_counts, self.active_counts, strict=True)
        rows = ((local_cell(start), local_cell(end), int(open_), int(active)) for start, end, open_, active in bars)
        return SeriesTable(headings, tuple(rows))
