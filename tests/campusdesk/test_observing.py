"""Who is told of calls: the log alone, or the metrics too where somebody reads them."""

import socket
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from campusdesk.address import Address
from campusdesk.call_log import CallLog
from campusdesk.listening import CannotStart
from campusdesk.observing import Observation, observed
from tests.campusdesk.certificate_files import Certificates


def test_without_an_address_there_is_the_log_alone() -> None:
    with observed(None, None) as observation:
        (observer,) = observation.observers
        assert isinstance(observer, CallLog)
        assert (observation.registry, observation.metrics_at) == (None, None)


def test_with_an_address_there_are_metrics() -> None:
    with observed(Address("127.0.0.1", 0), None) as observation:
        assert len(observation.observers) == 2
        assert observation.registry is not None
        assert observation.metrics_at is not None
        assert observation.metrics_at.port > 0


def test_the_metrics_tell_until_when_the_certificate_of_now_is_valid(tmp_path: Path) -> None:
    tls = Certificates(tmp_path, age=timedelta(days=100)).server_tls()
    with observed(Address("127.0.0.1", 0), tls) as observation:
        first = told(observation)
        assert first == tls.expires.timestamp()
        Certificates(tmp_path)
        assert told(observation) == pytest.approx(first + timedelta(days=100).total_seconds(), abs=60)
    with observed(Address("127.0.0.1", 0), None) as observation:
        assert told(observation) is None


def told(observation: Observation) -> float | None:
    assert observation.registry is not None
    return observation.registry.get_sample_value("campusdesk_certificate_expiry_timestamp_seconds")


def test_an_address_that_is_taken_is_said_plainly() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = Address("127.0.0.1", taken.getsockname()[1])
        with pytest.raises(CannotStart, match="another program has the port"), observed(address, None):
            raise AssertionError


def test_a_server_without_metrics_does_not_load_their_library() -> None:
    code = "import sys, ticket_server.server, analytics.server; sys.exit('prometheus_client' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
