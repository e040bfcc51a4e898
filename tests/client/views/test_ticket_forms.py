"""What is typed into a ticket's form is found again under that ticket, until it is saved or discarded."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from campusdesk.errors import DeskError
from campusdesk.rules import Reason, Role
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from client.draft import Kind
from client.drafts import Drafts
from client.helpdesk import HelpDesk
from client.store import Store
from client.views.theme.theme import Theme
from client.views.ticket_forms import TicketForms
from tests.client import made
from tests.client.views.held import HeldConnection

Start = Callable[[], TicketForms]


@pytest.fixture
def start(theme: Theme, held: HeldConnection, store: Store, qtbot: QtBot) -> Start:
    """Start desks one after the other, as each finds what the one before left."""

    def started() -> TicketForms:
        drafts = Drafts(store, Role.HELPDESK, "desk", lambda: "lineage")
        forms = TicketForms(theme, HelpDesk(held), Role.HELPDESK, drafts)
        qtbot.addWidget(forms)
        forms.wanted.connect(lambda: forms.show_ticket(made.ticket(1)))
        return forms

    return started


def type_into(forms: TicketForms, text: str) -> None:
    forms.show_ticket(made.ticket(1))
    forms.start(made.ticket(1))
    form = forms.form(1)
    assert form is not None
    form.fields["description"].text = text


def test_the_next_desk_shows_the_form_as_it_was(start: Start) -> None:
    type_into(start(), "Mine")
    forms = start()
    assert forms.show_ticket(made.ticket(2)) is None
    form = forms.show_ticket(made.ticket(1))
    assert form is not None
    assert form.edits() == {"description": "Mine"}
    assert form.fields["location"].text == made.ticket(1).location
    assert forms.draft_line.words.text().startswith("You wrote this at ")


def test_a_form_in_which_nothing_was_typed_does_not_come_back(start: Start) -> None:
    first = start()
    type_into(first, "Mine")
    form = first.form(1)
    assert form is not None
    form.fields["description"].text = made.ticket(1).description
    assert start().show_ticket(made.ticket(1)) is None


def test_an_edit_is_saved_as_of_what_it_began_from(start: Start, held: HeldConnection) -> None:
    type_into(start(), "Mine")
    theirs = made.ticket(1, revision=9, description="Theirs", location="C-1")
    form = start().show_ticket(theirs)
    assert form is not None
    assert form.fields["location"].text == "C-1", "what was not edited is as it is now"
    form.save.click()
    request = held.sent[-1].request
    assert isinstance(request, ticket_service_pb2.UpdateTicketRequest)
    assert request.expected_revision == made.ticket(1).revision
    assert list(request.update_mask.paths) == ["description"]
    held.sent[-1].failed.emit(DeskError(Reason.EDIT_OVERTAKEN, current=theirs))
    assert form.overtaken["description"].theirs.toPlainText() == "Theirs"
    again = start().show_ticket(theirs)
    assert again is not None
    again.save.click()
    request = held.sent[-1].request
    assert isinstance(request, ticket_service_pb2.UpdateTicketRequest)
    assert request.expected_revision == 9, "both texts were shown"


def test_a_saved_edit_is_no_draft_and_a_failed_one_stays(start: Start, held: HeldConnection) -> None:
    forms = start()
    type_into(forms, "Mine")
    form = forms.form(1)
    assert form is not None
    form.save.click()
    held.fail()
    form.error.again.emit()
    assert held.sent[0].request == held.sent[1].request
    kept = start().show_ticket(made.ticket(1))
    assert kept is not None
    kept.save.click()
    assert held.sent[2].request == held.sent[0].request
    held.answer(ticket_pb2.Ticket(id=1))
    assert start().show_ticket(made.ticket(1)) is None


@pytest.mark.parametrize("way", ["discard", "cancel"])
def test_what_is_discarded_can_be_taken_back(way: str, start: Start) -> None:
    type_into(start(), "Mine")
    forms = start()
    form = forms.show_ticket(made.ticket(1))
    assert form is not None
    (forms.draft_line.discard if way == "discard" else form.cancel).click()
    assert forms.form(1) is None
    assert start().show_ticket(made.ticket(1)) is None
    forms.draft_line.bring_back.click()
    back = forms.form(1)
    assert back is not None
    assert back.edits() == {"description": "Mine"}


def test_a_form_that_goes_shows_no_other_ones(start: Start) -> None:
    forms = start()
    for number in (1, 2):
        forms.start(made.ticket(number))
    form = forms.form(2)
    assert form is not None
    form.cancel.click()
    assert not forms.findChildren(QLabel, "")[0].isHidden()
    assert 1 in forms
    first = forms.form(1)
    assert first is not None
    assert first.isHidden()


def test_what_was_given_up_before_it_went_out_is_not_sent(
    start: Start, held: HeldConnection, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[Callable[[], None]] = []
    monkeypatch.setattr(store, "when_kept", waiting.append)
    forms = start()
    type_into(forms, "Mine")
    form = forms.form(1)
    assert form is not None
    form.save.click()
    form.cancel.click()
    waiting[0]()
    assert held.sent == []


def test_an_erased_tickets_texts_are_forgotten(start: Start, store: Store) -> None:
    type_into(start(), "Mine")
    forms = start()
    forms.drop(1)
    assert store.entries("draft") == {}
    assert Drafts(store, Role.HELPDESK, "desk", lambda: "lineage").of(Kind.EDIT, 1).written is None
