"""The edit forms of all tickets in which something is being edited, and what becomes of what is typed into them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2
from client.draft import Kind
from client.drafts import Draft, Drafts
from client.views.draft_line import DraftLine
from client.views.edit_form import EditForm
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from client.helpdesk import HelpDesk


class TicketForms(QWidget):
    """Shows what a ticket is read by, or its form; `ended` when that went, `wanted` when it shall be shown again."""

    ended = Signal()
    wanted = Signal()

    def __init__(self, theme: Theme, desk: "HelpDesk", role: Role, drafts: Drafts) -> None:
        """Show `reading`, which is empty yet, where no ticket is being edited."""
        super().__init__()
        self._theme, self._desk, self._role, self._drafts = theme, desk, role, drafts
        self.reading = QWidget()
        self._forms: dict[int, EditForm] = {}
        self.draft_line = DraftLine(theme)
        self.draft_line.wanted.connect(self._take)
        drafts.arrived.connect(self.wanted)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.reading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._pages, 1)
        column.addWidget(self.draft_line)

    def __contains__(self, ticket_id: int) -> bool:
        """Say whether the ticket is being edited."""
        return ticket_id in self._forms

    def __len__(self) -> int:
        """Return how many tickets are being edited."""
        return len(self._forms)

    def form(self, ticket_id: int) -> EditForm | None:
        """Return the ticket's form while it is being edited."""
        return self._forms.get(ticket_id)

    def show_ticket(self, ticket: ticket_pb2.Ticket) -> EditForm | None:
        """Show the ticket's form, also one for what an earlier start left, or that it is not being edited."""
        draft = self._draft(ticket.id)
        if ticket.id not in self._forms and draft.written:
            self._open(ticket, draft)
        form = self._forms.get(ticket.id)
        self.draft_line.follow(draft)
        self._pages.setCurrentWidget(form or self.reading)
        return form

    def start(self, ticket: ticket_pb2.Ticket) -> None:
        """Have the ticket edited from now on."""
        if ticket.id not in self._forms:
            form = self._open(ticket, self._draft(ticket.id))
            self._pages.setCurrentWidget(form)
            form.setFocus()

    def hold_all(self, words: str) -> None:
        """Save nothing more of what is being edited; what was typed stays to be copied, with the words why."""
        for ticket_id in self._forms:
            self.hold(ticket_id, words)

    def hold(self, ticket_id: int, words: str) -> None:
        """Save nothing more of what is being edited in the ticket; its form tells all that can be done with it."""
        form = self._forms[ticket_id]
        form.hold(words)
        if self._pages.currentWidget() is form:
            self.draft_line.hide()

    def drop(self, ticket_id: int) -> None:
        """Take the ticket's form and draft away, with all that they hold of its texts."""
        self._draft(ticket_id).forget()
        if ticket_id in self._forms:
            self._end(self._forms[ticket_id])

    def _draft(self, ticket_id: int) -> Draft:
        return self._drafts.of(Kind.EDIT, ticket_id)

    def _open(self, ticket: ticket_pb2.Ticket, draft: Draft) -> EditForm:
        form = EditForm(self._theme, self._desk, self._role, ticket, draft)
        form.ended.connect(lambda: self._end(form))
        form.given_up.connect(lambda: self._give_up(form))
        for field in form.fields.values():
            field.changed.connect(self.draft_line.refresh)
        self._forms[ticket.id] = form
        self._pages.addWidget(form)
        return form

    def _give_up(self, form: EditForm) -> None:
        self.draft_line.follow(form.draft)
        self.draft_line.put_away()
        self._end(form)

    def _take(self, texts: Mapping[str, str]) -> None:
        """Edit again what was brought back, or no more what was put away."""
        form = self._pages.currentWidget()
        if texts:
            self.wanted.emit()
        elif isinstance(form, EditForm):
            self._end(form)

    def _end(self, form: EditForm) -> None:
        if self._pages.currentWidget() is form:
            self._pages.setCurrentWidget(self.reading)
        self._forms = {number: kept for number, kept in self._forms.items() if kept is not form}
        self._pages.removeWidget(form)
        form.deleteLater()
        self.ended.emit()
