"""A desk that is spoken to in another language goes on where it was: with its connection, its tickets and all words."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Action, Role
from client.addresses import Addresses, beside
from client.app import Desk
from client.connection import Connection, Reply
from client.helpdesk import HelpDesk
from client.languages import Language
from client.refusals import unconfirmed_words
from client.state import Analysis, ConnectionKind
from client.views.main_window import MainWindow
from tests.client.views.answers import PATIENCE_MS
from tests.client.whole_desk import Start, choose, entered

Ask = Callable[[Reply], object]
Speak = Callable[[Language], None]

_NOBODY = Addresses("127.0.0.1:1", *("127.0.0.1:1" for _ in Analysis))


@pytest.fixture
def desk(start: Start, live_server: str, spoken: Speak) -> Desk:
    del spoken
    return start(live_server)


def main_of(desk: Desk) -> MainWindow:
    assert desk.main is not None
    return desk.main


def speak(desk: Desk, language: Language) -> MainWindow:
    """Choose the language in the window."""
    choose(main_of(desk), language)
    # The window before goes with the next turn of the event loop.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return main_of(desk)


def problems(main: MainWindow) -> list[str]:
    rows = range(main.tickets.rowCount())
    tickets = [main.tickets.ticket(main.tickets.ticket_id(row)) for row in rows]
    return [ticket.description for ticket in tickets if ticket is not None]


def label_words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def reported(other: HelpDesk, ask: Ask) -> list[int]:
    """Two tickets, the first of which the helpdesk answered."""
    texts = "The projector stays dark", "The door is locked"
    numbers = [ask(other.create_ticket(text)).id for text in texts]  # type: ignore[attr-defined]
    ask(other.post_message(numbers[0], "We come by"))
    return numbers


def test_what_is_typed_chosen_and_searched_stays(desk: Desk, qtbot: QtBot, reported: list[int]) -> None:
    main = entered(desk, qtbot, Role.HELPDESK)
    qtbot.waitUntil(lambda: len(problems(main)) == 2, timeout=PATIENCE_MS)
    connection = main.connection
    states: list[ConnectionKind] = []
    main.jump_to(reported[0])
    main.chat.composer.editor.setPlainText("This afternoon")
    main.show_report(True)
    main.report.description.text = "Smoke in the"
    main.talk.show_history(True)
    main.finding.bar.field.setText("projector")
    qtbot.waitUntil(lambda: problems(main) == ["The projector stays dark"], timeout=PATIENCE_MS)
    unread = main.finding.unread.unread.ids()
    before = main

    main = speak(desk, Language.GERMAN)
    connection.state_changed.connect(lambda state: states.append(state.kind))
    assert main is not before
    assert main.connection is connection
    assert main.connection.state.kind is ConnectionKind.LIVE
    assert main.shown_ticket == reported[0]
    assert main.table.chosen_ids() == [reported[0]]
    assert main.chat.composer.editor.toPlainText() == "This afternoon"
    assert (main.report.isVisible(), main.report.description.text) == (True, "Smoke in the")
    assert main.report.draft_line.isHidden(), "nothing came back, for nothing went"
    assert main.talk.shows_history
    assert main.finding.bar.field.text() == "projector"
    assert main.finding.unread.unread.ids() == unread
    qtbot.waitUntil(lambda: problems(main) == ["The projector stays dark"], timeout=PATIENCE_MS)
    assert states == [], "the connection was live all the time"


def test_what_others_do_is_shown_on(desk: Desk, qtbot: QtBot, other: HelpDesk, ask: Ask, reported: list[int]) -> None:
    before = entered(desk, qtbot, Role.USER)
    qtbot.waitUntil(lambda: before.tickets.total == 2, timeout=PATIENCE_MS)
    main = speak(desk, Language.FRENCH)
    assert main.tickets.total == 2
    ask(other.create_ticket("The lift stands"))
    qtbot.waitUntil(lambda: main.tickets.total == 3, timeout=PATIENCE_MS)
    main.jump_to(reported[0])
    qtbot.waitUntil(lambda: main.messages.rowCount() == 1, timeout=PATIENCE_MS)


@pytest.mark.usefixtures("reported")
def test_a_desk_whose_server_is_away_keeps_its_tickets_and_goes_on_once_it_is_there(
    desk: Desk, qtbot: QtBot, live_server: str
) -> None:
    main = entered(desk, qtbot, Role.USER)
    qtbot.waitUntil(lambda: len(problems(main)) == 2, timeout=PATIENCE_MS)
    main.connection.move_to(_NOBODY)
    qtbot.waitUntil(lambda: main.connection.state.kind is ConnectionKind.AWAY, timeout=PATIENCE_MS)
    main = speak(desk, Language.SPANISH)
    assert sorted(problems(main)) == ["The door is locked", "The projector stays dark"]
    assert "Sin conexión desde las " in label_words(main.badge)
    main.connection.move_to(beside(live_server))
    qtbot.waitUntil(lambda: main.connection.state.kind is ConnectionKind.LIVE, timeout=PATIENCE_MS)
    assert main.tickets.total == 2


def test_the_number_of_a_report_stays_in_sight(desk: Desk, qtbot: QtBot) -> None:
    main = entered(desk, qtbot, Role.USER)
    main.report.description.text = "The lamp is broken"
    main.report.send.click()
    qtbot.waitUntil(main.report.reported.isVisible, timeout=PATIENCE_MS)
    number = main.report.reported_number
    main = speak(desk, Language.ITALIAN)
    assert main.report.reported.isVisible()
    assert (main.report.reported_number, main.report.reported.number.text()) == (number, f"#{number}")


def test_a_language_is_spoken_before_the_server_told_anything(desk: Desk, qtbot: QtBot, live_server: str) -> None:
    desk.addresses = _NOBODY
    desk.enter(Role.USER)
    main = speak(desk, Language.GERMAN)
    main.connection.move_to(beside(live_server))
    qtbot.waitUntil(lambda: main.connection.state.kind is ConnectionKind.LIVE, timeout=PATIENCE_MS)
    assert isinstance(main.connection, Connection)


@pytest.mark.usefixtures("reported")
def test_what_the_server_did_not_confirm_meanwhile_is_said(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("client.writing._LEAVE_MS", 1)
    main = entered(desk, qtbot, Role.HELPDESK)
    qtbot.waitUntil(lambda: len(problems(main)) == 2, timeout=PATIENCE_MS)
    main.connection.move_to(_NOBODY)
    main.table.selectAll()
    assert main.work is not None
    main.work.take(Action.ACTIVATE)
    main = speak(desk, Language.GERMAN)
    assert main.work is not None
    assert main.work.bar.lines[0].words == unconfirmed_words()
