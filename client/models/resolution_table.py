"""The resolution times by rows: one a month, with every number that is told of it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from client.csv_file import Cell
from client.models.duration_unit import DurationUnit
from client.models.series_table import SeriesTable

if TYPE_CHECKING:
    from client.models.resolution_series import ResolutionSeries

NOT_CLOSED_COLUMN = 4


def resolution_table(series: "ResolutionSeries") -> SeriesTable:
    """Return the months of a series, all times in the one unit that fits it; None where something is not known."""
    unit = series.unit
    columns: Sequence[Sequence[Cell]] = (
        [series.label(at) for at in range(len(series))],
        unit.cells(series.mean_s),
        # Beside the mean, which reads too short of such a month: at the end it would be out of sight.
        [preliminary_words() if preliminary else "" for preliminary in series.preliminary.tolist()],
        series.closed_counts.astype(int).tolist(),
        series.not_closed_counts.astype(int).tolist(),
        unit.cells(series.median_s),
        unit.cells(series.p90_s),
        list(_expected(series, unit)),
        *([None if np.isnan(share) else share for share in of_days] for of_days in series.shares.T.tolist()),
    )
    return SeriesTable(_headings(unit), tuple(zip(*columns, strict=True)))


def not_reached_words() -> str:
    """Return what stands for an expected median while half of the tickets are not closed."""
    return QCoreApplication.translate("Series", "not reached")


def preliminary_words() -> str:
    """Return what a month is called of which too many tickets are not closed yet."""
    return QCoreApplication.translate("Series", "preliminary")


def _expected(series: "ResolutionSeries", unit: DurationUnit) -> Iterator[Cell]:
    has_tickets = series.closed_counts + series.not_closed_counts > 0
    for expected, has_some in zip(unit.cells(series.expected_s), has_tickets.tolist(), strict=True):
        yield not_reached_words() if expected is None and has_some else expected


def _headings(unit: DurationUnit) -> tuple[str, ...]:
    timed = (
        QCoreApplication.translate("Series", "Mean, %1"),
        QCoreApplication.translate("Series", "Median, %1"),
        QCoreApplication.translate("Series", "90 % within, %1"),
        QCoreApplication.translate("Series", "Expected median, %1"),
    )
    mean, *others = (words.replace("%1", unit.plural) for words in timed)
    return (
        QCoreApplication.translate("Series", "Month of opening"),
        mean,
        QCoreApplication.translate("Series", "State"),
        QCoreApplication.translate("Series", "Closed"),
        QCoreApplication.translate("Series", "Not closed"),
        *others,
        QCoreApplication.translate("Series", "Within 1 day, %"),
        QCoreApplication.translate("Series", "Within 3 days, %"),
        QCoreApplication.translate("Series", "Within 7 days, %"),
        QCoreApplication.translate("Series", "Within 30 days, %"),
    )
