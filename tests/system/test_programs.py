"""Each program starts alone, says in one line where it listens, stops cleanly, and refuses plainly."""

import socket
from functools import partial
from pathlib import Path

import grpc
import pytest

from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.errors import from_rpc_error
from campusdesk.rules import Reason, Role
from campusdesk.v1 import change_feed_pb2, change_feed_pb2_grpc
from tests.system import programs
from tests.system.programs import ANALYSES, Program, anew, free_port, until

# As people start them: it is the start that is of interest here.
ticket_server, analytics_server = (
    partial(start, start=anew) for start in (programs.ticket_server, programs.analytics_server)
)


def test_the_ticket_server_says_where_it_listens_and_stops_cleanly(tmp_path: Path) -> None:
    with ticket_server(tmp_path / "tickets.db") as server:
        assert server.line().startswith("The ticket server listens on 127.0.0.1:")
        assert server.stop() == 0


@pytest.mark.parametrize("analysis", ANALYSES)
def test_an_analytics_server_starts_without_the_ticket_server_and_says_so(analysis: str) -> None:
    nobody = f"127.0.0.1:{free_port()}"
    with analytics_server(analysis, nobody) as server:
        assert "listens on 127.0.0.1:" in server.line()
        until(lambda: any(nobody in line and "does not answer" in line for line in server.complaints), "it says so")
        assert server.stop() == 0


@pytest.mark.parametrize("program", ["ticket_server", *ANALYSES])
def test_a_taken_port_is_one_plain_line(program: str, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        listen = f"127.0.0.1:{taken.getsockname()[1]}"
        start = ticket_server(tmp_path / "tickets.db", listen)
        if program != "ticket_server":
            start.kill()
            start = analytics_server(program, f"127.0.0.1:{free_port()}", listen)
        with start as server:
            assert server.ended() == 1
    assert any(listen in line and "another program has the port" in line for line in server.complaints)
    assert len(server.complaints) == 1 or program != "ticket_server"
    assert not any("Traceback" in line for line in server.complaints)


def test_a_second_server_on_the_same_database_is_refused(tmp_path: Path) -> None:
    with ticket_server(tmp_path / "tickets.db") as first:
        first.line()
        with ticket_server(tmp_path / "tickets.db") as second:
            assert second.ended() == 1
        assert "is in use by another program" in second.complaints[-1]
        assert first.stop() == 0


def test_a_file_that_is_no_database_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "tickets.db").write_bytes(b"no database at all, but long enough to be read as a page" * 100)
    with ticket_server(tmp_path / "tickets.db") as server:
        assert server.ended() == 1
    assert "cannot be opened" in server.complaints[-1]
    assert not any("Traceback" in line for line in server.complaints)


@pytest.mark.parametrize("listen", ["nowhere", "127.0.0.1:99999"])
def test_an_address_that_is_none_is_refused_in_words(listen: str, tmp_path: Path) -> None:
    with Program("ticket_server", "serve", "--listen", listen, "--database", f"sqlite:///{tmp_path}/x.db") as server:
        assert server.ended() == 2
    assert "--listen" in "\n".join(server.complaints)


def test_a_stopping_server_tells_its_watchers_so(tmp_path: Path) -> None:
    who = Caller(Role.HELPDESK, "watcher")
    with ticket_server(tmp_path / "tickets.db") as server, open_channel(server.address(), who) as channel:
        watch = change_feed_pb2_grpc.ChangeFeedServiceStub(channel).Watch(change_feed_pb2.WatchRequest())
        assert next(watch).snapshot.last
        assert server.stop() == 0
        with pytest.raises(grpc.RpcError) as raised:
            next(watch)
    assert from_rpc_error(raised.value).reason is Reason.SERVER_STOPPING
