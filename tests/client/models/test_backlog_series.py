"""A backlog becomes arrays that a plot draws, and a table of the same."""

import pytest
from google.protobuf.duration_pb2 import Duration

from campusdesk.v1 import analytics_pb2
from client.models.backlog_series import BacklogSeries
from client.models.series_table import SeriesTable, local_cell
from tests.client.made import NOON_US, moment

STAMP = analytics_pb2.ResultStamp(revision=7, as_of_time=moment(NOON_US), ticket_count=3, live=True)
HOUR_US = 3_600_000_000


@pytest.fixture
def series() -> BacklogSeries:
    bar = analytics_pb2.BacklogBar(
        start_time=moment(NOON_US), end_time=moment(NOON_US + HOUR_US), open_count=2, active_count=1
    )
    result = analytics_pb2.BacklogResult(stamp=STAMP, period=Duration(seconds=3600), not_closed=3, bars=[bar])
    return BacklogSeries.of(result)


def test_backlog(series: BacklogSeries) -> None:
    assert (series.period_s, series.not_closed) == (3600, 3)
    assert (series.end_s - series.start_s).tolist() == [3_600]
    assert (series.open_counts.tolist(), series.active_counts.tolist()) == ([2], [1])
    assert series.stamp.revision == 7


def test_its_table_has_a_row_a_bar(series: BacklogSeries) -> None:
    noon, later = local_cell(NOON_US / 1e6), local_cell((NOON_US + HOUR_US) / 1e6)
    assert series.table() == SeriesTable(("Opened from", "until", "Open", "Active"), ((noon, later, 2, 1),))
