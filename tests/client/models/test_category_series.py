"""Category loads become arrays that a plot draws, and a table of the same."""

import pytest

from campusdesk.rules import Category
from campusdesk.v1 import analytics_pb2
from client.models.category_series import CategoryLoadSeries
from tests.client.made import NOON_US, moment

STAMP = analytics_pb2.ResultStamp(revision=7, as_of_time=moment(NOON_US), ticket_count=3, live=True)


@pytest.fixture
def series() -> CategoryLoadSeries:
    load = analytics_pb2.CategoryLoad(category=analytics_pb2.CategoryLoad().category, active_count=9)
    it = analytics_pb2.CategoryLoad(active_count=4, open_count=2)
    it.category = int(Category.TECHNICAL_IT)  # type: ignore[assignment]
    return CategoryLoadSeries.of(analytics_pb2.CategoryLoadResult(stamp=STAMP, loads=[load, it]))


def test_every_category_has_a_load(series: CategoryLoadSeries) -> None:
    assert series.categories == tuple(Category)
    assert series.active_counts.tolist() == [0, 4, 0]
    assert series.open_counts.tolist() == [0, 2, 0]


def test_its_table_has_every_category(series: CategoryLoadSeries) -> None:
    assert series.table().rows == (("Facility management", 0, 0), ("Technical IT", 4, 2), ("Services complaints", 0, 0))
