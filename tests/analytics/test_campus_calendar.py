"""Where hours, days and months begin on the campus, over clock changes of several kinds."""

from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.campus_calendar import CampusCalendar, Month
from tests.analytics.histories import HOUR_US, TIMES, ZONES, local, us

ROME, ST_JOHNS = CampusCalendar(ZONES[0]), CampusCalendar(ZONES[3])


@given(TIMES, st.sampled_from(ZONES))
def test_a_time_lies_between_the_beginnings_of_its_month_and_the_next(time_us: int, zone: ZoneInfo) -> None:
    calendar = CampusCalendar(zone)
    month = calendar.month_of(time_us)

    assert calendar.month_start(month) <= time_us < calendar.month_start(month.following())


@given(st.lists(TIMES, min_size=2, max_size=20), st.sampled_from(ZONES))
def test_months_are_the_same_in_whatever_order_they_are_asked_for(times_us: list[int], zone: ZoneInfo) -> None:
    calendar = CampusCalendar(zone)

    assert [calendar.month_of(time) for time in times_us] == [CampusCalendar(zone).month_of(time) for time in times_us]


@given(TIMES, st.sampled_from(ZONES))
def test_days_begin_where_the_date_changes(time_us: int, zone: ZoneInfo) -> None:
    starts = list(islice(CampusCalendar(zone).day_starts(time_us), 5))

    assert starts == sorted({*starts, time_us} - {time_us})
    assert all(local(start - 1, zone).date() < local(start, zone).date() for start in starts)
    assert min(later - earlier for earlier, later in pairwise(starts)) >= 23 * HOUR_US


@given(TIMES, st.sampled_from(ZONES))
def test_hours_begin_at_every_full_hour_and_where_clocks_change(time_us: int, zone: ZoneInfo) -> None:
    starts = list(islice(CampusCalendar(zone).hour_starts(time_us), 30))

    assert all(0 < later - earlier <= HOUR_US for earlier, later in zip([time_us, *starts], starts, strict=False))
    for start in starts:
        changed = local(start - 1, zone).utcoffset() != local(start, zone).utcoffset()
        assert changed or local(start, zone).minute == 0


@pytest.mark.parametrize(
    ("time", "month"),
    [
        ("2026-02-28T22:59:59.999999Z", Month(2026, 2)),
        ("2026-02-28T23:30Z", Month(2026, 3)),
        ("2025-12-31T23:00Z", Month(2026, 1)),
        ("2026-06-30T21:59Z", Month(2026, 6)),
        ("2026-06-30T22:00Z", Month(2026, 7)),
    ],
)
def test_months_are_cut_in_rome_in_winter_and_in_summer_time(time: str, month: Month) -> None:
    assert ROME.month_of(us(time)) == month


def test_a_month_that_began_does_not_end_when_clocks_go_back_over_its_midnight() -> None:
    # In 2009 St. John's set its clocks from 00:01 on the first of November back to 23:01 on the last of October.
    first_time, second_time = us("2009-11-01T02:30Z"), us("2009-11-01T03:00Z")

    assert local(second_time, ST_JOHNS.zone).month == 10
    assert ST_JOHNS.month_of(first_time) == ST_JOHNS.month_of(second_time) == Month(2009, 11)


def test_a_skipped_midnight_is_the_moment_of_the_skip() -> None:
    # In 2024 Beirut's clocks went from 00:00 on the last of March to 01:00.
    starts = CampusCalendar(ZoneInfo("Asia/Beirut")).day_starts(us("2024-03-30T12:00Z"))

    assert next(starts) == us("2024-03-30T22:00Z")
    assert next(starts) == us("2024-03-31T21:00Z")


def test_the_months_over_a_year_end() -> None:
    assert list(ROME.months(Month(2025, 11), Month(2026, 2))) == [
        Month(2025, 11),
        Month(2025, 12),
        Month(2026, 1),
        Month(2026, 2),
    ]
