"""What a newer server knows of and this desk does not: nothing of it is missing in a sum, and nothing fails by it."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analytics.backlog import BacklogMetric
from analytics.campus_calendar import CampusCalendar
from campusdesk.facts import TicketFacts
from campusdesk.rules import Category, Status
from campusdesk.v1 import analytics_pb2
from client.models.backlog_parts import Split, part_brief, part_heading, part_words
from client.models.backlog_series import BacklogSeries
from client.models.category_group import OTHER, group_of
from client.models.category_series import CategoryLoadSeries
from client.models.columns import Column, fact_words, hint_words
from client.models.filters import VALUES, Filters, Kind
from client.models.judgement import Judgement, judgement
from client.models.named_views import NamedView
from client.models.picked import Picked
from client.models.resolution_series import ResolutionSeries
from client.models.rule import Rule
from tests.analytics.histories import DAY_US, ZONES, columns_of, tickets
from tests.client import category_results, resolution_results
from tests.client.made import NOON_US

# As often known as not, so that both meet.
CODES = st.integers(1, 3) | st.integers(0, 6) | st.just(255)


@st.composite
def newer_tickets(draw: st.DrawFn) -> list[TicketFacts]:
    """Draw tickets of categories, statuses and other kinds that this desk knows, and of such that it does not."""
    rows = draw(st.lists(tickets(), min_size=3, max_size=30))
    kinds = ("category", "status", "category_source", "last_message_role")
    times = st.integers(NOON_US - 20 * DAY_US, NOON_US)
    return [row._replace(open_time=draw(times), **{kind: draw(CODES) for kind in kinds}) for row in rows]


def behind(pick: Picked | None, rows: list[TicketFacts]) -> int:
    """Return how many tickets the list would show for a pick."""
    if pick is None:
        return 0
    rule = pick.narrowed(Rule())
    shown = rule.mask(columns_of(rows)).tolist()
    assert shown == [rule.shows(row) for row in rows]
    return sum(shown)


@given(newer_tickets(), st.integers(0, 15 * DAY_US), st.sampled_from(ZONES))
def test_the_bars_of_the_backlog_add_up_by_category_too(rows: list[TicketFacts], later_us: int, zone: object) -> None:
    now_us = NOON_US + later_us
    metric = BacklogMetric(CampusCalendar(zone))  # type: ignore[arg-type]
    metric.load(columns_of(rows))
    series = BacklogSeries.of(metric.result(30 * DAY_US, now_us), Split.CATEGORY)
    counts = [series.counts_of(part) for part in series.parts]
    assert sum(counts, np.zeros(len(series.start_us))).tolist() == series.totals.tolist()
    assert all(part_words(part) and part_brief(part) and part_heading(part) for part in series.parts)
    for at in range(len(series.start_us)):
        picked = [behind(series.pick(at, part), rows) for part in series.parts]
        assert picked == [count[at] for count in counts]
    assert {len(row) for row in series.table().rows} <= {len(series.table().headings)}


@given(newer_tickets())
def test_the_category_load_tells_of_all_that_the_server_does(rows: list[TicketFacts]) -> None:
    kinds = Counter((row.category, row.status) for row in rows)
    unsure = Counter(row.category for row in rows if row.status == Status.ACTIVE and judgement(row) == Judgement.UNSURE)
    loads = []
    for code in {*map(int, Category), *(row.category for row in rows)}:
        load = analytics_pb2.CategoryLoad(unsure_count=unsure[code])
        load.category = code  # type: ignore[assignment]
        load.active_count, load.open_count = kinds[code, Status.ACTIVE], kinds[code, Status.OPEN]
        loads.append(load)
    series = CategoryLoadSeries.of(category_results.result(*loads), NOON_US)
    assert series.active_counts.sum() == sum(row.status == Status.ACTIVE for row in rows)
    for at in range(len(series.categories)):
        picked = [series.active_of(at), series.open_of(at), series.unsure_of(at)]
        plotted = [series.active_counts[at], series.open_counts[at], series.unsure_counts[at]]
        assert [behind(pick, rows) for pick in picked] == plotted
    assert [row[1] for row in series.table().rows] == series.active_counts.tolist()


@given(CODES)
def test_resolution_times_are_of_the_category_that_the_server_names(code: int) -> None:
    told = resolution_results.result(resolution_results.month(1, 3, 2, days={"mean": 2}), category=code)
    series = ResolutionSeries.of(told)
    assert series.category == (group_of(code) if code else None)
    for pick in (series.closed_of(0), series.not_closed_of(0)):
        assert pick is not None
        assert pick.categories == (frozenset({code}) if code else None)
        assert ("other categories" in pick.words) == (series.category is OTHER)
    assert len(series.table().rows) == 1


@given(newer_tickets(), st.sampled_from(NamedView))
def test_filters_and_cells_take_any_number(rows: list[TicketFacts], view: NamedView) -> None:
    chosen: dict[Kind, frozenset[int]] = {
        kind: frozenset({*map(int, values), 4, 255}) for kind, values in VALUES.items() if kind is not Kind.AGE
    }
    rule = Filters(chosen).narrowed(Rule(), view, NOON_US)
    assert rule.mask(columns_of(rows)).tolist() == [rule.shows(row) for row in rows]
    for row in rows:
        for column in set(Column) - {Column.PROBLEM, Column.LOCATION, Column.TAKEN_BY}:
            assert isinstance(fact_words(column, row, NOON_US), str)
            assert isinstance(hint_words(column, row), str)


def test_the_age_of_several_categories_together_is_not_known() -> None:
    loads = []
    for code in (4, 5):
        loads.append(category_results.load(Category.TECHNICAL_IT, 1, 0, opened_us=NOON_US - DAY_US))
        loads[-1].category = code  # type: ignore[assignment]
    one, both = (CategoryLoadSeries.of(category_results.result(*told), NOON_US) for told in (loads[:1], loads))
    assert (one.categories[-1], one.age(3), both.age(3)) == (OTHER, "1 day", "")
