"""Puts an earlier text of a ticket back, as an ordinary edit, and tells what became of it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from campusdesk.rules import Reason
from campusdesk.v1 import ticket_pb2
from client.refusals import error_words
from client.text import field_words, one_line
from client.views.buttons import Button
from client.views.error_line import ErrorLine
from client.views.labels import plain_label
from client.views.reading_text import ReadingText
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from campusdesk.errors import DeskError
    from client.connection import Reply
    from client.helpdesk import HelpDesk

# Pixels of each of two texts; the rest of a long one is scrolled to.
_HEIGHT = 84


class RestoreCard(QFrame):
    """Hidden until a text is put back; a text that somebody changed meanwhile is put back only when that was seen."""

    def __init__(self, theme: Theme, desk: "HelpDesk") -> None:
        super().__init__()
        self.setProperty("ground", "note")
        self._desk = desk
        self._reply: Reply | None = None
        self._is_under_way = False
        self._wanted = 0, "", ""
        self._current: ticket_pb2.Ticket | None = None
        self.words = plain_label(wrap=True)
        self.now, self.earlier = (ReadingText(name) for name in (self.tr("It says now"), self.tr("Earlier text")))
        self._names: list[QLabel] = []
        self.anyway = Button(theme, self.tr("Restore anyway"))
        self.leave = Button(theme, self.tr("Leave it"), kind="quiet")
        self.error = ErrorLine(theme, self.tr("Try again"))
        self.away = Button(theme, self.tr("Put away what is said here"), kind="icon", icon="cross")
        self._arrange()
        self.anyway.clicked.connect(self._again)
        self.error.again.connect(self._send_again)
        for button in (self.leave, self.away):
            button.clicked.connect(self.hide)
        self.hide()

    def _arrange(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(self.away)
        foot.setSpacing(8)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.anyway)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        for text in (self.now, self.earlier):
            name = plain_label(text.accessibleName(), tone="muted", scale="small")
            text.setMaximumHeight(_HEIGHT)
            self._names.append(name)
            column.addWidget(name)
            column.addWidget(text)
        column.addWidget(self.error)
        column.addLayout(foot)

    def restore(self, ticket: ticket_pb2.Ticket, field: str, text: str) -> None:
        """Have the text stand in the field of the ticket again, unless somebody changed the field since.

        A second click while an answer is on its way is none: it would be overtaken by the first.
        """
        if self._is_under_way:
            return
        self._wanted = ticket.id, field, text
        self._send(ticket.revision)

    def settle(self, ticket_id: int) -> None:
        """Show of another ticket only what a person has to know or to decide."""
        if ticket_id != self._wanted[0] and self._reply is None and self._current is None and not self.error.words:
            self.hide()

    def drop(self, ticket_id: int) -> None:
        """Forget what was to be put back into this ticket, with its texts: an operator erased them."""
        if ticket_id == self._wanted[0]:
            self._wanted, self._reply, self._current = (0, "", ""), None, None
            self._is_under_way = False
            for text in (self.now, self.earlier):
                text.show_text("")
            self.words.setText("")
            self.hide()

    def _send(self, revision: int) -> None:
        ticket_id, field, text = self._wanted
        self._current = None
        reply = self._desk.update_ticket(ticket_id, {field: text}, revision)
        reply.done.connect(lambda _ticket: self._done(reply))
        reply.failed.connect(lambda error: self._failed(reply, error))
        self._reply, self._is_under_way = reply, True
        self._say(self.tr("%1, %2: restoring …"))

    def _again(self) -> None:
        if self._current is not None:
            self._send(self._current.revision)

    def _send_again(self) -> None:
        if self._reply is not None:
            self._is_under_way = True
            self._say(self.tr("%1, %2: restoring …"))
            self._reply.again()

    def _done(self, reply: "Reply") -> None:
        if reply is self._reply:
            self._reply, self._is_under_way = None, False
            self._say(self.tr("%1, %2: restored “%3”"))

    def _failed(self, reply: "Reply", error: "DeskError") -> None:
        if reply is not self._reply:
            return
        self._is_under_way = False
        if error.reason is Reason.EDIT_OVERTAKEN and error.current is not None:
            self._reply, self._current = None, error.current
            self._say(self.tr("%1, %2: somebody changed it meanwhile, so it was not restored."))
        else:
            self._say(self.tr("%1, %2: not restored."))
            final = error.reason in {Reason.TICKET_CLOSED, Reason.TICKET_FINAL}
            self.error.show_words(error_words(error, typed=False), again=not final)

    def _say(self, words: str) -> None:
        """Show how it stands; both texts when a person has to decide between them."""
        ticket_id, field, text = self._wanted
        told = words.replace("%1", f"#{ticket_id}").replace("%2", field_words(field))
        self.words.setText(told.replace("%3", one_line(text, 60) or self.tr("(nothing)")))
        self.error.show_words("")
        current = self._current
        for part in (self.now, self.earlier, self.anyway, self.leave, *self._names):
            part.setVisible(current is not None)
        self.away.setVisible(current is None)
        if current is not None:
            self.now.show_text(getattr(current, field) or self.tr("(nothing)"))
            self.earlier.show_text(text or self.tr("(nothing)"))
        self.show()
