"""Where a problem is reported: what, where and how to be reached; then the number of the ticket."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from campusdesk.rules import text_refusal
from client.drafts import Drafts
from client.installation import Installation
from client.refusals import error_words
from client.views.buttons import Button
from client.views.category_hint import CategoryHint
from client.views.draft_line import DraftLine
from client.views.error_line import ErrorLine
from client.views.public_line import PublicLine
from client.views.reported_card import ReportedCard
from client.views.similar_panel import SimilarPanel
from client.views.text_field import TextField
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from campusdesk.errors import DeskError
    from campusdesk.v1 import ticket_pb2
    from client.helpdesk import HelpDesk

# Characters from which a text says enough to be understood.
_TELLING = 12
# Lines of the description in the least window, and pixels from which a window has room for more.
_LINES, _ROOMY = 3, 720
# Pixels at both sides, and the greatest width of a field: longer lines are hard to read.
_BESIDE, _WIDEST = 24, 960
_NAMES = ("description", "location", "contact")


class ReportPage(QFrame):
    """The form and, after it, the thanks; `opened` asks to show a ticket, `left` to put the page away."""

    opened = Signal(int)
    # The number of a ticket that was reported here.
    sent = Signal(int)
    left = Signal()

    def __init__(
        self, theme: Theme, desk: "HelpDesk", installation: Installation, drafts: Drafts, *, can_leave: bool
    ) -> None:
        """Make the page; with `can_leave` it has a button and Esc to put it away.

        It begins with what its draft holds. Each report begins with the installation's location, which is the person's
        to change.
        """
        super().__init__()
        self.setProperty("ground", "surface")
        self._desk, self._place, self.draft = desk, installation.place, drafts.report()
        example = self.tr("For example: the light flickers")
        self.description = TextField(
            "description", self.tr("What is the problem?"), lines=_LINES, hint=example, is_title=True
        )
        self.location = TextField("location", self.tr("Where?"), hint=self.tr("Building, floor, room"))
        self.location.text = self._place.location
        self.contact = TextField(
            "contact", self.tr("How can we reach you?"), hint=self.tr("Optional; only the helpdesk reads it")
        )
        self.error = ErrorLine(theme, self.tr("Send again"))
        self.send = Button(theme, self.tr("Send"), kind="primary", icon="send", tone="on_accent")
        self._leave = Button(theme, self.tr("Cancel"), kind="quiet")
        self.hint = CategoryHint(theme, desk)
        self.similar = SimilarPanel(theme, desk, installation, desk.server_time_us)
        self.public = PublicLine(theme, self._place.emergency)
        self.draft_line = DraftLine(theme)
        self.reported = ReportedCard(theme)
        self._arrange()
        self._fit(0)
        # Shown before it stands in the page, it would be a window of its own for a moment.
        self._leave.setVisible(can_leave)
        self._connect()
        self.setFocusProxy(self.description)
        drafts.arrived.connect(self._take_up)
        self.draft_line.follow(self.draft)
        self._take_up()

    def _arrange(self) -> None:
        details = QHBoxLayout()
        details.setSpacing(16)
        details.addWidget(self.location)
        details.addWidget(self.contact)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self._leave)
        foot.addWidget(self.send)
        form = QWidget()
        # Before they are filled: a stack styles all of a page that is put into it.
        self._pages = QStackedLayout(self)
        self._pages.addWidget(form)
        self._pages.addWidget(self.reported)
        column = QVBoxLayout(form)
        self._column = column
        column.setSpacing(8)
        what = QVBoxLayout()
        what.setSpacing(4)
        what.addWidget(self.description, 1)
        what.addWidget(self.public)
        column.addLayout(what, 1)
        column.addLayout(details)
        column.addWidget(self.error)
        column.addLayout(foot)
        # Under the button, so that what comes and goes here moves neither it nor what is being typed.
        column.addWidget(self.similar)
        column.addWidget(self.draft_line)
        self._form = form

    def _fit(self, height: int) -> None:
        """Be as large as a window of this height lets the form be; only a window that is sized changes that."""
        is_roomy = height >= _ROOMY
        # The field never gives way: it would move under the person's hands.
        self.description.show_lines(_LINES + 2 if is_roomy else _LINES)
        high = 16 if is_roomy else 8
        self._column.setSpacing(12 if is_roomy else 8)
        self._column.setContentsMargins(_BESIDE, high, max(_BESIDE, self.width() - _BESIDE - _WIDEST), high)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the height of the window."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._fit(self.window().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width of the page."""
        super().resizeEvent(event)
        self._fit(self.window().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take notice of a window that is sized."""
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self._fit(self.window().height())
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.send.clicked.connect(self._send)
        self.error.again.connect(self._send)
        self._leave.clicked.connect(self.left)
        self.send.setToolTip(self.tr("Ctrl+Enter"))
        for field in self._fields:
            field.submitted.connect(self._send)
            field.changed.connect(self._typed)
        self.similar.opened.connect(self.opened)
        # Nothing need be reported any more; what was typed can be brought back.
        self.similar.stopped.connect(self.draft_line.put_away)
        self.draft_line.wanted.connect(self._begin_with)
        self.reported.another.connect(self.start)
        self.reported.opened.connect(self.opened)

    @property
    def _fields(self) -> tuple[TextField, TextField, TextField]:
        return self.description, self.location, self.contact

    @property
    def _nothing(self) -> tuple[str, str, str]:
        return "", self._place.location, ""

    def _texts(self) -> tuple[str, str, str]:
        return self.description.text, self.location.text, self.contact.text

    def _is_empty(self) -> bool:
        begun = zip(self._texts(), self._nothing, strict=True)
        return all(text.strip() in {"", nothing} for text, nothing in begun)

    def _typed(self) -> None:
        """Have the server look at what is written as far as it says something."""
        description, location = self.description.text.strip(), self.location.text.strip()
        telling = len(description) >= _TELLING and text_refusal("description", description) is None
        placed = text_refusal("location", location) is None
        self.hint.want(description if telling else None)
        self.similar.want(description if telling else None, location if placed else "")
        written = zip(_NAMES, self._texts(), strict=True)
        self.draft.keep_texts({} if self._is_empty() else dict(written))
        self.draft_line.refresh()

    def ask_again(self) -> None:
        """Have what is written looked at by a server that is there again."""
        self.hint.ask_again()
        self.similar.ask_again()

    def _begin_with(self, texts: Mapping[str, str]) -> None:
        self._show_texts(texts)
        self.description.setFocus()

    def _show_texts(self, texts: Mapping[str, str]) -> None:
        for name, field, nothing in zip(_NAMES, self._fields, self._nothing, strict=True):
            # Told once for all of them: what was typed is the three together.
            field.blockSignals(True)
            field.text = texts.get(name, nothing)
            field.go_to_end()
            field.blockSignals(False)
        self._typed()

    def _take_up(self) -> None:
        """Show what an earlier start left, unless something is being written."""
        if self.draft.written and self._is_empty():
            self._show_texts(self.draft.texts)

    @property
    def reported_number(self) -> int:
        """Return the number of the ticket whose report is being thanked for; 0 while the form is shown."""
        return self.reported.ticket_number if self._pages.currentWidget() is self.reported else 0

    def thank(self, ticket_id: int) -> None:
        """Show the number of a ticket that was reported here."""
        self.reported.show_ticket_number(ticket_id)
        self._pages.setCurrentWidget(self.reported)

    def look_again(self, is_here: Callable[[int], bool]) -> None:
        """Thank no more for a report that is not among the tickets any more, whose data was restored."""
        if self.reported_number and not is_here(self.reported_number):
            self.reported.show_gone()

    def start(self) -> None:
        """Show an empty form, unless something is being typed or sent."""
        self._pages.setCurrentWidget(self._form)
        self.description.setFocus()

    def _send(self) -> None:
        if self.send.isEnabled() and not [field for field in reversed(self._fields) if not field.check()]:
            texts = self._texts()
            self._set_busy(True)
            self.draft.send(lambda request_id: self._create(texts, request_id))

    def _create(self, texts: tuple[str, str, str], request_id: str) -> None:
        reply = self._desk.create_ticket(*texts, request_id)
        reply.done.connect(self._done)
        reply.failed.connect(self._failed)

    def _set_busy(self, busy: bool) -> None:
        if busy:
            self.error.show_words("")
        for field in self._fields:
            field.set_locked(busy)
        self.similar.setEnabled(not busy)
        self.send.setEnabled(not busy)
        self.send.setText(self.tr("Sending …") if busy else self.tr("Send"))

    def _done(self, ticket: "ticket_pb2.Ticket") -> None:
        self._set_busy(False)
        self.draft.forget()
        self._show_texts({})
        self.draft_line.settle()
        self.similar.count(ticket.id)
        self.sent.emit(ticket.id)
        self.thank(ticket.id)

    def _failed(self, error: "DeskError") -> None:
        self._set_busy(False)
        fields = dict(zip(_NAMES, self._fields, strict=True))
        field = fields.get(error.metadata.get("field", ""))
        if field is None:
            self.error.show_words(error_words(error), again=True)
        else:
            field.show_error(error_words(error))
        self.description.setFocus(Qt.FocusReason.OtherFocusReason)
