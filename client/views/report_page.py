"""Where a problem is reported: what, where and how to be reached; then the number of the ticket."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from campusdesk.rules import text_refusal
from client.installation import Installation
from client.refusals import error_words
from client.views.buttons import Button
from client.views.category_hint import CategoryHint
from client.views.error_line import ErrorLine
from client.views.labels import plain_label
from client.views.put_away_line import PutAwayLine
from client.views.reported_card import ReportedCard
from client.views.similar_panel import SimilarPanel
from client.views.text_field import TextField
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from campusdesk.errors import DeskError
    from campusdesk.v1 import ticket_pb2
    from client.connection import Reply
    from client.helpdesk import HelpDesk

# Characters from which a text says enough to be understood.
_TELLING = 12


class ReportPage(QFrame):
    """The form and, after it, the thanks; `show_ticket` asks to show a ticket, `left` to put the page away."""

    show_ticket = Signal(int)
    left = Signal()

    def __init__(
        self, theme: Theme, desk: "HelpDesk", installation: Installation, clock: Callable[[], int], *, can_leave: bool
    ) -> None:
        """Make the page; with `can_leave` it has a button and Esc to put it away.

        `clock` tells microseconds since 1970 by the server's clock.
        """
        super().__init__()
        self.setProperty("ground", "surface")
        self._desk = desk
        self._reply: Reply | None = None
        self._sent: tuple[str, str, str] | None = None
        self.description = TextField(
            "description", self.tr("What is the problem?"), lines=3, hint=self.tr("For example: the light flickers")
        )
        self.location = TextField("location", self.tr("Where?"), hint=self.tr("Building, floor, room"))
        self.contact = TextField(
            "contact", self.tr("How can we reach you?"), hint=self.tr("Optional; only the helpdesk reads it")
        )
        self.error = ErrorLine(theme, self.tr("Send again"))
        self.send = Button(theme, self.tr("Send"), kind="primary", icon="send", tone="on_accent")
        self._leave = Button(theme, self.tr("Cancel"), kind="quiet")
        self.hint = CategoryHint(theme, desk)
        self.similar = SimilarPanel(theme, desk, installation, clock)
        self.put_away = PutAwayLine(theme)
        self.reported = ReportedCard(theme)
        self._arrange()
        # Its height is the one thing that never gives way: it would move under the person's hands.
        self.description.setMinimumHeight(self.description.sizeHint().height())
        # Shown before it stands in the page, it would be a window of its own for a moment.
        self._leave.setVisible(can_leave)
        self._connect()
        self.setFocusProxy(self.description)

    def _arrange(self) -> None:
        details = QHBoxLayout()
        details.setSpacing(16)
        details.addWidget(self.location)
        details.addWidget(self.contact)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.hint)
        said.addWidget(plain_label(self.tr("Everybody on campus can read and change this."), tone="muted"))
        foot.addLayout(said, 1)
        foot.addWidget(self._leave)
        foot.addWidget(self.send)
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.description, 1)
        column.addLayout(details)
        column.addWidget(self.error)
        column.addLayout(foot)
        # Under the button, so that what comes and goes here moves neither it nor what is being typed.
        column.addWidget(self.similar)
        column.addWidget(self.put_away)
        self._form = form
        self._pages = QStackedLayout(self)
        self._pages.addWidget(form)
        self._pages.addWidget(self.reported)

    def _connect(self) -> None:
        self.send.clicked.connect(self._send)
        self.error.again.connect(self._send_again)
        self._leave.clicked.connect(self.left)
        self.send.setToolTip(self.tr("Ctrl+Enter"))
        for field in self._fields:
            field.submitted.connect(self._send)
            field.changed.connect(self._typed)
        self.similar.show_ticket.connect(self.show_ticket)
        self.similar.stopped.connect(self._put_away)
        self.put_away.wanted_back.connect(self._bring_back)
        self.reported.another.connect(self.start)
        self.reported.show_ticket.connect(self.show_ticket)

    @property
    def _fields(self) -> tuple[TextField, TextField, TextField]:
        return self.description, self.location, self.contact

    def _texts(self) -> tuple[str, str, str]:
        return self.description.text, self.location.text, self.contact.text

    @property
    def is_typing(self) -> bool:
        """Say whether something was written that was not reported."""
        return self._pages.currentWidget() is self._form and any(text.strip() for text in self._texts())

    def _typed(self) -> None:
        """Have the server look at what is written as far as it says something."""
        description, location = self.description.text.strip(), self.location.text.strip()
        telling = len(description) >= _TELLING and text_refusal("description", description) is None
        placed = text_refusal("location", location) is None
        self.hint.want(description if telling else None)
        self.similar.want(description if telling else None, location if placed else "")
        self.put_away.offer(not any(self._texts()))

    def ask_again(self) -> None:
        """Have what is written looked at by a server that is there again."""
        self.hint.ask_again()
        self.similar.ask_again()

    def _put_away(self) -> None:
        """Empty the form, because nothing need be reported any more; what was typed can be brought back."""
        self.put_away.keep(self._texts())
        self._set_texts(("", "", ""))
        self.description.setFocus()

    def _bring_back(self, texts: tuple[str, str, str]) -> None:
        self._set_texts(texts)
        self.description.setFocus()

    def _set_texts(self, texts: tuple[str, str, str]) -> None:
        for field, text in zip(self._fields, texts, strict=True):
            field.text = text

    def start(self) -> None:
        """Show an empty form, unless something is being typed or sent."""
        self._pages.setCurrentWidget(self._form)
        self.description.setFocus()

    def _send(self) -> None:
        if self._reply is not None and not self.error.words:
            return
        if self._sent == self._texts() and self.error.words:
            self._send_again()
        elif not [field for field in reversed(self._fields) if not field.check()]:
            self._sent = self._texts()
            self._reply = self._desk.create_ticket(*self._sent)
            self._reply.done.connect(self._done)
            self._reply.failed.connect(self._failed)
            self._set_busy(True)

    def _send_again(self) -> None:
        """Send the very same request once more; what was changed since goes as a new one."""
        if self._reply is None or self._sent != self._texts():
            self._sent = None
            self._send()
            return
        self._set_busy(True)
        self._reply.again()

    def _set_busy(self, busy: bool) -> None:
        if busy:
            self.error.show_words("")
        for field in self._fields:
            field.set_locked(busy)
        self.similar.setEnabled(not busy)
        self.send.setEnabled(not busy)
        self.send.setText(self.tr("Sending …") if busy else self.tr("Send"))

    def _done(self, ticket: "ticket_pb2.Ticket") -> None:
        self._reply = self._sent = None
        self._set_busy(False)
        self.put_away.keep(())
        self._set_texts(("", "", ""))
        self.similar.count(ticket.id)
        self.reported.show_ticket_number(ticket.id)
        self._pages.setCurrentWidget(self.reported)

    def _failed(self, error: "DeskError") -> None:
        self._set_busy(False)
        fields = dict(zip(("description", "location", "contact"), self._fields, strict=True))
        field = fields.get(error.metadata.get("field", ""))
        if field is None:
            self.error.show_words(error_words(error), again=True)
        else:
            self._reply = None
            field.show_error(error_words(error))
        self.description.setFocus(Qt.FocusReason.OtherFocusReason)
