"""Steps are taken by the rules' table, and with which tickets one cannot be taken is said before any is sent."""

import pytest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Action, Reason, Status
from client.helpdesk import HelpDesk
from client.models.columns import STAFF_COLUMNS
from client.models.tickets import TicketTableModel
from client.views.closing import Closing
from client.views.steps import Steps
from client.views.theme.theme import Theme
from client.views.work_bar import WorkBar
from client.writing import Writing
from tests.client import made
from tests.client.views.held import HeldConnection

OPEN, ACTIVE, CLOSED = [1, 2, 3], [4, 5, 6], [7, 8]


class Desk:
    """Tickets of every status, and a server that the test plays."""

    def __init__(self, theme: Theme, held: HeldConnection) -> None:
        self.held, self.bar = held, WorkBar(theme)
        self.tickets = TicketTableModel(STAFF_COLUMNS, lambda: made.NOON_US)
        by_status = zip((Status.OPEN, Status.ACTIVE, Status.CLOSED), (OPEN, ACTIVE, CLOSED), strict=True)
        self.tickets.load(made.facts(made.ticket(each, status=status) for status, ids in by_status for each in ids), 8)
        writing, desk = Writing(self.bar), HelpDesk(held)
        self.closing = Closing(desk, self.tickets, writing, self.bar)
        self.steps = Steps(desk, self.tickets, writing, self.closing, self.bar)

    @property
    def asked(self) -> list[tuple[str, int]]:
        return [(reply.method, getattr(reply.request, "id", 0)) for reply in self.held.sent]

    @property
    def told(self) -> str:
        return "\n".join(line.words for line in self.bar.lines)


@pytest.fixture
def desk(theme: Theme, held: HeldConnection, qtbot: QtBot) -> Desk:
    desk = Desk(theme, held)
    qtbot.addWidget(desk.bar)
    return desk


def test_each_step_is_for_the_tickets_that_the_rules_allow_it_on(desk: Desk) -> None:
    every = [*OPEN, *ACTIVE, *CLOSED, 99]
    assert desk.steps.may(Action.ACTIVATE, every) == OPEN
    assert desk.steps.may(Action.CLOSE, every) == ACTIVE
    assert desk.steps.may(Action.POST_MESSAGE, every) == [*OPEN, *ACTIVE]


def test_activating_asks_at_once_and_closing_waits(desk: Desk) -> None:
    desk.steps.take(Action.ACTIVATE, [1])
    assert desk.asked == [("ActivateTicket", 1)]
    desk.steps.take(Action.CLOSE, [4])
    assert len(desk.asked) == 1
    assert desk.closing.waits(4)
    assert desk.told == "Closing #4"


def test_what_a_ticket_offers_is_done_although_the_list_hears_of_it_later(desk: Desk) -> None:
    desk.steps.start(Action.CLOSE, OPEN[:1])
    assert desk.told == "Closing #1"
    desk.steps.start(Action.ACTIVATE, ACTIVE[:1])
    desk.steps.start(Action.ACTIVATE, ACTIVE[:1])
    assert desk.asked == [("ActivateTicket", ACTIVE[0])]


def test_it_is_done_with_those_that_allow_it_and_said_of_the_others(desk: Desk) -> None:
    desk.steps.take(Action.CLOSE, [*OPEN[:1], *ACTIVE, *CLOSED])
    assert desk.closing.ticket_ids == set(ACTIVE)
    assert desk.told == ("#1 is open: activate it first (A). 2 are closed, and closed is final.\nClosing 3 tickets")


@pytest.mark.parametrize(
    ("action", "ids", "words"),
    [
        (Action.CLOSE, OPEN, "3 are open: activate them first (A)."),
        (Action.ACTIVATE, [4], "#4 is active already."),
        (Action.ACTIVATE, ACTIVE, "3 are active already."),
        (Action.CLOSE, [7], "#7 is closed, and closed is final."),
        (Action.CLOSE, ACTIVE, ""),
    ],
)
def test_why_it_cannot_be_done_is_said(action: Action, ids: list[int], words: str, desk: Desk) -> None:
    assert desk.steps.skipped_words(action, ids) == words


def test_a_step_under_way_is_not_asked_for_twice(desk: Desk) -> None:
    desk.steps.take(Action.ACTIVATE, OPEN)
    assert all(desk.steps.is_taking(each) for each in OPEN)
    desk.steps.take(Action.ACTIVATE, [1])
    assert len(desk.asked) == 3
    desk.held.sent[0].done.emit(made.ticket(1, status=Status.ACTIVE))
    assert not desk.steps.is_taking(1)
    assert desk.steps.is_taking(2)


def test_with_which_of_several_it_did_not_work_is_told_in_the_end(desk: Desk, qtbot: QtBot) -> None:
    desk.steps.take(Action.ACTIVATE, OPEN)
    desk.held.sent[0].done.emit(made.ticket(1, status=Status.ACTIVE))
    desk.held.sent[1].done.emit(made.ticket(2, status=Status.ACTIVE))
    with qtbot.waitSignal(desk.steps.failed) as failed:
        desk.held.fail(Reason.TICKET_NOT_FOUND)
    assert failed.args == [[3], OPEN]
    assert desk.told == "2 tickets activated. #3 not activated: it does not exist."


def test_an_answer_goes_to_all_that_are_not_closed(desk: Desk) -> None:
    batch = desk.steps.answer([1, 4, 7], "The WiFi is back")
    requests = [reply.request for reply in desk.held.sent]
    assert [(each.ticket_id, each.text) for each in requests] == [(1, "The WiFi is back"), (4, "The WiFi is back")]  # type: ignore[attr-defined]
    assert len({each.request_id for each in requests}) == 2  # type: ignore[attr-defined]
    for reply in desk.held.sent:
        reply.done.emit(made.message(1, 30))
    assert batch.is_ended
    assert desk.told == "2 tickets answered."
