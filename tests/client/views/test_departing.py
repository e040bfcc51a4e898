"""A ticket that leaves says why, stays to be read where it was chosen, and takes nothing with it that was typed."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2
from client.connection import Reply
from client.draft import Kind
from client.helpdesk import HelpDesk
from client.views.main_window import MainWindow
from client.views.ticket_forms import TicketForms
from tests.client.views.answers import PATIENCE_MS
from tests.client.whole_desk import show

Ask = Callable[[Reply], ticket_pb2.Ticket]
Enter = Callable[[Role], MainWindow]


def test_a_ticket_that_closes_leaves_with_a_word_and_keeps_what_is_typed(
    enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask
) -> None:
    number, neighbour = (ask(other.create_ticket(text)).id for text in ("The lift is stuck", "No light"))
    main = enter(Role.USER)
    show(main, qtbot, number)
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


def test_another_ticket_that_leaves_takes_nothing_away(enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask) -> None:
    chosen, leaving = (ask(other.create_ticket(text)).id for text in ("The lift is stuck", "No light"))
    main = enter(Role.USER)
    show(main, qtbot, chosen)
    ask(other.activate_ticket(leaving))
    ask(other.close_ticket(leaving))
    qtbot.waitUntil(lambda: f"#{leaving}" in main.head.note.text(), timeout=PATIENCE_MS)
    assert "closed" not in main.ticket_view.notice.text()
    assert not main.chat.composer.editor.isReadOnly()


def test_data_that_was_restored_without_the_ticket_leaves_it_to_be_read(
    enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask
) -> None:
    number = ask(other.create_ticket("The lift is stuck")).id
    ask(other.post_message(number, "On our way"))
    main = enter(Role.HELPDESK)
    show(main, qtbot, number)
    qtbot.waitUntil(lambda: main.messages.rowCount() == 1, timeout=PATIENCE_MS)
    main.chat.composer.editor.setPlainText("It is still")
    main.departing.start_anew()
    main.departing.read_anew()
    assert main.messages.rowCount() == 1
    assert "restored from a backup" in main.head.note.text()
    assert f"#{number} is not in the data" in main.ticket_view.notice.text()
    assert main.chat.composer.editor.toPlainText() == "It is still"
    assert main.chat.composer.editor.isReadOnly()


def test_an_edit_that_was_sent_before_a_restore_is_not_said_to_arrive(
    enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask
) -> None:
    number = ask(other.create_ticket("The lift is stuck")).id
    main = enter(Role.HELPDESK)
    draft = main.drafts.for_next_window().of(Kind.EDIT, number)
    draft.keep_texts({"description": "The lift is stuck again"}, 1, {"description": "The lift is stuck"})
    draft.send(lambda _id: None)
    again = enter(Role.HELPDESK)
    show(again, qtbot, number)
    forms = again.ticket_view.findChild(TicketForms)
    assert forms is not None
    assert forms.draft_line.isVisible()
    again.departing.start_anew()
    assert not forms.draft_line.isVisible()


def test_a_report_that_is_not_in_restored_data_is_not_thanked_for(
    enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask
) -> None:
    number, lost = ask(other.create_ticket("The lift is stuck")).id, 2_001
    main = enter(Role.USER)
    qtbot.waitUntil(lambda: main.tickets.has(number), timeout=PATIENCE_MS)
    main.report.thank(number)
    main.report.look_again(main.tickets.has)
    assert main.report.reported_number == number
    main.report.thank(lost)
    main.departing.start_anew()
    main.departing.read_anew()
    card = main.report.reported
    assert card.isVisible()
    assert "report it again" in card.words.text()
    assert card.number.isHidden()
    assert card.open.isHidden()
    main.report.thank(number)
    assert card.number.isVisible()


def test_a_resume_without_a_restore_says_nothing(enter: Enter) -> None:
    main = enter(Role.HELPDESK)
    main.departing.read_anew()
    assert main.head.note.text() == ""
