"""What a channel adds to calls: who calls, a deadline where there must be one, and tries where they are safe."""

import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import grpc
import pytest
from google.protobuf.message import Message

from campusdesk.access import Caller, read_introduction
from campusdesk.channel import DEADLINE_S, open_channel
from campusdesk.keys import key_file
from campusdesk.reread import Reread
from campusdesk.rules import Role
from campusdesk.tls import Trust
from campusdesk.v1 import change_feed_pb2, change_feed_pb2_grpc, ticket_pb2, ticket_service_pb2, ticket_service_pb2_grpc
from tests.campusdesk.certificate_files import Certificates
from tests.campusdesk.key_files import DESK_KEY, OTHER_KEY

CALLER = Caller(Role.HELPDESK, "Löß-7")
GET = ticket_service_pb2.GetTicketRequest(id=1)
WATCH = change_feed_pb2.WatchRequest()


@dataclass
class Noting(ticket_service_pb2_grpc.TicketServiceServicer, change_feed_pb2_grpc.ChangeFeedServiceServicer):
    """Notes who calls and how long there is; is away for the first `away` calls."""

    away: int = 0
    callers: list[Caller] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    seconds: list[float | None] = field(default_factory=list)

    def GetTicket(
        self, request: ticket_service_pb2.GetTicketRequest, context: grpc.ServicerContext
    ) -> ticket_pb2.Ticket:
        self._note(context)
        return ticket_pb2.Ticket(id=request.id)

    def SuggestCategory(
        self, request: ticket_service_pb2.SuggestCategoryRequest, context: grpc.ServicerContext
    ) -> ticket_service_pb2.SuggestCategoryResponse:
        self._note(context)
        return ticket_service_pb2.SuggestCategoryResponse()

    def FindSimilarTickets(
        self, request: ticket_service_pb2.FindSimilarTicketsRequest, context: grpc.ServicerContext
    ) -> ticket_service_pb2.FindSimilarTicketsResponse:
        self._note(context)
        return ticket_service_pb2.FindSimilarTicketsResponse()

    def Watch(
        self, request: change_feed_pb2.WatchRequest, context: grpc.ServicerContext
    ) -> Iterator[change_feed_pb2.WatchResponse]:
        self._note(context)
        yield change_feed_pb2.WatchResponse()

    def _note(self, context: grpc.ServicerContext) -> None:
        said = read_introduction(context.invocation_metadata())
        self.callers.append(Caller(said.role, said.workstation))
        self.keys.append(said.key)
        remaining = context.time_remaining()
        # A call without a deadline has all the time that gRPC can count.
        self.seconds.append(remaining if remaining < 1e6 else None)
        if len(self.callers) <= self.away:
            context.abort(grpc.StatusCode.UNAVAILABLE, "away")


@pytest.fixture
def noting() -> Noting:
    return Noting()  # type: ignore[abstract]


@contextmanager
def served(noting: Noting, credentials: grpc.ServerCredentials | None = None) -> Iterator[int]:
    """Run a server that notes; give its port."""
    with ThreadPoolExecutor(2) as pool:
        server = grpc.server(pool, options=(("grpc.so_reuseport", 0),))
        ticket_service_pb2_grpc.add_TicketServiceServicer_to_server(noting, server)
        change_feed_pb2_grpc.add_ChangeFeedServiceServicer_to_server(noting, server)
        address = "127.0.0.1:0"
        port = server.add_secure_port(address, credentials) if credentials else server.add_insecure_port(address)
        server.start()
        yield port
        server.stop(None).wait(10)


@pytest.fixture
def channel(noting: Noting) -> Iterator[grpc.Channel]:
    with served(noting) as port, open_channel(f"127.0.0.1:{port}", CALLER) as opened:
        yield opened


@pytest.fixture
def key(tmp_path: Path) -> Reread[str]:
    (tmp_path / "desk.key").write_text(DESK_KEY)
    return key_file(tmp_path / "desk.key")


def get(channel: grpc.Channel, timeout: float | None = None) -> ticket_pb2.Ticket:
    return ticket_service_pb2_grpc.TicketServiceStub(channel).GetTicket(GET, timeout=timeout)


def watch(channel: grpc.Channel) -> list[change_feed_pb2.WatchResponse]:
    return list(change_feed_pb2_grpc.ChangeFeedServiceStub(channel).Watch(WATCH))


@pytest.mark.parametrize("call", [get, watch])
def test_every_call_says_who_calls(
    call: Callable[[grpc.Channel], object], channel: grpc.Channel, noting: Noting
) -> None:
    call(channel)
    assert noting.callers == [CALLER]


def test_a_call_has_a_deadline_and_a_stream_has_none(channel: grpc.Channel, noting: Noting) -> None:
    get(channel)
    get(channel, timeout=3)
    watch(channel)
    usual, own, stream = noting.seconds
    assert usual is not None
    assert DEADLINE_S - 5 < usual <= DEADLINE_S + 0.5
    assert own is not None
    # The server's clock begins a moment before the caller's.
    assert own <= 3.5
    assert stream is None


def test_a_call_is_tried_again_while_the_server_is_away(channel: grpc.Channel, noting: Noting) -> None:
    noting.away = 2
    assert get(channel).id == 1
    assert len(noting.callers) == 3


@pytest.mark.parametrize(
    ("method", "request_"),
    [
        ("SuggestCategory", ticket_service_pb2.SuggestCategoryRequest()),
        ("FindSimilarTickets", ticket_service_pb2.FindSimilarTicketsRequest()),
    ],
)
def test_a_suggestion_is_not_tried_again(method: str, request_: Message, channel: grpc.Channel, noting: Noting) -> None:
    noting.away = 1
    with pytest.raises(grpc.RpcError) as refused:
        getattr(ticket_service_pb2_grpc.TicketServiceStub(channel), method)(request_)
    assert refused.value.code() is grpc.StatusCode.UNAVAILABLE
    assert len(noting.callers) == 1


def test_a_stream_is_not_tried_again_unasked(channel: grpc.Channel, noting: Noting) -> None:
    noting.away = 1
    with pytest.raises(grpc.RpcError) as raised:
        watch(channel)
    assert raised.value.code() is grpc.StatusCode.UNAVAILABLE
    assert len(noting.callers) == 1


@contextmanager
def late(port: int, delay_s: float) -> Iterator[int]:
    """Pass one connection on to the port, so late as a busy server or a slow network does; give the port to call."""
    with socket.create_server(("127.0.0.1", 0)) as listener, ThreadPoolExecutor(2) as pool, ExitStack() as ends:

        def pass_on() -> None:
            near = ends.enter_context(listener.accept()[0])
            threading.Event().wait(delay_s)
            far = ends.enter_context(socket.create_connection(("127.0.0.1", port)))
            back = pool.submit(copy, far, near)
            copy(near, far)
            back.result()

        passing = pool.submit(pass_on)
        yield int(listener.getsockname()[1])
        passing.result(10)


def copy(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65_536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)


def test_a_server_that_answers_a_connection_late_is_waited_for(noting: Noting) -> None:
    with served(noting) as port, late(port, 0.6) as slow, open_channel(f"127.0.0.1:{slow}", CALLER) as channel:
        watch(channel)
    assert noting.callers == [CALLER]


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Name a proxy that is not there, before a channel is opened."""
    for variable in ("no_grpc_proxy", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(variable, raising=False)
    for variable in ("http_proxy", "grpc_proxy", "https_proxy"):
        monkeypatch.setenv(variable, "http://127.0.0.1:1")


@pytest.mark.usefixtures("proxy")
def test_a_proxy_of_the_environment_is_not_asked(channel: grpc.Channel) -> None:
    assert get(channel, timeout=5).id == 1


@pytest.mark.parametrize("call", [get, watch])
def test_the_key_goes_to_this_machine_itself(
    call: Callable[[grpc.Channel], object], key: Reread[str], noting: Noting
) -> None:
    with served(noting) as port, open_channel(f"127.0.0.1:{port}", CALLER, key) as channel:
        call(channel)
    assert noting.keys == [DESK_KEY]


def test_without_tls_the_key_goes_nowhere_else(
    key: Reread[str], noting: Noting, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A name that means another machine too.
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: [(0, 0, 0, "", ("192.0.2.1", 0))])
    with served(noting) as port, open_channel(f"localhost:{port}", CALLER, key) as channel:
        get(channel)
    assert (noting.callers, noting.keys) == ([CALLER], [None])


@pytest.mark.parametrize("call", [get, watch])
def test_the_key_goes_over_tls(
    call: Callable[[grpc.Channel], object], key: Reread[str], noting: Noting, tmp_path: Path
) -> None:
    campus = Certificates(tmp_path / "campus")
    trust = Trust(campus.ca)
    with (
        served(noting, campus.server_tls().credentials()) as port,
        open_channel(f"localhost:{port}", CALLER, key, trust) as channel,
    ):
        call(channel)
    assert (noting.callers, noting.keys) == ([CALLER], [DESK_KEY])


def test_a_key_that_was_exchanged_counts_for_the_next_call(key: Reread[str], noting: Noting, tmp_path: Path) -> None:
    with served(noting) as port, open_channel(f"127.0.0.1:{port}", CALLER, key) as channel:
        get(channel)
        (tmp_path / "desk.key").write_text(f"{OTHER_KEY}\n")
        get(channel)
    assert noting.keys == [DESK_KEY, OTHER_KEY]
