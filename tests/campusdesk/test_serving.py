"""A server as a program: it says where it listens, answers health, refuses plainly, and stops cleanly."""

import signal
import socket
import subprocess
import sys

import grpc
import pytest
from grpc_health.v1 import health_pb2

from campusdesk.channel import OPTIONS
from tests.system.programs import PATIENCE_S

PROGRAM = """
import gc
import sys
from contextlib import asynccontextmanager
from campusdesk.address import parse_address
from campusdesk.options import ServerOptions
from campusdesk.listening import CannotStart
from campusdesk.serving import serve

@asynccontextmanager
async def services(host):
    if not gc.isenabled() or not gc.get_freeze_count():
        raise CannotStart("garbage is not collected as it should be")
    if "refuse" in sys.argv:
        raise CannotStart("the database cannot be opened")
    await host.health.report(serving=True)
    yield lambda: None

gc.disable()  # as the command line does
options = ServerOptions(parse_address(sys.argv[1]), open_roles="open" in sys.argv, until_eof="eof" in sys.argv)
sys.exit(serve(options, "The test server", services))
"""


def start(*arguments: str) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments], stdin=pipe, stdout=pipe, stderr=pipe, text=True
    )


def address_of(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().partition(" listens on ")[2].partition(";")[0]


@pytest.mark.parametrize("ending", ["SIGTERM", "SIGINT", "eof"])
def test_a_server_says_where_it_listens_answers_health_and_stops_cleanly(ending: str) -> None:
    with start("127.0.0.1:0", ending) as program:
        with grpc.insecure_channel(address_of(program), options=OPTIONS) as channel:
            check = channel.unary_unary(
                "/grpc.health.v1.Health/Check",
                request_serializer=health_pb2.HealthCheckRequest.SerializeToString,
                response_deserializer=health_pb2.HealthCheckResponse.FromString,
            )
            answer = check(health_pb2.HealthCheckRequest(), timeout=10)
        assert answer.status == health_pb2.HealthCheckResponse.SERVING
        if ending == "eof":
            assert program.stdin is not None
            program.stdin.close()
        else:
            program.send_signal(signal.Signals[ending])
        assert program.wait(PATIENCE_S) == 0


def test_the_stop_signal_ends_a_server_whose_input_stays_open() -> None:
    with start("127.0.0.1:0", "eof") as program:
        address_of(program)
        program.send_signal(signal.SIGTERM)
        assert program.wait(PATIENCE_S) == 0
        assert program.stderr is not None
        assert program.stderr.read() == ""


def test_an_address_of_another_machine_is_refused_with_the_systems_reason() -> None:
    with start("192.0.2.1:47600", "open") as program:
        assert program.wait(PATIENCE_S) == 1
        assert program.stderr is not None
        assert "cannot be listened on: " in program.stderr.read()


def test_an_address_that_other_machines_reach_is_refused_in_one_plain_line() -> None:
    with start("0.0.0.0:0") as program:
        assert program.wait(PATIENCE_S) == 1
        assert program.stderr is not None
        lines = program.stderr.read().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("The test server cannot start: other machines reach 0.0.0.0:0, and that needs TLS")


def test_a_server_that_lets_everybody_choose_says_so() -> None:
    with start("127.0.0.1:0", "eof") as program:
        assert program.stdout is not None
        assert program.stdout.readline().endswith("; everybody may enter as helpdesk staff\n")
        program.send_signal(signal.SIGTERM)


def test_a_taken_port_is_said_plainly() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with start(f"127.0.0.1:{taken.getsockname()[1]}") as program:
            assert program.wait(PATIENCE_S) == 1
            assert program.stderr is not None
            lines = program.stderr.read().splitlines()
    assert lines[-1].startswith("The test server cannot start: the address 127.0.0.1:")


@pytest.mark.parametrize("flags", [["refuse"], ["refuse", "eof"]])
def test_a_refusal_to_start_is_one_plain_line(flags: list[str]) -> None:
    with start("127.0.0.1:0", *flags) as program:
        assert program.wait(PATIENCE_S) == 1
        assert program.stderr is not None
        assert program.stderr.read() == "The test server cannot start: the database cannot be opened\n"
