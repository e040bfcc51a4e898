"""Months are labelled so that they can be read, however many there are, and each year begins with its January."""

import itertools

import pytest

from client.models.resolution_series import ResolutionSeries
from client.views.plots.month_labels import Labels, month_labels
from tests.client.resolution_results import month, result


def series(months: int, first_year: int = 2007) -> ResolutionSeries:
    """Return so many months, from the March of a year on, each with 7 closed tickets and one that is not."""
    numbers = range(2, 2 + months)
    return ResolutionSeries.of(result(*(month(at % 12 + 1, 7, 1, year=first_year + at // 12) for at in numbers)))


def labels(shown: ResolutionSeries, column: float, *, is_counted: bool = True) -> Labels:
    """Return the labels in letters of 6 pixels."""
    return month_labels(shown, column, lambda words: 6 * len(words), is_counted=is_counted)


def test_where_there_is_room_every_month_has_its_counts() -> None:
    told = labels(series(11), 40)
    assert told[0] == "Mar\n2007\n7\n1"
    assert told[1] == "Apr\n\n7\n1"
    assert told[10] == "Jan\n2008\n7\n1"
    assert len(told) == 11


def test_where_there_is_no_height_every_month_is_named_alone() -> None:
    assert labels(series(11), 40, is_counted=False)[10] == "Jan\n2008"


@pytest.mark.parametrize(("column", "step"), [(20, 2), (12, 3), (6, 6), (3, 12), (1.5, 24)])
def test_of_many_months_those_are_labelled_that_fit_and_always_januaries(column: float, step: int) -> None:
    shown = series(240)
    told = labels(shown, column)
    places = list(told)
    assert {later - at for at, later in itertools.pairwise(places)} == {step}
    assert all(shown.months[at] == 1 for at in told if step == 12)
    assert any(words.endswith("2012") for words in told.values())
    assert not any("7" in words.split("\n")[-1] and "20" not in words for words in told.values()), "no counts"


def test_twenty_years_are_labelled_by_their_years() -> None:
    told = labels(series(240), 3)
    assert list(told.values()) == [str(year) for year in range(2008, 2028)]


def test_few_months_without_a_january_are_labelled_all_the_same() -> None:
    assert labels(series(2), 1) == {1: "Apr\n2007"}


def test_without_months_nothing_is_labelled() -> None:
    assert labels(ResolutionSeries.of(result()), 40) == {}
