"""A supervisor of its own process keeps servers while a desk is connected, and ends by itself."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from client.addresses import Addresses
from client.local_record import LocalRecord, parse_line, read_record
from client.state import Analysis
from client.supervisor import LOG_NAME, server_command
from tests.client import stand_in
from tests.system.programs import PATIENCE_S, until


class Presence:
    """The presence connection of a desk."""

    def __init__(self, folder: Path) -> None:
        until(lambda: read_record(folder) is not None, "the supervisor writes its record")
        record = read_record(folder)
        assert record is not None
        self._socket = socket.create_connection(("127.0.0.1", record.presence_port), PATIENCE_S)
        self._lines = self._socket.makefile("rb")

    def record(self) -> LocalRecord | None:
        """Return the next record that the supervisor tells, or None at its end."""
        line = self._lines.readline()
        return parse_line(line) if line else None

    def listening(self) -> LocalRecord:
        """Return the first record that says that the ticket server listens."""
        while (record := self.record()) is not None:
            if record.listening:
                return record
        raise AssertionError("the supervisor ended")

    def leave(self) -> None:
        """Close the connection, as the system does for a desk that was killed."""
        self._lines.close()
        self._socket.close()


@pytest.fixture
def started() -> Iterator[list[subprocess.Popen[bytes]]]:
    processes: list[subprocess.Popen[bytes]] = []
    yield processes
    for process in processes:
        process.terminate()
        process.wait(PATIENCE_S)


def supervise(started: list[subprocess.Popen[bytes]], folder: Path, first_s: float = 60.0) -> subprocess.Popen[bytes]:
    started.append(subprocess.Popen(stand_in.supervisor(folder, first_s), start_new_session=True))
    return started[-1]


def answers(address: str) -> bool:
    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host, int(port)), 1).close()
    except OSError:
        return False
    return True


def all_answer(addresses: Addresses) -> bool:
    return all(answers(each) for each in _each(addresses))


def none_answers(addresses: Addresses) -> bool:
    return not any(answers(each) for each in _each(addresses))


def _each(addresses: Addresses) -> tuple[str, ...]:
    return (addresses.tickets, *map(addresses.of, Analysis))


def test_servers_run_until_the_last_desk_left(started: list[subprocess.Popen[bytes]], tmp_path: Path) -> None:
    supervisor = supervise(started, tmp_path)
    first, second = Presence(tmp_path), Presence(tmp_path)
    addresses = first.listening().addresses
    until(lambda: all_answer(addresses), "all four servers listen")
    first.leave()
    assert second.listening().addresses == addresses
    with pytest.raises(subprocess.TimeoutExpired):
        supervisor.wait(2 * stand_in.DESERTED_S)
    second.leave()
    assert supervisor.wait(PATIENCE_S) == 0
    assert none_answers(addresses)
    assert read_record(tmp_path) is None
    assert (tmp_path / LOG_NAME).read_text().count("listens on") == 1 + len(Analysis)


def test_without_any_desk_the_servers_end_too(started: list[subprocess.Popen[bytes]], tmp_path: Path) -> None:
    assert supervise(started, tmp_path, first_s=0.2).wait(PATIENCE_S) == 0


def test_a_second_supervisor_of_the_folder_leaves_at_once(
    started: list[subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    supervise(started, tmp_path)
    desk = Presence(tmp_path)
    record = desk.listening()
    assert supervise(started, tmp_path).wait(PATIENCE_S) == 0
    found = read_record(tmp_path)
    assert found is not None
    assert found.token == record.token
    desk.leave()


def test_a_killed_supervisor_takes_its_servers_along_and_the_next_one_has_their_addresses(
    started: list[subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    first = supervise(started, tmp_path)
    desk = Presence(tmp_path)
    before = desk.listening()
    until(lambda: all_answer(before.addresses), "all four servers listen")
    first.kill()
    first.wait(PATIENCE_S)
    until(lambda: none_answers(before.addresses), "the servers of a killed supervisor end")
    supervise(started, tmp_path)
    until(lambda: (read_record(tmp_path) or before).token != before.token, "the next supervisor writes its record")
    again = Presence(tmp_path)
    assert again.listening().addresses == before.addresses
    again.leave()
    desk.leave()


def test_a_server_that_cannot_start_is_told_to_the_desks(
    started: list[subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    (tmp_path / "tickets.broken").touch()
    supervise(started, tmp_path)
    desk = Presence(tmp_path)
    while (record := desk.record()) is not None and not record.fault:
        assert not record.listening
    assert record is not None
    assert record.fault == "The tickets server cannot start: it is broken."
    (tmp_path / "tickets.broken").unlink()
    assert desk.listening().fault == ""
    desk.leave()


def test_a_stop_signal_ends_all_in_order(started: list[subprocess.Popen[bytes]], tmp_path: Path) -> None:
    supervisor = supervise(started, tmp_path)
    desk = Presence(tmp_path)
    addresses = desk.listening().addresses
    os.kill(supervisor.pid, signal.SIGTERM)
    assert supervisor.wait(PATIENCE_S) == 0
    assert none_answers(addresses)
    assert desk.record() is None or desk.record() is None
    desk.leave()


def test_the_real_servers_are_started_by_their_command_lines(tmp_path: Path) -> None:
    addresses = Addresses("h:1", *(f"h:{port}" for port, _ in enumerate(Analysis, 2)))
    tickets = server_command(tmp_path, "tickets", addresses)
    assert tickets[1:6] == ("-m", "ticket_server", "serve", "--listen", "h:1")
    assert tickets[-2:] == ("--database", f"sqlite:///{(tmp_path / 'tickets.db').as_posix()}")
    resolution = server_command(tmp_path, "resolution_time", addresses)
    assert resolution[1:] == (
        "-m",
        "analytics",
        "resolution-time",
        "--listen",
        "h:3",
        "--until-eof",
        "--tickets",
        "h:1",
    )
