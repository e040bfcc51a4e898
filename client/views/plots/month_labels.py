"""What stands under the bars of months: the months, and each one's counts where all of them fit side by side."""

from collections.abc import Callable

from PySide6.QtCore import QDate, QLocale

from client.models.resolution_series import ResolutionSeries
from client.views.numbers import count_words

# How many months are from one label to the next: January always has one.
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
_YEAR = 12
# Pixels between two labels.
_APART = 8
# The lines of the label of a month that has counts: below its name and year.
NOT_CLOSED_LINE, WHOLE_LINES = 3, 4

Labels = dict[int, str]


def month_labels(series: ResolutionSeries, column: float, measure: Callable[[str], int], *, is_counted: bool) -> Labels:
    """Return what stands under which months, each having so many pixels; `measure` tells how many some words take.

    `is_counted` says whether there is room for the counts of each month under its name.
    """
    names = {_name(month) for month in set(series.months)}
    counts = {count_words(int(max(counts, default=0))) for counts in (series.closed_counts, series.not_closed_counts)}
    if is_counted and column >= _APART + max(map(measure, names | counts), default=0):
        return {at: _whole(series, at) for at in range(len(series))}
    # Without counts where not each has a label: those of one would be read as those of all up to the next.
    needed = _APART + max(map(measure, (*names, *map(str, series.years))), default=0)
    step = next((step for step in _STEPS if step * column >= needed), _STEPS[-1])
    numbers = [12 * year + month - 1 for year, month in zip(series.years, series.months, strict=True)]
    places = [at for at, number in enumerate(numbers) if number % step == 0] or [len(series) - 1]
    return {at: _brief(series, at, step, named=at == places[0]) for at in places}


def _whole(series: ResolutionSeries, at: int) -> str:
    """Return a month over its counts; the year stands under the first month and where a year begins."""
    counts = (count_words(int(counts[at])) for counts in (series.closed_counts, series.not_closed_counts))
    return "\n".join((_name(series.months[at]), _year(series, at, named=at == 0), *counts))


def _brief(series: ResolutionSeries, at: int, step: int, *, named: bool) -> str:
    if step >= _YEAR and series.months[at] == 1:
        return str(series.years[at])
    return "\n".join((_name(series.months[at]), _year(series, at, named=named)))


def _year(series: ResolutionSeries, at: int, *, named: bool) -> str:
    return str(series.years[at]) if named or series.months[at] == 1 else ""


def _name(month: int) -> str:
    return QLocale().toString(QDate(2000, month, 1), "MMM")
