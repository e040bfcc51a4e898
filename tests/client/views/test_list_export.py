"""The list as it is shown goes into a file that spreadsheets open, in both roles, and the desk goes on meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role, Status
from campusdesk.v1 import ticket_pb2
from client.connection import Reply
from client.helpdesk import HelpDesk
from client.languages import Language
from client.models.columns import Column
from client.models.filters import Filters, Kind
from client.store import Store
from client.text import without_tricks
from client.views.main_window import MainWindow
from tests.client.views.answers import HOSTILE, PATIENCE_MS
from tests.client.views.saved import dialog, exported, left, line, read, save, words_in_the_end

Enter = Callable[[Role], MainWindow]
Ask = Callable[[Reply], ticket_pb2.Ticket]


def entry(main: MainWindow) -> QAction:
    main.list.menu.aboutToShow.emit()
    return next(action for action in main.list.menu.actions() if action.text().startswith("Export the list"))


@pytest.fixture
def numbers(other: HelpDesk, ask: Ask) -> list[int]:
    """Report five problems, of which the first is closed and the second taken."""
    texts = ("=1+1", "The lift stands", HOSTILE, 'two\nlines, “quoted”; "twice"', "y" * 5_000)
    made = [ask(other.create_ticket(text, f"@room {at}", "555 123")).id for at, text in enumerate(texts)]
    for number in made[:2]:
        ask(other.activate_ticket(number))
    ask(other.close_ticket(made[0]))
    return made


def test_all_that_the_list_shows_is_in_the_file_as_it_is_shown(
    enter: Enter, numbers: list[int], folder: Path, qtbot: QtBot
) -> None:
    main = enter(Role.HELPDESK)
    qtbot.waitUntil(lambda: main.tickets.rowCount() == 5, timeout=PATIENCE_MS)
    main.table.columns.move(Column.PROBLEM, -2)
    main.list.listing.sort(Column.NUMBER, descending=False)
    rows = exported(main, folder, qtbot)
    assert [*rows[0]][:3] == ["Problem", "Number", "Status"]
    assert [int(row["Number"]) for row in rows] == numbers
    assert [row["Status"] for row in rows] == ["closed", "active", "open", "open", "open"]
    told = [row["Problem"].removeprefix("'") for row in rows]
    assert told == ["=1+1", "The lift stands", without_tricks(HOSTILE), 'two\nlines, “quoted”; "twice"', "y" * 5_000]
    assert rows[0]["Problem"] == "'=1+1"
    assert all(row["Location"].startswith("'@room") for row in rows)
    assert "555" not in (folder / "list.csv").read_text("utf-8-sig")


def test_a_view_that_is_filtered_and_searched_is_what_is_exported(
    enter: Enter, numbers: list[int], folder: Path, qtbot: QtBot
) -> None:
    main = enter(Role.HELPDESK)
    qtbot.waitUntil(lambda: main.tickets.rowCount() == 5, timeout=PATIENCE_MS)
    main.list.filters.filtered.emit(Filters({Kind.STATUS: frozenset({int(Status.OPEN)})}))
    assert {int(row["Number"]) for row in exported(main, folder, qtbot)} == {*numbers[2:]}
    main.list.clear_filters()
    main.list.show_found(frozenset(numbers[:1]))
    main.export.ask()
    assert "found" in dialog(main).selectedFiles()[0]
    save(main, folder / "found.csv")
    assert words_in_the_end(main, qtbot) == "1 ticket written to found.csv"
    assert [int(row["Number"]) for row in read(folder / "found.csv")] == numbers[:1]


def test_what_closes_meanwhile_is_written_as_it_is_then(
    enter: Enter, numbers: list[int], folder: Path, other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    main = enter(Role.HELPDESK)
    qtbot.waitUntil(lambda: main.tickets.rowCount() == 5, timeout=PATIENCE_MS)
    main.export.ask()
    ask(other.close_ticket(numbers[1]))
    save(main, folder / "list.csv")
    words_in_the_end(main, qtbot)
    told = {int(row["Number"]): row for row in read(folder / "list.csv")}
    assert told[numbers[1]]["Status"] == "closed"
    assert told[numbers[1]]["Closed (UTC)"]


def test_simple_users_export_what_they_may_see_until_the_end(
    enter: Enter, numbers: list[int], folder: Path, other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    main = enter(Role.USER)
    qtbot.waitUntil(lambda: main.tickets.rowCount() == 4, timeout=PATIENCE_MS)
    entry(main).trigger()
    ask(other.close_ticket(numbers[1]))
    save(main, folder / "list.csv")
    assert words_in_the_end(main, qtbot) == "3 tickets written to list.csv"
    rows = read(folder / "list.csv")
    assert {int(row["Number"]) for row in rows} == {*numbers[2:]}
    assert not {"Internal notes", "Closed", "Confidence (%)"} & rows[0].keys()


def test_it_is_found_in_the_menu_and_by_its_key_where_there_is_something_to_export(
    enter: Enter, other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    main = enter(Role.HELPDESK)
    assert not entry(main).isEnabled()
    main.export.ask()
    assert main.findChildren(QFileDialog) == []
    ask(other.create_ticket("The lift stands"))
    qtbot.waitUntil(lambda: main.tickets.rowCount() == 1, timeout=PATIENCE_MS)
    assert entry(main).isEnabled()
    assert entry(main).text().endswith("Ctrl+S")
    main.table.setFocus()
    QTest.keyClick(main.table, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not entry(main).isEnabled(), "one at a time"
    dialog(main).reject()
    assert entry(main).isEnabled()


def test_the_folder_can_be_opened_afterwards(
    enter: Enter, numbers: list[int], folder: Path, opened: list[str], qtbot: QtBot
) -> None:
    main = enter(Role.HELPDESK)
    qtbot.waitUntil(lambda: main.tickets.rowCount() == len(numbers), timeout=PATIENCE_MS)
    exported(main, folder, qtbot)
    assert line(main).button.text() == "Open the folder"
    line(main).button.click()
    assert opened == [folder.as_uri()]
    line(main).away.click()
    assert main.export.bar.lines == []


def test_a_file_that_cannot_be_written_says_why_and_is_tried_again_elsewhere(
    enter: Enter, numbers: list[int], folder: Path, qtbot: QtBot
) -> None:
    main = enter(Role.HELPDESK)
    qtbot.waitUntil(lambda: main.tickets.rowCount() == len(numbers), timeout=PATIENCE_MS)
    main.export.ask()
    gone = folder / "gone"
    # Chosen while it was there: the dialog itself would not take it now.
    dialog(main).fileSelected.emit(str(gone / "list.csv"))
    dialog(main).reject()
    words = words_in_the_end(main, qtbot)
    assert words == "The list was not exported: the folder is not there any more."
    line(main).button.click()
    save(main, folder / "list.csv")
    qtbot.waitUntil(lambda: "written to" in line(main).words, timeout=PATIENCE_MS)
    assert left(folder) == ["list.csv"]


def test_the_list_is_cut_as_the_region_s_spreadsheets_expect(
    enter: Enter, numbers: list[int], folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale("it_IT")))
    main = enter(Role.HELPDESK)
    qtbot.waitUntil(lambda: main.tickets.rowCount() == len(numbers), timeout=PATIENCE_MS)
    main.export.ask()
    save(main, folder / "list.csv")
    words_in_the_end(main, qtbot)
    assert {int(row["Number"]) for row in read(folder / "list.csv", ";")} == {*numbers}


def test_words_of_every_language_have_their_places(
    enter: Enter, numbers: list[int], folder: Path, qtbot: QtBot, spoken: Callable[[Language], None]
) -> None:
    spoken(Language.GERMAN)
    main = enter(Role.HELPDESK)
    qtbot.waitUntil(lambda: main.tickets.rowCount() == len(numbers), timeout=PATIENCE_MS)
    rows = exported(main, folder, qtbot)
    assert line(main).words == "5 Tickets in list.csv geschrieben"
    assert next(iter(rows[0])) == "Nummer"
    assert "Alter (Minuten)" in rows[0]


def test_another_history_ends_what_was_asked_for(enter: Enter, numbers: list[int], store: Store, qtbot: QtBot) -> None:
    assert not store.forgets
    main = enter(Role.HELPDESK)
    qtbot.waitUntil(lambda: main.tickets.rowCount() == len(numbers), timeout=PATIENCE_MS)
    main.export.ask()
    shown = dialog(main)
    main.connection.replaced.emit()
    assert not shown.isVisible()
