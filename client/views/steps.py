"""What can be done with chosen tickets, one or many: who may take which step, and what each of them came to."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from campusdesk.rules import Action, Role, Status, refusal
from client.models.tickets import TicketTableModel
from client.views.batch_line import BatchLine, BatchWords, numbers_words
from client.views.closing import Closing
from client.views.commands import Command, keys_of
from client.views.numbers import count_words
from client.views.work_bar import WorkBar
from client.writing import Batch, Writing

if TYPE_CHECKING:
    from client.connection import Reply
    from client.helpdesk import HelpDesk


class Steps(QObject):
    """Activates, closes and answers tickets, by the rules' table; `changed` tells that others are under way.

    `failed` tells with which of several tickets it did not work, and all that were asked for.
    """

    changed = Signal()
    failed = Signal(object, object)

    def __init__(
        self, desk: "HelpDesk", tickets: TicketTableModel, writing: Writing, closing: Closing, bar: WorkBar
    ) -> None:
        """Take steps by this desk, and tell of them in the bar."""
        super().__init__(bar)
        self._desk, self._tickets, self._writing, self._bar = desk, tickets, writing, bar
        self.closing = closing
        self._taken: list[Batch] = []
        closing.changed.connect(self.changed)

    def may(self, action: Action, ticket_ids: Sequence[int]) -> list[int]:
        """Return those of the tickets with which this can be done now."""
        return [ticket_id for ticket_id in ticket_ids if self._may(action, ticket_id)]

    def _may(self, action: Action, ticket_id: int) -> bool:
        facts = self._tickets.facts(ticket_id)
        return facts is not None and refusal(Role.HELPDESK, action, Status(facts.status)) is None

    def is_taking(self, ticket_id: int) -> bool:
        """Say whether the ticket's activation is under way."""
        return any(ticket_id in batch.under_way or ticket_id in batch.waiting for batch in self._taken)

    def take(self, action: Action, ticket_ids: Sequence[int]) -> None:
        """Activate these tickets or close them after the wait; those with which it cannot be done are told of."""
        if words := self.skipped_words(action, ticket_ids):
            self._bar.say(words)
        self.start(action, self.may(action, ticket_ids))

    def start(self, action: Action, ticket_ids: Sequence[int]) -> None:
        """Activate these tickets or close them after the wait, unless that is under way; the caller knows they may be.

        A ticket's own button offers what the server told of the ticket, which the list may hear a moment later.
        """
        wanted = [ticket_id for ticket_id in ticket_ids if not self.is_taking(ticket_id)]
        if wanted and action is Action.CLOSE:
            self.closing.close(wanted)
        elif wanted:
            self._activate(wanted)

    def answer(self, ticket_ids: Sequence[int], text: str) -> Batch:
        """Post the text under each of these tickets that is not closed."""
        may = self.may(Action.POST_MESSAGE, ticket_ids)
        words = BatchWords(
            busy=self.tr("Answering %1 tickets"),
            many=self.tr("%1 tickets answered."),
            one=self.tr("%1 answered."),
            failed=self.tr("%1 not answered: %2"),
        )
        return self._start(may, lambda ticket_id: self._desk.post_message(ticket_id, text), words)

    def _activate(self, ticket_ids: Sequence[int]) -> None:
        words = BatchWords(
            busy=self.tr("Activating %1 tickets"),
            many=self.tr("%1 tickets activated."),
            failed=self.tr("%1 not activated: %2"),
        )
        batch = self._start(ticket_ids, self._desk.activate_ticket, words)
        self._taken = [*(each for each in self._taken if not each.is_ended), batch]
        self.changed.emit()

    def _start(self, ticket_ids: Sequence[int], send: "Callable[[int], Reply]", words: BatchWords) -> Batch:
        batch = self._writing.start(ticket_ids, send)
        BatchLine(self._bar, self._writing, batch, words)
        batch.ended.connect(self.changed)
        if batch.total > 1:
            batch.ended.connect(lambda: self.failed.emit(list(batch.failed), ticket_ids) if batch.failed else None)
        return batch

    def skipped_words(self, action: Action, ticket_ids: Sequence[int]) -> str:
        """Say why this cannot be done with some of the tickets; "" when it can with all."""
        told = []
        for status in Status:
            with_it = [number for number in ticket_ids if self._status(number) == status]
            if with_it and refusal(Role.HELPDESK, action, status) is not None:
                told.append(self._why(status, with_it))
        return " ".join(told)

    def _status(self, ticket_id: int) -> int:
        facts = self._tickets.facts(ticket_id)
        return facts.status if facts is not None else 0

    def _why(self, status: Status, ticket_ids: Sequence[int]) -> str:
        several = len(ticket_ids) > 1
        one, many = {
            Status.OPEN: (
                self.tr("%1 is open: activate it first (%2)."),
                self.tr("%1 are open: activate them first (%2)."),
            ),
            Status.ACTIVE: (self.tr("%1 is active already."), self.tr("%1 are active already.")),
            Status.CLOSED: (
                self.tr("%1 is closed, and closed is final."),
                self.tr("%1 are closed, and closed is final."),
            ),
        }[status]
        which = count_words(len(ticket_ids)) if several else numbers_words(ticket_ids)
        return (many if several else one).replace("%2", keys_of(Command.ACTIVATE)[0]).replace("%1", which)
