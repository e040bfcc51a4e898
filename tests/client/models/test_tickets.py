"""What live changes leave untouched in the ticket table, and what it asks for."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from campusdesk.rules import Status
from client.models import tickets as tickets_module
from client.models.columns import USER_COLUMNS, Column, StatusRole, TicketRole
from client.models.rule import Rule
from client.models.tickets import TicketTableModel
from tests.client.made import NOON_US, change, erasure, facts, removal, ticket
from tests.client.models.tables import shown, table

pytestmark = [pytest.mark.qt_log_level_fail("WARNING"), pytest.mark.usefixtures("qapp")]


def cell(model: TicketTableModel, ticket_id: int, column: Column) -> object:
    return model.index(model.row_of(ticket_id), model.columns.index(column)).data()


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
        model.arrange(Rule("id", descending=False))
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
    model.arrange(Rule("id"))
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


def test_facts_are_those_told_last_however_they_were_told(monkeypatch: pytest.MonkeyPatch) -> None:
    model = table(ticket(1), ticket(2))

    def statuses() -> list[int | None]:
        facts = (model.facts(number) for number in (1, 2))
        return [each.status if each is not None else None for each in facts]

    assert statuses() == [Status.OPEN, Status.OPEN]
    model.apply([change(ticket(1, status=Status.ACTIVE, revision=3))], 3)
    assert statuses() == [Status.ACTIVE, Status.OPEN]
    monkeypatch.setattr(tickets_module, "MOST_ROW_BY_ROW", 1)
    model.apply([change(ticket(2, status=Status.ACTIVE, revision=4)), removal(1, 5)], 5)
    assert statuses() == [None, Status.ACTIVE]
    model.load(facts([ticket(1), ticket(2, status=Status.CLOSED)]), 6)
    assert statuses() == [Status.OPEN, Status.CLOSED]


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


def test_what_the_clock_changes_is_no_new_arrangement(qtbot: QtBot) -> None:
    model = table(ticket(1), ticket(2), ticket(3))
    opened = [each.open_time.ToMicroseconds() for each in map(ticket, (1, 2, 3))]
    with qtbot.waitSignal(model.obeyed):
        model.arrange(Rule("id", opened=((opened[0], opened[2] + 1),)))
    with qtbot.assertNotEmitted(model.obeyed), qtbot.waitSignal(model.layoutChanged):
        model.slide(Rule("id", opened=((opened[1], opened[2] + 1),)))
    assert shown(model) == [3, 2]
    with qtbot.assertNotEmitted(model.layoutChanged):
        model.slide(Rule("id", opened=((opened[1], opened[2] + 2),)))


def test_what_a_person_chose_is_told_though_the_clock_goes_on_meanwhile(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tickets_module, "MOST_INLINE", 1)
    model = table(ticket(1), ticket(2), ticket(3))
    with qtbot.waitSignal(model.obeyed):
        model.arrange(Rule("id", opened=((0, NOON_US * 2),)))
        model.slide(Rule("id", opened=((1, NOON_US * 2),)))
    assert shown(model) == [3, 2, 1]


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


def test_few_of_many_tickets_are_shown_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tickets_module, "MOST_INLINE", 2)
    model = table(*(ticket(number) for number in range(1, 31)))
    model.arrange(Rule("id", only=frozenset({3, 7})))
    assert shown(model) == [7, 3]
