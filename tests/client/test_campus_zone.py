"""It is found out where this PC's clocks show another time than the campus', and which of two equal hours is meant."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from client.campus_zone import clock, is_elsewhere, known_zone
from tests.analytics.histories import us

ROME = ZoneInfo("Europe/Rome")
# Europe changes its clocks a week before America does.
OCTOBER_S, NOVEMBER_S = us("2026-10-28T12:00Z") / 1e6, us("2026-11-28T12:00Z") / 1e6


@pytest.mark.parametrize(("pc", "zone", "moments_s", "elsewhere"), [
    ("America/New_York", "Europe/Rome", [NOVEMBER_S], True),
    ("Europe/Berlin", "Europe/Rome", [OCTOBER_S, NOVEMBER_S], False),
    ("Europe/London", "Europe/Rome", [NOVEMBER_S], True),
    # Another zone that shows the same for a part of the year.
    ("America/Bogota", "America/New_York", [NOVEMBER_S], False),
    ("America/Bogota", "America/New_York", [NOVEMBER_S, OCTOBER_S], True),
    ("America/Bogota", "America/New_York", [NOVEMBER_S, NOVEMBER_S, NOVEMBER_S, OCTOBER_S], True),
    ("America/New_York", "America/New_York", [NOVEMBER_S, NOVEMBER_S, NOVEMBER_S, OCTOBER_S], False),
    ("America/New_York", "Europe/Nowhere", [NOVEMBER_S], False),
])  # fmt: skip
def test_clocks_are_compared_at_the_moments_that_are_shown(
    pc: str, zone: str, moments_s: list[float], elsewhere: bool, clocks: Callable[[str], None]
) -> None:
    clocks(pc)
    assert is_elsewhere(known_zone(zone), moments_s) is elsewhere


def test_only_an_hour_that_comes_twice_is_named() -> None:
    moments = ("2026-10-24T23:59Z", "2026-10-25T00:00Z", "2026-10-25T01:59Z", "2026-10-25T02:00Z", "2026-03-29T01:00Z")
    told = [clock(datetime.fromtimestamp(us(moment) // 1_000_000, ROME)) for moment in moments]
    assert told == ["01:59", "02:00 CEST", "02:59 CET", "03:00", "03:00"]
