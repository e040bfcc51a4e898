"""What the operator guide says of servers that are away, locks and too many writes, done with its own commands."""

import re
import uuid
from collections.abc import Iterator
from pathlib import Path

import grpc
import pytest

from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.errors import DeskError
from campusdesk.rules import Reason, Role
from campusdesk.v1 import ticket_service_pb2, ticket_service_pb2_grpc
from client.refusals import error_words
from tests.cluster import Cluster
from tests.system.guide import blurred, commands, prose, section, shell, type_in
from tests.system.installed import installation
from tests.system.programs import Program, ticket_server, until
from tests.system.secured import reason_of, report
from tests.system.small_disk import MemoryDisk, small_disk
from ticket_server.storage.engine import open_database

OFFLINE, STALE = "Desks are offline", "Analyses are out of date"
IN_USE, TOO_MANY = "A command says that the database is in use", "Writes are refused because there are too many"
FULL = "The disk is full"
WITH_TLS = " --tls-ca /etc/campusdesk/tls/ca.pem"
STORE, MOVING, AWAY = "PostgreSQL as the store", "Moving there from SQLite", "PostgreSQL is away"


def logged(server: Program, words: str) -> None:
    until(lambda: any(words in line for line in server.complaints), f"the server logs {words!r}")


def answers_to(words: str, places: dict[str, str]) -> str:
    return shell(words, places)[1]


def test_a_ticket_server_that_is_down_is_told_by_status_and_by_an_analytics_server_until_it_is_back(
    tmp_path: Path,
) -> None:
    with installation(tmp_path, "backlog") as installed:
        tickets, backlog = installed.programs["tickets"], installed.programs["backlog"]
        until(
            lambda: "campusdesk_replica_revision 0.0" in answers_to(commands(STALE)[0].words, installed.places), "facts"
        )
        type_in(STALE, installed.places)
        tickets.kill()
        type_in(OFFLINE, installed.places, code=2)
        [line] = re.findall("^    (the ticket server at .*)", section(STALE), re.MULTILINE)
        logged(backlog, line.replace("127.0.0.1:47600", installed.places["127.0.0.1:47600"]))
        with installed.start("tickets"):
            logged(backlog, "answers again")
            assert "`answers again`" in section(STALE)
            assert shell(commands(OFFLINE)[0].words, installed.places)[0] <= 1


def test_whoever_holds_the_lock_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    places = {"/var/lib/campusdesk": str(tmp_path), "| grep tickets.db.lock": f"| grep {tmp_path}/tickets.db.lock"}
    with ticket_server(Path("tickets.db")) as holder:
        holder.line()
        assert answers_to(commands(IN_USE)[1].words, places).split() == [str(holder.pid), f"{tmp_path}/tickets.db.lock"]
        [refusal] = re.findall("^    (The ticket server cannot start: .*)", section(IN_USE), re.MULTILINE)
        with ticket_server(Path("tickets.db")) as second:
            assert second.ended() == 1
        assert second.complaints == [refusal.replace("/var/lib/campusdesk", str(tmp_path))]
    open_database("sqlite:///tickets.db").close()
    assert Path("tickets.db.lock").exists()


def write_until_refused(channel: grpc.Channel, words: str = "Dark") -> Reason:
    stub = ticket_service_pb2_grpc.TicketServiceStub(channel)
    try:
        while True:
            stub.CreateTicket(ticket_service_pb2.CreateTicketRequest(request_id=str(uuid.uuid4()), description=words))
    except grpc.RpcError as error:
        return reason_of(error)


def test_who_writes_too_much_is_found_in_the_log_and_more_may_be_allowed(tmp_path: Path) -> None:
    command = commands(TOO_MANY)[0]
    few = ("--writes-per-second", "0.01", "--write-burst", "2")
    more = re.findall(r"`(write[a-z-]+) = (\d+)`", section(TOO_MANY))
    with (
        ticket_server(tmp_path / "tickets.db", "127.0.0.1:0", *few) as server,
        open_channel(server.address(), Caller(Role.USER, "LAB-1")) as channel,
    ):
        assert write_until_refused(channel) is Reason.RATE_LIMITED
        logged(server, "RATE_LIMITED")
        (tmp_path / "journal").write_text("".join(f"{line}\n" for line in server.complaints))
    journal = re.match("journalctl [^|]*", command.words)
    assert journal
    counted = answers_to(command.words.replace(journal[0], f"cat {tmp_path}/journal "), {})
    assert counted.split() == ["1", '"host":"127.0.0.1"']
    assert counted.split()[1].partition(":")[0] == command.answer.split()[1].partition(":")[0]
    settings = tmp_path / "tickets.toml"
    settings.write_text("".join(f"{name} = {value}\n" for name, value in more))
    with (
        ticket_server(tmp_path / "tickets.db", "127.0.0.1:0", "--config", str(settings)) as server,
        open_channel(server.address(), Caller(Role.USER, "LAB-1")) as channel,
    ):
        for _ in range(int(dict(more)["write-burst"]) // 4):
            report(channel)


def test_a_full_disk_is_told_and_found_to_have_room_again() -> None:
    with (
        small_disk() as disk,
        ticket_server(disk.folder / "tickets.db", "127.0.0.1:0", "--writes-per-second", "0") as server,
        open_channel(address := server.address(), Caller(Role.USER, "LAB-1")) as channel,
    ):
        first = report(channel)
        disk.fill(server)
        # So long that what fits into the room of the log is soon used up.
        assert write_until_refused(channel, "It drips. " * 900) is Reason.STORE_FAILED
        assert "desks say that the server cannot save anything" in prose(FULL)
        assert "server cannot save anything" in error_words(DeskError(Reason.STORE_FAILED))
        logged(server, "the database cannot be written")
        if isinstance(disk, MemoryDisk):
            status, promised = commands(FULL)[0]
            code, output = shell(status, {"127.0.0.1:47600": address, WITH_TLS: ""})
            assert (code, blurred(output)) == (0, blurred(promised))
        tickets = ticket_service_pb2_grpc.TicketServiceStub(channel)
        assert tickets.GetTicket(ticket_service_pb2.GetTicketRequest(id=first.id)) == first
        disk.empty(server)
        logged(server, "the database can be written again")
        report(channel)
    for line in ("the database cannot be written", "the database can be written again"):
        assert f"`{line}`" in prose(FULL)


@pytest.fixture
def as_postgres(postgresql: Cluster, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cluster]:
    """Let commands reach the tests' PostgreSQL without saying where it is, and forget what they made there."""
    monkeypatch.setenv("PGHOST", str(postgresql.folder))
    monkeypatch.setenv("PGUSER", "postgres")
    yield postgresql
    postgresql.drop("campusdesk")
    postgresql.execute("DROP ROLE campusdesk")


def test_postgresql_is_made_ready_watched_and_waited_for(as_postgres: Cluster) -> None:
    for number in range(len(commands(STORE))):
        type_in(STORE, {}, number=number)
    url = re.findall('^    database = "(.*)"', section(STORE), re.MULTILINE)[0]
    serve = ("ticket_server", "serve", "--listen", "127.0.0.1:0", "--database", url)
    with Program(*serve, environment={"PGUSER": "campusdesk"}) as server:
        address = server.address()
        type_in(IN_USE, {}, number=2)
        with open_channel(address, Caller(Role.USER, "LAB-1")) as channel:
            report(channel)
            away(as_postgres, address, serve, server)
            report(channel)


@pytest.mark.usefixtures("as_postgres")
def test_a_campus_moves_to_postgresql(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(len(commands(STORE))):
        type_in(STORE, {}, number=number)
    with (
        ticket_server(tmp_path / "tickets.db") as server,
        open_channel(server.address(), Caller(Role.USER, "LAB-1")) as channel,
    ):
        first = report(channel)
        assert server.stop() == 0
    monkeypatch.setenv("PGUSER", "campusdesk")
    type_in(MOVING, {}, folder=tmp_path)
    url = re.findall('^    database = "(.*)"', section(STORE), re.MULTILINE)[0]
    with ticket_server(url) as server, open_channel(server.address(), Caller(Role.USER, "LAB-1")) as channel:
        tickets = ticket_service_pb2_grpc.TicketServiceStub(channel)
        assert tickets.GetTicket(ticket_service_pb2.GetTicketRequest(id=first.id)) == first


def away(cluster: Cluster, address: str, serve: tuple[str, ...], server: Program) -> None:
    """Let PostgreSQL stop, be asked for, and come back."""
    cluster.stop()
    try:
        status, promised = commands(AWAY)[0]
        code, output = shell(status, {"127.0.0.1:47600": address, WITH_TLS: ""})
        assert (code, blurred(output)) == (0, blurred(promised))
        type_in(AWAY, {"/var/run/postgresql": str(cluster.folder)}, number=1, code=2)
        with Program(*serve, environment={"PGUSER": "campusdesk"}) as second:
            assert second.ended() == 1
        said = prose(AWAY).partition("`The ticket server cannot start: ")[2].partition("`")[0].split("...")
        assert all(part.strip() in second.complaints[-1] for part in said)
        logged(server, "the database cannot be written")
    finally:
        cluster.start()
    logged(server, "the database can be written again")
