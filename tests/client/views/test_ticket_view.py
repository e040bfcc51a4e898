"""The chosen ticket: what is known of it, and an edit that stays with it."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role, Status
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from client.draft import Kind
from client.drafts import Drafts
from client.helpdesk import HelpDesk
from client.settings import Theme as ThemeChoice
from client.views.theme.theme import Theme
from client.views.theme.tokens import DARK, LIGHT
from client.views.ticket_view import TicketView
from tests.client import made
from tests.client.views.held import HeldConnection

ViewOf = Callable[[Role], TicketView]


@pytest.fixture
def view_of(theme: Theme, held: HeldConnection, drafts: Drafts, qtbot: QtBot) -> ViewOf:
    """Open views of a role."""

    def opened(role: Role) -> TicketView:
        view = TicketView(theme, HelpDesk(held), role, lambda: made.NOON_US, drafts)
        qtbot.addWidget(view)
        view.resize(400, 600)
        view.show()
        return view

    return opened


def test_nothing_is_shown_until_a_ticket_is_chosen(view_of: ViewOf) -> None:
    view = view_of(Role.USER)
    assert not view.text.isVisible()
    view.show_ticket(made.ticket(3))
    assert view.text.isVisible()
    assert (view.head.number.text(), view.head.status.text()) == ("#3", "open")
    view.show_ticket(None)
    assert not view.text.isVisible()


def test_facts_that_are_not_there_take_no_line(view_of: ViewOf) -> None:
    view = view_of(Role.HELPDESK)
    view.show_ticket(made.ticket(3))
    assert view.facts.words("place") == "B-105"
    assert [view.facts.words(icon) for icon in ("contact", "headset", "check")] == ["", "", ""]
    closed = made.ticket(3, status=Status.CLOSED)
    closed.contact = "ext. 4711"
    view.show_ticket(closed)
    assert view.facts.words("contact") == "ext. 4711"
    assert view.facts.words("headset").endswith("by Desk 2")
    assert view.facts.words("check").startswith("closed ")


def test_how_sure_the_categoriser_was_is_told_until_somebody_corrects_it(view_of: ViewOf) -> None:
    view = view_of(Role.HELPDESK)
    ticket = made.ticket(3)
    view.show_ticket(ticket)
    assert view.facts.words("resolution-time").endswith("set automatically, 70 %")
    ticket.category_source = ticket_pb2.CATEGORY_SOURCE_CORRECTED
    view.show_ticket(ticket)
    assert view.facts.words("resolution-time").endswith("set by the helpdesk")


@pytest.mark.parametrize(
    ("role", "status", "correctable", "editable"),
    [
        (Role.USER, Status.OPEN, False, True),
        (Role.HELPDESK, Status.ACTIVE, True, True),
        (Role.HELPDESK, Status.CLOSED, False, False),
    ],
)
def test_what_a_role_may_change_is_offered(
    role: Role, status: Status, correctable: bool, editable: bool, view_of: ViewOf
) -> None:
    view = view_of(role)
    view.show_ticket(made.ticket(3, status=status))
    assert [button.isVisible() for button in view.category.choices.values()] == [correctable] * 3
    assert view.category.words.text() == "Probably technical IT"
    assert view.head.edit.isHidden() is not editable
    view.start_editing()
    assert (view.form is not None) is editable


def test_how_many_others_have_it_is_told(view_of: ViewOf) -> None:
    view = view_of(Role.USER)
    told = []
    for count in (0, 1, 4):
        ticket = made.ticket(3)
        ticket.me_too_count = count
        view.show_ticket(ticket)
        told.append(view.facts.words("person").partition(" · ")[2])
    assert told == ["", "1 more has this too", "4 more have this too"]


def test_only_staff_are_shown_what_is_similar(view_of: ViewOf, held: HeldConnection, qtbot: QtBot) -> None:
    user, staff = view_of(Role.USER), view_of(Role.HELPDESK)
    user.show_ticket(made.ticket(3))
    staff.show_ticket(made.ticket(4))
    qtbot.waitUntil(lambda: bool(held.sent))
    assert [(reply.method, reply.request.ticket_id) for reply in held.sent] == [("FindSimilarTickets", 4)]  # type: ignore[attr-defined]


def test_an_edit_stays_with_its_ticket(view_of: ViewOf) -> None:
    view = view_of(Role.USER)
    view.show_ticket(made.ticket(3))
    view.head.edit.click()
    assert view.form is not None
    view.form.fields["location"].text = "half a pl"
    view.show_ticket(made.ticket(4))
    assert view.form is None
    assert view.head.edit.isEnabled()
    view.show_ticket(made.ticket(3, revision=9, location="C1"))
    assert view.form is not None
    assert view.form.isVisible()
    assert view.form.fields["location"].text == "half a pl"
    assert not view.head.edit.isEnabled()
    view.form.ended.emit()
    assert view.form is None
    assert view.text.isVisible()
    assert view.head.edit.isEnabled()


def test_an_edit_of_a_ticket_that_closes_is_held_and_kept(view_of: ViewOf) -> None:
    view = view_of(Role.HELPDESK)
    view.show_ticket(made.ticket(3))
    view.start_editing()
    assert view.form is not None
    view.form.fields["location"].text = "half a pl"
    view.show_ticket(made.ticket(3, status=Status.CLOSED))
    assert view.form.fields["location"].input.isReadOnly()
    assert view.form.fields["location"].text == "half a pl"


def test_a_ticket_that_left_can_still_be_read_and_no_more(view_of: ViewOf) -> None:
    view = view_of(Role.HELPDESK)
    view.show_ticket(made.ticket(3, description="No light"))
    view.show_left("Ticket 3 was closed.")
    assert view.notice.isVisible()
    assert view.notice.text() == "Ticket 3 was closed."
    assert view.text.toPlainText() == "No light"
    assert not view.steps.isVisible()
    assert view.head.edit.isHidden()
    view.show_ticket(made.ticket(4))
    assert not view.notice.isVisible()
    assert view.steps.isVisible()


def test_long_facts_scroll_and_never_cut_off_the_next_step(view_of: ViewOf) -> None:
    view = view_of(Role.HELPDESK)
    view.resize(340, 275)
    ticket = made.ticket(3, description="The projector stays dark. " * 20, location="By the door. " * 11)
    ticket.contact = ticket.reported_from = "ext. 4711, mornings. " * 7
    view.show_ticket(ticket)
    view.grab()
    button = view.steps.button
    assert view.height() == 275
    assert button.visibleRegion().boundingRect() == button.rect()
    assert button.height() >= button.sizeHint().height()


def test_an_edit_in_an_erased_ticket_is_taken_away_with_what_it_shows(view_of: ViewOf) -> None:
    view = view_of(Role.HELPDESK)
    view.show_ticket(made.ticket(3, description="A secret"))
    view.start_editing()
    view.show_ticket(made.ticket(4))
    view.show_ticket(made.ticket(3, revision=9, description="", location=""))
    assert view.form is None
    assert not view.is_editing
    assert view.text.toPlainText() == ""
    assert "erased" in view.notice.text()
    assert view.notice.isVisible()
    view.show_ticket(made.ticket(4))
    assert not view.notice.isVisible()


def test_edits_of_all_tickets_are_held_and_kept(view_of: ViewOf) -> None:
    view = view_of(Role.USER)
    for number in (3, 4):
        view.show_ticket(made.ticket(number))
        view.start_editing()
        assert view.form is not None
        view.form.fields["location"].text = f"half a pl {number}"
    view.hold_edits("It was restored.")
    for number in (3, 4):
        view.show_ticket(made.ticket(number))
        assert view.form is not None
        assert view.form.fields["location"].input.isReadOnly()
        assert view.form.fields["location"].text == f"half a pl {number}"


def alike(*numbers: int) -> ticket_service_pb2.FindSimilarTicketsResponse:
    similar = [ticket_service_pb2.SimilarTicket(ticket=made.ticket(number), confidence=0.9) for number in numbers]
    return ticket_service_pb2.FindSimilarTicketsResponse(tickets=similar)


def test_what_is_similar_is_said_in_sight_and_shown_by_a_click(
    view_of: ViewOf, held: HeldConnection, qtbot: QtBot
) -> None:
    view = view_of(Role.HELPDESK)
    view.resize(340, 360)
    view.show_ticket(made.ticket(3, description="It leaks. " * 60))
    assert view.to_similar.isHidden()
    qtbot.waitUntil(lambda: len(held.sent) == 1)
    held.answer(alike(7, 8))
    assert (view.to_similar.isVisible(), view.to_similar.text()) == (True, "2 similar")
    last = view.similar.entries[1]
    assert last.visibleRegion().isEmpty()
    view.to_similar.click()
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())
    view.show_ticket(made.ticket(3, description="It leaks. " * 60, revision=9))
    assert not last.visibleRegion().isEmpty(), "a change of the ticket moves nothing"
    view.show_ticket(made.ticket(4, description="It leaks. " * 60))
    assert not view.text.visibleRegion().isEmpty(), "another ticket is read from its beginning"
    assert view.to_similar.isHidden()


def test_an_edit_of_a_ticket_that_was_closed_meanwhile_comes_back_to_be_copied(view_of: ViewOf, drafts: Drafts) -> None:
    drafts.of(Kind.EDIT, 3).keep_texts({"description": "Mine"}, 2, {"description": "Hm"})
    view = view_of(Role.HELPDESK)
    view.show_ticket(made.ticket(3, status=Status.CLOSED))
    assert view.form is not None
    assert view.form.save.isHidden()
    view.form.copy.click()
    assert QGuiApplication.clipboard().text().startswith("Mine")
    view.form.cancel.click()
    assert view.text.isVisible()
    assert drafts.all() == []


def test_what_was_searched_is_marked_in_the_text_and_the_place_and_follows_the_look(
    view_of: ViewOf, theme: Theme
) -> None:
    view = view_of(Role.USER)
    view.mark(("lam", "b", "105"))
    view.show_ticket(made.ticket(3, description="Lamp in B-105", location="B-105"))
    texts = view.text, view.facts.text("place")

    def looks() -> list[set[str]]:
        return [{mark.format.background().color().name() for mark in text.extraSelections()} for text in texts]

    assert [[mark.cursor.selectedText() for mark in text.extraSelections()] for text in texts] == [
        ["Lam", "B", "105"],
        ["B", "105"],
    ]
    assert looks() == [{LIGHT.mark.lower()}] * 2
    theme.choose(ThemeChoice.DARK)
    assert looks() == [{DARK.mark.lower()}] * 2
