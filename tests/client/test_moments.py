"""Days and times as a conversation tells them stay true as the clock goes on."""

import time
from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

import pytest

from client.moments import day_words, local_day, said_words, span_words
from client.text import exact_words
from tests.analytics.histories import us
from tests.client.made import MINUTE_US, NOON_US

HOUR_US = 60 * MINUTE_US
DAY_US = 24 * HOUR_US


@pytest.mark.parametrize(
    ("ago_us", "words"),
    [
        (-DAY_US, "Today"),
        (0, "Today"),
        (DAY_US, "Yesterday"),
        (9 * DAY_US, "21 February"),
        (90 * DAY_US, "2 December 2025"),
    ],
)
def test_days(ago_us: int, words: str) -> None:
    assert day_words(NOON_US - ago_us, NOON_US) == words


def test_a_day_begins_at_midnight_of_this_place() -> None:
    midnight = next(
        at for at in range(NOON_US, NOON_US + DAY_US, 15 * MINUTE_US) if exact_words(at).endswith(", 00:00:00")
    )
    assert local_day(midnight - 1) != local_day(midnight)
    assert (day_words(midnight - 1, midnight), day_words(midnight, midnight)) == ("Yesterday", "Today")


@pytest.mark.parametrize(("ago_us", "words"), [(-MINUTE_US, "now"), (0, "now"), (59 * MINUTE_US, "59 min")])
def test_what_was_said_within_the_hour_is_told_by_its_age(ago_us: int, words: str) -> None:
    assert said_words(NOON_US - ago_us, NOON_US) == words


def test_what_was_said_before_is_told_by_the_clock() -> None:
    assert f", {said_words(NOON_US - HOUR_US, NOON_US)}:00" in exact_words(NOON_US - HOUR_US)


@pytest.fixture
def rome(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the local time be an hour ahead of NOON_US."""
    monkeypatch.setenv("TZ", "Europe/Rome")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(("start", "hours", "words"), [
    ("2026-10-25T00:00Z", 1, "25 October 2026, 02:00 CEST to 02:00 CET"),
    ("2026-10-25T01:00Z", 1, "25 October 2026, 02:00 CET to 03:00"),
    ("2026-10-24T22:00Z", 25, "25 October 2026"),
    ("2026-03-29T00:00Z", 1, "29 March 2026, 01:00 to 03:00"),
    ("2026-03-28T23:00Z", 23, "29 March 2026"),
])  # fmt: skip
def test_a_span_on_the_campus_is_told_by_its_clocks(
    start: str, hours: int, words: str, clocks: Callable[[str], None]
) -> None:
    clocks("America/New_York")
    assert span_words(us(start), us(start) + hours * HOUR_US, ZoneInfo("Europe/Rome")) == words


@pytest.mark.usefixtures("rome")
@pytest.mark.parametrize(("from_hour", "hours", "words"), [
    (13, 1, "2 March 2026, 13:00 to 14:00"),
    (0, 24, "2 March 2026"),
    (23, 1, "2 March 2026, 23:00 to 00:00"),
    (18, 24, "2 March, 18:00 to 3 March 2026, 18:00"),
    (0, 48, "2 March, 00:00 to 4 March 2026, 00:00"),
    (18 - 61 * 24, 24, "31 December 2025, 18:00 to 1 January 2026, 18:00"),
])  # fmt: skip
def test_a_span_is_told_by_its_ends_and_a_whole_day_by_its_date(from_hour: int, hours: int, words: str) -> None:
    start_us = NOON_US + (from_hour - 13) * HOUR_US
    assert span_words(start_us, start_us + hours * HOUR_US) == words
