"""An export of 20,000 tickets, which takes a while: the window goes on, and so does its person."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client import exporting
from client.helpdesk import PAGE_SIZE
from client.stall_watch import Stall, StallWatch
from client.views.main_window import MainWindow
from tests.bench.million import make
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.saved import left, line, read, save, words_in_the_end
from tests.client.views.test_calm import TRIES
from tests.client.whole_desk import Start, entered
from tests.system.programs import UNLIMITED, ticket_server

TICKETS = 20_000


@pytest.fixture(scope="module")
def live_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the sample campus many times over to the desks of this file."""
    database = tmp_path_factory.mktemp("many") / "tickets.db"
    make(database, 1_000, TICKETS // 1_000)
    with ticket_server(database, "127.0.0.1:0", *UNLIMITED) as server:
        yield server.address()


@pytest.fixture
def main(enter: Callable[[Role], MainWindow], qtbot: QtBot) -> MainWindow:
    opened = enter(Role.HELPDESK)
    qtbot.waitUntil(lambda: opened.tickets.rowCount() == TICKETS, timeout=PATIENCE_MS)
    return opened


def begin(main: MainWindow, folder: Path) -> None:
    # Else the dialog asks whether to overwrite what an earlier try wrote, and waits for a person for ever.
    (folder / "list.csv").unlink(missing_ok=True)
    main.export.ask()
    save(main, folder / "list.csv")


def test_they_come_in_order_and_hold_neither_the_window_up_nor_the_memory(
    main: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    stalls: list[Stall] = []
    ahead: list[int] = []
    for _ in range(TRIES):
        stalls.clear()
        begin(main, folder)
        export = main.export.export
        assert export is not None
        export.progressed.connect(lambda export=export: ahead.append(export.ahead))
        watch = StallWatch(stalls.append, main)
        qtbot.waitUntil(main.export.is_possible, timeout=4 * PATIENCE_MS)
        watch.end()
        if not stalls:
            break
    assert [stall.words() for stall in stalls] == []
    assert 0 < max(ahead) <= exporting.MOST_AHEAD * PAGE_SIZE
    assert line(main).words == "20,000 tickets written to list.csv"
    assert [int(row["Number"]) for row in read(folder / "list.csv")] == main.tickets.listed().tolist()


def test_how_far_it_is_is_told_and_it_can_be_cancelled(main: MainWindow, folder: Path, qtbot: QtBot) -> None:
    begin(main, folder)
    assert line(main).words == "Exporting to list.csv · 0 of 20,000"
    qtbot.waitUntil(lambda: line(main).words.startswith("Exporting to list.csv · 1,"), timeout=PATIENCE_MS)
    assert line(main).button.text() == "Cancel"
    line(main).button.click()
    assert words_in_the_end(main, qtbot) == "The export was cancelled. No file was written."
    assert left(folder) == []


def test_who_enters_in_another_role_leaves_nothing_half_written(
    start: Start, live_server: str, folder: Path, qtbot: QtBot
) -> None:
    desk = start(live_server)
    main = entered(desk, qtbot, Role.HELPDESK)
    qtbot.waitUntil(lambda: main.tickets.rowCount() == TICKETS, timeout=PATIENCE_MS)
    begin(main, folder)
    qtbot.waitUntil(lambda: len(left(folder)) == 1, timeout=PATIENCE_MS)
    assert left(folder) != ["list.csv"]
    desk.show_role_page()
    assert left(folder) == []
