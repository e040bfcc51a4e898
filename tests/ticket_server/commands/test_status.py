"""The status by command: what is said, and the exit code for cron."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import grpc
import pytest

from campusdesk.access import Gate
from campusdesk.interceptors import Guard
from campusdesk.keys import Keyring
from campusdesk.v1 import operations_pb2, operations_pb2_grpc
from tests.ticket_server.commands.command_line import run


class Answering(operations_pb2_grpc.OperationsServiceServicer):
    """Answers what a test tells it to."""

    def __init__(self) -> None:
        self.status = operations_pb2.ServerStatus(version="1.2.3", lineage="one", revision=1234, store="postgresql")
        self.status.store_healthy = True
        self.status.server_time.FromSeconds(1_800_000_000)
        self.status.start_time.FromSeconds(1_799_990_000)
        self.status.backup_time.FromSeconds(1_800_000_000 - 7_200)

    async def GetServerStatus(
        self, request: operations_pb2.GetServerStatusRequest, context: object
    ) -> operations_pb2.ServerStatus:
        return self.status


@pytest.fixture
def answering() -> Answering:
    return Answering()


@pytest.fixture
async def address(answering: Answering) -> AsyncIterator[str]:
    server = grpc.aio.server(interceptors=(Guard(Gate(Keyring(None))),), options=(("grpc.so_reuseport", 0),))
    operations_pb2_grpc.add_OperationsServiceServicer_to_server(answering, server)
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    yield f"127.0.0.1:{port}"
    await server.stop(None)


async def status(*arguments: object) -> tuple[int, str]:
    """Ask by command; return the exit code and what was said."""
    result = await asyncio.to_thread(run, "status", *arguments)
    return result.exit_code, result.output


async def test_a_server_that_is_well_is_told_line_by_line(address: str) -> None:
    code, words = await status("--tickets", address)
    assert code == 0
    assert words.splitlines() == [
        f"server:      {address}, version 1.2.3, since 2027-01-15T05:13:20Z",
        "lineage:     one",
        "revision:    1,234",
        "watchers:    0",
        "database:    postgresql, 0.000 GB",
        "disk:        on another machine",
        "backup:      2.0 hours ago",
        "certificate: none: no TLS",
    ]


async def test_each_problem_is_a_line_and_the_exit_code(address: str, answering: Answering) -> None:
    answering.status.backup_failing = True
    code, words = await status("--tickets", address, "--backup-max-age", 1)
    assert code == 1
    assert words.splitlines()[-2:] == [
        "WARNING: the newest planned backup failed",
        "WARNING: the newest backup is older than 1 hours",
    ]
    answering.status.store_healthy = False
    code, words = await status("--tickets", address)
    assert code == 2
    assert words.splitlines()[-2:] == [
        "UNHEALTHY: the database cannot be read or written",
        "WARNING: the newest planned backup failed",
    ]


async def test_programs_read_json(address: str) -> None:
    code, words = await status("--tickets", address, "--json")
    told = json.loads(words)
    assert code == 0
    assert (told["health"], told["problems"], told["revision"], told["store_healthy"]) == ("well", [], "1234", True)


async def test_whoever_does_not_answer_is_not_well(tmp_path: Path) -> None:
    assert await status("--tickets", "127.0.0.1:1") == (2, "Error: 127.0.0.1:1: no server answers\n")
    code, words = await status("--tickets", "127.0.0.1:1", "--json")
    assert code == 2
    assert json.loads(words) == {"health": "unreachable", "problems": ["127.0.0.1:1: no server answers"]}
    missing = tmp_path / "ca.pem"
    code, words = await status("--tls-ca", missing)
    assert code == 2
    assert str(missing) in words
