"""Who is told of calls: the log alone, or the metrics too where somebody reads them."""

import socket
import subprocess
import sys

import pytest

from campusdesk.address import Address
from campusdesk.call_log import CallLog
from campusdesk.listening import CannotStart
from campusdesk.observing import observed


def test_without_an_address_there_is_the_log_alone() -> None:
    with observed(None) as observation:
        (observer,) = observation.observers
        assert isinstance(observer, CallLog)
        assert (observation.registry, observation.metrics_at) == (None, None)


def test_with_an_address_there_are_metrics() -> None:
    with observed(Address("127.0.0.1", 0)) as observation:
        assert len(observation.observers) == 2
        assert observation.registry is not None
        assert observation.metrics_at is not None
        assert observation.metrics_at.port > 0


def test_an_address_that_is_taken_is_said_plainly() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = Address("127.0.0.1", taken.getsockname()[1])
        with pytest.raises(CannotStart, match="another program has the port"), observed(address):
            raise AssertionError


def test_a_server_without_metrics_does_not_load_their_library() -> None:
    code = "import sys, ticket_server.server, analytics.server; sys.exit('prometheus_client' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
