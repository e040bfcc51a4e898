"""What somebody reads stays at its pixel, whatever comes, leaves or moves; at the top new rows come in."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from client.models import tickets as tickets_module
from client.models.tickets import TicketTableModel
from client.views.theme.theme import Theme
from client.views.ticket_table import TicketTable
from tests.client.made import MINUTE_US, NOON_US, change, facts, removal, ticket
from tests.client.views.still_tables import hundred_tickets, in_sight, moved, shown_table

LATER_US = NOON_US + 1_000 * MINUTE_US


@pytest.fixture
def tickets() -> TicketTableModel:
    return hundred_tickets()


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, tickets: TicketTableModel) -> TicketTable:
    return shown_table(qtbot, theme, tickets)


def test_a_change_does_not_go_through_all_that_are_chosen(
    table: TicketTable, tickets: TicketTableModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    table.setSelectionMode(TicketTable.SelectionMode.ExtendedSelection)
    table.selectAll()
    monkeypatch.setattr(QItemSelectionModel, "selectedRows", lambda *_: pytest.fail("100,000 rows take seconds"))
    before = in_sight(table, tickets)
    tickets.apply([change(ticket(101))], 101)
    assert not moved(before, in_sight(table, tickets)), "several are chosen"


def test_at_the_top_new_rows_come_in(table: TicketTable, tickets: TicketTableModel) -> None:
    tickets.apply([change(ticket(101))], 101)
    assert table.verticalScrollBar().value() == 0
    assert tickets.ticket_id(table.rowAt(0)) == 101
    assert table.still.to_top.isHidden()


def test_further_down_they_are_told_and_nothing_moves(table: TicketTable, tickets: TicketTableModel) -> None:
    table.verticalScrollBar().setValue(700)
    before = in_sight(table, tickets)
    tickets.apply([change(ticket(number)) for number in range(101, 113)], 112)
    assert in_sight(table, tickets) == before
    assert table.still.to_top.isVisible()
    assert table.still.to_top.text() == "12 new"
    table.still.to_top.click()
    assert table.verticalScrollBar().value() == 0
    assert table.still.to_top.isHidden()


def test_a_new_ticket_is_told_without_looking_for_all_that_were(
    table: TicketTable, tickets: TicketTableModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    table.verticalScrollBar().setValue(300)
    for number in range(101, 140):
        tickets.apply([change(ticket(number))], number)
    asked, row_of = list[int](), tickets.row_of

    def noted(ticket_id: int) -> int:
        asked.append(ticket_id)
        return row_of(ticket_id)

    monkeypatch.setattr(tickets, "row_of", noted)
    tickets.apply([change(ticket(140))], 140)
    assert table.still.to_top.text() == "40 new"
    assert set(asked) == {140}


def test_the_word_of_what_is_new_stands_in_the_middle_under_the_head(
    table: TicketTable, tickets: TicketTableModel
) -> None:
    table.verticalScrollBar().setValue(700)
    tickets.apply([change(ticket(101))], 101)
    for width in (900, 640):
        table.resize(width, 500)
        rows, word = table.viewport().geometry(), table.still.to_top.geometry()
        assert abs(word.center().x() - rows.center().x()) <= 1
        assert rows.top() < word.top() < rows.top() + 20


def test_the_rest_stays_when_the_first_one_in_sight_moves_down(table: TicketTable, tickets: TicketTableModel) -> None:
    table.verticalScrollBar().setValue(700)
    before = in_sight(table, tickets)
    first = next(iter(before))
    tickets.apply([change(ticket(first, revision=200, update_us=NOON_US))], 200)
    after = in_sight(table, tickets)
    assert first not in after
    assert moved(before, after) == set()


def test_what_moves_up_while_one_reads_is_told_too(table: TicketTable, tickets: TicketTableModel) -> None:
    table.verticalScrollBar().setValue(700)
    before = in_sight(table, tickets)
    seen = list(before)
    for number, update_us in ((3, LATER_US), (seen[4], LATER_US + 1), (seen[0], LATER_US + 2)):
        tickets.apply([change(ticket(number, revision=200 + number, update_us=update_us))], 300)
    after = in_sight(table, tickets)
    assert set(before) - set(after) == {seen[4], seen[0]}
    assert moved(before, after) <= set(seen[5:]), "they closed the gap, from below"
    assert table.still.to_top.text() == "3 new"


def test_home_leads_to_the_top_while_something_is_told(
    table: TicketTable, tickets: TicketTableModel, qtbot: QtBot
) -> None:
    table.verticalScrollBar().setValue(700)
    tickets.apply([change(ticket(101))], 101)
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert table.verticalScrollBar().value() == 0


def test_what_was_scrolled_to_is_told_no_more(table: TicketTable, tickets: TicketTableModel) -> None:
    table.verticalScrollBar().setValue(700)
    tickets.apply([change(ticket(number)) for number in (101, 102, 103)], 103)
    table.verticalScrollBar().setValue(36)
    assert table.still.to_top.text() == "1 new"
    table.verticalScrollBar().setValue(0)
    assert table.still.to_top.isHidden()


def point(table: TicketTable, height: int = 100) -> None:
    """Put the mouse over the table."""
    here, none = QPointF(300, height), Qt.MouseButton.NoButton
    at = table.viewport().mapToGlobal(here)
    move = QMouseEvent(QEvent.Type.MouseMove, here, at, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(table.viewport(), move)


def take_away(table: TicketTable) -> None:
    QApplication.sendEvent(table.viewport(), QEvent(QEvent.Type.Leave))


def test_rows_stay_under_the_mouse_and_the_top_is_shown_once_it_is_gone(
    table: TicketTable, tickets: TicketTableModel
) -> None:
    before = in_sight(table, tickets)
    point(table)
    tickets.apply([change(ticket(number)) for number in (101, 102)], 102)
    assert not moved(before, in_sight(table, tickets))
    assert table.still.to_top.text() == "2 new"
    assert table.still.to_top.isVisible()
    take_away(table)
    assert table.still.to_top.isHidden()
    assert tickets.ticket_id(table.rowAt(0)) == 102


def test_rows_stay_under_a_menu_that_is_opened_on_them(
    table: TicketTable, tickets: TicketTableModel, qtbot: QtBot
) -> None:
    point(table)
    tickets.apply([change(ticket(101))], 101)
    before = in_sight(table, tickets)
    menu = QMenu(table)
    menu.addAction("Activate")
    menu.popup(table.mapToGlobal(QPoint(300, 100)))
    qtbot.waitUntil(menu.isVisible)
    take_away(table)
    assert not moved(before, in_sight(table, tickets))
    menu.close()


def test_where_a_person_scrolled_to_stays_when_the_mouse_is_gone(table: TicketTable, tickets: TicketTableModel) -> None:
    point(table)
    tickets.apply([change(ticket(101))], 101)
    table.verticalScrollBar().setValue(400)
    take_away(table)
    assert table.verticalScrollBar().value() == 400


def test_rows_that_all_fit_stay_under_the_mouse_too(table: TicketTable, tickets: TicketTableModel) -> None:
    tickets.load(facts(map(ticket, (1, 2, 3))), 3)
    before = in_sight(table, tickets)
    point(table)
    for number in (101, 102):
        tickets.apply([change(ticket(number))], number)
        table.grab()
        assert not moved(before, in_sight(table, tickets))
    assert table.still.to_top.text() == "2 new"
    table.still.to_top.click()
    assert list(in_sight(table, tickets)) == [102, 101, 3, 2, 1]
    assert table.still.to_top.isHidden()
    assert table.verticalScrollBar().maximum() == 0


def test_the_first_ticket_of_an_empty_table_is_shown_under_the_mouse(
    table: TicketTable, tickets: TicketTableModel
) -> None:
    tickets.load(facts([]), 3)
    point(table, 10)
    tickets.apply([change(ticket(101))], 101)
    assert table.still.to_top.isHidden()
    assert list(in_sight(table, tickets)) == [101]


def test_a_mouse_under_all_rows_holds_none(table: TicketTable, tickets: TicketTableModel) -> None:
    tickets.load(facts([ticket(1)]), 3)
    point(table, 300)
    tickets.apply([change(ticket(101))], 101)
    assert table.still.to_top.isHidden()


def test_rows_stay_while_several_are_chosen(table: TicketTable, tickets: TicketTableModel) -> None:
    flag = QItemSelectionModel.SelectionFlag
    for row in (1, 2):
        table.selectionModel().select(tickets.index(row, 0), flag.Select | flag.Rows)
    before = in_sight(table, tickets)
    tickets.apply([change(ticket(101))], 101)
    assert not moved(before, in_sight(table, tickets))


def test_many_changes_at_once_leave_what_is_read(
    table: TicketTable, tickets: TicketTableModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tickets_module, "MOST_ROW_BY_ROW", 3)
    table.verticalScrollBar().setValue(700)
    before = in_sight(table, tickets)
    gone = [removal(number, 150 + number) for number in (99, 97, 2)]
    tickets.apply([*gone, *(change(ticket(number)) for number in range(101, 110))], 300)
    assert in_sight(table, tickets) == before
    assert table.still.to_top.isVisible()


steps = st.lists(st.tuples(st.integers(1, 120), st.integers(0, 300), st.booleans()), min_size=1, max_size=12)


@given(steps, st.integers(40, 2_900))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_happens_most_of_what_is_in_sight_stays(
    table: TicketTable, tickets: TicketTableModel, history: list[tuple[int, int, bool]], at: int
) -> None:
    tickets.load(facts(ticket(number) for number in range(1, 101)), 100)
    table.verticalScrollBar().setValue(at)
    for revision, (number, minutes, leaves) in enumerate(history, 1_000):
        before = in_sight(table, tickets)
        if leaves:
            tickets.apply([removal(number, revision)], revision)
        else:
            update_us = NOON_US + minutes * MINUTE_US
            tickets.apply([change(ticket(number, revision=revision, update_us=update_us))], revision)
        after = in_sight(table, tickets)
        bar = table.verticalScrollBar()
        if 0 < bar.value() < bar.maximum():
            # A row that comes or leaves among those in sight moves the ones on one side of it by one row.
            steps_made = {after[each] - before[each] for each in before.keys() & after.keys() if each != number}
            assert len(steps_made) <= 2
            assert 0 in steps_made
            top = next(each for each in before if each != number)
            assert after.get(top) == before[top]
