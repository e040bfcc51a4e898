"""Resolution times become arrays that a plot draws, and a table of the same."""

import math

import pytest
from google.protobuf.duration_pb2 import Duration

from campusdesk.v1 import analytics_pb2
from client.models.resolution_series import ResolutionSeries
from tests.client.made import NOON_US, moment

STAMP = analytics_pb2.ResultStamp(revision=7, as_of_time=moment(NOON_US), ticket_count=3, live=True)


def month(number: int, mean_days: float | None, closed: int) -> analytics_pb2.ResolutionMonth:
    mean = Duration(seconds=round(mean_days * 86_400)) if mean_days is not None else None
    return analytics_pb2.ResolutionMonth(year=2026, month=number, mean=mean, closed_count=closed, not_closed_count=2)


@pytest.fixture
def series() -> ResolutionSeries:
    months = [month(1, 10.5, 3), month(2, None, 0), month(3, 2.5, 1)]
    return ResolutionSeries.of(analytics_pb2.ResolutionTimesResult(stamp=STAMP, time_zone="Europe/Rome", months=months))


def test_a_month_in_which_nothing_is_closed_is_a_gap_and_not_zero(series: ResolutionSeries) -> None:
    assert series.mean_days[0] == 10.5
    assert math.isnan(series.mean_days[1])
    assert series.labels() == ["Jan 2026", "Feb 2026", "Mar 2026"]
    assert series.headline() == pytest.approx((3 * 10.5 + 2.5) / 4)
    assert series.not_closed_counts.tolist() == [2, 2, 2]


def test_without_a_closed_ticket_there_is_no_mean() -> None:
    series = ResolutionSeries.of(analytics_pb2.ResolutionTimesResult(stamp=STAMP, months=[month(1, None, 0)]))
    assert series.headline() is None


def test_its_table_leaves_out_what_is_not_known(series: ResolutionSeries) -> None:
    assert series.table().rows == (("Jan 2026", 10.5, 3, 2), ("Feb 2026", None, 0, 2), ("Mar 2026", 2.5, 1, 2))
