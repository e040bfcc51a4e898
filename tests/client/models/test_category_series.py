"""Category loads become arrays that a plot draws, and a table of the same."""

import numpy as np
import pytest

from analytics.category_load import CategoryLoadMetric
from campusdesk.facts import Facts
from campusdesk.rules import Category, Status
from client.models.category_series import CategoryLoadSeries
from client.models.rule import Rule
from tests.client.category_results import load, result
from tests.client.made import MINUTE_US, NOON_US, ticket

HOUR_US = 60 * MINUTE_US


@pytest.fixture
def series() -> CategoryLoadSeries:
    it = load(Category.TECHNICAL_IT, 4, 2, unsure=1, opened_us=NOON_US - 72 * HOUR_US)
    services = load(Category.SERVICES_COMPLAINTS, 1, 0, opened_us=NOON_US - 12 * HOUR_US)
    return CategoryLoadSeries.of(result(it, services), NOON_US)


def test_every_category_has_a_load(series: CategoryLoadSeries) -> None:
    assert series.categories == tuple(Category)
    assert series.active_counts.tolist() == [0, 4, 1]
    assert series.open_counts.tolist() == [0, 2, 0]
    assert [series.unsure_percent(at) for at in range(3)] == [None, 25, 0]


def test_ages_are_those_of_now() -> None:
    told = result(load(Category.TECHNICAL_IT, 1, 0, opened_us=NOON_US))
    ages = [CategoryLoadSeries.of(told, NOON_US + later).age(1) for later in (-1, 59 * MINUTE_US, 48 * HOUR_US)]
    assert ages == ["now", "59 min", "2 days"]
    assert CategoryLoadSeries.of(told, NOON_US).age(0) == ""


def test_what_is_known_of_an_older_moment_does_not_grow_older() -> None:
    told = result(load(Category.TECHNICAL_IT, 1, 0, opened_us=NOON_US - 5 * MINUTE_US), live=False)
    assert CategoryLoadSeries.of(told, NOON_US + 99 * HOUR_US).age(1) == "5 min"


def test_its_table_has_every_number_of_every_category(series: CategoryLoadSeries) -> None:
    assert series.table().headings == ("Category", "Active", "Open", "Median age, days", "Unsure", "Unsure, %")
    assert series.table().rows == (
        ("Facility management", 0, 0, None, 0, None),
        ("Technical IT", 4, 2, 3, 1, 25),
        ("Services complaints", 1, 0, 0.5, 0, 0),
    )


def test_what_is_picked_says_what_it_is(series: CategoryLoadSeries) -> None:
    active, waiting = series.active_of(1), series.open_of(1)
    assert active is not None
    assert waiting is not None
    assert (active.words, waiting.words) == ("active, technical IT", "open, technical IT")
    unsure = series.unsure_of(1)
    assert unsure is not None
    assert unsure.words == "active, unsure: technical IT?"
    assert [series.picked_in(1, column) for column in range(6)] == [active, active, waiting, active, unsure, unsure]
    assert series.unsure_of(2) is None
    assert series.active_of(0) is series.open_of(2) is None


@pytest.mark.parametrize("seed", range(5))
def test_what_is_picked_are_exactly_the_tickets_that_are_plotted(seed: int) -> None:
    random, facts = np.random.default_rng(seed), Facts()
    for number in range(1, 300):
        status, category = Status(int(random.integers(1, 4))), Category(int(random.integers(1, 4)))
        made = ticket(number, status=status, category=category)
        # Around where doubts begin, and by people too.
        made.confidence = float(random.integers(40, 100)) / 100
        made.category_source = int(random.integers(1, 3))  # type: ignore[assignment]
        facts.apply(made)
    columns = facts.columns()
    metric = CategoryLoadMetric()
    metric.load(columns)
    series = CategoryLoadSeries.of(metric.result(None, NOON_US), NOON_US)
    for at in range(3):
        for pick, plotted in (
            (series.active_of(at), series.active_counts[at]),
            (series.open_of(at), series.open_counts[at]),
            (series.unsure_of(at), series.unsure_counts[at]),
        ):
            shown = pick.narrowed(Rule()).mask(columns) if pick is not None else np.zeros(0)
            assert np.count_nonzero(shown) == plotted
