"""What a real server does when its storage fails: it says so, reads go on, and nothing acknowledged is lost."""

import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import grpc
import pytest
from grpc_health.v1 import health_pb2

from campusdesk.access import Caller
from campusdesk.channel import OPTIONS
from campusdesk.errors import from_rpc_error
from campusdesk.rules import Reason, Role
from campusdesk.v1 import operations_pb2, operations_pb2_grpc, ticket_service_pb2, ticket_service_pb2_grpc
from tests.system.programs import Program, ticket_server, until
from tests.system.small_disk import small_disk
from ticket_server.storage.engine import open_database

PAGE = 4_096
# Five pages of the file: what fits into the room that a log has reserved is soon used up.
LONG = "It drips. " * 900


class Desk:
    """One desk's calls, each made once: what a retry would hide is to be seen."""

    def __init__(self, address: str) -> None:
        options = [*(option for option in OPTIONS if option[0] != "grpc.service_config"), ("grpc.enable_retries", 0)]
        self._channel = grpc.insecure_channel(address, options=options)
        self._metadata = Caller(Role.HELPDESK, "Desk 2").metadata()
        self._tickets = ticket_service_pb2_grpc.TicketServiceStub(self._channel)
        self._operations = operations_pb2_grpc.OperationsServiceStub(self._channel)
        self._health: grpc.UnaryUnaryMultiCallable[health_pb2.HealthCheckRequest, health_pb2.HealthCheckResponse]
        self._health = self._channel.unary_unary(
            "/grpc.health.v1.Health/Check",
            request_serializer=health_pb2.HealthCheckRequest.SerializeToString,
            response_deserializer=health_pb2.HealthCheckResponse.FromString,
        )

    def close(self) -> None:
        self._channel.close()

    def report(self, description: str = LONG) -> int:
        """Report a problem and return its number."""
        request = ticket_service_pb2.CreateTicketRequest(request_id=str(uuid.uuid4()), description=description)
        return self._tickets.CreateTicket(request, metadata=self._metadata).id

    def read(self, ticket_id: int) -> str:
        """Return a ticket's description."""
        request = ticket_service_pb2.GetTicketRequest(id=ticket_id)
        return self._tickets.GetTicket(request, metadata=self._metadata).description

    def healthy(self) -> tuple[bool, bool]:
        """Return what the standard health service and the server's status say."""
        answer = self._health(health_pb2.HealthCheckRequest())
        status = self._operations.GetServerStatus(operations_pb2.GetServerStatusRequest(), metadata=self._metadata)
        return answer.status == health_pb2.HealthCheckResponse.SERVING, status.store_healthy


def refusal(call: object, *arguments: object) -> Reason:
    """Return why the call is refused."""
    assert callable(call)
    with pytest.raises(grpc.RpcError) as raised:
        call(*arguments)
    return from_rpc_error(raised.value).reason


@contextmanager
def desk(server: Program) -> Iterator[Desk]:
    with closing(Desk(server.address())) as opened:
        yield opened


def stored(database: Path) -> list[int]:
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return [row[0] for row in connection.execute("SELECT id FROM ticket ORDER BY id")]


def test_a_full_disk_stops_writes_alone_and_goes_when_there_is_room() -> None:
    with small_disk() as disk:
        database = disk.folder / "tickets.db"
        with ticket_server(database, "127.0.0.1:0", "--writes-per-second", "0") as server, desk(server) as calls:
            acknowledged = [calls.report() for _ in range(20)]
            assert calls.healthy() == (True, True)
            disk.fill(server)
            reasons: list[Reason] = []

            def refused() -> bool:
                try:
                    acknowledged.append(calls.report())
                except grpc.RpcError as error:
                    reasons.append(from_rpc_error(error).reason)
                return len(reasons) >= 3

            until(refused, "writes are refused")
            assert {*reasons} == {Reason.STORE_FAILED}
            assert [calls.read(number) for number in acknowledged] == [LONG.strip()] * len(acknowledged)
            until(lambda: calls.healthy() == (False, False), "the health tells the truth")
            disk.empty(server)
            until(lambda: calls.healthy() == (True, True), "the server finds the room by itself")
            acknowledged.append(calls.report())
            assert server.stop() == 0
        assert stored(database) == acknowledged == [*range(1, len(acknowledged) + 1)]


def test_what_cannot_be_written_is_refused_in_one_line() -> None:
    with small_disk() as disk:
        database = new(disk.folder)
        before = database.read_bytes()
        with disk.read_only(), ticket_server(database) as server:
            assert server.ended() == 1
        refused_plainly(server, "cannot start: The database")
        assert database.read_bytes() == before


def new(folder: Path) -> Path:
    """Make a database without tickets."""
    open_database(f"sqlite:///{folder / 'tickets.db'}").close()
    return folder / "tickets.db"


def made(folder: Path) -> Path:
    """Make a database with 300 tickets, and no log beside it."""
    database = folder / "tickets.db"
    with ticket_server(database, "127.0.0.1:0", "--writes-per-second", "0") as server, desk(server) as calls:
        for number in range(1, 301):
            assert calls.report(f"Report {number} " * 20) == number
        assert server.stop() == 0
    return database


def refused_plainly(program: Program, words: str) -> None:
    """Check that its last words, and only they, say why it does not do what it was told."""
    assert words in program.complaints[-1]
    assert not any("Traceback" in line or words in line for line in program.complaints[:-1])


def test_a_corrupt_page_is_told_and_all_else_is_served(tmp_path: Path) -> None:
    database = made(tmp_path)
    content = bytearray(database.read_bytes())
    start = content.index(b"Report 150 ") // PAGE * PAGE
    content[start : start + 100] = b"\xff" * 100
    database.write_bytes(content)
    with ticket_server(database) as server, desk(server) as calls:
        outcomes = [outcome(calls, number) for number in range(1, 301)]
        assert {*outcomes} == {None, Reason.STORE_FAILED}
        assert outcomes[0] is None
        assert outcomes[-1] is None
        # A new ticket goes to the last page, which is sound.
        assert outcome(calls, calls.report("Another one")) is None
        with Program("ticket_server", "check", "--database", f"sqlite:///{database}") as check:
            assert check.ended() == 2
        assert server.stop() == 0
    assert not any("Traceback" in line for line in (*server.complaints, *check.complaints))


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    database = tmp_path / "tickets.db"
    database.write_text("Dear operator, " * 1_000)
    with ticket_server(database) as server:
        assert server.ended() == 1
    refused_plainly(server, "cannot be opened")
    assert database.read_text() == "Dear operator, " * 1_000


def outcome(calls: Desk, ticket_id: int) -> Reason | None:
    """Return None for a ticket that is read, or why it is not."""
    try:
        assert calls.read(ticket_id)
    except grpc.RpcError as error:
        return from_rpc_error(error).reason
    return None


def test_a_newer_shape_is_refused_in_one_line(tmp_path: Path) -> None:
    database = new(tmp_path)
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = database.read_bytes()
    with ticket_server(database) as server:
        assert server.ended() == 1
    refused_plainly(server, "was made by a newer version of this program")
    assert database.read_bytes() == before


def test_the_lock_goes_with_the_process(tmp_path: Path) -> None:
    database = tmp_path / "tickets.db"
    with ticket_server(database) as first:
        first.line()
        for command in ("import", "restore"):
            with Program(*refused_command(command, tmp_path, database)) as beside:
                assert beside.ended() == 1
            refused_plainly(beside, "is in use by another program. Stop that first")
        first.kill()
    with ticket_server(database) as second:
        second.line()
        assert second.stop() == 0


def refused_command(command: str, folder: Path, database: Path) -> list[str]:
    """Return a command that writes the database."""
    url = f"sqlite:///{database}"
    file = folder / "nothing.jsonl"
    file.touch()
    if command == "restore":
        file = folder / "backup.db"
        if not file.exists():
            with Program("ticket_server", "backup", str(file), "--database", url) as backup:
                assert backup.ended() == 0
    return ["ticket_server", command, str(file), "--database", url]


def moved(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))


def deleted(folder: Path) -> None:
    (folder / "tickets.db").rename(folder / "deleted.db")


def replaced(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "tickets.db")) as live, closing(sqlite3.connect(folder / "copy.db")) as copy:
        live.backup(copy)
    deleted(folder)
    (folder / "copy.db").rename(folder / "tickets.db")


def cleared(folder: Path) -> None:
    (folder / "tickets.db-wal").rename(folder / "deleted.db-wal")


# What is done to the files of a running server, and how it is undone: from where, to where.
HARMS: dict[Callable[[Path], None], tuple[str, str]] = {
    moved: ("../elsewhere", "."),
    deleted: ("deleted.db", "tickets.db"),
    replaced: ("deleted.db", "tickets.db"),
    cleared: ("deleted.db-wal", "tickets.db-wal"),
}


@pytest.mark.parametrize(("harm", "undone"), HARMS.items())
def test_nothing_is_acknowledged_that_is_written_where_nobody_will_find_it(
    tmp_path: Path, harm: Callable[[Path], None], undone: tuple[str, str]
) -> None:
    folder = tmp_path / "campus"
    folder.mkdir()
    with ticket_server(folder / "tickets.db") as server, desk(server) as calls:
        acknowledged = [calls.report(), calls.report()]
        harm(folder)
        assert refusal(calls.report) is Reason.STORE_FAILED
        assert calls.read(1) == LONG.strip()
        until(lambda: calls.healthy() == (False, False), "the health tells the truth")
        back, place = undone
        (folder / back).resolve().replace((folder / place).resolve())
        until(lambda: calls.healthy() == (True, True), "the server finds its files by itself")
        acknowledged.append(calls.report())
        server.kill()
    assert not any("Traceback" in line for line in server.complaints)
    assert stored(folder / "tickets.db") == acknowledged
