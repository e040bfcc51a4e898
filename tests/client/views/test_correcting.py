"""Categories are set by one key each: the next ticket comes by itself, and Ctrl+Z gives back what was."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category, CategorySource, Reason, Role, Status
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from client.helpdesk import HelpDesk
from client.models.columns import STAFF_COLUMNS
from client.models.named_views import NamedView
from client.models.tickets import TicketTableModel
from client.views.commands import CATEGORY_COMMANDS, Command
from client.views.correcting import Correcting
from client.views.keyboard import Keyboard
from client.views.theme.theme import Theme
from client.views.ticket_list import TicketList
from client.views.work_bar import WorkBar
from client.writing import Writing
from tests.client import made
from tests.client.views.held import HeldConnection

IT, SERVICES = Category.TECHNICAL_IT, Category.SERVICES_COMPLAINTS


def ticket(number: int, sure: float = 0.5, revision: int = 0, category: Category = IT) -> ticket_pb2.Ticket:
    given = made.ticket(number, category=category, revision=revision)
    given.confidence = sure
    if sure == 1:
        given.category_source = ticket_pb2.CATEGORY_SOURCE_CORRECTED
    return given


class Desk:
    """A list of five tickets and their corrections, of which the fifth is sure, and a server played by the test."""

    def __init__(self, theme: Theme, held: HeldConnection) -> None:
        self.held = held
        self.tickets = TicketTableModel(STAFF_COLUMNS, lambda: made.NOON_US)
        self.tickets.load(made.facts([*(ticket(number, number / 10) for number in range(1, 5)), ticket(5, 0.95)]), 5)
        self.list = TicketList(theme, self.tickets, Role.HELPDESK, lambda: made.NOON_US)
        self.bar = WorkBar(theme)
        self.list.layout().addWidget(self.bar)  # type: ignore[union-attr]
        self.correcting = Correcting(HelpDesk(held), self.tickets, self.list, Writing(self.list), self.bar)
        self.list.table.setSelectionMode(self.list.table.SelectionMode.ExtendedSelection)
        self.keyboard = Keyboard(self.list, self.list.table, Role.HELPDESK)
        for category, command in CATEGORY_COMMANDS.items():
            self.keyboard.bind(command, partial(self.correct, category))
        self.keyboard.bind(Command.UNDO, self.correcting.undo)

    def correct(self, category: Category) -> None:
        self.correcting.correct(self.list.table.chosen_ids(), category)

    @property
    def told(self) -> str:
        """Return what the work bar says, line by line."""
        return "\n".join(line.words for line in self.bar.lines)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.list.table, key, modifier)

    def shown(self) -> list[int]:
        return [self.tickets.ticket_id(row) for row in range(self.tickets.rowCount())]

    def asked(self) -> list[tuple[int, int, int]]:
        """Return ticket, category and expected revision of what was sent."""
        requests = [reply.request for reply in self.held.sent]
        assert all(isinstance(request, ticket_service_pb2.UpdateTicketRequest) for request in requests)
        return [(each.ticket.id, each.ticket.category, each.expected_revision) for each in requests]  # type: ignore[attr-defined]

    def commit(self, after: ticket_pb2.Ticket, reply: int = -1) -> None:
        """Answer a correction and tell it by the feed."""
        self.held.sent[reply].done.emit(after)
        self.tickets.apply([made.change(after)], after.revision)


@pytest.fixture
def desk(theme: Theme, held: HeldConnection, qtbot: QtBot) -> Desk:
    desk = Desk(theme, held)
    qtbot.addWidget(desk.list)
    desk.list.resize(900, 500)
    desk.list.show()
    desk.list.activateWindow()
    desk.list.table.setFocus()
    qtbot.waitUntil(desk.list.table.hasFocus)
    return desk


def test_the_least_sure_is_first_and_one_key_each_leads_through(desk: Desk) -> None:
    desk.list.show_view(NamedView.CHECK)
    assert desk.shown() == [1, 2, 3, 4]
    desk.list.table.selectRow(0)
    for revision, (number, following) in enumerate([(1, [2]), (2, [3]), (3, [4]), (4, [])], 20):
        desk.key(Qt.Key.Key_3)
        assert desk.asked()[-1] == (number, SERVICES, number)
        desk.commit(ticket(number, 1, revision, SERVICES))
        assert desk.list.table.chosen_ids() == following
    assert desk.list.table.emptiness.isVisible()
    assert "Nothing to check" in desk.list.table.emptiness.text()


def test_the_key_of_what_the_server_said_confirms_it(desk: Desk) -> None:
    desk.list.table.choose(2)
    desk.key(Qt.Key.Key_2)
    assert desk.asked() == [(2, IT, 2)]


def test_a_key_counts_once_while_its_answer_is_on_its_way(desk: Desk) -> None:
    desk.list.show_view(NamedView.CHECK)
    desk.list.table.selectRow(0)
    for _ in range(3):
        desk.key(Qt.Key.Key_3)
    assert len(desk.held.sent) == 1
    desk.held.sent[0].done.emit(ticket(1, 1, 20, SERVICES))
    desk.key(Qt.Key.Key_2)
    assert len(desk.held.sent) == 1, "it leaves, and must not be taken for the next one"


def test_what_somebody_else_corrects_moves_nobody_on(desk: Desk) -> None:
    desk.list.show_view(NamedView.CHECK)
    desk.list.table.selectRow(0)
    desk.tickets.apply([made.change(ticket(1, 1, 20, SERVICES))], 20)
    assert desk.shown() == [2, 3, 4]
    assert desk.list.table.chosen_ids() == []


def test_after_the_last_one_the_one_before_is_chosen(desk: Desk) -> None:
    desk.list.show_view(NamedView.CHECK)
    desk.list.table.selectRow(3)
    desk.key(Qt.Key.Key_3)
    desk.commit(ticket(4, 1, 20, SERVICES))
    assert desk.list.table.chosen_ids() == [3]


def test_what_the_list_does_not_show_leaves_no_place_to_go_on_from(desk: Desk) -> None:
    desk.list.show_view(NamedView.CHECK)
    desk.list.table.selectRow(1)
    desk.correcting.correct([5, 2], SERVICES)
    desk.commit(ticket(5, 1, 20, SERVICES), 0)
    desk.commit(ticket(2, 1, 21, SERVICES), 1)
    assert desk.list.table.chosen_ids() == [3]


def test_who_went_on_by_hand_stays_where_he_is(desk: Desk) -> None:
    desk.list.show_view(NamedView.CHECK)
    desk.list.table.selectRow(0)
    desk.key(Qt.Key.Key_3)
    desk.list.table.choose(4)
    desk.commit(ticket(1, 1, 20, SERVICES))
    assert desk.list.table.chosen_ids() == [4]


def test_several_tickets_are_set_together_and_given_back_together(desk: Desk) -> None:
    desk.tickets.apply([made.change(ticket(4, 1, 9, Category.FACILITY_MANAGEMENT))], 9)
    desk.list.table.selectAll()
    desk.key(Qt.Key.Key_3)
    assert desk.asked() == [(5, SERVICES, 5), (4, SERVICES, 9), (3, SERVICES, 3), (2, SERVICES, 2), (1, SERVICES, 1)]
    for number, reply in zip((5, 4, 3, 2, 1), range(5), strict=True):
        desk.commit(ticket(number, 1, 20 + number, SERVICES), reply)
    assert desk.told == "5 tickets set to services complaints."
    desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    given_back = {number: (category, revision) for number, category, revision in desk.asked()[5:]}
    assert given_back[4] == (Category.FACILITY_MANAGEMENT, 24), "a person had set it before"
    assert given_back[2] == (0, 22), "the server's own stood there"
    for sent in desk.held.sent[5:]:
        sent.done.emit(ticket(int(sent.request.ticket.id), 0.5, 40))  # type: ignore[attr-defined]
    assert desk.told == "5 tickets as before."
    assert desk.bar.lines[-1].button.text() != "Undo"


def test_undoing_in_please_check_brings_the_ticket_back_and_chooses_it(desk: Desk) -> None:
    desk.list.show_view(NamedView.CHECK)
    desk.list.table.selectRow(1)
    desk.key(Qt.Key.Key_3)
    desk.commit(ticket(2, 1, 20, SERVICES))
    assert desk.told == "#2 set to services complaints."
    desk.bar.lines[-1].button.click()
    assert desk.asked()[-1] == (2, 0, 20)
    desk.commit(ticket(2, 0.2, 21))
    assert desk.shown() == [1, 2, 3, 4]
    assert desk.list.table.chosen_ids() == [2]
    assert desk.told == "#2 is technical IT again."


def test_the_ticket_that_comes_back_is_chosen_alone_while_ctrl_is_still_held(desk: Desk) -> None:
    desk.list.show_view(NamedView.CHECK)
    desk.list.table.selectRow(1)
    desk.key(Qt.Key.Key_3)
    desk.commit(ticket(2, 1, 20, SERVICES))
    assert desk.list.table.chosen_ids() == [3]
    QTest.keyPress(desk.list.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.commit(ticket(2, 0.2, 21))
    assert desk.list.table.chosen_ids() == [2], "the next key corrects what is shown and nothing else"
    QTest.keyRelease(desk.list.table, Qt.Key.Key_Z)


@pytest.mark.parametrize(
    ("reason", "words"),
    [(Reason.EDIT_OVERTAKEN, "somebody else changed its category"), (Reason.SERVER_UNREACHABLE, "does not answer")],
)
def test_a_refusal_is_said_and_the_ticket_stays(reason: Reason, words: str, desk: Desk) -> None:
    desk.list.show_view(NamedView.CHECK)
    desk.list.table.selectRow(0)
    desk.key(Qt.Key.Key_3)
    desk.held.fail(reason)
    assert desk.told.startswith("#1 not corrected: ")
    assert words in desk.told
    assert "typed" not in desk.told
    assert desk.bar.lines[-1].label.property("tone") == "danger"
    assert desk.bar.lines[-1].button.text() != "Undo"
    assert desk.list.table.chosen_ids() == [1]
    desk.key(Qt.Key.Key_3)
    assert len(desk.held.sent) == 2
    desk.held.answer(ticket(1, 1, 20, SERVICES))
    assert desk.bar.lines[-1].label.property("tone") == ""


def test_closed_tickets_and_what_is_set_so_already_stay_as_they_are(desk: Desk) -> None:
    desk.tickets.apply(
        [made.change(made.ticket(1, status=Status.CLOSED, revision=9)), made.change(ticket(2, 1, 10))], 10
    )
    desk.correcting.correct([1, 2, 77], IT)
    assert desk.held.sent == []


def test_taking_back_is_asked_by_an_unspecified_category(desk: Desk) -> None:
    desk.tickets.apply([made.change(ticket(2, 1, 10, SERVICES))], 10)
    desk.correcting.correct([2], None)
    request = desk.held.sent[-1].request
    assert isinstance(request, ticket_service_pb2.UpdateTicketRequest)
    assert list(request.update_mask.paths) == ["category"]
    assert desk.asked() == [(2, 0, 10)]
    desk.commit(ticket(2, 0.5, 11))
    assert desk.told == "#2 is technical IT again."
    assert desk.bar.lines[-1].button.text() == "Undo"
    assert desk.tickets.facts(2).category_source == CategorySource.AUTOMATIC  # type: ignore[union-attr]


def test_what_is_asked_after_the_feed_told_of_the_last_is_not_lost(desk: Desk) -> None:
    desk.correcting.correct([5], SERVICES)
    desk.correcting.correct([5], SERVICES)
    assert len(desk.held.sent) == 1, "it is under way"
    corrected = ticket(5, 1, 20, SERVICES)
    desk.tickets.apply([made.change(corrected)], 20)
    desk.correcting.correct([5], None)
    desk.held.sent[0].done.emit(corrected)
    assert desk.asked() == [(5, SERVICES, 5), (5, 0, 20)]
