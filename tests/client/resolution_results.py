"""Results of the resolution times as their server tells them, of months of 2026."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from google.protobuf.duration_pb2 import Duration

from campusdesk.v1 import analytics_pb2
from tests.client.made import NOON_US, moment

DAY_S = 86_400
STAMP = analytics_pb2.ResultStamp(revision=7, as_of_time=moment(NOON_US), ticket_count=3, live=True)


def month(
    number: int,
    closed: int,
    not_closed: int = 0,
    *,
    days: Mapping[str, float] | None = None,
    within: Sequence[tuple[int, int]] = (),
    year: int = 2026,
) -> analytics_pb2.ResolutionMonth:
    """Return a month; `days` are its mean, median, p90 and expected_median, and `within` the old enough and closed."""
    told = analytics_pb2.ResolutionMonth(
        year=year,
        month=number,
        closed_count=closed,
        not_closed_count=not_closed,
        preliminary=100 * closed < 95 * (closed + not_closed),
        start_time=moment(_start_us(year, number)),
        end_time=moment(_start_us(year + number // 12, number % 12 + 1)),
    )
    for name, value in (days or {}).items():
        getattr(told, name).FromMicroseconds(round(value * DAY_S * 1_000_000))
    for span, (old_enough, in_time) in zip((1, 3, 7, 30), within, strict=False):
        told.closed_within.add(within=Duration(seconds=span * DAY_S), old_enough_count=old_enough, closed_count=in_time)
    return told


def result(
    *months: analytics_pb2.ResolutionMonth, category: int = 0, zone: str = "Europe/Rome"
) -> analytics_pb2.ResolutionTimesResult:
    """Return a result of these months."""
    told = analytics_pb2.ResolutionTimesResult(stamp=STAMP, time_zone=zone, months=months)
    told.category = category  # type: ignore[assignment]
    return told


def _start_us(year: int, number: int) -> int:
    return int(datetime(year, number, 1, tzinfo=UTC).timestamp()) * 1_000_000
