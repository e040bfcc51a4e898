"""Results become arrays that a plot draws."""

import math

import pytest
from google.protobuf.duration_pb2 import Duration

from campusdesk.rules import Category
from campusdesk.v1 import analytics_pb2
from client.models.series import BacklogSeries, CategoryLoadSeries, ResolutionSeries
from tests.client.made import NOON_US, moment

STAMP = analytics_pb2.ResultStamp(revision=7, as_of_time=moment(NOON_US), ticket_count=3, live=True)


def month(number: int, mean_days: float | None, closed: int) -> analytics_pb2.ResolutionMonth:
    mean = Duration(seconds=round(mean_days * 86_400)) if mean_days is not None else None
    return analytics_pb2.ResolutionMonth(year=2026, month=number, mean=mean, closed_count=closed, not_closed_count=2)


def test_backlog() -> None:
    bar = analytics_pb2.BacklogBar(
        start_time=moment(NOON_US), end_time=moment(NOON_US + 500_000), open_count=2, active_count=1
    )
    result = analytics_pb2.BacklogResult(stamp=STAMP, period=Duration(seconds=3600), not_closed=3, bars=[bar])
    series = BacklogSeries.of(result)
    assert (series.period_s, series.not_closed) == (3600, 3)
    assert (series.end_s - series.start_s).tolist() == [0.5]
    assert (series.open_counts.tolist(), series.active_counts.tolist()) == ([2], [1])
    assert (series.stamp.revision, series.stamp.as_of_us, series.stamp.ticket_count, series.stamp.live) == (
        7,
        NOON_US,
        3,
        True,
    )


def test_a_month_in_which_nothing_is_closed_is_a_gap_and_not_zero() -> None:
    result = analytics_pb2.ResolutionTimesResult(
        stamp=STAMP, time_zone="Europe/Rome", months=[month(1, 10.5, 3), month(2, None, 0), month(3, 2.5, 1)]
    )
    series = ResolutionSeries.of(result)
    assert series.mean_days[0] == 10.5
    assert math.isnan(series.mean_days[1])
    assert series.labels() == ["Jan 2026", "Feb 2026", "Mar 2026"]
    assert series.headline() == pytest.approx((3 * 10.5 + 2.5) / 4)
    assert series.not_closed_counts.tolist() == [2, 2, 2]


def test_without_a_closed_ticket_there_is_no_mean() -> None:
    series = ResolutionSeries.of(analytics_pb2.ResolutionTimesResult(stamp=STAMP, months=[month(1, None, 0)]))
    assert series.headline() is None


def test_every_category_has_a_load() -> None:
    load = analytics_pb2.CategoryLoad(category=analytics_pb2.CategoryLoad().category, active_count=9)
    it = analytics_pb2.CategoryLoad(active_count=4, open_count=2)
    it.category = int(Category.TECHNICAL_IT)  # type: ignore[assignment]
    series = CategoryLoadSeries.of(analytics_pb2.CategoryLoadResult(stamp=STAMP, loads=[load, it]))
    assert series.categories == tuple(Category)
    assert series.active_counts.tolist() == [0, 4, 0]
    assert series.open_counts.tolist() == [0, 2, 0]
