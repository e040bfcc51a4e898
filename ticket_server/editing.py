"""An edit of a ticket: whether somebody else edited the same, and what becomes of the ticket."""

from collections.abc import Callable
from dataclasses import dataclass

from campusdesk.errors import DeskError
from campusdesk.rules import CategorySource, Reason
from ticket_server import ticket as step
from ticket_server.asked import Edits
from ticket_server.judgement import Judgement, corrected
from ticket_server.storage.group import Situation
from ticket_server.ticket import Change, Stamp, Ticket


class Overtaken(DeskError):  # noqa: N818  reads as what happened: `except Overtaken`
    """Somebody edited the same field meanwhile; `ticket` is what the edit met."""

    def __init__(self, ticket: Ticket) -> None:
        super().__init__(Reason.EDIT_OVERTAKEN, ticket_id=ticket.id)
        self.ticket = ticket


@dataclass(frozen=True, slots=True)
class Editing:
    """What a caller wants of a ticket as it was at `expected_revision`, and what judges its text where that is new."""

    edits: Edits
    expected_revision: int
    judge: Callable[[str], Judgement]

    def decided(self, ticket: Ticket, situation: Situation, stamp: Stamp) -> Change | None:
        """Return the change, None when nothing differs.

        Raises DeskError: FIELD_INVALID for a revision that there never was, and Overtaken when a field that is to
        become something else was edited after it.
        """
        if not 0 < self.expected_revision < situation.next_revision:
            raise DeskError(Reason.FIELD_INVALID, field="expected_revision")
        differing = self._differing(ticket) if ticket.revision > self.expected_revision else set()
        if differing and differing & situation.edited_after(self.expected_revision):
            raise Overtaken(ticket)
        return step.edited(ticket, stamp, self.edits.texts, self._judgement(ticket), clears=self.edits.clears)

    def _differing(self, ticket: Ticket) -> set[str]:
        differing = {name for name, text in self.edits.texts.items() if getattr(ticket, name) != text}
        corrected = ticket.category_source == CategorySource.CORRECTED
        if self.edits.category not in {None, ticket.category} or (self.edits.clears and corrected):
            differing.add("category")
        return differing

    def _judgement(self, ticket: Ticket) -> Judgement | None:
        if self.edits.category is not None:
            return corrected(self.edits.category)
        if self.edits.clears or "description" in self.edits.texts:
            return self.judge(self.edits.texts.get("description", ticket.description))
        return None
