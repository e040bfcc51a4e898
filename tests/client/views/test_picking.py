"""The list shows what was picked in a plot, and whoever leaves it is where they were before."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category, Role, Status
from campusdesk.v1 import ticket_service_pb2
from client.models.columns import STAFF_COLUMNS
from client.models.filters import Filters, Kind
from client.models.named_views import NamedView
from client.models.picked import Picked
from client.models.tickets import TicketTableModel
from client.state import Analysis
from client.views.main_window import MainWindow
from client.views.picking import Picking
from client.views.searching import Searching
from client.views.theme.theme import Theme
from client.views.ticket_list import TicketList
from tests.client import made
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.held import HeldConnection

ACTIVE = Picked("active", frozenset({int(Status.ACTIVE)}))
OPEN = Picked("open", frozenset({int(Status.OPEN)}))


@pytest.fixture
def tickets(qapp: QApplication) -> TicketTableModel:
    model = TicketTableModel(STAFF_COLUMNS, lambda: made.NOON_US, qapp)
    rows = [made.ticket(number, status=Status.ACTIVE if number % 2 else Status.OPEN) for number in range(1, 101)]
    model.load(made.facts(rows), 100)
    return model


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, tickets: TicketTableModel) -> TicketList:
    made_list = TicketList(theme, tickets, Role.HELPDESK, lambda: made.NOON_US)
    qtbot.addWidget(made_list)
    made_list.resize(900, 500)
    made_list.show()
    return made_list


@pytest.fixture
def picking(shown: TicketList) -> Picking:
    return Picking(shown)


@pytest.fixture
def search(theme: Theme, held: HeldConnection, shown: TicketList, tickets: TicketTableModel) -> Searching:
    return Searching(theme, held, shown, tickets)


def rows_of(tickets: TicketTableModel) -> list[int]:
    return [tickets.ticket_id(row) for row in range(tickets.rowCount())]


def test_a_pick_shows_exactly_its_tickets_and_leaving_leads_back(
    picking: Picking, shown: TicketList, tickets: TicketTableModel
) -> None:
    shown.show_view(NamedView.NEW)
    shown.listing.filter(Filters({Kind.CATEGORY: frozenset({int(Category.TECHNICAL_IT)})}))
    shown.table.choose(20)
    shown.table.verticalScrollBar().setValue(701)
    before = rows_of(tickets), shown.table.verticalScrollBar().value()
    picking.show(ACTIVE)
    assert picking.stands
    assert (rows_of(tickets), shown.table.verticalScrollBar().value()) == (list(range(99, 0, -2)), 0)
    assert (shown.head.title.text(), shown.pick.words.text()) == ("From the analysis", "active")
    assert (shown.filters.isVisible(), shown.pick.isVisible()) == (False, True)
    shown.table.choose(7)
    shown.pick.end.click()
    assert (rows_of(tickets), shown.table.verticalScrollBar().value()) == before
    assert (shown.head.title.text(), shown.table.chosen_ids()) == ("New", [20])
    assert (shown.filters.isVisible(), shown.pick.isVisible(), picking.stands) == (True, False, False)


def test_one_pick_after_another_leads_back_to_where_the_first_began(
    picking: Picking, shown: TicketList, tickets: TicketTableModel
) -> None:
    shown.table.choose(20)
    picking.show(ACTIVE)
    shown.table.choose(7)
    picking.show(OPEN)
    assert rows_of(tickets)[0] == 100
    picking.leave()
    assert (shown.table.chosen_ids(), tickets.rowCount()) == ([20], 100)


def test_a_search_leads_from_a_pick_and_back_to_before_both(
    picking: Picking,
    search: Searching,
    held: HeldConnection,
    shown: TicketList,
    tickets: TicketTableModel,
    qtbot: QtBot,
) -> None:
    shown.table.choose(20)
    picking.show(ACTIVE)
    search.bar.field.setText("wifi")
    qtbot.waitUntil(lambda: bool(held.sent))
    held.answer(ticket_service_pb2.SearchTicketsResponse(ids=[8, 7]))
    assert (rows_of(tickets), picking.stands, shown.pick.isVisible()) == ([8, 7], False, False)
    search.leave()
    assert (shown.table.chosen_ids(), tickets.rowCount()) == ([20], 100)


def test_a_pick_ends_a_search(
    picking: Picking,
    search: Searching,
    held: HeldConnection,
    shown: TicketList,
    tickets: TicketTableModel,
    qtbot: QtBot,
) -> None:
    shown.table.choose(20)
    search.bar.field.setText("wifi")
    qtbot.waitUntil(lambda: bool(held.sent))
    held.answer(ticket_service_pb2.SearchTicketsResponse(ids=[8, 7]))
    picking.show(ACTIVE)
    assert (search.stands, search.bar.field.text(), tickets.rowCount()) == (False, "", 50)
    picking.leave()
    assert (shown.table.chosen_ids(), tickets.rowCount()) == ([20], 100)


def test_another_view_ends_the_pick_at_its_own_top(
    picking: Picking, shown: TicketList, tickets: TicketTableModel
) -> None:
    shown.table.choose(20)
    picking.show(ACTIVE)
    shown.show_view(NamedView.NEW)
    assert (tickets.rowCount(), shown.head.title.text(), picking.stands) == (50, "New", False)
    picking.show(OPEN)
    assert shown.table.verticalScrollBar().value() == 0


def test_tickets_that_are_gone_are_said_to_be(picking: Picking, shown: TicketList) -> None:
    picking.show(Picked("closed", frozenset({int(Status.CLOSED)})))
    assert shown.table.emptiness.text() == "There are no such tickets any more."
    assert shown.table.emptiness.clear.isHidden()


def test_esc_in_the_table_leaves_the_pick_and_an_ended_analysis_does_not(
    enter: Callable[[Role], MainWindow], qtbot: QtBot
) -> None:
    main = enter(Role.HELPDESK)
    assert main.analyses is not None
    main.analyses.show(Analysis.CATEGORY_LOAD)
    qtbot.waitUntil(lambda: main.analyses is not None and main.analyses.view is not None, timeout=PATIENCE_MS)
    assert main.analyses.view is not None
    main.analyses.view.panels[Analysis.CATEGORY_LOAD].plot.picked.emit(ACTIVE)
    main.analyses.show(None)
    assert main.finding.picking.stands
    assert main.table.hasFocus()
    QTest.keyClick(main.table, Qt.Key.Key_Escape)
    assert not main.finding.stands
