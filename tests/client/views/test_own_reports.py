"""What was reported from this PC stands first, and what became of it is told, also after the desk was off."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campusdesk.errors import DeskError
from campusdesk.rules import Reason, Role
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from client.helpdesk import HelpDesk
from client.models.columns import USER_COLUMNS
from client.models.tickets import TicketTableModel
from client.store import Store
from client.views.own_reports import OwnReports
from tests.client import made
from tests.client.views.held import HeldConnection

HERE = "LAB-1"
CLOSED_US = made.NOON_US + 5 * made.MINUTE_US


def from_here(number: int) -> ticket_pb2.Ticket:
    ticket = made.ticket(number)
    ticket.reported_from = HERE
    return ticket


class Desk(HelpDesk):
    """Tells tickets of one lineage, as once the feed told any."""

    lineage = "L"


class Scene:
    """A table and the reports from here, fed by hand; another scene on the same store is the desk of another day."""

    def __init__(self, held: HeldConnection, store: Store, parent: QApplication) -> None:
        self.held, self.revision = held, 100
        self.tickets = TicketTableModel(USER_COLUMNS, lambda: made.NOON_US, parent)
        self.reports = OwnReports(Desk(held), HERE, self.tickets, store, parent)

    def show(self, *tickets: ticket_pb2.Ticket, own: tuple[int, ...] = ()) -> None:
        """Have a server tell these tickets, and which of them it has from here."""
        self.tickets.load(made.facts(tickets), self.revision)
        self.reports.take_reset(None, self.revision)
        asked = [reply for reply in self.held.sent if reply.method == "ListTickets"][-1]
        asked.done.emit(ticket_service_pb2.ListTicketsResponse(tickets=map(from_here, own)))

    def change(self, ticket: ticket_pb2.Ticket) -> None:
        ticket.revision = self.revision = self.revision + 1
        changes = [made.change(ticket)]
        self.tickets.apply(changes, self.revision)
        self.reports.apply(changes, self.revision)

    def close(self, ticket_id: int) -> None:
        """Have a ticket leave as it does for simple users."""
        self.revision += 1
        change = made.removal(ticket_id, self.revision)
        change.close_time.CopyFrom(made.moment(CLOSED_US))
        self.tickets.apply([change], self.revision)
        self.reports.apply([change], self.revision)

    def first(self) -> list[int]:
        return [self.tickets.ticket_id(row) for row in range(self.tickets.rowCount())]


@pytest.fixture
def scene(held: HeldConnection, store: Store, qapp: QApplication) -> Scene:
    return Scene(held, store, qapp)


def answered(number: int, revision: int, role: Role = Role.HELPDESK) -> ticket_pb2.Ticket:
    ticket = made.ticket(number)
    ticket.last_message_revision, ticket.last_message_role, ticket.message_count = revision, int(role), 1  # type: ignore[assignment]
    return ticket


def test_what_is_reported_here_stands_first(scene: Scene) -> None:
    scene.show(*map(made.ticket, (1, 2, 3, 4)), own=(2,))
    assert scene.first() == [2, 4, 3, 1]
    scene.change(from_here(5))
    elsewhere = made.ticket(6)
    elsewhere.reported_from = "LAB-2"
    scene.change(elsewhere)
    assert scene.first() == [5, 2, 6, 4, 3, 1]


def test_all_pages_are_read(scene: Scene, held: HeldConnection) -> None:
    scene.show(*map(made.ticket, (1, 2, 3)))
    page = ticket_service_pb2.ListTicketsResponse(tickets=[from_here(2)], next_page_token="more")
    next(reply for reply in held.sent if reply.method == "ListTickets").done.emit(page)
    asked = held.sent[-1].request
    assert isinstance(asked, ticket_service_pb2.ListTicketsRequest)
    assert (asked.page_token, asked.reported_from) == ("more", HERE)
    held.answer(ticket_service_pb2.ListTicketsResponse(tickets=[from_here(1)]))
    assert scene.first() == [2, 1, 3]


def test_a_server_that_tells_all_tickets_puts_none_of_others_first(scene: Scene, held: HeldConnection) -> None:
    scene.show(*map(made.ticket, (1, 2, 3)))
    asked = next(reply for reply in held.sent if reply.method == "ListTickets")
    asked.done.emit(ticket_service_pb2.ListTicketsResponse(tickets=[made.ticket(3), from_here(2), made.ticket(1)]))
    assert scene.first() == [2, 3, 1]


def test_an_answer_of_the_helpdesk_is_told_until_it_is_read(scene: Scene, qtbot: QtBot) -> None:
    scene.show(answered(1, 50), answered(2, 60), answered(3, 70), answered(4, 80, Role.USER), own=(1, 2, 4))
    assert scene.reports.answered() == [2, 1], "the newest first, and nothing of other people's"
    with qtbot.waitSignal(scene.reports.changed):
        scene.reports.read(2)
    assert scene.reports.answered() == [1]
    scene.change(answered(2, 90))
    assert scene.reports.answered() == [1], "who reads a ticket sees what comes"
    scene.reports.read(3)
    scene.change(answered(2, 95))
    assert scene.reports.answered() == [2, 1]


def test_what_was_read_stays_read_on_another_day(
    scene: Scene, store: Store, held: HeldConnection, qapp: QApplication
) -> None:
    scene.show(answered(1, 50), answered(2, 60), own=(1, 2))
    scene.reports.read(1)
    other = Scene(held, store, qapp)
    other.show(answered(1, 50), answered(2, 60), own=(1, 2))
    assert other.reports.answered() == [2]


def test_a_report_that_is_closed_is_told_once(scene: Scene) -> None:
    scene.show(*map(made.ticket, (1, 2, 3)), own=(1, 2))
    scene.close(2)
    scene.close(3)
    assert scene.reports.closed() == [(2, CLOSED_US)], "what others reported left without a word of it"
    scene.reports.put_away(2)
    assert scene.reports.closed() == []


def test_what_the_server_told_is_remembered_too(
    scene: Scene, store: Store, held: HeldConnection, qapp: QApplication
) -> None:
    scene.show(made.ticket(1), made.ticket(2), own=(1,))
    other = Scene(held, store, qapp)
    other.show(made.ticket(2))
    (asked,) = [reply for reply in held.sent if reply.method == "GetTicket"]
    asked.failed.emit(DeskError(Reason.TICKET_CLOSED, ticket_id=1, close_time="2026-03-02T12:05:00.000000Z"))
    assert other.reports.closed() == [(1, CLOSED_US)]


def test_what_was_closed_while_the_desk_was_off_is_told(
    scene: Scene, store: Store, held: HeldConnection, qapp: QApplication
) -> None:
    scene.show(made.ticket(1), made.ticket(2))
    scene.reports.keep(1)
    scene.reports.keep(2)
    other = Scene(held, store, qapp)
    other.show(made.ticket(2))
    (asked,) = [reply for reply in held.sent if reply.method == "GetTicket"]
    assert isinstance(asked.request, ticket_service_pb2.GetTicketRequest)
    assert asked.request.id == 1
    told = DeskError(Reason.TICKET_CLOSED, ticket_id=1, close_time="2026-03-02T12:05:00.000000Z")
    asked.failed.emit(told)
    assert other.reports.closed() == [(1, CLOSED_US)]
    assert other.first() == [2]


@pytest.mark.parametrize(
    ("reason", "asked_again"), [(Reason.SERVER_UNREACHABLE, True), (Reason.TICKET_NOT_FOUND, False)]
)
def test_what_cannot_be_told_is_asked_again_unless_it_is_gone(
    reason: Reason, asked_again: bool, scene: Scene, held: HeldConnection
) -> None:
    scene.show(made.ticket(2))
    scene.reports.keep(1)
    for _ in range(2):
        scene.show(made.ticket(2))
        for reply in held.sent:
            if reply.method == "GetTicket":
                reply.failed.emit(DeskError(reason))
    assert len([reply for reply in held.sent if reply.method == "GetTicket"]) == (2 if asked_again else 1)
    assert scene.reports.closed() == []
