"""The line of a call: what it is, in one event, without what is empty."""

from collections.abc import Iterator

import pytest
import structlog
from structlog.testing import capture_logs

from campusdesk.call import Call
from campusdesk.call_log import CallLog


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    structlog.reset_defaults()


def test_a_call_is_one_line_when_it_has_ended() -> None:
    with capture_logs() as lines:
        log = CallLog()
        with Call("campusdesk.v1.TicketService/GetTicket", "10.0.0.1", None, [log], streaming=False) as call:
            assert lines == []
            call.role, call.workstation = "user", "LAB-1"
            call.status, call.reason = "NOT_FOUND", "TICKET_NOT_FOUND"
    (line,) = lines
    assert line.pop("duration_ms") >= 0
    assert line == {
        "event": "call",
        "log_level": "info",
        "method": "campusdesk.v1.TicketService/GetTicket",
        "status": "NOT_FOUND",
        "reason": "TICKET_NOT_FOUND",
        "role": "user",
        "workstation": "LAB-1",
        "host": "10.0.0.1",
        "request_id": call.request_id,
    }


def test_what_is_not_known_is_left_out() -> None:
    with capture_logs() as lines, Call("unknown", "10.0.0.1", None, [CallLog()], streaming=False):
        pass
    assert set(lines[0]) == {"event", "log_level", "method", "status", "duration_ms", "host", "request_id"}
