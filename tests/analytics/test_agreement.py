"""The three services at one revision: what they tell of the same tickets adds up."""

from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.backlog import BacklogMetric
from analytics.campus_calendar import CampusCalendar
from analytics.category_load import CategoryLoadMetric
from analytics.resolution_time import ResolutionQuery, ResolutionTimeMetric
from campusdesk.facts import TicketFacts
from campusdesk.rules import Category, Status
from tests.analytics.histories import DAY_US, EDGES, ZONES, columns_of, tickets

# All tickets were opened before the one and after the other: that are 17 years, of which few examples are enough.
NOW_US = max(EDGES) + 31 * DAY_US
FIRST_US = min(EDGES) - 31 * DAY_US
PERIOD_US = NOW_US - FIRST_US + 1
# Resolution times begin with the first month that has a closed ticket: with this one every month counts.
FIRST = TicketFacts(99, FIRST_US, FIRST_US, FIRST_US, FIRST_US, 1, 0, Status.CLOSED, 1, 50, 1, 0, 0, 0)


@settings(max_examples=20)
@given(st.lists(tickets(), max_size=40, unique_by=lambda ticket: ticket.id), st.sampled_from(ZONES))
def test_what_the_services_tell_of_the_same_tickets_adds_up(rows: list[TicketFacts], zone: ZoneInfo) -> None:
    calendar = CampusCalendar(zone)
    backlog, times, load = BacklogMetric(calendar), ResolutionTimeMetric(calendar), CategoryLoadMetric()
    columns = columns_of([*rows, FIRST])
    backlog.load(columns)
    times.load(columns)
    load.load(columns)
    waiting, loads = backlog.result(PERIOD_US, NOW_US), load.result(None, NOW_US).loads
    months = times.result(ResolutionQuery(0, 0), NOW_US).months

    active, opened = sum(one.active_count for one in loads), sum(one.open_count for one in loads)
    assert [sum(age.active_count for age in waiting.ages), sum(age.open_count for age in waiting.ages)] == [
        active,
        opened,
    ]
    assert waiting.not_closed == active + opened == sum(month.not_closed_count for month in months)
    assert waiting.opened == len(rows) + 1
    assert waiting.opened == waiting.not_closed + sum(month.closed_count for month in months)
    assert [(share.active_count, share.open_count) for share in waiting.shares] == [
        (one.active_count, one.open_count) for one in loads
    ]


@settings(max_examples=20)
@given(st.lists(tickets(), max_size=40, unique_by=lambda ticket: ticket.id))
def test_the_resolution_times_of_the_categories_are_those_of_all_tickets(rows: list[TicketFacts]) -> None:
    times = ResolutionTimeMetric(CampusCalendar(ZONES[0]))
    times.load(columns_of([*rows, *(FIRST._replace(id=100 + each, category=each) for each in Category)]))
    whole, *parts = (times.result(ResolutionQuery(0, each), NOW_US).months for each in (0, *Category))

    for month, *shares in zip(whole, *parts, strict=True):
        assert month.closed_count == sum(share.closed_count for share in shares)
        assert month.not_closed_count == sum(share.not_closed_count for share in shares)
