"""The desk at work, live on a real server: what others do shows, what is typed stays, what is hostile stays text."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category, Role, Status
from campusdesk.v1 import ticket_pb2
from client.connection import Reply
from client.helpdesk import HelpDesk
from client.models.columns import Column
from client.text import category_words
from client.views.main_window import MainWindow
from tests.client.views.answers import HOSTILE, INSTALLATION_ID, LONG_WORD, PATIENCE_MS

Ask = Callable[[Reply], ticket_pb2.Ticket]
Enter = Callable[[Role], MainWindow]


def shown(main: MainWindow, qtbot: QtBot, number: int) -> None:
    """Choose the ticket as soon as the desk knows it."""
    qtbot.waitUntil(lambda: main.tickets.has(number), timeout=PATIENCE_MS)
    main.jump_to(number)
    qtbot.waitUntil(lambda: main.ticket_view.ticket is not None, timeout=PATIENCE_MS)


def headings(main: MainWindow) -> set[Column]:
    return set(main.tickets.columns)


def test_each_role_sees_its_columns(enter: Enter) -> None:
    user, staff = headings(enter(Role.USER)), headings(enter(Role.HELPDESK))
    assert {Column.CATEGORY, Column.STATUS, Column.OPENED, Column.MODIFIED} <= user
    assert staff - user == {Column.CLOSED, Column.TAKEN_BY}


def test_only_helpdesk_staff_have_a_rail_with_analyses(enter: Enter) -> None:
    assert enter(Role.USER).rail is None
    assert enter(Role.HELPDESK).rail is not None


def test_the_next_step_alone_is_offered(enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask) -> None:
    number = ask(other.create_ticket("The lift is stuck", "B-105", "ext. 4711")).id
    main = enter(Role.HELPDESK)
    shown(main, qtbot, number)
    button = main.ticket_view.steps.button
    assert button.text() == "Activate"
    button.click()
    qtbot.waitUntil(lambda: button.text() == "Close", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "LAB-1" in main.ticket_view.facts.words("headset"), timeout=PATIENCE_MS)
    button.click()
    qtbot.waitUntil(button.isHidden, timeout=PATIENCE_MS)
    assert main.ticket_view.status.text() == "closed"
    assert main.ticket_view.edit.isHidden()
    assert main.chat.composer.send.isHidden()


def test_staff_read_the_contact_and_correct_the_category(enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask) -> None:
    made = ask(other.create_ticket("The lift is stuck", "B-105", "ext. 4711"))
    main = enter(Role.HELPDESK)
    shown(main, qtbot, made.id)
    assert main.ticket_view.facts.words("contact") == "ext. 4711"
    wanted = next(category for category in Category if int(category) != made.category)
    main.ticket_view.category.corrected.emit(wanted)
    bar = main.ticket_view.category
    qtbot.waitUntil(lambda: bar.words.text() == category_words(wanted), timeout=PATIENCE_MS)
    assert "set by the helpdesk" in main.ticket_view.facts.words("resolution-time")
    bar.take_back.click()
    qtbot.waitUntil(bar.take_back.isHidden, timeout=PATIENCE_MS)
    assert "set automatically" in main.ticket_view.facts.words("resolution-time")


def test_a_simple_user_has_no_steps_and_no_contact(enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask) -> None:
    number = ask(other.create_ticket("The lift is stuck", "B-105", "ext. 4711")).id
    main = enter(Role.USER)
    shown(main, qtbot, number)
    assert main.ticket_view.steps.button.isHidden()
    assert main.ticket_view.facts.words("contact") == ""
    assert all(button.isHidden() for button in main.ticket_view.category.choices.values())
    assert main.ticket_view.category.words.text()


def test_a_ticket_that_closes_leaves_with_a_word_and_keeps_what_is_typed(
    enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask
) -> None:
    number, neighbour = (ask(other.create_ticket(text)).id for text in ("The lift is stuck", "No light"))
    main = enter(Role.USER)
    shown(main, qtbot, number)
    main.chat.composer.editor.setPlainText("It is still")
    main.ticket_view.start_editing()
    form = main.ticket_view.form
    assert form is not None
    form.fields["description"].text = "The lift is stuck between floors"
    ask(other.activate_ticket(number))
    ask(other.close_ticket(number))
    qtbot.waitUntil(lambda: not main.tickets.has(number), timeout=PATIENCE_MS)
    assert main.tickets.row_of(neighbour) == 0
    assert f"#{number}" in main.head.note.text()
    assert f"#{number} was closed" in main.ticket_view.notice.text()
    assert main.ticket_view.ticket is not None
    assert main.ticket_view.ticket.id == number
    assert form.isVisible()
    assert form.copy.isVisible()
    assert form.fields["description"].input.isReadOnly()
    assert form.fields["description"].text == "The lift is stuck between floors"
    assert main.chat.composer.editor.toPlainText() == "It is still"
    assert main.chat.composer.editor.isReadOnly()
    assert main.chat.composer.copy.isVisible()
    assert main.chat.composer.send.isHidden()


def test_filters_narrow_the_table_and_the_shown_ticket_stays(
    enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask
) -> None:
    first, second = (ask(other.create_ticket(text)).id for text in ("The lift is stuck", "No light"))
    ask(other.activate_ticket(second))
    main = enter(Role.HELPDESK)
    shown(main, qtbot, first)
    assert main.rail is not None
    main.rail.statuses[Status.ACTIVE].click()
    assert [main.tickets.ticket_id(row) for row in range(main.tickets.rowCount())] == [second]
    assert main.ticket_view.number.text() == f"#{first}"


def test_the_band_stands_over_sample_data_only(enter: Enter) -> None:
    from campusdesk.v1 import ticket_service_pb2

    main = enter(Role.USER)
    assert main.band.isHidden()
    main.show_info(ticket_service_pb2.ServerInfo(sample_data=True))
    assert main.band.isVisible()


@pytest.mark.parametrize("role", [Role.USER, Role.HELPDESK])
def test_hostile_text_is_shown_as_text_everywhere(
    role: Role, enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask
) -> None:
    number = ask(other.create_ticket(HOSTILE, HOSTILE[:150], LONG_WORD)).id
    ask(other.post_message(number, HOSTILE))
    main = enter(role)
    shown(main, qtbot, number)
    main.ticket_view.start_editing()
    qtbot.waitUntil(lambda: main.messages.rowCount() == 1, timeout=PATIENCE_MS)
    main.grab()
    for label in main.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
    assert {HOSTILE, HOSTILE[:150]} <= {text.toPlainText() for text in main.findChildren(QTextEdit)}
    for widget in main.findChildren(QWidget):
        assert "<" not in widget.toolTip()
    index = main.tickets.index(main.tickets.row_of(number), 0)
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None
    assert not QToolTip.isVisible()


def test_a_word_without_end_widens_nothing(enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask) -> None:
    number = ask(other.create_ticket(LONG_WORD * 40, LONG_WORD, LONG_WORD)).id
    ask(other.post_message(number, LONG_WORD * 40))
    main = enter(Role.HELPDESK)
    width = main.ticket_dock.width()
    shown(main, qtbot, number)
    qtbot.waitUntil(lambda: main.messages.rowCount() == 1, timeout=PATIENCE_MS)
    main.grab()
    assert main.ticket_view.facts.words("contact") == LONG_WORD
    assert main.ticket_dock.width() == width


@pytest.mark.parametrize("role", [Role.USER, Role.HELPDESK])
def test_every_control_has_an_accessible_name_and_a_place_in_the_tab_order(role: Role, enter: Enter) -> None:
    main = enter(role)
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit)
    found = [widget for kind in kinds for widget in main.findChildren(kind)]
    # Qt's own parts, such as the corner of a table, are no controls of ours.
    controls = [widget for widget in found if not widget.objectName().startswith("qt_")]
    assert len(controls) > 10
    nameless = [widget for widget in controls if not (widget.accessibleName() or getattr(widget, "text", str)())]
    assert [(widget, widget.parent()) for widget in nameless] == []
    assert [widget for widget in controls if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus] == []


def test_a_row_under_the_mouse_is_not_chosen(enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask) -> None:
    number = ask(other.create_ticket("The lift is stuck")).id
    main = enter(Role.USER)
    qtbot.waitUntil(lambda: main.tickets.has(number), timeout=PATIENCE_MS)
    QTest.mouseMove(main.table.viewport(), QPoint(100, 10))
    assert main.ticket_view.ticket is None


@pytest.mark.parametrize("place", ["report", "message", "edit"])
def test_switching_the_role_asks_about_what_is_typed(
    enter: Callable[[Role], MainWindow], qtbot: QtBot, other: HelpDesk, ask: Ask, place: str
) -> None:
    ask(other.create_ticket("The lift is stuck"))
    main = enter(Role.USER)
    qtbot.waitUntil(lambda: main.tickets.ticket(1) is not None, timeout=PATIENCE_MS)
    main.jump_to(1)
    if place == "report":
        main.report.description.text = "half a sen"
    elif place == "message":
        main.chat.composer.editor.setPlainText("half a sen")
    else:
        main.ticket_view.start_editing()
    with qtbot.assertNotEmitted(main.switch_wanted):
        main.switch.click()
    with qtbot.waitSignal(main.switch_wanted, timeout=PATIENCE_MS):
        main.switch.click()


def test_what_is_unsure_is_checked_by_a_key_and_told_in_the_history(
    enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask
) -> None:
    made = ask(other.create_ticket("Qwertz uiop", "B-105"))
    assert made.confidence < 0.6, "nothing in it says what it is about"
    main = enter(Role.HELPDESK)
    rail = main.rail
    assert rail is not None
    qtbot.waitUntil(lambda: main.tickets.unsure_count() == 1, timeout=PATIENCE_MS)
    rail.check.click()
    main.table.selectRow(0)
    main.activateWindow()
    main.table.setFocus()
    main.talk.show_history(True)
    QTest.keyClick(main.table, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: main.tickets.rowCount() == 0, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: main.history.history.rowCount() == 2, timeout=PATIENCE_MS)
    assert "the category" in main.history.history.index(1).data()
    assert main.head.note.text() == f"#{made.id} set to services complaints."
    QTest.keyClick(main.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: main.table.chosen_ids() == [made.id], timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: main.history.history.rowCount() == 3, timeout=PATIENCE_MS)
    assert "took the correction back" in main.history.history.index(2).data()


def test_the_docks_of_a_large_window_leave_the_table_its_room_in_a_small_one(enter: Enter, qtbot: QtBot) -> None:
    main = enter(Role.HELPDESK)
    main.resize(1920, 1080)
    main.begin(None)
    qtbot.waitUntil(lambda: main.ticket_dock.width() > 500, timeout=PATIENCE_MS)
    main.resize(1000, 640)
    least, sideways = main.table.minimumSizeHint().width(), main.table.horizontalScrollBar()
    qtbot.waitUntil(lambda: main.table.width() >= least and sideways.maximum() == 0, timeout=PATIENCE_MS)
    assert main.width() == 1000


def test_the_category_is_said_while_a_report_is_typed(enter: Enter, qtbot: QtBot) -> None:
    main = enter(Role.USER)
    QTest.keyClicks(main.report.description.input, "The wifi in the library drops every few minutes")
    qtbot.waitUntil(lambda: bool(main.report.hint.words.text()), timeout=PATIENCE_MS)
    assert main.report.hint.words.text() in {"almost certainly technical IT", "probably technical IT"}
    assert "wifi" in main.report.hint.reasons.text()


def test_who_finds_his_problem_reported_joins_it_instead(enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask) -> None:
    number = ask(other.create_ticket("The radiator in B-2.14 stays cold", "B-2.14")).id
    main = enter(Role.USER)
    main.report.description.text = "Radiator cold in B-2.14"
    main.report.location.text = "B-2.14"
    row = main.report.similar.rows[0]
    qtbot.waitUntil(row.isVisible, timeout=PATIENCE_MS)
    assert row.sentence.text() == "1 person already reported this: The radiator in B-2.14 stays cold"
    row.open.click()
    qtbot.waitUntil(lambda: main.ticket_view.ticket is not None, timeout=PATIENCE_MS)
    assert main.ticket_view.number.text() == f"#{number}"
    assert main.report.description.text == "Radiator cold in B-2.14"
    row.me_too.click()
    qtbot.waitUntil(lambda: row.me_too.text() == "Counted", timeout=PATIENCE_MS)
    column = main.tickets.columns.index(Column.ME_TOO)
    qtbot.waitUntil(lambda: main.tickets.index(0, column).data() == "+1", timeout=PATIENCE_MS)
    assert row.sentence.text().startswith("2 people")
    assert ask(other.add_me_too(number, INSTALLATION_ID)).me_too_count == 1, "each installation counts once"
    main.close()
    again = enter(Role.USER)
    again.report.description.text = "Radiator cold in B-2.14"
    again.report.location.text = "B-2.14"
    found = again.report.similar.rows[0]
    qtbot.waitUntil(found.isVisible, timeout=PATIENCE_MS)
    assert (found.me_too.text(), found.me_too.isEnabled()) == ("Counted", False), "the next start knows it, too"
    assert again.report.similar.stop.isVisible()


def test_staff_go_from_a_ticket_to_what_is_similar(enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask) -> None:
    first, second = (
        ask(other.create_ticket(text, "B-2.14")).id
        for text in ("The radiator in B-2.14 stays cold", "Radiator cold in B-2.14")
    )
    ask(other.activate_ticket(first))
    main = enter(Role.HELPDESK)
    shown(main, qtbot, second)
    entry = main.ticket_view.similar.entries[0]
    qtbot.waitUntil(entry.isVisible, timeout=PATIENCE_MS)
    assert entry.details.text().startswith(f"#{first} · active · ")
    entry.click()
    qtbot.waitUntil(lambda: main.ticket_view.number.text() == f"#{first}", timeout=PATIENCE_MS)
