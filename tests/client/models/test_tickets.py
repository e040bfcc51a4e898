"""The ticket table against a table sorted and filtered from nothing, and what live changes leave untouched."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from campusdesk.facts import facts_of
from campusdesk.rules import Category, Status
from campusdesk.v1 import ticket_pb2
from client.models import tickets as tickets_module
from client.models.columns import SORT_FACTS, STAFF_COLUMNS, USER_COLUMNS, Column, StatusRole, TicketRole
from client.models.tickets import TicketTableModel
from tests.client.made import NOON_US, change, erasure, facts, removal, ticket

pytestmark = [pytest.mark.qt_log_level_fail("WARNING"), pytest.mark.usefixtures("qapp")]

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def table(*known: ticket_pb2.Ticket, columns: Sequence[Column] = STAFF_COLUMNS) -> TicketTableModel:
    model = TicketTableModel(columns, lambda: NOON_US)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.load(facts(known), 0)
    return model


def shown(model: TicketTableModel) -> list[int]:
    return [model.ticket_id(row) for row in range(model.rowCount())]


def cell(model: TicketTableModel, ticket_id: int, column: Column) -> object:
    return model.index(model.row_of(ticket_id), model.columns.index(column)).data()


steps = st.lists(
    st.tuples(
        st.integers(1, 12),
        st.sampled_from(Status),
        st.sampled_from(Category),
        st.integers(0, 3),
        st.sampled_from([0.2, 0.59, 0.6, 0.95]),
        st.booleans(),
    ),
    max_size=40,
)
rules = st.tuples(
    st.sampled_from(sorted(SORT_FACTS)),
    st.sampled_from([ASCENDING, DESCENDING]),
    st.none() | st.frozensets(st.sampled_from(Status)),
    st.none() | st.frozensets(st.sampled_from(Category)),
    st.booleans(),
)
Chosen = tuple[Column, Qt.SortOrder, frozenset[Status] | None, frozenset[Category] | None, bool]


def is_unsure(ticket: ticket_pb2.Ticket) -> bool:
    return ticket.category_source == ticket_pb2.CATEGORY_SOURCE_AUTOMATIC and ticket.confidence < 0.595


def oracle(known: dict[int, ticket_pb2.Ticket], rule: Chosen) -> list[int]:
    column, order, statuses, categories, unsure = rule
    kept = [
        facts_of(each)
        for each in known.values()
        if (statuses is None or int(each.status) in statuses)
        and (categories is None or int(each.category) in categories)
        and (not unsure or is_unsure(each))
    ]
    kept.sort(key=lambda each: (getattr(each, SORT_FACTS[column]), each.id), reverse=order == DESCENDING)
    return [each.id for each in kept]


@given(steps, rules, rules, st.integers(1, 9))
@settings(max_examples=60, deadline=None)
def test_any_history_shows_what_sorting_from_nothing_shows(
    history: list[tuple[int, Status, Category, int, float, bool]],
    first: Chosen,
    then: Chosen,
    batch: int,
) -> None:
    known = {number: ticket(number) for number in range(1, 6)}
    model = table(*known.values())
    changes = []
    for revision, (number, status, category, minutes, sure, removed) in enumerate(history, 100):
        if removed:
            known.pop(number, None)
            changes.append(removal(number, revision))
        else:
            update_us = NOON_US + minutes * 60_000_000
            known[number] = ticket(number, status=status, category=category, revision=revision, update_us=update_us)
            known[number].confidence = sure
            if minutes == 3:
                known[number].category_source = ticket_pb2.CATEGORY_SOURCE_CORRECTED
            changes.append(change(known[number]))
    for number, start in enumerate(range(0, len(changes) + 1, batch)):
        column, order, statuses, categories, unsure = first if number % 2 else then
        marks = {shown(model)[row]: QPersistentModelIndex(model.index(row, 0)) for row in range(model.rowCount())}
        model.set_sort(column, order)
        model.set_filter(statuses, categories, unsure=unsure)
        model.apply(changes[start : start + batch], 0)
        for ticket_id, mark in marks.items():
            assert not mark.isValid() or mark.data(TicketRole) == ticket_id
    column, order, statuses, categories, unsure = first
    model.set_sort(column, order)
    model.set_filter(statuses, categories, unsure=unsure)
    assert shown(model) == oracle(known, first)
    assert model.total == len(known)
    assert model.unsure_count() == sum(is_unsure(each) and int(each.status) != Status.CLOSED for each in known.values())
    assert model.counts() == {s: sum(each.status == int(s) for each in known.values()) for s in Status}


def test_many_changes_at_once_end_like_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tickets_module, "MOST_ROW_BY_ROW", 3)
    model = table(*(ticket(number) for number in range(1, 6)))
    gone: list[int] = []
    model.left.connect(gone.extend)
    model.apply(
        [
            change(ticket(9, revision=50)),
            removal(2, 51),
            change(ticket(1, revision=52, update_us=NOON_US * 2)),
            removal(7, 53),
        ],
        53,
    )
    assert shown(model) == [1, 9, 5, 4, 3]
    assert gone == [2]


def test_many_tickets_are_sorted_by_another_thread_while_changes_come(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tickets_module, "MOST_INLINE", 10)
    model = table(*(ticket(number) for number in range(1, 31)))
    with qtbot.waitSignal(model.layoutChanged):
        model.set_sort(Column.NUMBER, ASCENDING)
        model.apply([change(ticket(40, revision=99)), removal(3, 100)], 100)
        assert shown(model)[0] == 40, "until the other thread is done the old order holds"
    assert shown(model) == [*(number for number in range(1, 31) if number != 3), 40]


def test_a_change_leaves_selection_and_scroll_position(qtbot: QtBot) -> None:
    model = table(*(ticket(number) for number in range(1, 201)))
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(400, 300)
    view.show()
    view.scrollTo(model.index(100, 0), QTableView.ScrollHint.PositionAtTop)
    row = model.row_of(90)
    view.setCurrentIndex(model.index(row, 0))
    view.selectionModel().select(
        model.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    )
    top = view.verticalScrollBar().value()
    resets: list[object] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.apply([change(ticket(5, revision=900, status=Status.ACTIVE)), removal(30, 901)], 901)
    model.set_sort(Column.NUMBER, DESCENDING)
    assert view.currentIndex().data(TicketRole) == 90
    assert [index.data(TicketRole) for index in view.selectionModel().selectedRows()] == [90]
    assert view.verticalScrollBar().value() == top
    assert not resets


def test_new_facts_keep_the_selection_and_tell_who_left() -> None:
    model = table(*(ticket(number) for number in range(1, 6)))
    mark = QPersistentModelIndex(model.index(model.row_of(2), 0))
    gone: list[int] = []
    model.left.connect(gone.extend)
    model.load(facts([ticket(2), ticket(4), ticket(8)]), 20)
    assert gone == [1, 3, 5]
    assert mark.data(TicketRole) == 2
    assert shown(model) == [8, 4, 2]


def test_a_ticket_that_leaves_is_told_once_and_its_texts_go(qtbot: QtBot) -> None:
    model = table(ticket(1), ticket(2), columns=USER_COLUMNS)
    model.set_texts([1], [ticket(1)])
    with qtbot.waitSignal(model.left) as told:
        model.apply([removal(1, 9), removal(77, 10)], 10)
    assert told.args == [[1]]
    assert model.ticket(1) is None
    assert shown(model) == [2]


def test_texts_are_fetched_for_rows_that_are_looked_at_and_those_around(qtbot: QtBot) -> None:
    model = table(*(ticket(number) for number in range(1, 301)))
    with qtbot.waitSignal(model.texts_wanted) as wanted:
        assert cell(model, 150, Column.PROBLEM) == ""
    ids = wanted.args[0]
    assert ids[-1] == 150
    assert set(ids) == set(range(120, 181))
    with qtbot.waitSignal(model.dataChanged):
        model.set_texts(ids, [ticket(number, description=f"Broken {number}") for number in ids])
    assert cell(model, 150, Column.PROBLEM) == "Broken 150"
    assert cell(model, 150, Column.LOCATION) == "B-105"


def test_asking_for_a_ticket_fetches_its_texts(qtbot: QtBot) -> None:
    model = table(ticket(1))
    with qtbot.waitSignal(model.texts_wanted) as wanted:
        assert model.ticket(1) is None
    assert wanted.args == [[1]]
    with qtbot.waitSignal(model.ticket_changed) as changed:
        model.set_texts([1], [ticket(1)])
    assert changed.args == [1]
    assert model.ticket(1) == ticket(1)


def test_texts_that_could_not_be_had_are_asked_for_again_while_in_sight(qtbot: QtBot) -> None:
    model = table(ticket(1))
    with qtbot.waitSignal(model.texts_wanted):
        model.ticket(1)
    with qtbot.waitSignal(model.dataChanged, timeout=5000):
        model.set_texts([1], ())
    with qtbot.waitSignal(model.texts_wanted) as wanted:
        cell(model, 1, Column.PROBLEM)
    assert wanted.args == [[1]]


def test_a_change_brings_its_texts_and_an_old_answer_does_not_undo_them() -> None:
    model = table(ticket(1))
    model.apply([change(ticket(1, revision=5, description="Smoke!"))], 5)
    model.set_texts([1], [ticket(1, revision=4, description="Smell")])
    assert cell(model, 1, Column.PROBLEM) == "Smoke!"


def test_an_old_change_told_again_changes_nothing() -> None:
    model = table(ticket(1, revision=9, status=Status.ACTIVE))
    model.apply([change(ticket(1, revision=8, status=Status.OPEN))], 9)
    assert model.index(0, 0).data(StatusRole) == Status.ACTIVE


def test_hostile_text_is_one_plain_line() -> None:
    model = table(ticket(1))
    model.apply([change(ticket(1, revision=2, description="<b>a</b>\r\n\u2028\x00\u202eb" + "x" * 9_000))], 2)
    words = cell(model, 1, Column.PROBLEM)
    assert isinstance(words, str)
    assert words.startswith("<b>a</b> bxxx")
    assert len(words) <= 200


def test_columns_of_texts_are_not_sorted_by() -> None:
    model = table(ticket(1), ticket(2))
    before = shown(model)
    model.sort(model.columns.index(Column.PROBLEM), ASCENDING)
    model.sort(-1, ASCENDING)
    assert shown(model) == before


def test_unused_roles_are_answered_with_nothing() -> None:
    model = table(ticket(1))
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.EditRole):
        assert model.index(0, 0).data(role) is None


def test_only_what_is_shown_by_its_shape_has_a_tooltip() -> None:
    model = table(ticket(1))
    tooltips = {column: model.index(0, at).data(Qt.ItemDataRole.ToolTipRole) for at, column in enumerate(model.columns)}
    told = {column: words for column, words in tooltips.items() if words is not None}
    assert told == {Column.STATUS: "open", Column.CATEGORY: "Probably technical IT · 70 %"}


def test_an_erased_ticket_shows_the_word_for_it_and_no_old_text() -> None:
    model = table(ticket(1))
    model.set_texts([1], [ticket(1, description="A secret")])
    model.apply([erasure(1, 9)], 9)
    model.set_texts([1], [ticket(1, description="A secret")])
    assert cell(model, 1, Column.PROBLEM) == "Erased by an operator"
    assert cell(model, 1, Column.LOCATION) == ""


def test_in_another_history_nobody_left_and_no_text_is_what_it_was() -> None:
    model = table(ticket(1), ticket(2))
    model.set_texts([1, 2], [ticket(1, description="Before"), ticket(2)])
    gone: list[int] = []
    model.left.connect(gone.extend)
    model.forget()
    assert (model.rowCount(), model.total) == (0, 0)
    model.load(facts([ticket(1)]), 1)
    assert gone == []
    assert cell(model, 1, Column.PROBLEM) == ""
