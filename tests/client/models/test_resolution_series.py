"""Resolution times become arrays that a plot draws; what is not known is never taken for zero."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from analytics.campus_calendar import CampusCalendar
from analytics.resolution_time import ResolutionQuery, ResolutionTimeMetric
from campusdesk.facts import Facts
from campusdesk.rules import Category, Status
from client.models.duration_unit import DurationUnit
from client.models.resolution_series import ResolutionSeries
from client.models.rule import Rule
from tests.client.made import moment, ticket
from tests.client.resolution_results import DAY_S, month, result

NOW_US = int(datetime(2026, 11, 23, 12, tzinfo=UTC).timestamp()) * 1_000_000
HALF_YEAR_US = 180 * DAY_S * 1_000_000


@pytest.fixture
def series() -> ResolutionSeries:
    known = {"mean": 10.5, "median": 8, "p90": 30, "expected_median": 9}
    return ResolutionSeries.of(
        result(
            month(1, 30, 2, days=known, within=[(32, 8), (32, 16), (30, 30), (0, 0)]),
            month(2, 0, 2),
            month(3, 1, 2, days={"mean": 2.5}),
        )
    )


def test_a_month_in_which_nothing_is_closed_is_a_gap_and_not_zero(series: ResolutionSeries) -> None:
    assert series.mean_s.tolist()[::2] == [10.5 * DAY_S, 2.5 * DAY_S]
    assert np.isnan(series.mean_s).tolist() == [False, True, False]
    assert [series.label(at) for at in range(3)] == ["Jan 2026", "Feb 2026", "Mar 2026"]
    assert series.not_closed_counts.tolist() == [2, 2, 2]


def test_what_a_month_does_not_tell_is_unknown(series: ResolutionSeries) -> None:
    for times in (series.median_s, series.p90_s, series.expected_s):
        assert np.isnan(times).tolist() == [False, True, True]
    assert series.few.tolist() == [False, True, True]
    assert series.preliminary.tolist() == [True, True, True]


def test_five_closed_tickets_are_not_few() -> None:
    assert ResolutionSeries.of(result(month(1, 4), month(2, 5))).few.tolist() == [True, False]


def test_months_weigh_as_many_tickets_as_they_closed(series: ResolutionSeries) -> None:
    assert series.headline() == pytest.approx((30 * 10.5 + 2.5) / 31 * DAY_S)


def test_without_a_closed_ticket_there_is_no_mean() -> None:
    series = ResolutionSeries.of(result(month(1, 0, 4)))
    assert series.headline() is None
    assert series.unit is DurationUnit.DAYS


def test_without_months_it_is_empty() -> None:
    series = ResolutionSeries.of(result())
    assert (len(series), series.headline(), series.shares.shape) == (0, None, (0, 4))
    assert series.table().rows == ()


def test_shares_are_of_those_old_enough_alone(series: ResolutionSeries) -> None:
    assert series.shares[0].tolist()[:3] == [25, 50, 100]
    assert np.isnan(series.shares).tolist() == [[False, False, False, True], [True] * 4, [True] * 4]


@pytest.mark.parametrize(
    ("days", "unit"), [(3 / 24, DurationUnit.HOURS), (0.02, DurationUnit.MINUTES), (3, DurationUnit.DAYS)]
)
def test_the_unit_is_that_of_most_tickets_and_not_of_the_slowest_month(days: float, unit: DurationUnit) -> None:
    assert ResolutionSeries.of(result(month(1, 9_999, days={"mean": days}), month(2, 1, days={"mean": 9}))).unit is unit


def test_what_is_picked_says_what_it_is(series: ResolutionSeries, clocks: Callable[[str], None]) -> None:
    clocks("Europe/Rome")
    series = replace(series, stamp=replace(series.stamp, is_elsewhere=False))
    closed, waiting = series.closed_of(0), series.not_closed_of(0)
    assert closed is not None
    assert waiting is not None
    assert (closed.words, waiting.words) == ("closed, opened in January 2026", "not closed, opened in January 2026")
    assert series.closed_of(1) is series.closed_of(3) is series.closed_of(-1) is None
    of_it = ResolutionSeries.of(result(month(1, 3), category=int(Category.TECHNICAL_IT))).closed_of(0)
    assert of_it is not None
    assert of_it.words == "closed, opened in January 2026, technical IT"


def test_where_this_pcs_months_are_others_a_pick_says_whose_it_is(clocks: Callable[[str], None]) -> None:
    clocks("America/New_York")
    closed = ResolutionSeries.of(result(month(1, 3))).closed_of(0)
    assert closed is not None
    assert closed.words == "closed, opened in January 2026 (Europe/Rome)"


def test_months_of_which_a_server_does_not_tell_the_borders_pick_none() -> None:
    told = month(1, 30, 2)
    for name in ("start_time", "end_time"):
        told.ClearField(name)
    series = ResolutionSeries.of(result(told))
    assert series.closed_of(0) is series.not_closed_of(0) is None


def random_facts(seed: int) -> Facts:
    """Return tickets of half a year, some of which were opened at the very borders of months in Rome."""
    random = np.random.default_rng(seed)
    calendar = CampusCalendar(ZoneInfo("Europe/Rome"))
    now = calendar.month_of(NOW_US)
    borders = [calendar.month_start(now.before(back)) + near for back in range(4) for near in (-1, 0, 1)]
    opened = [*borders, *(NOW_US - random.integers(0, HALF_YEAR_US, 300)).tolist()]
    facts = Facts()
    for number, opened_us in enumerate(opened, 1):
        status = Status(int(random.integers(1, 4)))
        made = ticket(number, status=status, category=Category(int(random.integers(1, 4))))
        made.open_time.CopyFrom(moment(opened_us))
        if status is Status.CLOSED:
            made.close_time.CopyFrom(moment(opened_us + int(random.integers(0, NOW_US - opened_us + 2))))
        facts.apply(made)
    return facts


@pytest.mark.parametrize("category", [0, *map(int, Category)])
@pytest.mark.parametrize("seed", range(3))
def test_what_is_picked_are_exactly_the_tickets_that_are_plotted(seed: int, category: int) -> None:
    columns = random_facts(seed).columns()
    metric = ResolutionTimeMetric(CampusCalendar(ZoneInfo("Europe/Rome")))
    metric.load(columns)
    series = ResolutionSeries.of(metric.result(ResolutionQuery(0, category), NOW_US))
    assert len(series) > 5
    for at in range(len(series)):
        for pick, plotted in (
            (series.closed_of(at), series.closed_counts[at]),
            (series.not_closed_of(at), series.not_closed_counts[at]),
        ):
            assert pick is not None
            shown = pick.narrowed(Rule()).mask(columns)
            assert np.count_nonzero(shown) == plotted
            if Status.CLOSED in pick.statuses:
                durations = (columns["close_time"] - columns["open_time"])[shown]
                assert series.mean_s[at] * 1e6 == pytest.approx(durations.mean(), abs=1)
