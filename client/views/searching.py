"""Search as one types: through all tickets, whatever the list showed before, and back to there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from campusdesk import terms
from campusdesk.rules import Action
from campusdesk.v1 import change_feed_pb2, ticket_service_pb2
from client.asking import Asking
from client.helpdesk import MOST_FOUND, HelpDesk
from client.models.tickets import TicketTableModel
from client.refusals import error_words
from client.state import ConnectionKind, ConnectionState
from client.views.numbers import count_words
from client.views.search_bar import SearchBar
from client.views.theme.theme import Theme
from client.views.ticket_list import TicketList

if TYPE_CHECKING:
    from campusdesk.errors import DeskError
    from client.connection import Connection

# Milliseconds between two questions about what changes while a search stands: others may write all the time.
RENEW_MS = 1_000
# Changes of facts: no ticket is found by other words after them.
_OF_FACTS = frozenset({Action.ACTIVATE, Action.CLOSE, Action.CATEGORISE, Action.ADD_ME_TOO})


class Searching(QObject):
    """Has the list show what the field asks for; `opened` tells the ticket that was wanted by its number.

    `marked` tells the terms to be marked in all that is shown, none when no search stands.
    """

    opened = Signal(int)
    marked = Signal(object)

    def __init__(self, theme: Theme, connection: "Connection", shown: TicketList, tickets: TicketTableModel) -> None:
        """Ask the server as soon as a key is pressed: an answer takes less time than a pause would."""
        super().__init__(shown)
        self.bar = SearchBar(theme)
        self._list, self._tickets = shown, tickets
        desk = HelpDesk(connection)
        self._asking = Asking(lambda text: desk.search_tickets(str(text)), 0, self)
        # Why there is no ticket of the number that was typed.
        self._missing = Asking(lambda text: desk.get_ticket(terms.number(str(text))), 0, self)
        self._found: ticket_service_pb2.SearchTicketsResponse | None = None
        self._stands = False
        # To what the list shows the answer, and whether Enter was pressed before there was one.
        self._answered = ""
        self._is_entered = False
        self._renewing = QTimer(self, singleShot=True, interval=RENEW_MS)
        self._renewing.timeout.connect(self._asking.renew)
        self._connect()
        connection.changed.connect(self._look_again)
        connection.state_changed.connect(self._take_state)

    def _connect(self) -> None:
        self._asking.answered.connect(self._show)
        self._asking.refused.connect(self._show_refusal)
        self._missing.refused.connect(lambda error: self.bar.say(error_words(error)))
        self.bar.typed.connect(self._type)
        self.bar.entered.connect(self._enter)
        self.bar.walked_down.connect(self._walk_down)
        self.bar.left.connect(self.leave)
        self._list.left.connect(self._end)

    @property
    def stands(self) -> bool:
        """Say whether the list shows what was searched for."""
        return self._stands

    @property
    def is_renewing(self) -> bool:
        """Say whether the same is about to be asked again, because of changes."""
        return self._renewing.isActive()

    def focus(self) -> None:
        """Begin to search, or search for something else."""
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    def leave(self) -> None:
        """End the search: the list shows again what it did, and the person is where the search began."""
        if self.stands:
            self._end()
            self._list.detour.go_back()
        self._list.table.setFocus()

    def _take_state(self, state: ConnectionState) -> None:
        if state.kind is ConnectionKind.LIVE:
            self._asking.ask_again()

    def _look_again(self, changes: Sequence[change_feed_pb2.Change], _revision: int) -> None:
        """Ask soon whether other tickets hold by now what is searched for."""
        telling = any(int(each.action) not in _OF_FACTS and not each.removed for each in changes)
        if self.stands and telling and not self._renewing.isActive():
            self._renewing.start()

    def _type(self, text: str) -> None:
        wanted = text.strip()
        self._is_entered = False
        if not wanted:
            if self.stands:
                self._end()
                self._list.detour.go_back()
            return
        self._stands = True
        self._list.detour.begin()
        self._asking.want(wanted)

    def _end(self) -> None:
        """Forget the search, wherever it stood."""
        stood, self._stands = self._stands, False
        self.bar.clear()
        self._asking.want(None)
        self._missing.want(None)
        self._renewing.stop()
        self._found, self._answered, self._is_entered = None, "", False
        if stood:
            self._list.show_found(None)
            self._mark((), 0)

    def _show(self, found: ticket_service_pb2.SearchTicketsResponse | None) -> None:
        # A refusal is no answer: what was found before stays.
        if found is None:
            return
        self._found, self._answered = found, str(self._asking.question)
        self._list.show_found(frozenset(found.ids) | ({found.numbered} if found.numbered else frozenset()))
        self._mark(tuple(terms.asked(self._answered)), found.numbered)
        self._say(found)
        if self._is_entered:
            self._enter()

    def _say(self, found: ticket_service_pb2.SearchTicketsResponse) -> None:
        missing = self._answered if terms.number(self._answered) and not found.numbered else None
        # What was said of the same number still holds.
        if missing is None or missing != self._missing.question:
            self.bar.say(self._words(found))
        self._missing.want(missing)

    def _mark(self, wanted: tuple[str, ...], number: int) -> None:
        self._list.table.mark(wanted, number)
        self.marked.emit(wanted)

    def _show_refusal(self, error: "DeskError") -> None:
        self._is_entered = False
        words = self.tr("Not searched: %1").replace("%1", error_words(error))
        self.bar.say(words, wrong=True)

    def _words(self, found: ticket_service_pb2.SearchTicketsResponse) -> str:
        if found.numbered:
            return self.tr("Enter opens %1").replace("%1", f"#{found.numbered}")
        if found.more:
            words = self.tr("The newest %1 are shown. More words find older ones.")
            return words.replace("%1", count_words(MOST_FOUND))
        return ""

    def _enter(self) -> None:
        """Go to the ticket of the number that was typed, else to the first one found, as soon as it is known."""
        self._is_entered = self.stands and self._answered != self._asking.question
        if self._is_entered or self._found is None:
            return
        if self._found.numbered:
            self._list.table.setFocus()
            self.opened.emit(self._found.numbered)
        else:
            self._walk_down()

    def _walk_down(self) -> None:
        if self._tickets.rowCount():
            if not self._list.table.currentIndex().isValid():
                self._list.table.choose_row(0)
            self._list.table.setFocus()
