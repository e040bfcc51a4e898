"""Spans of age slide with the clock, and today begins where the local day does."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.models.age import Age, midnight_us, span
from tests.client.made import NOON_US

HOUR_US = 3_600_000_000
DAY_US = 24 * HOUR_US


@pytest.fixture(autouse=True)
def rome(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the local time be that of a campus with summer time."""
    monkeypatch.setenv("TZ", "Europe/Rome")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("age", "ago_us", "is_over"),
    [
        (Age.HOUR, HOUR_US, False),
        (Age.EIGHT_HOURS, 8 * HOUR_US, False),
        (Age.WEEK, 7 * DAY_US, False),
        (Age.MONTH, 30 * DAY_US, False),
        (Age.OVER_WEEK, 7 * DAY_US, True),
        (Age.OVER_MONTH, 30 * DAY_US, True),
    ],
)
def test_each_age_ends_where_its_words_say(age: Age, ago_us: int, is_over: bool) -> None:
    start, end = span(age, NOON_US)
    limit_us = NOON_US - ago_us
    assert (start <= limit_us < end, start <= limit_us - 1 < end) == (not is_over, is_over)
    # Clocks of servers may be a little ahead.
    assert (start <= NOON_US + DAY_US < end) is not is_over


@pytest.mark.parametrize("age", Age)
def test_a_span_slides_with_the_clock_but_for_today(age: Age) -> None:
    before, after = span(age, NOON_US), span(age, NOON_US + HOUR_US)
    assert (before != after) is (age is not Age.TODAY)


def test_what_is_not_over_a_week_is_within_one() -> None:
    assert span(Age.WEEK, NOON_US)[0] == span(Age.OVER_WEEK, NOON_US)[1]
    assert span(Age.MONTH, NOON_US)[0] == span(Age.OVER_MONTH, NOON_US)[1]


@given(st.integers(0, 400 * 24 * 60))
def test_the_day_began_at_local_midnight(minutes: int) -> None:
    now_us = NOON_US + minutes * 60_000_000
    began = time.localtime(midnight_us(now_us) // 1_000_000)
    assert (began.tm_hour, began.tm_min, began.tm_sec) == (0, 0, 0)
    assert began.tm_yday == time.localtime(now_us // 1_000_000).tm_yday
    assert 0 <= now_us - midnight_us(now_us) < 25 * HOUR_US


def test_on_the_day_that_summer_time_begins_an_hour_less_has_passed() -> None:
    # 2026-03-29 12:00 in Rome.
    noon_us = 1_774_778_400_000_000
    assert noon_us - midnight_us(noon_us) == 11 * HOUR_US
