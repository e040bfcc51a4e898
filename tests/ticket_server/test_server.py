"""The ticket server put together: what it cannot open it says, and what it opened it lets go."""

import time
from collections.abc import AsyncIterator
from pathlib import Path

import grpc
import pytest

from campusdesk.address import Address
from campusdesk.listening import CannotStart
from campusdesk.options import ServerOptions
from campusdesk.serving import Host
from ticket_server.server import clock_us, services
from ticket_server.settings import Settings
from ticket_server.storage.engine import CannotOpen, open_database


@pytest.fixture
async def server() -> AsyncIterator[grpc.aio.Server]:
    made = grpc.aio.server()
    yield made
    await made.stop(None)


def told(url: str) -> Settings:
    return Settings(ServerOptions(Address("127.0.0.1", 0)), url, encoder=False)


async def test_a_file_that_is_no_database_is_a_reason_not_to_start(server: grpc.aio.Server, tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear Sir or Madam, " * 100)
    with pytest.raises(CannotStart, match="cannot be opened"):
        async with services(told(f"sqlite:///{tmp_path / 'letter.db'}"), Host(server)):
            raise AssertionError


async def test_a_database_belongs_to_one_server_and_is_let_go_at_its_end(
    server: grpc.aio.Server, database_url: str
) -> None:
    async with services(told(database_url), Host(server)):
        with pytest.raises(CannotOpen, match="in use by another program"):
            open_database(database_url)
    with open_database(database_url):
        pass


async def test_a_failure_lets_the_database_go_too(server: grpc.aio.Server, database_url: str) -> None:
    with pytest.raises(ZeroDivisionError):
        async with services(told(database_url), Host(server)):
            raise ZeroDivisionError
    with open_database(database_url):
        pass


def test_the_clock_counts_microseconds_since_1970() -> None:
    before, now, after = time.time(), clock_us(), time.time()
    assert before - 0.1 <= now / 1e6 <= after + 0.1
