"""Several equal servers behind one channel: real ones, of which some are away."""

import random
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import grpc
import pytest

from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.listed_channel import ListedChannel
from campusdesk.rules import Role
from campusdesk.v1 import change_feed_pb2, change_feed_pb2_grpc, ticket_pb2, ticket_service_pb2, ticket_service_pb2_grpc

GET = ticket_service_pb2.GetTicketRequest(id=1)
_PATIENCE_S = 20


class Named(ticket_service_pb2_grpc.TicketServiceServicer, change_feed_pb2_grpc.ChangeFeedServiceServicer):
    """Answers with its number, and holds each watch until its end."""

    def __init__(self, number: int) -> None:
        self.number, self.refusal = number, grpc.StatusCode.OK
        self.ending, self.answering = threading.Event(), threading.Event()
        self.answering.set()

    def GetTicket(
        self, request: ticket_service_pb2.GetTicketRequest, context: grpc.ServicerContext
    ) -> ticket_pb2.Ticket:
        self.answering.wait(_PATIENCE_S)
        if self.refusal is not grpc.StatusCode.OK:
            context.abort(self.refusal, "no")
        return ticket_pb2.Ticket(id=self.number)

    def Watch(
        self, request: change_feed_pb2.WatchRequest, context: grpc.ServicerContext
    ) -> Iterator[change_feed_pb2.WatchResponse]:
        yield change_feed_pb2.WatchResponse(progress=change_feed_pb2.Progress(revision=self.number))
        self.ending.wait(_PATIENCE_S)
        context.abort(grpc.StatusCode.UNAVAILABLE, "ends")


@contextmanager
def serving(named: Named) -> Iterator[str]:
    with ThreadPoolExecutor(4) as pool:
        server = grpc.server(pool, options=(("grpc.so_reuseport", 0),))
        ticket_service_pb2_grpc.add_TicketServiceServicer_to_server(named, server)
        change_feed_pb2_grpc.add_ChangeFeedServiceServicer_to_server(named, server)
        port = server.add_insecure_port("127.0.0.1:0")
        server.start()
        yield f"127.0.0.1:{port}"
        named.ending.set()
        server.stop(None).wait(_PATIENCE_S)


@pytest.fixture
def first() -> Named:
    return Named(1)  # type: ignore[abstract]


@pytest.fixture
def second() -> Named:
    return Named(2)  # type: ignore[abstract]


@pytest.fixture
def channel(first: Named, second: Named) -> Iterator[ListedChannel]:
    with serving(first) as one, serving(second) as two:
        made = [grpc.insecure_channel(address) for address in (one, two)]
        with ListedChannel(made, 0) as listed:
            yield listed


def answered(channel: grpc.Channel) -> int:
    return ticket_service_pb2_grpc.TicketServiceStub(channel).GetTicket(GET, timeout=_PATIENCE_S).id


def answered_later(channel: grpc.Channel) -> int:
    future = ticket_service_pb2_grpc.TicketServiceStub(channel).GetTicket.future(GET, timeout=_PATIENCE_S)
    answer: ticket_pb2.Ticket = future.result()
    return answer.id


def answered_with_call(channel: grpc.Channel) -> int:
    answer, call = ticket_service_pb2_grpc.TicketServiceStub(channel).GetTicket.with_call(GET, timeout=_PATIENCE_S)
    assert call.code() is grpc.StatusCode.OK
    return int(answer.id)


ASKS = pytest.mark.parametrize("ask", [answered, answered_later, answered_with_call])


@ASKS
def test_a_server_that_answers_is_stayed_with(channel: ListedChannel, ask: Callable[[grpc.Channel], int]) -> None:
    assert [ask(channel) for _ in range(3)] == [1, 1, 1]


@ASKS
def test_one_that_is_away_is_left_for_the_next_and_not_come_back_to(
    channel: ListedChannel, first: Named, second: Named, ask: Callable[[grpc.Channel], int]
) -> None:
    first.refusal = grpc.StatusCode.UNAVAILABLE
    with pytest.raises(grpc.RpcError):
        ask(channel)
    assert ask(channel) == 2
    first.refusal = grpc.StatusCode.OK
    assert ask(channel) == 2
    second.refusal = grpc.StatusCode.UNAVAILABLE
    with pytest.raises(grpc.RpcError):
        ask(channel)
    assert ask(channel) == 1


@pytest.mark.parametrize("code", [grpc.StatusCode.NOT_FOUND, grpc.StatusCode.RESOURCE_EXHAUSTED])
def test_a_refusal_is_an_answer(channel: ListedChannel, first: Named, code: grpc.StatusCode) -> None:
    first.refusal = code
    for _ in range(2):
        with pytest.raises(grpc.RpcError) as refused:
            answered(channel)
        assert isinstance(refused.value, grpc.Call)
        assert refused.value.code() is code


def test_a_stream_that_breaks_sends_all_that_follows_to_the_next(
    channel: ListedChannel, first: Named, second: Named
) -> None:
    watch = change_feed_pb2_grpc.ChangeFeedServiceStub(channel).Watch
    stream = watch(change_feed_pb2.WatchRequest())
    assert next(stream).progress.revision == 1
    first.ending.set()
    with pytest.raises(grpc.RpcError):
        next(stream)
    second.ending.set()
    again = watch(change_feed_pb2.WatchRequest())
    assert next(again).progress.revision == 2


def test_a_stream_that_is_cancelled_says_nothing_of_its_server(channel: ListedChannel, first: Named) -> None:
    stream = change_feed_pb2_grpc.ChangeFeedServiceStub(channel).Watch(change_feed_pb2.WatchRequest())
    assert next(stream).progress.revision == 1
    stream.cancel()
    first.ending.set()
    assert answered(channel) == 1


def test_many_calls_that_fail_together_leave_one_server(channel: ListedChannel, first: Named) -> None:
    first.refusal = grpc.StatusCode.UNAVAILABLE
    first.answering.clear()
    futures = [ticket_service_pb2_grpc.TicketServiceStub(channel).GetTicket.future(GET) for _ in range(3)]
    first.answering.set()
    for future in futures:
        with pytest.raises(grpc.RpcError):
            future.result()
    assert answered(channel) == 2


def test_callers_begin_with_any_of_the_servers(first: Named, second: Named, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("campusdesk.channel.randrange", random.Random(3).randrange)
    caller, begun = Caller(Role.USER, "LAB-1"), []
    with serving(first) as one, serving(second) as two:
        for _ in range(12):
            with open_channel(f"{one},{two}", caller) as opened:
                begun.append(answered(opened))
    assert set(begun) == {1, 2}
