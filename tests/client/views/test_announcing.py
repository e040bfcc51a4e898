"""What comes into sight by itself is read aloud: once, and at once only where something is wrong or final."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.drafts import Drafts
from client.helpdesk import HelpDesk
from client.models.columns import STAFF_COLUMNS
from client.models.messages import MessageModel
from client.models.rule import Rule
from client.models.tickets import TicketTableModel
from client.views import announcing
from client.views.batch_line import BatchLine, BatchWords
from client.views.error_line import ErrorLine
from client.views.filter_bar import FilterBar
from client.views.list_head import ListHead
from client.views.message_list import MessageList
from client.views.refused_band import RefusedBand
from client.views.theme.theme import Theme
from client.views.ticket_table import TicketTable
from client.views.work_bar import WorkBar
from client.views.work_line import WorkLine
from client.writing import Writing
from tests.client import made
from tests.client.views.held import HeldConnection

AT_ONCE, LATER = QAccessible.AnnouncementPoliteness.Assertive, QAccessible.AnnouncementPoliteness.Polite
Read = list[tuple[str, QAccessible.AnnouncementPoliteness]]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Read:
    """Keep what is to be read aloud."""
    told: Read = []

    class Reader:
        AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:
            told.append((event.message(), event.politeness()))

    monkeypatch.setattr(announcing, "QAccessible", Reader)
    return told


def test_a_closing_is_read_with_the_key_that_undoes_it(read: Read, theme: Theme, qtbot: QtBot) -> None:
    line = WorkLine(theme)
    qtbot.addWidget(line)
    for _ in range(2):
        line.show_words("Closing #3", wrong=True)
        line.offer("Undo", None, "Ctrl+Z")
    line.show_words("#3 closed.")
    line.offer("")
    assert read == [("Closing #3", AT_ONCE), ("Undo: Ctrl+Z", LATER), ("#3 closed.", LATER)]


def test_of_what_is_done_with_many_the_beginning_and_the_result_are_read(
    read: Read, theme: Theme, held: HeldConnection, qtbot: QtBot
) -> None:
    bar, writing = WorkBar(theme), Writing()
    qtbot.addWidget(bar)
    batch = writing.start([1, 2, 3], HelpDesk(held).activate_ticket)
    words = BatchWords(busy="Activating %1 tickets", many="%1 tickets activated.", failed="%1 not activated: %2")
    BatchLine(bar, writing, batch, words)
    for reply in list(held.sent):
        reply.done.emit(made.ticket(1))
    assert [told for told, _ in read] == ["Activating 3 tickets · 0 of 3", "3 tickets activated."]


def test_refusals_are_read_at_once(read: Read, theme: Theme, drafts: Drafts, qtbot: QtBot) -> None:
    error, band = ErrorLine(theme, "Send again"), RefusedBand(theme, drafts)
    parts: list[QWidget] = [error, band]
    for part in parts:
        qtbot.addWidget(part)
    error.show_words("The server does not answer.")
    error.show_words("")
    for _ in range(2):
        band.show_words("This PC has no key.")
    assert read == [("The server does not answer.", AT_ONCE), ("This PC has no key.", AT_ONCE)]


def test_what_happened_to_the_list_is_read(read: Read, theme: Theme, qtbot: QtBot) -> None:
    head = ListHead(theme, "", FilterBar(theme, lambda _kind: {}, {}))
    qtbot.addWidget(head)
    head.show_note("Closed by the helpdesk: #3")
    head.show_note("")
    assert read == [("Closed by the helpdesk: #3", LATER)]


def test_new_tickets_are_read_once_until_somebody_looks(read: Read, theme: Theme, qtbot: QtBot) -> None:
    tickets = TicketTableModel(STAFF_COLUMNS, lambda: made.NOON_US)
    tickets.arrange(Rule("update_time"))
    tickets.load(made.facts(made.ticket(number) for number in range(1, 101)), 100)
    table = TicketTable(theme, tickets, lambda: made.NOON_US)
    qtbot.addWidget(table)
    table.resize(900, 500)
    table.show()
    table.grab()
    table.verticalScrollBar().setValue(700)
    for number in (101, 102):
        tickets.apply([made.change(made.ticket(number))], number)
    table.still.to_top.click()
    assert read == [("1 new", LATER)]


def test_new_messages_are_read_once_until_somebody_looks(read: Read, theme: Theme, qtbot: QtBot) -> None:
    model = MessageModel(Role.HELPDESK, "Desk 1")
    shown = MessageList(theme, model, lambda: made.NOON_US)
    qtbot.addWidget(shown)
    shown.resize(300, 200)
    shown.show()
    model.show(1)
    for revision in range(1, 60):
        model.apply([made.change(made.ticket(1), made.message(1, revision))], revision)
    shown.scrollToTop()
    for revision in (60, 61):
        model.apply([made.change(made.ticket(1), made.message(1, revision))], revision)
    assert read == [("1 new message", LATER)]
