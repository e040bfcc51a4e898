"""What is shown of the tickets, and the one sentence when that is nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category, Reason, Role, Status
from client.models.columns import STAFF_COLUMNS, Column
from client.models.tickets import TicketTableModel
from client.state import ConnectionKind, ConnectionState
from client.views.theme.theme import Theme
from client.views.ticket_list import TicketList
from tests.client.made import NOON_US, facts, ticket

LIVE = ConnectionState.connecting().after(ConnectionKind.LIVE, None)
REFUSED = ConnectionState.connecting().after(ConnectionKind.AWAY, Reason.KEY_UNKNOWN)


@pytest.fixture
def tickets(qapp: QApplication) -> TicketTableModel:
    return TicketTableModel(STAFF_COLUMNS, lambda: NOON_US, qapp)


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, tickets: TicketTableModel) -> TicketList:
    made = TicketList(theme, tickets, Role.HELPDESK, lambda: NOON_US)
    qtbot.addWidget(made)
    return made


def test_status_and_category_narrow_the_table_together(shown: TicketList, tickets: TicketTableModel) -> None:
    category = Category.FACILITY_MANAGEMENT
    tickets.load(
        facts([ticket(1), ticket(2, status=Status.ACTIVE), ticket(3, status=Status.ACTIVE, category=category)]), 3
    )
    shown.show_status(Status.ACTIVE)
    assert shown.head.title.text() == "Active"
    assert tickets.rowCount() == 2
    shown.head.category_chosen.emit(category)
    assert [tickets.ticket_id(row) for row in range(tickets.rowCount())] == [3]
    shown.show_status(None)
    shown.head.category_chosen.emit(None)
    assert (tickets.rowCount(), shown.head.title.text()) == (3, "All tickets")


@pytest.mark.parametrize(
    ("state", "status", "words"),
    [
        (ConnectionState.connecting(), None, "as soon as the server answers"),
        (REFUSED, None, "not let in"),
        (LIVE, None, "No tickets yet"),
        (LIVE, Status.OPEN, "No ticket is like that"),
    ],
)
def test_an_empty_table_says_why(shown: TicketList, state: ConnectionState, status: Status | None, words: str) -> None:
    shown.show_state(state)
    shown.show_status(status)
    assert any(words in label.text() for label in shown.table.findChildren(QLabel))


def test_please_check_shows_what_is_unsure_and_says_how(shown: TicketList, tickets: TicketTableModel) -> None:
    made = [ticket(number, status=Status(1 + number % 3)) for number in range(1, 7)]
    for each, sure in zip(made, (0.5, 0.3, 0.1, 0.2, 0.4, 0.9), strict=True):
        each.confidence = sure
    tickets.load(facts(made), 6)
    shown.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    shown.show_check()
    assert (shown.head.title.text(), shown.is_check) == ("Please check", True)
    closed = {each.id for each in made if each.status == int(Status.CLOSED)}
    assert [tickets.ticket_id(row) for row in range(tickets.rowCount())] == [
        number for number in (3, 4, 2, 5, 1) if number not in closed
    ]
    keys = shown.head.hint.text().replace("\N{NO-BREAK SPACE}", " ")
    assert keys.endswith("1 facility management · 2 technical IT · 3 services complaints")
    shown.show_status(None)
    assert [tickets.ticket_id(row) for row in range(tickets.rowCount())] == [1, 2, 3, 4, 5, 6], "sorted as before"
    assert shown.head.hint.isHidden()


@pytest.mark.parametrize(("category", "words"), [(None, "Nothing to check: "), (Category.TECHNICAL_IT, "Choose All")])
def test_nothing_to_check_is_said_as_good_news(shown: TicketList, category: Category | None, words: str) -> None:
    shown.show_state(LIVE)
    shown.show_check()
    shown.head.category_chosen.emit(category)
    assert words in shown.table.emptiness.text()


def test_closing_dates_are_shown_where_closed_tickets_may_be(shown: TicketList, tickets: TicketTableModel) -> None:
    closed = tickets.columns.index(Column.CLOSED)
    shown.show_check()
    assert shown.table.isColumnHidden(closed)
    for status, hidden in ((None, False), (Status.OPEN, True), (Status.CLOSED, False), (Status.ACTIVE, True)):
        shown.show_status(status)
        assert shown.table.isColumnHidden(closed) is hidden
