"""Metrics for Prometheus: every call counted and timed, and the port where they are read over HTTP."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from typing import NamedTuple

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    start_http_server,
)

from campusdesk.address import Address
from campusdesk.call import Call

# Seconds; a call in a campus takes some milliseconds, and none longer than its deadline of 10 s.
_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


def new_registry() -> CollectorRegistry:
    """Return a registry with the metrics of this process."""
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    PlatformCollector(registry=registry)
    GCCollector(registry=registry)
    return registry


class _Method(NamedTuple):
    """The metrics of one method, kept because finding them by their labels takes longer than counting."""

    in_flight: Gauge
    seconds: Histogram
    ended: dict[str, Counter]


class CallMetrics:
    """Counts and times the calls of one server by method; streams are counted, and not timed.

    What callers name that is no method is one method here, so that nobody can make the metrics grow.
    """

    def __init__(self, registry: CollectorRegistry) -> None:
        """Register the metrics."""
        self._methods: dict[str, _Method] = {}
        self._ended = Counter("campusdesk_calls", "Ended calls.", ("method", "status"), registry=registry)
        self._refused = Counter("campusdesk_refusals", "Refused calls.", ("reason",), registry=registry)
        self._open = Gauge("campusdesk_calls_in_flight", "Calls being served now.", ("method",), registry=registry)
        self._seconds = Histogram(
            "campusdesk_call_duration_seconds",
            "How long calls took, streams left out.",
            ("method",),
            buckets=_BUCKETS,
            registry=registry,
        )

    def began(self, call: Call) -> None:
        """Count the call as being served."""
        self._of(call.method).in_flight.inc()

    def ended(self, call: Call) -> None:
        """Count the call as ended, and time it."""
        method = self._of(call.method)
        method.in_flight.dec()
        if call.status not in method.ended:
            method.ended[call.status] = self._ended.labels(call.method, call.status)
        method.ended[call.status].inc()
        if call.reason:
            self._refused.labels(call.reason).inc()
        if not call.streaming:
            method.seconds.observe(call.seconds)

    def _of(self, method: str) -> _Method:
        found = self._methods.get(method)
        if found is None:
            found = self._methods[method] = _Method(self._open.labels(method), self._seconds.labels(method), {})
        return found


def tell_expiry(registry: CollectorRegistry, expires: Callable[[], datetime]) -> None:
    """Let the registry ask until when the server's certificate is valid whenever it is read."""
    words = "When the certificate that is shown now expires, in seconds since 1970 UTC."
    expiry = Gauge("campusdesk_certificate_expiry_timestamp_seconds", words, registry=registry)
    expiry.set_function(lambda: expires().timestamp())


def offer(registry: CollectorRegistry, listen: Address) -> AbstractContextManager[Address]:
    """Offer the metrics over HTTP until the context is left, which gives where; raises OSError when it cannot."""
    server, thread = start_http_server(listen.port, listen.host, registry)

    @contextmanager
    def offered() -> Iterator[Address]:
        try:
            yield Address(listen.host, server.server_port)
        finally:
            server.shutdown()
            server.server_close()
            thread.join()

    return offered()
