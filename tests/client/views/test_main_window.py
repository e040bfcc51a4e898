"""The desk at work, live on a real server: what others do shows, what is typed stays."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category, Role
from campusdesk.v1 import ticket_pb2
from client.connection import Reply
from client.helpdesk import HelpDesk
from client.installation import Installation
from client.models.columns import Column
from client.models.named_views import NamedView
from client.text import category_words
from client.views.main_window import MainWindow
from tests.client.views.answers import INSTALLATION_ID, LONG_WORD, PATIENCE_MS
from tests.client.whole_desk import offers, show

Ask = Callable[[Reply], ticket_pb2.Ticket]
Enter = Callable[[Role], MainWindow]


def headings(main: MainWindow) -> set[Column]:
    return set(main.tickets.columns)


def test_each_role_sees_its_columns(enter: Enter) -> None:
    user, staff = headings(enter(Role.USER)), headings(enter(Role.HELPDESK))
    assert {Column.CATEGORY, Column.STATUS, Column.OPENED, Column.MODIFIED} <= user
    assert staff - user == {Column.CLOSED, Column.TAKEN_BY, Column.CONFIDENCE}


def test_only_helpdesk_staff_have_a_rail_with_analyses(enter: Enter) -> None:
    assert enter(Role.USER).rail is None
    assert enter(Role.HELPDESK).rail is not None


def test_the_next_step_alone_is_offered(enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask) -> None:
    number = ask(other.create_ticket("The lift is stuck", "B-105", "ext. 4711")).id
    main = enter(Role.HELPDESK)
    assert main.work is not None
    main.work.closing.wait_ms = 50
    show(main, qtbot, number)
    button = main.ticket_view.steps.button
    assert button.text() == "Activate"
    button.click()
    # The feed can tell of it before the reply does, which the button waits for.
    qtbot.waitUntil(lambda: offers(button, "Close"), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "LAB-1" in main.ticket_view.facts.words("headset"), timeout=PATIENCE_MS)
    button.click()
    qtbot.waitUntil(lambda: main.ticket_view.head.status.text() == "closed", timeout=PATIENCE_MS)
    assert button.isHidden()
    assert main.ticket_view.head.edit.isHidden()
    assert main.chat.composer.send.isHidden()


def test_staff_read_the_contact_and_correct_the_category(enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask) -> None:
    made = ask(other.create_ticket("The lift is stuck", "B-105", "ext. 4711"))
    main = enter(Role.HELPDESK)
    show(main, qtbot, made.id)
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
    show(main, qtbot, number)
    assert main.ticket_view.steps.button.isHidden()
    assert main.ticket_view.facts.words("contact") == ""
    assert all(button.isHidden() for button in main.ticket_view.category.choices.values())
    assert main.ticket_view.category.words.text()


def test_filters_narrow_the_table_and_the_shown_ticket_stays(
    enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask
) -> None:
    first, second = (ask(other.create_ticket(text)).id for text in ("The lift is stuck", "No light"))
    ask(other.activate_ticket(second))
    main = enter(Role.HELPDESK)
    show(main, qtbot, first)
    assert main.rail is not None
    main.rail.views[NamedView.IN_WORK].click()
    assert [main.tickets.ticket_id(row) for row in range(main.tickets.rowCount())] == [second]
    assert main.ticket_view.head.number.text() == f"#{first}"


def test_the_shown_ticket_is_chosen_again_in_a_view_that_has_it(
    enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask
) -> None:
    first, second = (ask(other.create_ticket(text)).id for text in ("The lift is stuck", "No light"))
    ask(other.activate_ticket(second))
    main = enter(Role.HELPDESK)
    show(main, qtbot, first)
    with qtbot.assertNotEmitted(main.table.chosen):
        main.list.show_view(NamedView.IN_WORK)
        assert main.table.chosen_ids() == []
        main.list.show_view(NamedView.ALL)
    assert main.table.chosen_ids() == [first]
    main.table.selectAll()
    main.list.show_view(NamedView.NEW)
    main.list.show_view(NamedView.ALL)
    assert main.table.chosen_ids() == [first], "what was chosen besides is not shown beside the table"


def test_the_band_stands_over_sample_data_only(enter: Enter) -> None:
    from campusdesk.v1 import ticket_service_pb2

    main = enter(Role.USER)
    assert main.band.isHidden()
    main.show_info(ticket_service_pb2.ServerInfo(sample_data=True))
    assert main.band.isVisible()


def test_a_word_without_end_widens_nothing(enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask) -> None:
    number = ask(other.create_ticket(LONG_WORD * 40, LONG_WORD, LONG_WORD)).id
    ask(other.post_message(number, LONG_WORD * 40))
    main = enter(Role.HELPDESK)
    width = main.ticket_dock.width()
    show(main, qtbot, number)
    qtbot.waitUntil(lambda: main.messages.rowCount() == 1, timeout=PATIENCE_MS)
    main.grab()
    assert main.ticket_view.facts.words("contact") == LONG_WORD
    assert main.ticket_dock.width() == width


def test_a_row_under_the_mouse_is_not_chosen(enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask) -> None:
    number = ask(other.create_ticket("The lift is stuck")).id
    main = enter(Role.USER)
    qtbot.waitUntil(lambda: main.tickets.has(number), timeout=PATIENCE_MS)
    QTest.mouseMove(main.table.viewport(), QPoint(100, 10))
    assert main.ticket_view.ticket is None


def chosen(main: MainWindow, number: int, qtbot: QtBot) -> MainWindow:
    """Return the desk with the ticket chosen."""
    qtbot.waitUntil(lambda: main.tickets.ticket(number) is not None, timeout=PATIENCE_MS)
    main.jump_to(number)
    return main


def test_a_role_is_switched_at_once_and_nothing_that_was_typed_is_lost(
    enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask
) -> None:
    number = ask(other.create_ticket("The lift is stuck")).id
    main = chosen(enter(Role.USER), number, qtbot)
    main.report.description.text = "The door is stuck too"
    main.chat.composer.editor.setPlainText("half a sen")
    main.ticket_view.start_editing()
    assert main.ticket_view.form is not None
    main.ticket_view.form.fields["location"].text = "Hall 3"
    with qtbot.waitSignal(main.switch_wanted, timeout=PATIENCE_MS):
        main.switch.click()
    staff = chosen(enter(Role.HELPDESK), number, qtbot)
    assert (staff.report.description.text, staff.chat.composer.editor.toPlainText()) == ("", "")
    assert staff.ticket_view.form is None
    again = chosen(enter(Role.USER), number, qtbot)
    assert again.report.description.text == "The door is stuck too"
    assert again.chat.composer.editor.toPlainText() == "half a sen"
    assert again.ticket_view.form is not None
    assert again.ticket_view.form.edits() == {"location": "Hall 3"}


def test_on_a_shared_pc_switching_asks_about_what_goes_with_it(
    enter: Enter, qtbot: QtBot, installation: Installation
) -> None:
    installation.store.forgets = True
    main = enter(Role.USER)
    main.report.description.text = "half a sen"
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
    assert main.work is not None
    qtbot.waitUntil(lambda: main.list.listing.view_counts()[NamedView.CHECK] == 1, timeout=PATIENCE_MS)
    rail.views[NamedView.CHECK].click()
    main.activateWindow()
    main.table.setFocus()
    main.talk.show_history(True)
    main.jump_to(made.id)
    qtbot.waitUntil(lambda: main.table.chosen_ids() == [made.id], timeout=PATIENCE_MS)
    # Keys of a window that is not in front, or for a ticket that is not here yet, do nothing.
    qtbot.waitUntil(lambda: main.isActiveWindow() and main.ticket_view.ticket is not None, timeout=PATIENCE_MS)
    QTest.keyClick(main.table, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: main.tickets.rowCount() == 0, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: main.history.history.rowCount() == 2, timeout=PATIENCE_MS)
    assert "the category" in main.history.history.index(1).data()
    assert [line.words for line in main.work.bar.lines] == [f"#{made.id} set to services complaints."]
    QTest.keyClick(main.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: main.table.chosen_ids() == [made.id], timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: main.history.history.rowCount() == 3, timeout=PATIENCE_MS)
    assert "took the correction back" in main.history.history.index(2).data()


def test_the_docks_of_a_large_window_leave_the_table_its_room_in_a_small_one(enter: Enter, qtbot: QtBot) -> None:
    main = enter(Role.HELPDESK)
    main.resize(1920, 1080)
    main.share_room([main.ticket_dock, main.chat_dock])
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
    assert main.ticket_view.head.number.text() == f"#{number}"
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
    show(main, qtbot, second)
    entry = main.ticket_view.similar.entries[0]
    qtbot.waitUntil(entry.isVisible, timeout=PATIENCE_MS)
    assert entry.details.text().startswith(f"#{first} · active · ")
    entry.click()
    qtbot.waitUntil(lambda: main.ticket_view.head.number.text() == f"#{first}", timeout=PATIENCE_MS)
