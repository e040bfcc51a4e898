"""What is shown of the tickets, and the one sentence when that is nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category, Reason, Role, Status
from client.models.age import Age
from client.models.columns import STAFF_COLUMNS, USER_COLUMNS, Column
from client.models.filters import Filters, Kind
from client.models.named_views import NamedView
from client.models.tickets import TicketTableModel
from client.state import ConnectionKind, ConnectionState
from client.views.theme.theme import Theme
from client.views.ticket_list import TicketList
from tests.client.made import NOON_US, facts, moment, ticket

LIVE = ConnectionState.connecting().after(ConnectionKind.LIVE, None)
REFUSED = ConnectionState.connecting().after(ConnectionKind.AWAY, Reason.KEY_UNKNOWN)


@pytest.fixture
def tickets() -> TicketTableModel:
    return TicketTableModel(STAFF_COLUMNS, lambda: NOON_US)


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, tickets: TicketTableModel) -> TicketList:
    made = TicketList(theme, tickets, Role.HELPDESK, lambda: NOON_US)
    qtbot.addWidget(made)
    return made


def numbers(tickets: TicketTableModel) -> list[int]:
    return [tickets.ticket_id(row) for row in range(tickets.rowCount())]


def chosen(kind: Kind, *values: int) -> Filters:
    return Filters({kind: frozenset(values)})


def test_a_view_and_filters_narrow_the_table_together(shown: TicketList, tickets: TicketTableModel) -> None:
    category = Category.FACILITY_MANAGEMENT
    tickets.load(
        facts([ticket(1), ticket(2, status=Status.ACTIVE), ticket(3, status=Status.ACTIVE, category=category)]), 3
    )
    shown.show_view(NamedView.IN_WORK)
    assert shown.head.title.text() == "In work"
    assert tickets.rowCount() == 2
    shown.filters.filtered.emit(chosen(Kind.CATEGORY, int(category)))
    assert numbers(tickets) == [3]
    shown.filters.clear.click()
    shown.show_view(NamedView.ALL)
    assert (tickets.rowCount(), shown.head.title.text()) == (3, "All tickets")


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (ConnectionState.connecting(), "as soon as the server answers"),
        (REFUSED, "not let in"),
        (LIVE, "No tickets yet"),
    ],
)
def test_a_table_without_any_ticket_says_why(shown: TicketList, state: ConnectionState, words: str) -> None:
    for view in NamedView:
        shown.show_view(view)
        shown.show_state(state)
        assert words in shown.table.emptiness.text()


def test_every_empty_view_says_what_to_do(shown: TicketList, tickets: TicketTableModel) -> None:
    closed = ticket(1, status=Status.CLOSED)
    closed.close_time.CopyFrom(moment(NOON_US // 2))
    tickets.load(facts([closed]), 1)
    shown.show_state(LIVE)
    said = set()
    for view in set(NamedView) - {NamedView.ALL}:
        shown.show_view(view)
        assert tickets.rowCount() == 0, "it was closed long before today"
        said.add(shown.table.emptiness.text())
    assert len(said) == len(NamedView) - 1


def test_what_is_searched_or_filtered_for_in_vain_says_how_to_see_more(
    shown: TicketList, tickets: TicketTableModel
) -> None:
    tickets.load(facts([ticket(1)]), 1)
    shown.show_state(LIVE)
    emptiness = shown.table.emptiness
    shown.filters.filtered.emit(Filters({Kind.STATUS: frozenset({1, 3}), Kind.AGE: frozenset({int(Age.OVER_MONTH)})}))
    words = "Status: open or closed\nAge: over 30 days"
    assert emptiness.text() == f"No ticket in this view passes the filters:\n{words}"
    shown.show_found(frozenset())
    assert emptiness.text() == f"Nothing was found that passes the filters:\n{words}"
    emptiness.clear.click()
    assert "Fewer letters" in emptiness.text()
    assert emptiness.clear.isHidden()
    shown.show_found(None)
    assert numbers(tickets) == [1]


def test_please_check_shows_what_is_unsure_and_says_how(shown: TicketList, tickets: TicketTableModel) -> None:
    made = [ticket(number, status=Status(1 + number % 3)) for number in range(1, 7)]
    for each, sure in zip(made, (0.5, 0.3, 0.1, 0.2, 0.4, 0.9), strict=True):
        each.confidence = sure
    tickets.load(facts(made), 6)
    shown.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    shown.show_view(NamedView.CHECK)
    assert (shown.head.title.text(), shown.is_check) == ("Please check", True)
    closed = {each.id for each in made if each.status == int(Status.CLOSED)}
    assert numbers(tickets) == [number for number in (3, 4, 2, 5, 1) if number not in closed]
    keys = shown.head.hint.text().replace("\N{NO-BREAK SPACE}", " ")
    assert keys.endswith("1 facility management · 2 technical IT · 3 services complaints")
    shown.show_view(NamedView.ALL)
    assert numbers(tickets) == [1, 2, 3, 4, 5, 6], "sorted as before"
    assert shown.head.hint.isHidden()


def test_a_column_of_texts_is_not_sorted_by_and_that_is_said(shown: TicketList, tickets: TicketTableModel) -> None:
    tickets.load(facts(map(ticket, (1, 2))), 2)
    problem = tickets.columns.index(Column.PROBLEM)
    shown.table.horizontalHeader().setSortIndicator(problem, Qt.SortOrder.AscendingOrder)
    assert numbers(tickets) == [2, 1]
    assert shown.table.horizontalHeader().sortIndicatorSection() == tickets.columns.index(Column.OPENED)
    assert "searched, not sorted" in shown.head.note.text()


def test_a_simple_user_is_offered_what_can_be(qtbot: QtBot, theme: Theme) -> None:
    users = TicketList(theme, TicketTableModel(USER_COLUMNS, lambda: NOON_US), Role.USER, lambda: NOON_US)
    qtbot.addWidget(users)
    assert users.filters.buttons[Kind.CONFIDENCE].isHidden()
    offered = [action.text() for action in users.filters.buttons[Kind.STATUS].menu().actions()]
    assert offered == ["open", "active"]


def test_closing_dates_are_shown_where_closed_tickets_may_be(shown: TicketList, tickets: TicketTableModel) -> None:
    closed = tickets.columns.index(Column.CLOSED)
    shown.resize(1_400, 600)
    shown.show()
    hides = {NamedView.CHECK: True, NamedView.ALL: False, NamedView.NEW: True, NamedView.CLOSED_TODAY: False}
    for view, hidden in hides.items():
        shown.show_view(view)
        assert shown.table.isColumnHidden(closed) is hidden
    shown.show_view(NamedView.ALL)
    shown.filters.filtered.emit(chosen(Kind.STATUS, int(Status.OPEN)))
    assert shown.table.isColumnHidden(closed)


def test_what_is_sorted_by_a_column_that_is_hidden_says_so_until_it_is_reset(
    shown: TicketList, tickets: TicketTableModel
) -> None:
    tickets.load(facts([ticket(1, update_us=NOON_US + 9), ticket(2, update_us=NOON_US)]), 2)
    shown.listing.sort(Column.MODIFIED, descending=True)
    shown.resize(1400, 600)
    shown.table.columns.set_layout(shown.table.columns.layout.with_choice(Column.MODIFIED, shown=False))
    assert numbers(tickets) == [1, 2]
    count = shown.head.findChildren(QLabel)[1]
    assert count.text() == "2 · sorted by Last modified"
    shown.menu.aboutToShow.emit()
    next(action for action in shown.menu.actions() if action.text() == "Reset columns and order").trigger()
    assert numbers(tickets) == [2, 1]
    assert count.text() == "2"
