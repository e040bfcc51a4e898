"""An earlier text is put back as an ordinary edit, and what became of it is told."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from campusdesk.errors import DeskError
from campusdesk.rules import Reason, Role
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from client.connection import Reply
from client.helpdesk import HelpDesk
from client.views.main_window import MainWindow
from client.views.restore_card import RestoreCard
from client.views.theme.theme import Theme
from tests.client import made
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.held import HeldConnection

Ask = Callable[[Reply], ticket_pb2.Ticket]


@pytest.fixture
def card(theme: Theme, held: HeldConnection, qtbot: QtBot) -> RestoreCard:
    """Give a card that is putting the location of ticket 1 back, as it was seen at revision 7."""
    card = RestoreCard(theme, HelpDesk(held))
    qtbot.addWidget(card)
    card.restore(made.ticket(1, revision=7, location="B-106"), "location", "B-105")
    return card


def requests(held: HeldConnection) -> list[tuple[str, int]]:
    asked = [reply.request for reply in held.sent]
    assert all(isinstance(request, ticket_service_pb2.UpdateTicketRequest) for request in asked)
    return [(request.ticket.location, request.expected_revision) for request in asked]  # type: ignore[attr-defined]


def overtake(held: HeldConnection) -> None:
    current = made.ticket(1, revision=9, location="C-1")
    held.sent[-1].failed.emit(DeskError(Reason.EDIT_OVERTAKEN, current=current))


def test_it_says_what_it_does_and_what_it_did(card: RestoreCard, held: HeldConnection) -> None:
    assert card.words.text() == "#1, location: restoring …"
    held.answer(made.ticket(1, revision=8))
    assert card.words.text() == "#1, location: restored “B-105”"
    assert requests(held) == [("B-105", 7)]
    assert not card.anyway.isVisible()
    card.away.click()
    assert not card.isVisible()


def test_a_second_click_while_it_is_under_way_is_none(card: RestoreCard, held: HeldConnection) -> None:
    card.restore(made.ticket(1, revision=7, location="B-106"), "location", "B-105")
    assert requests(held) == [("B-105", 7)]
    held.answer(made.ticket(1, revision=8, location="B-105"))
    card.restore(made.ticket(1, revision=8, location="B-105"), "location", "B-106")
    assert requests(held) == [("B-105", 7), ("B-106", 8)]


def test_after_a_refusal_something_else_can_be_restored(card: RestoreCard, held: HeldConnection) -> None:
    held.fail()
    card.restore(made.ticket(1, revision=8), "description", "Earlier")
    assert len(held.sent) == 2
    overtake(held)
    card.restore(made.ticket(1, revision=9), "location", "B-101")
    assert len(held.sent) == 3


def test_an_overtaken_restore_shows_both_texts_and_is_then_a_decision(card: RestoreCard, held: HeldConnection) -> None:
    overtake(held)
    assert (card.now.toPlainText(), card.earlier.toPlainText()) == ("C-1", "B-105")
    card.settle(2)
    assert card.isVisible()
    card.anyway.click()
    assert requests(held) == [("B-105", 7), ("B-105", 9)]
    assert not card.now.isVisible()
    held.answer(made.ticket(1, revision=10))
    assert "restored “B-105”" in card.words.text()
    card.settle(2)
    assert not card.isVisible()


def test_what_somebody_else_wrote_can_be_left(card: RestoreCard, held: HeldConnection) -> None:
    overtake(held)
    card.leave.click()
    assert not card.isVisible()
    assert len(held.sent) == 1


def test_what_failed_is_sent_again_as_the_same_request(card: RestoreCard, held: HeldConnection) -> None:
    held.fail()
    assert card.error.words
    card.settle(2)
    assert card.isVisible()
    card.error.button.click()
    assert held.sent[0] is held.sent[1]
    assert card.error.words == ""


def test_what_is_final_is_not_tried_again(card: RestoreCard, held: HeldConnection) -> None:
    held.fail(Reason.TICKET_FINAL)
    assert card.error.words
    assert not card.error.button.isVisible()


def test_nothing_is_kept_of_a_text_that_was_erased(card: RestoreCard, held: HeldConnection) -> None:
    overtake(held)
    card.drop(2)
    assert card.isVisible()
    card.drop(1)
    assert not card.isVisible()
    assert [card.words.text(), card.now.toPlainText(), card.earlier.toPlainText()] == ["", "", ""]
    card.anyway.click()
    assert len(held.sent) == 1


def test_a_text_is_put_back_while_somebody_edits_and_theirs_is_left(
    enter: Callable[[Role], MainWindow], qtbot: QtBot, other: HelpDesk, ask: Ask
) -> None:
    ticket = ask(other.create_ticket("No light", "B-105"))
    ask(other.update_ticket(ticket.id, {"location": "B-106"}, ticket.revision))
    main = enter(Role.USER)
    qtbot.waitUntil(lambda: main.tickets.has(ticket.id), timeout=PATIENCE_MS)
    main.jump_to(ticket.id)
    qtbot.waitUntil(lambda: main.ticket_view.ticket is not None, timeout=PATIENCE_MS)
    main.ticket_view.start_editing()
    form = main.ticket_view.form
    assert form is not None
    form.fields["location"].text = "C-1"
    main.talk.show_history(True)
    main.history.list.restore_wanted.emit("location", "B-105")
    qtbot.waitUntil(lambda: ": restored" in main.history.restoring.words.text(), timeout=PATIENCE_MS)
    assert ask(other.get_ticket(ticket.id)).location == "B-105"
    assert form.fields["location"].text == "C-1"
    form.save.click()
    qtbot.waitUntil(form.overtaken["location"].isVisible, timeout=PATIENCE_MS)
    assert form.overtaken["location"].theirs.toPlainText() == "B-105"
