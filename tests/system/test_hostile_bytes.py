"""Bytes at a server's port that no client sends: whatever they are, the server stays and serves on."""

import resource
import socket
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campusdesk.rules import Role
from tests.campusdesk import contract
from tests.campusdesk.http2 import CONTINUATION, HEADERS, PREFACE, SETTINGS, call, frame, headers
from tests.system.calls import Servers, introduced
from tests.system.depth import DEPTHS
from tests.system.programs import PATIENCE_S, campus, ticket_server, until


class Ports(NamedTuple):
    """Where a ticket server and an analytics server listen, and the channels to call them properly."""

    addresses: list[tuple[str, int]]
    servers: Servers


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ports]:
    with campus(tmp_path_factory.mktemp("bytes") / "tickets.db") as (program, tickets, analytics):
        addresses = [address.rsplit(":", 1) for address in (tickets, analytics["backlog"])]
        with Servers(tickets, analytics) as servers:
            yield Ports([(host, int(port)) for host, port in addresses], servers)
        assert program.stop() == 0
    assert not [line for line in program.complaints if '"event": "fault' in line or "Traceback" in line]


def send(ports: Ports, sent: bytes) -> None:
    """Send the bytes to each server and wait until it hangs up, which it may do before it has read all of them."""
    for address in ports.addresses:
        with socket.create_connection(address, timeout=PATIENCE_S) as connection, suppress(ConnectionError):
            connection.sendall(sent)
            with suppress(OSError):
                connection.shutdown(socket.SHUT_WR)
            while connection.recv(65_536):
                pass


def serves_on(ports: Ports) -> bool:
    """Say whether both servers answer a proper call."""
    info = ports.servers.call("/campusdesk.v1.TicketService/GetServerInfo", b"", introduced(Role.USER))
    load = ports.servers.call("/campusdesk.v1.CategoryLoadService/WatchCategoryLoad", b"", introduced(Role.HELPDESK))
    return info.answer is not None and load.answer is not None


INFO = b"/campusdesk.v1.TicketService/GetServerInfo"
USER = (b"x-role", b"user")
CASES = {
    "nothing": b"",
    "HTTP/1.1": b"GET / HTTP/1.1\r\nHost: campus\r\n\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 600,
    "zeros": b"\x00" * 100_000,
    "a preface alone": PREFACE,
    "a frame longer than it is": PREFACE + b"\xff\xff\xff\x01\x05\x00\x00\x00\x01",
    "settings that are none": PREFACE + frame(SETTINGS, 0, 0, b"\x00\x05\x00\x00\x00\x01\xff"),
    "headers that are none": PREFACE + frame(SETTINGS, 0, 0, b"") + frame(HEADERS, 5, 1, b"\xff" * 50),
    "a continuation of nothing": PREFACE + frame(SETTINGS, 0, 0, b"") + frame(CONTINUATION, 4, 1, headers(USER)),
    "a role that is no text": call(INFO, (b"x-role", b"\xff\xfe")),
    "a role over two lines": call(INFO, (b"x-role", b"user\r\nx-role: helpdesk")),
    "a role with a NUL": call(INFO, (b"x-role", b"helpdesk\x00")),
    "a workstation that is no base64": call(INFO, USER, (b"x-workstation-bin", b"%%%")),
    "headers without end": call(INFO, USER, *[(b"x-much", b"m" * 1_000)] * 40),
    "a message longer than it is": call(INFO, USER, data=b"\x00\xff\xff\xff\xff"),
    "a message shorter than it is": call(INFO, USER, data=b"\x00\x00\x00\x00\x01abc"),
    "a message packed in no way": call(INFO, USER, data=b"\x01\x00\x00\x00\x02hi"),
    "a method that is no text": call(b"/campusdesk.v1.TicketService/\xff\xfe", USER),
    "no method": call(b"", USER),
    "a timeout that is none": call(INFO, USER, (b"grpc-timeout", b"99999999999S")),
    "two calls in one stream": call(INFO, USER) + call(INFO, USER)[len(PREFACE) :],
}


@pytest.mark.parametrize("case", CASES)
def test_a_server_serves_on_after_bytes_that_no_client_sends(ports: Ports, case: str) -> None:
    send(ports, CASES[case])
    until(lambda: serves_on(ports), "the servers answer again")


frames = st.builds(
    frame, st.integers(0, 12), st.integers(0, 255), st.sampled_from([0, 1, 2, 3, 2**31 - 1]), st.binary(max_size=60)
)
calls = st.builds(
    lambda method, said, data: call(method.encode(), *said, data=data),
    st.sampled_from(sorted(contract.METHODS)),
    st.lists(
        st.tuples(
            st.sampled_from([b"x-role", b"x-workstation-bin", b"x-workstation-key", b"te"]), st.binary(max_size=9)
        )
    ),
    st.binary(max_size=40),
)


sequences = st.lists(frames, max_size=8).map(lambda made: PREFACE + b"".join(made))


@pytest.mark.parametrize("depth", DEPTHS)
def test_a_server_serves_on_after_any_frames(ports: Ports, depth: int) -> None:
    @settings(max_examples=40 * depth)
    @given(sent=st.binary(max_size=300) | sequences | calls)
    def holds(sent: bytes) -> None:
        send(ports, sent)
        until(lambda: serves_on(ports), "the servers answer again")

    holds()


def test_silent_connections_that_take_all_files_are_let_go(tmp_path: Path) -> None:
    with ticket_server(tmp_path / "tickets.db") as program, ExitStack() as held:
        address = program.address()
        servers = held.enter_context(Servers(address, {}))
        host, port = address.rsplit(":", 1)
        resource.prlimit(program.pid, resource.RLIMIT_NOFILE, (64, 64))
        for _ in range(60):
            held.enter_context(socket.create_connection((host, int(port)), timeout=PATIENCE_S))
        # Not one of them is closed from here.
        info = ("/campusdesk.v1.TicketService/GetServerInfo", b"", introduced(Role.USER))
        until(lambda: servers.call(*info).answer is not None, "the server answers again")
        assert program.stop() == 0
    assert not any("Traceback" in line for line in program.complaints)
