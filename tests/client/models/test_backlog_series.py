"""A backlog becomes arrays that a plot draws, a table of the same, and the tickets behind each bar."""

from collections.abc import Callable

import pytest
from google.protobuf.duration_pb2 import Duration

from campusdesk.rules import Category, Status
from campusdesk.v1 import analytics_pb2
from client.models.backlog_parts import Split
from client.models.backlog_series import BacklogSeries
from client.models.series_table import Moment, SeriesTable
from client.moments import span_words
from tests.client.made import NOON_US, moment

STAMP = analytics_pb2.ResultStamp(revision=7, as_of_time=moment(NOON_US), ticket_count=3, live=True)
HOUR_US = 3_600_000_000
BEGIN_US, END_US = NOON_US - HOUR_US, NOON_US + HOUR_US
NOT_CLOSED = frozenset({int(Status.OPEN), int(Status.ACTIVE)})


def share(category: Category, opened: int, active: int = 0) -> analytics_pb2.BacklogShare:
    made = analytics_pb2.BacklogShare(open_count=opened, active_count=active)
    made.category = int(category)  # type: ignore[assignment]
    return made


def bar(start_us: int, end_us: int, *shares: analytics_pb2.BacklogShare) -> analytics_pb2.BacklogBar:
    return analytics_pb2.BacklogBar(
        start_time=moment(start_us),
        end_time=moment(end_us),
        open_count=sum(each.open_count for each in shares),
        active_count=sum(each.active_count for each in shares),
        shares=shares,
    )


@pytest.fixture
def result() -> analytics_pb2.BacklogResult:
    """Give the last hour: one ticket of 11 o'clock, three of 12."""
    it, facility = Category.TECHNICAL_IT, Category.FACILITY_MANAGEMENT
    bars = [bar(BEGIN_US, NOON_US, share(it, 0, 1)), bar(NOON_US, END_US, share(facility, 2), share(it, 0, 1))]
    return analytics_pb2.BacklogResult(
        stamp=STAMP, period=Duration(seconds=3600), not_closed=4, opened=6, bars=bars, oldest_ticket_id=0
    )


@pytest.fixture
def series(result: analytics_pb2.BacklogResult) -> BacklogSeries:
    return BacklogSeries.of(result)


def test_backlog(series: BacklogSeries) -> None:
    assert (series.period_s, series.not_closed, series.opened) == (3600, 4, 6)
    assert (series.end_s - series.start_s).tolist() == [3_600, 3_600]
    assert [series.counts_of(part).tolist() for part in series.parts] == [[0, 2], [1, 1]]
    assert series.totals.tolist() == [1, 3]
    assert series.stamp.revision == 7
    assert not series.is_by_day
    assert series.oldest is None


def test_by_category_the_same_tickets_are_counted(result: analytics_pb2.BacklogResult) -> None:
    series = BacklogSeries.of(result, Split.CATEGORY)
    assert series.parts == tuple(Category)
    assert [series.counts_of(part).tolist() for part in series.parts] == [[0, 2], [1, 1], [0, 0]]


def test_bars_of_which_no_categories_are_told_are_split_by_status(result: analytics_pb2.BacklogResult) -> None:
    for each in result.bars:
        del each.shares[:]
    series = BacklogSeries.of(result, Split.CATEGORY)
    assert series.parts == (Status.OPEN, Status.ACTIVE)
    assert sum(series.counts_of(part).sum() for part in series.parts) == series.totals.sum() > 0


def test_its_table_has_a_row_a_bar_and_a_column_a_part(result: analytics_pb2.BacklogResult) -> None:
    begin, noon, end = (Moment(each, None) for each in (BEGIN_US, NOON_US, END_US))
    assert BacklogSeries.of(result).table() == SeriesTable(
        ("Opened from", "until", "Open", "Active"), ((begin, noon, 0, 1), (noon, end, 2, 1))
    )
    assert BacklogSeries.of(result, Split.CATEGORY).table() == SeriesTable(
        ("Opened from", "until", "Facility management", "Technical IT", "Services complaints"),
        ((begin, noon, 0, 1, 0), (noon, end, 2, 1, 0)),
    )


@pytest.mark.parametrize(("opened", "not_closed", "percent"), [
    (0, 0, None), (6, 4, 33), (6, 6, 0), (6, 0, 100), (1_000, 1, 99), (1_000, 999, 1),
])  # fmt: skip
def test_all_and_none_are_closed_only_where_it_is_so(opened: int, not_closed: int, percent: int | None) -> None:
    result = analytics_pb2.BacklogResult(stamp=STAMP, opened=opened, not_closed=not_closed)
    assert BacklogSeries.of(result).closed_percent == percent


def test_a_moment_has_one_bar(series: BacklogSeries) -> None:
    moments = (BEGIN_US - 1, BEGIN_US, NOON_US - 1, NOON_US, END_US - 1, END_US)
    assert [series.bar_at(each) for each in moments] == [None, 0, 0, 1, 1, None]
    assert BacklogSeries.of(analytics_pb2.BacklogResult(stamp=STAMP)).bar_at(NOON_US) is None


def test_a_bar_picks_what_was_opened_in_it_and_is_not_closed(series: BacklogSeries) -> None:
    pick = series.pick(1)
    assert pick is not None
    assert (pick.opened, pick.statuses, pick.categories) == ((NOON_US, END_US), NOT_CLOSED, None)
    assert pick.words == f"not closed · opened {span_words(NOON_US, END_US)}"


def test_the_first_bar_leaves_out_the_moment_before_the_period(series: BacklogSeries) -> None:
    pick = series.pick(0)
    assert pick is not None
    assert pick.opened == (BEGIN_US + 1, NOON_US)


def test_a_part_picks_its_status_or_its_category(series: BacklogSeries) -> None:
    active, facility = series.pick(1, Status.ACTIVE), series.pick(1, Category.FACILITY_MANAGEMENT)
    assert active is not None
    assert facility is not None
    assert (active.statuses, active.categories) == (frozenset({int(Status.ACTIVE)}), None)
    assert active.words == f"active · opened {span_words(NOON_US, END_US)}"
    assert (facility.statuses, facility.categories) == (NOT_CLOSED, frozenset({int(Category.FACILITY_MANAGEMENT)}))
    assert facility.words.startswith("not closed · Facility management · ")


def test_bars_are_told_by_the_clocks_of_the_campus(
    result: analytics_pb2.BacklogResult, clocks: Callable[[str], None]
) -> None:
    result.time_zone = "Europe/Rome"
    told = []
    for pc in ("Europe/Berlin", "America/New_York"):
        clocks(pc)
        series = BacklogSeries.of(result)
        pick = series.pick(1)
        assert pick is not None
        told.append(pick.words.removeprefix("not closed · opened "))
        assert series.span_words(1) == "2 March 2026, 13:00 to 14:00"
    # The list that shows the tickets has this PC's times.
    assert told == ["2 March 2026, 13:00 to 14:00", "2 March 2026, 13:00 to 14:00 (Europe/Rome)"]


@pytest.mark.parametrize("zone", ["", "Europe/Nowhere", "Europe", "../../etc/passwd", "<b>", "x" * 9_999])
def test_a_zone_that_is_not_known_is_this_pcs(
    zone: str, result: analytics_pb2.BacklogResult, clocks: Callable[[str], None]
) -> None:
    clocks("America/New_York")
    result.time_zone = zone
    series = BacklogSeries.of(result)
    assert (series.stamp.zone, series.stamp.is_elsewhere) == (None, False)
    assert series.span_words(1) == "2 March 2026, 07:00 to 08:00"


def test_what_has_no_tickets_picks_none(series: BacklogSeries) -> None:
    assert series.pick(0, Status.OPEN) is None
    assert series.pick(0, Category.FACILITY_MANAGEMENT) is None


def test_a_cell_of_the_table_picks_what_it_counts_and_a_border_the_whole_bar(series: BacklogSeries) -> None:
    picks = [series.pick_cell(1, column) for column in range(4)]
    assert picks == [series.pick(1), series.pick(1), series.pick(1, Status.OPEN), series.pick(1, Status.ACTIVE)]
    assert series.pick_cell(0, 2) is None, "none is open"
    assert series.pick_cell(2, 0) is series.pick_cell(-1, 0) is None


def test_by_age_the_table_has_a_row_a_class(result: analytics_pb2.BacklogResult) -> None:
    until = Duration(seconds=4 * 3_600)
    result.ages.add(from_age=Duration(), until_age=until, open_count=2, active_count=0)
    result.ages.add(from_age=until, open_count=1, active_count=4)
    series = BacklogSeries.of(result, Split.AGE)
    assert series.table() == SeriesTable(("Age", "Open", "Active"), (("under 4 h", 2, 0), ("over 4 h", 1, 4)))
    young, old = series.ages
    assert [series.pick_cell(1, column) for column in range(3)] == [
        old.pick(), old.pick(Status.OPEN), old.pick(Status.ACTIVE),
    ]  # fmt: skip
    assert series.pick_cell(0, 2) is None
    assert series.pick_cell(0, 0) == young.pick()
    assert series.pick_cell(2, 0) is None
