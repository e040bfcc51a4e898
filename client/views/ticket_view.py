"""The chosen ticket: its text, where and who and when, what can be done next, and the place to edit it."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from campusdesk.policy import EDITABLE
from campusdesk.rules import CategorySource, Role, Status
from campusdesk.v1 import ticket_pb2
from client.drafts import Drafts
from client.models.ticket_texts import is_erased
from client.state import ConnectionKind, ConnectionState
from client.text import category_source_words, moment_words, one_line
from client.views.buttons import Button
from client.views.category_bar import CategoryBar
from client.views.edit_form import EditForm
from client.views.facts_list import FactsList
from client.views.labels import plain_label
from client.views.linked_text import LinkedText
from client.views.numbers import me_too_words, similar_words
from client.views.scroll_column import ScrollColumn
from client.views.similar_list import SimilarList
from client.views.step_bar import StepBar
from client.views.theme.theme import Theme
from client.views.ticket_forms import TicketForms
from client.views.ticket_head import TicketHead

if TYPE_CHECKING:
    from client.helpdesk import HelpDesk


class TicketView(QFrame):
    """One ticket at a time, with its `head` for the dock; what is typed into an edit form stays with its ticket."""

    def __init__(self, theme: Theme, desk: "HelpDesk", role: Role, clock: Callable[[], int], drafts: Drafts) -> None:
        """Show nothing yet; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__()
        self.setProperty("ground", "surface")
        self._theme, self._desk, self._role, self._clock = theme, desk, role, clock
        self.ticket: ticket_pb2.Ticket | None = None
        self._waited_for, self._is_live = 0, True
        self._wanted: Collection[str] = ()
        self.head, self.category = TicketHead(theme), CategoryBar(theme)
        self.notice = plain_label(wrap=True)
        self.text = LinkedText(theme, self.tr("What is the problem"))
        self.facts = FactsList(theme, self._fact_names())
        self.similar = SimilarList(desk, clock)
        # The list may stand under what is in sight, so that what it holds is said where it is always seen.
        self.to_similar = Button(theme, "", kind="quiet", icon="chevron-down")
        self.steps = StepBar(theme, role)
        self._forms = TicketForms(theme, desk, role, drafts)
        self._arrange()
        self._fill(self._forms.reading)
        self._connect()

    def _fact_names(self) -> dict[str, str]:
        return {
            "place": self.tr("Where"),
            "contact": self.tr("How to reach the reporter"),
            "person": self.tr("Reported"),
            "headset": self.tr("Taken by"),
            "resolution-time": self.tr("Last change"),
            "check": self.tr("Closed"),
        }

    def _arrange(self) -> None:
        """Put everything into its place; a stack styles all of a page that is put into it, so pages come empty."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._pages = QStackedWidget(self)
        outer.addWidget(self._pages)
        self.emptiness = plain_label(self.tr("Choose a ticket to read it here."), tone="muted", wrap=True)
        self.emptiness.setAlignment(Qt.AlignmentFlag.AlignCenter)
        page = QWidget()
        for each in (self.emptiness, page):
            self._pages.addWidget(each)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(20, 0, 16, 16)
        whole.setSpacing(8)
        whole.addWidget(self.category)
        whole.addWidget(self._notice())
        whole.addWidget(self._forms, 1)

    def _notice(self) -> QFrame:
        self._notice_frame = QFrame()
        self._notice_frame.setProperty("ground", "note")
        note = QHBoxLayout(self._notice_frame)
        note.setContentsMargins(12, 8, 12, 8)
        note.addWidget(self.notice)
        return self._notice_frame

    def _fill(self, reading: QWidget) -> None:
        """Put in what the ticket is read by."""
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._parts = ScrollColumn()
        column.addWidget(self._parts, 1)
        for part in (self.text, self.facts, self.similar):
            self._parts.lines.addWidget(part)
        self._parts.lines.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.steps, 1)
        foot.addStretch()
        foot.addWidget(self.to_similar, 0, Qt.AlignmentFlag.AlignTop)
        self.to_similar.setAccessibleName(self.tr("Show what is similar"))
        self.to_similar.hide()
        column.addLayout(foot)

    def _connect(self) -> None:
        self.head.edit.clicked.connect(self.start_editing)
        self._forms.ended.connect(lambda: self.head.edit.setEnabled(True))
        self._forms.wanted.connect(lambda: self.show_ticket(self.ticket))
        self.similar.counted.connect(self._count_similar)
        self._theme.changed.connect(self._show_marks)
        self.to_similar.clicked.connect(lambda: self._parts.show_part(self.similar))

    def show_ticket(self, ticket: ticket_pb2.Ticket | None) -> None:
        """Show this ticket, or nothing; an edit under way in it is shown again."""
        if ticket is None or self.ticket is None or ticket.id != self.ticket.id:
            self._parts.show_beginning()
        self.ticket = ticket
        self._pages.setCurrentIndex(0 if ticket is None else 1)
        self._notice_frame.hide()
        self.similar.want(ticket if self._role is Role.HELPDESK else None)
        if ticket is None:
            self.head.show_nothing()
            return
        self._show_head(ticket)
        if is_erased(ticket):
            self.drop_edit(ticket.id)
            self._show_notice(
                self.tr("An operator erased what was written here. When it happened and who did what stays.")
            )
        self.text.show_text(ticket.description)
        self._show_facts(ticket)
        self.steps.show_ticket(ticket)
        form = self._forms.show_ticket(ticket)
        self.head.edit.setEnabled(form is None)
        if form is not None and Status(ticket.status) is Status.CLOSED:
            self._forms.hold(ticket.id, self.tr("This ticket is closed, so it cannot be changed any more."))

    def wait_for(self, ticket_id: int) -> None:
        """Show nothing before this ticket's texts are here (0: no ticket is chosen)."""
        self._waited_for = ticket_id
        self.show_ticket(None)
        self._show_emptiness()

    def show_state(self, state: ConnectionState) -> None:
        """Take notice of how it stands with the server."""
        self._is_live = state.kind is ConnectionKind.LIVE
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        words = self.tr("Choose a ticket to read it here.")
        if self._waited_for:
            away = self.tr("Ticket %1 appears here as soon as the server answers.")
            # What is being fetched is there in a moment: words would only flicker.
            words = "" if self._is_live else away.replace("%1", f"#{self._waited_for}")
        self.emptiness.setText(words)

    def show_left(self, words: str) -> None:
        """Say why the shown ticket left; its text and what was being typed stay to be read and copied."""
        self._show_notice(words)
        self.steps.hide()
        self.head.edit.hide()
        if self.ticket is not None and self.ticket.id in self._forms:
            self._forms.hold(self.ticket.id, self.tr("What you wrote was not saved. You can still copy it."))

    def hold_edits(self, words: str) -> None:
        """Save no edit that is under way in any ticket; what was typed stays to be copied, with the words why."""
        self._forms.hold_all(words)

    def drop_edit(self, ticket_id: int) -> None:
        """Take away the edit under way in this ticket, with all that it shows of the ticket's texts."""
        self._forms.drop(ticket_id)

    def mark(self, wanted: Collection[str]) -> None:
        """Mark the terms that were asked for in the texts that are searched; none takes the marks away."""
        self._wanted = wanted
        self._show_marks()

    def _show_marks(self) -> None:
        for text in (self.text, self.facts.text("place")):
            text.mark(self._wanted, self._theme.tokens)

    def _show_notice(self, words: str) -> None:
        self.notice.setText(words)
        self._notice_frame.show()

    @property
    def is_editing(self) -> bool:
        """Say whether any ticket is being edited."""
        return len(self._forms) > 0

    def start_editing(self) -> None:
        """Open the edit form of the shown ticket."""
        if self.ticket is not None and Status(self.ticket.status) is not Status.CLOSED:
            self._forms.start(self.ticket)
            self.head.edit.setEnabled(False)

    @property
    def form(self) -> EditForm | None:
        """Return the edit form of the shown ticket, if it is being edited."""
        return self._forms.form(self.ticket.id) if self.ticket is not None else None

    def _show_head(self, ticket: ticket_pb2.Ticket) -> None:
        status = Status(ticket.status)
        self.head.show_ticket(ticket.id, status)
        correctable = "category" in EDITABLE[self._role] and status is not Status.CLOSED
        self.category.show_ticket(ticket, correctable=correctable)
        self.steps.show()

    def _show_facts(self, ticket: ticket_pb2.Ticket) -> None:
        show = self.facts.show_words
        show("place", ticket.location)
        show("contact", ticket.contact)
        reported = self.tr("reported %1 at %2").replace("%1", self._moment(ticket, "open_time"))
        reported = reported.replace("%2", one_line(ticket.reported_from) or "?")
        show("person", " · ".join(filter(None, (reported, me_too_words(ticket.me_too_count)))))
        taken = self.tr("taken %1 by %2").replace("%1", self._moment(ticket, "activate_time"))
        show("headset", taken.replace("%2", one_line(ticket.taken_by)) if ticket.taken_by else "")
        show(
            "check",
            self.tr("closed %1").replace("%1", self._moment(ticket, "close_time"))
            if ticket.HasField("close_time")
            else "",
        )
        changed = self.tr("last change %1").replace("%1", self._moment(ticket, "update_time"))
        show("resolution-time", f"{changed} · {self._source_words(ticket)}")

    def _source_words(self, ticket: ticket_pb2.Ticket) -> str:
        source = CategorySource(ticket.category_source)
        words = self.tr("category %1").replace("%1", category_source_words(source))
        sure = f", {round(ticket.confidence * 100)} %" if source is CategorySource.AUTOMATIC else ""
        return words + sure

    def _moment(self, ticket: ticket_pb2.Ticket, field: str) -> str:
        moment_us = getattr(ticket, field).ToMicroseconds()
        return moment_words(moment_us, self._clock())

    def _count_similar(self, count: int) -> None:
        self.to_similar.setText(similar_words(count))
        self.to_similar.setAccessibleName(self.tr("Show what is similar: %1").replace("%1", similar_words(count)))
        self.to_similar.setVisible(bool(count))
