"""Desks on one folder: they start, join, lose and find their servers again, and never wait for them."""

import os
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.addresses import Addresses, beside
from client.connection import Connection
from client.helpdesk import HelpDesk
from client.local_record import LocalRecord, read_record, write_record
from client.local_servers import LocalServers, supervisor_command
from client.workstation import Workstation
from tests.client import stand_in
from tests.system.programs import until

PATIENCE_MS = 30_000


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[list[LocalServers]]:
    opened: list[LocalServers] = []
    yield opened
    for desk in opened:
        desk.close()
    until(lambda: read_record(tmp_path) is None, "the servers end after the last desk")


def open_desk(desks: list[LocalServers], folder: Path) -> LocalServers:
    desks.append(LocalServers(folder, starter=stand_in.supervisor(folder)))
    return desks[-1]


def joined(qtbot: QtBot, desk: LocalServers) -> Addresses:
    with qtbot.waitSignal(desk.ready, timeout=PATIENCE_MS) as ready:
        desk.start()
    addresses = ready.args[0]
    assert isinstance(addresses, Addresses)
    return addresses


def test_a_second_desk_joins_the_servers_of_the_first(qtbot: QtBot, tmp_path: Path, desks: list[LocalServers]) -> None:
    first = joined(qtbot, open_desk(desks, tmp_path))
    record = read_record(tmp_path)
    assert joined(qtbot, open_desk(desks, tmp_path)) == first
    assert read_record(tmp_path) == record


def test_the_ui_thread_does_not_wait_for_servers_that_do_not_come(qapp: QCoreApplication, tmp_path: Path) -> None:
    desk = LocalServers(tmp_path, starter=("true",), parent=qapp)
    began_s = time.monotonic()
    desk.start()
    assert time.monotonic() - began_s < PATIENCE_MS / 1000 / 4
    desk.close()


def test_desks_that_open_together_share_one_supervisor(qtbot: QtBot, tmp_path: Path, desks: list[LocalServers]) -> None:
    told: list[Addresses] = []
    for _ in range(3):
        desk = open_desk(desks, tmp_path)
        desk.ready.connect(told.append)
        desk.start()
    qtbot.waitUntil(lambda: len(told) == 3, timeout=PATIENCE_MS)
    assert len(set(told)) == 1


def test_desks_find_their_servers_again_when_the_supervisor_was_killed(
    qtbot: QtBot, tmp_path: Path, desks: list[LocalServers]
) -> None:
    pair = [open_desk(desks, tmp_path), open_desk(desks, tmp_path)]
    before = [joined(qtbot, desk) for desk in pair]
    moved: list[Addresses] = []
    for desk in pair:
        desk.addresses_changed.connect(moved.append)
    killed = read_record(tmp_path)
    assert killed is not None
    os.kill(killed.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: (read_record(tmp_path) or killed).token != killed.token, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: (read_record(tmp_path) or killed).listening, timeout=PATIENCE_MS)
    now = read_record(tmp_path)
    assert now is not None
    assert set(moved) <= {now.addresses}
    assert now.addresses == before[0] or len(moved) == len(pair)
    # The next supervisor waits a minute for its first desk: it ends sooner only when the desks had come, and left.
    for desk in pair:
        desk.close()
    until(lambda: read_record(tmp_path) is None, "the servers end after the last desk")


def test_a_record_that_was_left_behind_is_not_believed(qtbot: QtBot, tmp_path: Path, desks: list[LocalServers]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        old = LocalRecord("old", 1, "", stranger.getsockname()[1], beside("127.0.0.1:1"), listening=True)
        write_record(tmp_path, old)
        desk = open_desk(desks, tmp_path)
        ready: list[Addresses] = []
        desk.ready.connect(ready.append)
        desk.start()
        connection, _ = stranger.accept()
        with connection:
            connection.sendall(b'220 mail.example ESMTP\r\n{"token": "old"}\r\n')
            qtbot.waitUntil(lambda: (read_record(tmp_path) or old).token != "old", timeout=PATIENCE_MS)
            qtbot.waitUntil(lambda: bool(ready), timeout=PATIENCE_MS)


def test_what_keeps_the_servers_from_starting_is_told_and_then_that_it_is_over(
    qtbot: QtBot, tmp_path: Path, desks: list[LocalServers]
) -> None:
    (tmp_path / "tickets.broken").touch()
    desk = open_desk(desks, tmp_path)
    faults: list[str] = []
    desk.fault.connect(faults.append)
    desk.start()
    qtbot.waitUntil(lambda: faults == ["The tickets server cannot start: it is broken."], timeout=PATIENCE_MS)
    with qtbot.waitSignal(desk.ready, timeout=PATIENCE_MS):
        (tmp_path / "tickets.broken").unlink()
    assert faults[-1] == ""


def test_a_supervisor_that_cannot_be_started_is_a_fault(qtbot: QtBot, tmp_path: Path) -> None:
    desk = LocalServers(tmp_path, starter=[str(tmp_path / "missing")])
    with qtbot.waitSignal(desk.fault, timeout=PATIENCE_MS) as fault:
        desk.start()
    assert "missing" in fault.args[0]
    desk.close()


def test_a_folder_that_cannot_be_made_is_a_fault(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    desk = LocalServers(tmp_path / "file" / "folder")
    with qtbot.waitSignal(desk.fault, timeout=PATIENCE_MS) as fault:
        desk.start()
    assert "folder: " in fault.args[0]
    desk.close()


def test_the_real_servers_take_a_report(qtbot: QtBot, tmp_path: Path) -> None:
    servers = LocalServers(tmp_path)
    connection = Connection(joined(qtbot, servers), Role.USER, Workstation("LAB-1"))
    reply = HelpDesk(connection).create_ticket("The lamp flickers")
    with qtbot.waitSignal(reply.done, timeout=PATIENCE_MS):
        pass
    record = read_record(tmp_path)
    assert record is not None
    connection.close()
    servers.close()
    os.kill(record.pid, signal.SIGTERM)
    until(lambda: read_record(tmp_path) is None, "the servers end")


def test_the_supervisor_is_this_program(tmp_path: Path) -> None:
    assert supervisor_command(tmp_path)[1:] == ("-m", "client", "--supervise", str(tmp_path))
