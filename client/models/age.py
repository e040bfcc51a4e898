"""How long ago a ticket was opened, as people filter by it: spans that slide with the clock."""

import time
from enum import IntEnum

from client.models.rule import MOST

_HOUR_US = 3_600_000_000
_DAY_US = 24 * _HOUR_US


class Age(IntEnum):
    """Opened within so long, or longer ago than that."""

    HOUR = 1
    EIGHT_HOURS = 2
    TODAY = 3
    WEEK = 4
    MONTH = 5
    OVER_WEEK = 6
    OVER_MONTH = 7


_WITHIN = {Age.HOUR: _HOUR_US, Age.EIGHT_HOURS: 8 * _HOUR_US, Age.WEEK: 7 * _DAY_US, Age.MONTH: 30 * _DAY_US}
_OVER = {Age.OVER_WEEK: 7 * _DAY_US, Age.OVER_MONTH: 30 * _DAY_US}


def span(age: Age, now_us: int) -> tuple[int, int]:
    """Return from when (included) until when (not included) tickets of this age were opened, in microseconds."""
    if age in _OVER:
        return 0, now_us - _OVER[age]
    return (midnight_us(now_us) if age is Age.TODAY else now_us - _WITHIN[age]), MOST


def midnight_us(now_us: int) -> int:
    """Return when the local day of this moment began, in microseconds since 1970."""
    day = time.localtime(now_us // 1_000_000)
    # -1: whether summer time held then is looked up, for it may have changed since.
    return int(time.mktime((day.tm_year, day.tm_mon, day.tm_mday, 0, 0, 0, 0, 0, -1))) * 1_000_000
