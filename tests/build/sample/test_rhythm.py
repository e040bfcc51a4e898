"""The calendar of the sample campus and the clock that stands still while its helpdesk is closed."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from sample.rhythm import (
    CAMPUS_TIME,
    SPAN,
    WorkingClock,
    is_quiet_hour,
    is_working_day,
    opening_moments,
    outage_end,
    outage_moments,
    seasons,
    share,
)

NOW = datetime(2026, 11, 24, 14, 40, tzinfo=UTC)


def local(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=CAMPUS_TIME)  # type: ignore[misc,arg-type]


@pytest.fixture(name="clock")
def working_clock() -> WorkingClock:
    return WorkingClock(date(2026, 3, 23), date(2026, 4, 30))


def test_weekends_and_public_holidays_are_free() -> None:
    assert is_working_day(date(2026, 11, 24))
    assert not is_working_day(date(2026, 11, 22))
    assert not is_working_day(date(2026, 12, 25))


def test_hours_pass_only_while_the_desk_is_open(clock: WorkingClock) -> None:
    assert clock.hours(local(2026, 3, 23, 8, 0)) == 0
    assert clock.hours(local(2026, 3, 23, 9, 30)) == 1.5
    assert clock.hours(local(2026, 3, 23, 23, 0)) == clock.hours(local(2026, 3, 24, 6, 0)) == 10
    assert clock.hours(local(2026, 3, 28, 12, 0)) == clock.hours(local(2026, 3, 30, 8, 0)) == 50


def test_summer_time_takes_no_working_hour_away(clock: WorkingClock) -> None:
    # The clocks were set forward on Sunday the 29th.
    friday, monday = local(2026, 3, 27, 17, 0), local(2026, 3, 30, 9, 0)
    assert clock.hours(monday) - clock.hours(friday) == 2
    assert clock.moment(clock.hours(friday) + 2) == monday


def test_a_moment_and_its_hours_are_the_same(clock: WorkingClock) -> None:
    random = Random(5)
    for _ in range(200):
        hours = random.uniform(0, 200)
        assert clock.hours(clock.moment(hours)) == pytest.approx(hours, abs=1e-6)


def test_beyond_the_last_day_there_is_no_moment(clock: WorkingClock) -> None:
    with pytest.raises(IndexError):
        clock.moment(100_000)


def test_seasons_follow_the_academic_year() -> None:
    assert "winter" in seasons(local(2026, 1, 12, 10))
    assert {"summer", "august"} == seasons(local(2026, 8, 12, 10))
    assert "enrolment" in seasons(local(2026, 9, 21, 10))
    assert "exams" in seasons(local(2026, 2, 3, 10))


def test_a_working_morning_is_busier_than_any_other_time() -> None:
    morning = share(local(2026, 11, 24, 10))
    assert morning > 5 * share(local(2026, 11, 22, 10))
    assert morning > 20 * share(local(2026, 11, 24, 3))
    assert morning > 3 * share(local(2026, 8, 18, 10))
    assert not is_quiet_hour(local(2026, 11, 24, 10))
    assert is_quiet_hour(local(2026, 11, 22, 10))


def test_openings_lie_in_the_span_and_reach_its_end() -> None:
    moments = opening_moments(Random(1), NOW, 500)
    assert len(moments) == 500
    assert moments == sorted(moments)
    assert moments[0] >= NOW - SPAN
    assert NOW - timedelta(minutes=10) < moments[-1] < NOW


@pytest.mark.parametrize("now", [NOW, datetime(2026, 9, 20, tzinfo=UTC), datetime(2028, 2, 29, 9, tzinfo=UTC)])
def test_the_outage_lasts_two_hours_of_one_teaching_day(now: datetime) -> None:
    moments = outage_moments(Random(1), now, 40)
    assert len({moment.date() for moment in moments}) == 1
    assert max(moments) - min(moments) < timedelta(hours=2)
    assert all(moment < outage_end(moment) < now - timedelta(days=30) for moment in moments)
    assert is_working_day(moments[0].date())
