"""What all results have."""

import numpy as np
from google.protobuf.duration_pb2 import Duration

from campusdesk.v1 import analytics_pb2
from client.models.series import Stamp, array, days, seconds
from tests.client.made import NOON_US, moment


def test_a_stamp() -> None:
    told = analytics_pb2.ResultStamp(revision=7, as_of_time=moment(NOON_US), ticket_count=3, live=True)
    assert Stamp.of(told) == Stamp(7, NOON_US, 3, live=True)


def test_moments_and_times_keep_their_fractions() -> None:
    assert seconds(moment(NOON_US + 250_000)) == NOON_US / 1e6 + 0.25
    assert days(Duration(seconds=43_200, nanos=500_000_000)) == 43_200.5 / 86_400
    assert array([1, 2]).dtype == np.float64
