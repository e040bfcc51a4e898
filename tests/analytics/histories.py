"""Tickets and histories of tickets for the tests of every metric, and a plain way to tell local time."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from hypothesis import strategies as st

from campusdesk.facts import DTYPES, Column, TicketFacts

ZONES = [ZoneInfo(name) for name in ("Europe/Rome", "America/New_York", "Australia/Lord_Howe", "America/St_Johns")]
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
MINUTE_US, HOUR_US, DAY_US = 60_000_000, 3_600_000_000, 86_400_000_000


def us(text: str) -> int:
    """Return the microseconds of a moment such as 2026-02-28T23:30Z."""
    return (datetime.fromisoformat(text) - EPOCH) // MICROSECOND


def local(time_us: int, zone: ZoneInfo) -> datetime:
    return (EPOCH + time_us * MICROSECOND).astimezone(zone)


# Ends of months and years, and the clock changes of the zones above; the last was one minute after midnight.
EDGES = [
    us(edge)
    for edge in (
        "2025-12-31T23:00Z",
        "2026-02-28T23:00Z",
        "2026-03-08T07:00Z",
        "2026-03-29T01:00Z",
        "2026-04-04T15:00Z",
        "2026-10-03T15:30Z",
        "2026-10-25T01:00Z",
        "2026-11-01T06:00Z",
        "2009-11-01T02:31Z",
    )
]
TIMES = st.builds(
    lambda edge, off: edge + off,
    st.sampled_from(EDGES),
    st.integers(-30 * DAY_US, 30 * DAY_US) | st.integers(-2 * HOUR_US, 2 * HOUR_US) | st.sampled_from([-1, 0, 1]),
)


@st.composite
def tickets(draw: st.DrawFn, ids: st.SearchStrategy[int] | None = None) -> TicketFacts:
    """Draw a ticket at any point of its life."""
    status = draw(st.integers(1, 3))
    open_time = draw(TIMES)
    taken = draw(st.integers(0, 40 * DAY_US)) if status > 1 else None
    closed = draw(st.integers(0, 400 * DAY_US)) if status > 2 else None
    activate_time = open_time + taken if taken is not None else 0
    close_time = activate_time + closed if closed is not None else 0
    return TicketFacts(
        id=draw(ids or st.integers(1, 25)),
        open_time=open_time,
        activate_time=activate_time,
        update_time=max(open_time, activate_time, close_time),
        close_time=close_time,
        revision=draw(st.integers(1, 1000)),
        last_message_revision=0,
        status=status,
        category=draw(st.integers(1, 3)),
        confidence=draw(st.sampled_from([0, 50, 59, 60, 61, 89, 100])),
        category_source=draw(st.integers(1, 2)),
        last_message_role=0,
        message_count=0,
        me_too_count=draw(st.integers(0, 3)),
    )


def columns_of(rows: Iterable[TicketFacts]) -> Mapping[str, Column]:
    listed = list(rows)
    return {name: np.array([getattr(row, name) for row in listed], dtype) for name, dtype in DTYPES.items()}
