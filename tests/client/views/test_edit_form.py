"""An edit is saved, or both texts are shown when somebody was quicker."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from campusdesk.errors import DeskError
from campusdesk.rules import Reason, Role
from campusdesk.v1 import ticket_pb2
from client.connection import Reply
from client.draft import Kind
from client.drafts import Drafts
from client.helpdesk import HelpDesk
from client.languages import Language
from client.views.edit_form import EditForm
from client.views.main_window import MainWindow
from client.views.theme.theme import Theme
from tests.client import made
from tests.client.views.answers import LONG_WORD, PATIENCE_MS
from tests.client.views.held import HeldConnection

Ask = Callable[[Reply], ticket_pb2.Ticket]
# Pixels that the ticket's dock leaves to a form where it is as narrow as it can be.
NARROWEST = 244
Editing = tuple[MainWindow, EditForm, ticket_pb2.Ticket]


@pytest.fixture
def editing(enter: Callable[[Role], MainWindow], qtbot: QtBot, other: HelpDesk, ask: Ask) -> Editing:
    """Give a simple user's desk on which a ticket is being edited."""
    ticket = ask(other.create_ticket("The lift is stuck", "B-105", "ext. 4711"))
    main = enter(Role.USER)
    qtbot.waitUntil(lambda: main.tickets.has(ticket.id), timeout=PATIENCE_MS)
    main.jump_to(ticket.id)
    qtbot.waitUntil(lambda: main.ticket_view.ticket is not None, timeout=PATIENCE_MS)
    main.ticket_view.start_editing()
    assert main.ticket_view.form is not None
    return main, main.ticket_view.form, ticket


def test_a_role_edits_its_fields(editing: Editing) -> None:
    assert list(editing[1].fields) == ["description", "location"]


def test_a_saved_edit_is_shown_and_only_changed_fields_are_sent(
    editing: Editing, qtbot: QtBot, other: HelpDesk, ask: Ask
) -> None:
    main, form, ticket = editing
    ask(other.update_ticket(ticket.id, {"location": "B-106"}, ticket.revision))
    form.fields["description"].text = "The lift stands still"
    form.save.click()
    qtbot.waitUntil(lambda: main.ticket_view.form is None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: main.ticket_view.text.toPlainText() == "The lift stands still", timeout=PATIENCE_MS)
    assert main.ticket_view.facts.words("place") == "B-106"


def test_an_overtaken_edit_shows_both_texts_and_can_be_saved_knowingly(
    editing: Editing, qtbot: QtBot, other: HelpDesk, ask: Ask
) -> None:
    _, form, ticket = editing
    form.fields["location"].text = "B-107"
    ask(other.update_ticket(ticket.id, {"location": "B-106"}, ticket.revision))
    form.save.click()
    card = form.overtaken["location"]
    qtbot.waitUntil(card.isVisible, timeout=PATIENCE_MS)
    assert card.theirs.toPlainText() == "B-106"
    assert form.fields["location"].text == "B-107"
    assert form.fields["location"].error
    assert form.overtaken["description"].isHidden()
    with qtbot.waitSignal(form.ended, timeout=PATIENCE_MS):
        form.save.click()
    assert ask(other.get_ticket(ticket.id)).location == "B-107"


def test_the_other_text_can_be_taken(editing: Editing, qtbot: QtBot, other: HelpDesk, ask: Ask) -> None:
    _, form, ticket = editing
    form.fields["description"].text = "Mine"
    ask(other.update_ticket(ticket.id, {"description": "Theirs"}, ticket.revision))
    form.save.click()
    qtbot.waitUntil(form.overtaken["description"].isVisible, timeout=PATIENCE_MS)
    form.overtaken["description"].take.click()
    assert form.fields["description"].text == "Theirs"


def test_an_empty_text_is_refused_and_nothing_is_sent(editing: Editing, other: HelpDesk, ask: Ask) -> None:
    _, form, ticket = editing
    form.fields["description"].text = " "
    form.save.click()
    assert form.fields["description"].error
    assert ask(other.get_ticket(ticket.id)).revision == ticket.revision


def test_a_change_of_somebody_else_never_touches_what_is_typed(
    editing: Editing, qtbot: QtBot, other: HelpDesk, ask: Ask
) -> None:
    main, form, ticket = editing
    form.fields["description"].text = "Half a sent"
    ask(other.update_ticket(ticket.id, {"description": "Theirs"}, ticket.revision))
    qtbot.waitUntil(lambda: main.ticket_view.text.toPlainText() == "Theirs", timeout=PATIENCE_MS)
    assert form.isVisible()
    assert form.fields["description"].text == "Half a sent"


@pytest.fixture
def form(theme: Theme, held: HeldConnection, drafts: Drafts, qtbot: QtBot) -> EditForm:
    """Give a form of the helpdesk in which the text is being changed."""
    form = EditForm(theme, HelpDesk(held), Role.HELPDESK, made.ticket(1), drafts.of(Kind.EDIT, 1))
    qtbot.addWidget(form)
    form.show()
    form.fields["description"].text = "Mine"
    return form


def overtake(form: EditForm, held: HeldConnection) -> None:
    form.save.click()
    current = made.ticket(1, revision=9, description="Theirs")
    held.sent[-1].failed.emit(DeskError(Reason.EDIT_OVERTAKEN, current=current))
    assert form.overtaken["description"].isVisible()


def test_a_held_form_takes_no_other_text_and_saves_no_more(form: EditForm, held: HeldConnection) -> None:
    overtake(form, held)
    card = form.overtaken["description"]
    form.hold("This ticket is closed.")
    assert card.isHidden()
    assert form.fields["description"].error == ""
    card.taken.emit("Theirs")
    form.error.again.emit()
    form.fields["description"].submitted.emit()
    assert form.fields["description"].text == "Mine"
    assert len(held.sent) == 1


def test_an_answer_that_comes_after_a_form_is_held_unlocks_nothing(form: EditForm, held: HeldConnection) -> None:
    form.save.click()
    form.hold("This ticket is closed.")
    held.fail()
    assert form.fields["description"].input.isReadOnly()
    assert form.error.words == ""
    assert form.notice.text() == "This ticket is closed."


def test_what_was_copied_can_be_copied_again_after_another_hold(form: EditForm) -> None:
    form.hold("This ticket is closed.")
    form.copy.click()
    assert (form.copy.text(), QGuiApplication.clipboard().text().splitlines()[0]) == ("Copied", "Mine")
    form.hold("This ticket left.")
    assert form.copy.text() == "Copy what I wrote"


def test_an_overtaken_form_in_little_room_shows_its_buttons_and_the_other_text(
    form: EditForm, held: HeldConnection, qtbot: QtBot
) -> None:
    form.resize(300, 200)
    form.fields["location"].text = "C-1"
    form.save.click()
    current = made.ticket(1, revision=9, description="Theirs", location="D-3")
    held.sent[-1].failed.emit(DeskError(Reason.EDIT_OVERTAKEN, current=current))
    card = form.overtaken["description"]
    qtbot.waitUntil(lambda: not card.take.visibleRegion().isEmpty(), timeout=PATIENCE_MS)
    assert form.size().height() == 200
    for button in (form.save, form.cancel):
        assert form.rect().contains(QRect(button.mapTo(form, QPoint(0, 0)), button.size()))
        assert button.height() >= button.sizeHint().height()


@pytest.mark.parametrize("language", list(Language))
def test_no_state_of_an_edit_widens_the_narrowest_dock(
    language: Language, theme: Theme, held: HeldConnection, drafts: Drafts, qtbot: QtBot, spoken: Callable[..., None]
) -> None:
    spoken(language)
    form = EditForm(theme, HelpDesk(held), Role.HELPDESK, made.ticket(1), drafts.of(Kind.EDIT, 1))
    qtbot.addWidget(form)
    form.show()
    for field in form.fields.values():
        field.text = "word " * 3_000
    form.save.click()
    widths = [form.minimumSizeHint().width()]
    for name, field in form.fields.items():
        field.text = f"mine of {name}"
    form.save.click()
    current = made.ticket(1, revision=9, description=LONG_WORD, location=LONG_WORD)
    held.sent[-1].failed.emit(DeskError(Reason.EDIT_OVERTAKEN, current=current))
    widths.append(form.minimumSizeHint().width())
    form.hold("This ticket is closed.")
    widths.append(form.minimumSizeHint().width())
    assert max(widths) <= NARROWEST


def test_a_refused_field_out_of_sight_is_scrolled_to(form: EditForm, held: HeldConnection, qtbot: QtBot) -> None:
    form.resize(300, 200)
    form.save.click()
    held.sent[-1].failed.emit(DeskError(Reason.FIELD_INVALID, field="contact"))
    contact = form.fields["contact"].input
    qtbot.waitUntil(lambda: contact.visibleRegion().boundingRect() == contact.rect(), timeout=PATIENCE_MS)


def test_what_was_kept_stays_readable_in_little_room(form: EditForm, qtbot: QtBot) -> None:
    form.resize(300, 200)
    form.hold("What you wrote was not saved. You can still copy it.")
    kept = form.fields["description"].input
    two_lines = 2 * kept.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: kept.visibleRegion().boundingRect().height() >= two_lines, timeout=PATIENCE_MS)
