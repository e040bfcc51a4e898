"""One call as it is observed: whose id it has, where it came from, and how it ended."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campusdesk.call import Call, host_of
from campusdesk.v1 import ticket_service_pb2
from tests.campusdesk.noted import Noted


def made(request: object, *observers: Noted) -> Call:
    return Call("campusdesk.v1.TicketService/CreateTicket", "10.0.0.1", request, observers, streaming=False)


def test_the_observers_are_told_of_beginning_and_end() -> None:
    noted = Noted()
    with made(None, noted):
        assert (len(noted.begun), noted.ends()) == (1, [])
    assert (len(noted.begun), noted.ends()) == (1, [("CreateTicket", "OK", "")])


@pytest.mark.parametrize("end", [asyncio.CancelledError, GeneratorExit])
def test_a_call_that_is_cut_short_is_cancelled(end: type[BaseException]) -> None:
    noted = Noted()
    with pytest.raises(end), made(None, noted):
        raise end
    assert noted.ends() == [("CreateTicket", "CANCELLED", "")]


def test_the_callers_own_request_id_is_the_calls() -> None:
    request_id = "0b5c1b1e-7a7e-4a3f-8f5b-3f1a6a6b1c2d"
    assert made(ticket_service_pb2.CreateTicketRequest(request_id=request_id)).request_id == request_id


@given(st.text() | st.just("projector") | st.just("0b5c1b1e7a7e4a3f8f5b3f1a6a6b1c2d"))
def test_no_other_text_becomes_an_id(text: str) -> None:
    class Request:
        request_id = text

    assert made(Request()).request_id != text


def test_a_call_without_an_id_gets_one_that_no_other_has() -> None:
    requests = [None, b"bytes", ticket_service_pb2.GetTicketRequest(id=1), ticket_service_pb2.CreateTicketRequest()]
    assert len({made(request).request_id for request in requests * 25}) == 100


@pytest.mark.parametrize(
    ("peer", "host"),
    [
        ("ipv4:127.0.0.1:4711", "127.0.0.1"),
        ("ipv6:[::1]:4711", "::1"),
        ("ipv6:%5B2001:db8::7%5D:4711", "2001:db8::7"),
        ("unix:/run/campusdesk.sock", "unix"),
        ("unknown", "unknown"),
    ],
)
def test_the_host_of_a_peer_is_its_address_without_the_port(peer: str, host: str) -> None:
    assert host_of(peer) == host
