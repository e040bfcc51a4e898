"""Metrics of calls: counted by method and status, timed unless they are streams, and offered over HTTP."""

from contextlib import closing
from http.client import HTTPConnection

import pytest
from prometheus_client import CollectorRegistry

from campusdesk.address import Address
from campusdesk.call import Call
from campusdesk.metrics import CallMetrics, new_registry, offer

METHOD = "campusdesk.v1.TicketService/GetTicket"


def made(metrics: CallMetrics, *, streaming: bool = False) -> Call:
    return Call(METHOD, "10.0.0.1", None, [metrics], streaming=streaming)


def test_calls_are_counted_by_method_and_status_and_refusals_by_reason() -> None:
    registry = CollectorRegistry()
    metrics = CallMetrics(registry)
    for reason in ("", "", "RATE_LIMITED"):
        with made(metrics) as call:
            assert registry.get_sample_value("campusdesk_calls_in_flight", {"method": METHOD}) == 1
            call.reason, call.status = reason, "RESOURCE_EXHAUSTED" if reason else "OK"
    assert registry.get_sample_value("campusdesk_calls_total", {"method": METHOD, "status": "OK"}) == 2
    assert registry.get_sample_value("campusdesk_refusals_total", {"reason": "RATE_LIMITED"}) == 1
    assert registry.get_sample_value("campusdesk_refusals_total", {"reason": ""}) is None
    assert registry.get_sample_value("campusdesk_calls_in_flight", {"method": METHOD}) == 0
    assert registry.get_sample_value("campusdesk_call_duration_seconds_count", {"method": METHOD}) == 3


def test_a_stream_is_counted_and_not_timed() -> None:
    registry = CollectorRegistry()
    with made(CallMetrics(registry), streaming=True):
        pass
    assert registry.get_sample_value("campusdesk_calls_total", {"method": METHOD, "status": "OK"}) == 1
    assert registry.get_sample_value("campusdesk_call_duration_seconds_count", {"method": METHOD}) == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_metrics_are_read_over_http_until_the_end(host: str) -> None:
    registry = new_registry()
    with offer(registry, Address(host, 0)) as address:
        with closing(HTTPConnection(host, address.port, timeout=10)) as connection:
            connection.request("GET", "/metrics")
            assert "process_resident_memory_bytes" in connection.getresponse().read().decode()
        with pytest.raises(OSError, match="in use"):
            offer(registry, address)
    with closing(HTTPConnection(host, address.port, timeout=10)) as connection, pytest.raises(ConnectionRefusedError):
        connection.request("GET", "/metrics")
