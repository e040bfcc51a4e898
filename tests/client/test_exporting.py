"""Tickets go from a server into a file: in order, few at a time, and whatever happens meanwhile."""

import csv
import os
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campusdesk.errors import DeskError
from campusdesk.rules import Reason, Role
from campusdesk.v1 import ticket_service_pb2
from client import exporting, reading
from client.addresses import beside
from client.connection import Connection, Reply
from client.csv_file import Row, region_with
from client.exporting import MOST_AHEAD, MOST_UNDER_WAY, Export, Outcome
from client.helpdesk import PAGE_SIZE, HelpDesk
from client.models.columns import STAFF_COLUMNS, Column
from client.models.exported import ExportedTable
from client.workstation import Workstation
from tests.client.made import NOON_US, ticket
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.held import HeldConnection
from tests.system.programs import Program, ticket_server
from tests.system.small_disk import small_disk

REGION = region_with(".")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "AGAIN_MS", 50)


def export_of(desk: HelpDesk, folder: Path, ids: Sequence[int]) -> Export:
    table = ExportedTable((Column.NUMBER, Column.PROBLEM), STAFF_COLUMNS, NOON_US)
    return Export(np.array(ids, np.int64), folder / "list.csv", table, REGION, desk.batch_get_tickets)


def asked(reply: Reply) -> list[int]:
    assert isinstance(reply.request, ticket_service_pb2.BatchGetTicketsRequest)
    return list(reply.request.ids)


def answer(reply: Reply, *, without: Sequence[int] = (), description: str = "The lamp is dark") -> None:
    tickets = [ticket(number, description=description) for number in asked(reply) if number not in without]
    reply.done.emit(ticket_service_pb2.BatchGetTicketsResponse(tickets=tickets))


def answer_all(held: HeldConnection, export: Export, qtbot: QtBot) -> None:
    """Answer whatever is asked until the export has ended."""
    answered = 0

    def is_over() -> bool:
        nonlocal answered
        while answered < len(held.sent):
            answer(held.sent[answered])
            answered += 1
        return export.outcome is not None

    qtbot.waitUntil(is_over, timeout=PATIENCE_MS)


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def left(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir() if each.name != "ballast"]


def until_over(export: Export, qtbot: QtBot) -> Outcome | None:
    qtbot.waitUntil(lambda: export.outcome is not None, timeout=PATIENCE_MS)
    return export.outcome


def test_the_order_is_the_list_s_whatever_comes_first(held: HeldConnection, folder: Path, qtbot: QtBot) -> None:
    ids = [*range(2 * PAGE_SIZE, 0, -1)]
    export = export_of(HelpDesk(held), folder, ids)
    assert [len(asked(reply)) for reply in held.sent] == [PAGE_SIZE, PAGE_SIZE]
    answer(held.sent[1])
    answer(held.sent[0])
    assert until_over(export, qtbot) is Outcome.DONE
    assert [int(row["Number"]) for row in rows(folder)] == ids
    assert (export.written, left(folder)) == (len(ids), ["list.csv"])


def test_few_are_asked_for_at_once_and_all_in_the_end(held: HeldConnection, folder: Path, qtbot: QtBot) -> None:
    export = export_of(HelpDesk(held), folder, [*range(1, 20 * PAGE_SIZE + 2)])
    assert len(held.sent) == MOST_UNDER_WAY
    answer_all(held, export, qtbot)
    assert (export.outcome, export.written, export.passed) == (Outcome.DONE, export.total, export.total)
    assert len(held.sent) == 21


def test_a_slow_disk_keeps_the_server_waiting_and_not_the_memory(
    held: HeldConnection, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is written is not told: as if the disk took no more.
    monkeypatch.setattr(Export, "_take", lambda _export, _told: None)
    export = export_of(HelpDesk(held), folder, [*range(1, 50 * PAGE_SIZE)])
    for number in range(MOST_AHEAD):
        answer(held.sent[number])
    assert len(held.sent) == MOST_AHEAD
    export.end()


def test_nothing_shown_is_a_table_of_headings(held: HeldConnection, folder: Path, qtbot: QtBot) -> None:
    export = export_of(HelpDesk(held), folder, [])
    assert until_over(export, qtbot) is Outcome.DONE
    assert (rows(folder), export.written, held.sent) == ([], 0, [])


def test_what_may_not_be_seen_any_more_is_neither_written_nor_counted(
    held: HeldConnection, folder: Path, qtbot: QtBot
) -> None:
    export = export_of(HelpDesk(held), folder, [3, 2, 1])
    answer(held.sent[0], without=[2])
    assert until_over(export, qtbot) is Outcome.DONE
    assert [row["Number"] for row in rows(folder)] == ["3", "1"]
    assert (export.written, export.total) == (2, 3)


def test_a_cancelled_one_leaves_what_was_there_before(held: HeldConnection, folder: Path, qtbot: QtBot) -> None:
    (folder / "list.csv").write_text("former")
    export = export_of(HelpDesk(held), folder, [*range(1, 1_000)])
    answer(held.sent[0])
    qtbot.waitUntil(lambda: export.passed > 0, timeout=PATIENCE_MS)
    assert len(left(folder)) == 2, "it is written beside it"
    export.cancel()
    assert until_over(export, qtbot) is Outcome.CANCELLED
    sent = len(held.sent)
    answer(held.sent[1])
    assert (left(folder), (folder / "list.csv").read_text(), len(held.sent)) == (["list.csv"], "former", sent)


def test_a_window_that_goes_leaves_nothing(held: HeldConnection, folder: Path, qtbot: QtBot) -> None:
    export = export_of(HelpDesk(held), folder, [*range(1, 1_000)])
    answer(held.sent[0])
    qtbot.waitUntil(lambda: export.passed > 0, timeout=PATIENCE_MS)
    export.end()
    assert left(folder) == []
    answer(held.sent[1])
    assert export.outcome is None


def test_a_window_that_goes_does_not_wait_for_a_disk_that_hangs(
    held: HeldConnection, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hangs, goes_on = threading.Event(), threading.Event()

    def row(_table: ExportedTable, _ticket: object) -> Row:
        hangs.set()
        goes_on.wait()
        return []

    monkeypatch.setattr(ExportedTable, "row", row)
    monkeypatch.setattr(reading, "_JOIN_S", 0.05)
    export = export_of(HelpDesk(held), folder, [1])
    answer(held.sent[0])
    assert hangs.wait(PATIENCE_MS / 1_000)
    assert len(left(folder)) == 1
    export.end()
    assert left(folder) == []
    goes_on.set()


def test_a_server_that_is_away_is_waited_for(held: HeldConnection, folder: Path, qtbot: QtBot) -> None:
    export = export_of(HelpDesk(held), folder, [*range(1, PAGE_SIZE + 2)])
    answer(held.sent[1])
    held.sent[0].failed.emit(DeskError(Reason.SERVER_UNREACHABLE))
    assert export.waits_for is not None
    assert export.outcome is None
    # The very same request once more.
    qtbot.waitUntil(lambda: held.sent[2:] == [held.sent[0]], timeout=PATIENCE_MS)
    answer(held.sent[2])
    assert export.waits_for is None
    assert until_over(export, qtbot) is Outcome.DONE
    assert export.written == PAGE_SIZE + 1


def test_a_refusal_ends_it(held: HeldConnection, folder: Path, qtbot: QtBot) -> None:
    export = export_of(HelpDesk(held), folder, [1])
    held.fail(Reason.KEY_UNKNOWN)
    assert until_over(export, qtbot) is Outcome.REFUSED
    assert isinstance(export.error, DeskError)
    assert (export.error.reason, left(folder)) == (Reason.KEY_UNKNOWN, [])


def test_another_history_ends_it(held: HeldConnection, folder: Path, qtbot: QtBot) -> None:
    export = export_of(HelpDesk(held), folder, [1])
    export.forget()
    assert until_over(export, qtbot) is Outcome.REPLACED
    assert left(folder) == []


def test_a_full_disk_is_told_and_left_clean(held: HeldConnection, qtbot: QtBot) -> None:
    this = cast(Program, SimpleNamespace(pid=os.getpid()))
    with small_disk() as disk:
        folder = disk.folder
        disk.fill(this)
        try:
            export = export_of(HelpDesk(held), folder, [*range(1, 3 * PAGE_SIZE)])
            for _ in range(2):
                answer(held.sent[0], description="x" * 9_000)
                held.sent.pop(0)
            assert until_over(export, qtbot) is Outcome.UNWRITTEN
        finally:
            disk.empty(this)
        assert isinstance(export.error, OSError)
        assert left(folder) == []


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "tickets.db"


@pytest.fixture
def address(database: Path) -> Iterator[list[Program]]:
    """Give a server that may be killed and started anew; the last one of the list runs."""
    programs = [ticket_server(database)]
    yield programs
    for program in programs:
        program.kill()


def test_a_server_that_is_killed_in_the_middle_costs_no_row(
    address: list[Program], database: Path, folder: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    listens = address[0].address()
    connection = Connection(beside(listens), Role.HELPDESK, Workstation("LAB-1"), qapp)
    desk = HelpDesk(connection)
    made: list[object] = []
    for number in range(30):
        desk.create_ticket(f"=lamp {number}").done.connect(made.append)
    qtbot.waitUntil(lambda: len(made) == 30, timeout=PATIENCE_MS)
    # The same tickets again and again: what counts is that none of the rows is lost or comes twice.
    ids = [*range(30, 0, -1)] * 400
    export = export_of(desk, folder, ids)
    qtbot.waitUntil(lambda: export.passed > 0, timeout=PATIENCE_MS)
    address[0].kill()
    qtbot.waitUntil(lambda: export.waits_for is not None, timeout=PATIENCE_MS)
    assert export.outcome is None
    assert 0 < export.passed < export.total
    address.append(ticket_server(database, listens))
    address[1].address()
    qtbot.waitUntil(lambda: export.outcome is not None, timeout=4 * PATIENCE_MS)
    assert export.outcome is Outcome.DONE
    expected = [str(number) for first in range(0, len(ids), PAGE_SIZE) for number in page(ids, first)]
    assert [row["Number"] for row in rows(folder)] == expected
    assert all(row["Problem"].startswith("'=lamp") for row in rows(folder))
    connection.close()


def page(ids: Sequence[int], first: int) -> list[int]:
    """Return what a server tells of a part: each ticket once."""
    return [*dict.fromkeys(ids[first : first + PAGE_SIZE])]
