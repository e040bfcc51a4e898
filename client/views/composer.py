"""Where a message is written: grows with its text, sends by button or Ctrl+Enter, keeps what could not be sent."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from campusdesk.rules import LIMITS
from client.refusals import error_words
from client.views.buttons import Button
from client.views.error_line import ErrorLine
from client.views.labels import plain_label, restyle, set_tone
from client.views.numbers import count_words, too_long_words
from client.views.text_field import PlainEditor
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from campusdesk.errors import DeskError
    from client.connection import Reply
    from client.helpdesk import HelpDesk

_LEAST_LINES, _MOST_LINES, _FRAME = 2, 8, 18


class Composer(QWidget):
    """One text for each ticket that a message is being written for."""

    def __init__(self, theme: Theme, desk: "HelpDesk") -> None:
        super().__init__()
        self._desk = desk
        self._ticket_id = 0
        self._drafts: dict[int, str] = {}
        self._replies: dict[int, tuple[Reply, str]] = {}
        self._under_way: set[int] = set()
        self.editor = PlainEditor(LIMITS["message"], _LEAST_LINES)
        self.editor.setPlaceholderText(self.tr("Write a message"))
        self.editor.setAccessibleName(self.tr("Message"))
        self.send = Button(theme, self.tr("Send"), kind="primary", icon="send", tone="on_accent")
        self.send.setToolTip(self.tr("Ctrl+Enter"))
        self.copy = Button(theme, self.tr("Copy what I wrote"), icon="copy")
        self.notice = plain_label(tone="muted", scale="small", wrap=True)
        self.error = ErrorLine(theme, self.tr("Send again"))
        self._arrange()
        self._connect()
        self.setFocusProxy(self.editor)
        self._changed()

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.notice, 1)
        foot.addWidget(self.copy)
        foot.addWidget(self.send)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.error)
        column.addWidget(self.editor)
        column.addLayout(foot)
        self.copy.hide()

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._changed)
        self.editor.submitted.connect(self._send)
        words = self.tr("Only what fits into %1 characters was pasted.").replace("%1", count_words(LIMITS["message"]))
        self.editor.cut_short.connect(lambda: self.notice.setText(words))
        self.send.clicked.connect(self._send)
        self.copy.clicked.connect(self._copy)
        self.error.again.connect(self._send_again)

    @property
    def is_typing(self) -> bool:
        """Say whether a message for any ticket was written and not sent."""
        return any(text.strip() for text in (self.editor.toPlainText(), *self._drafts.values()))

    def show_ticket(self, ticket_id: int) -> None:
        """Write for this ticket from now on; what was being written for the one before is kept."""
        if ticket_id != self._ticket_id:
            self._drafts[self._ticket_id] = self.editor.toPlainText()
            self._ticket_id = ticket_id
            self.editor.setPlainText(self._drafts.pop(ticket_id, ""))
            self.error.show_words("")
        self._set_open(True)

    def hold(self, words: str) -> None:
        """Send nothing more for the shown ticket; what was being written stays readable and copyable."""
        self._set_open(False)
        self.error.show_words("")
        self.copy.setText(self.tr("Copy what I wrote"))
        self.notice.setText(words)

    def _set_open(self, is_open: bool) -> None:
        written = bool(self.editor.toPlainText())
        self.editor.setReadOnly(not is_open)
        restyle(self.editor)
        self.editor.setVisible(is_open or written)
        self.send.setVisible(is_open)
        self.copy.setVisible(not is_open and written)
        self._changed()

    def _changed(self) -> None:
        text = self.editor.toPlainText()
        over = len(text) - LIMITS["message"]
        words = too_long_words(over) if over > 0 else ""
        self.notice.setText(words)
        set_tone(self.notice, "tone", "danger" if over > 0 else "muted")
        self.send.setEnabled(bool(text.strip()) and over <= 0 and self._ticket_id not in self._under_way)
        lines = min(_MOST_LINES, max(_LEAST_LINES, int(self.editor.document().size().height())))
        self.editor.setFixedHeight(lines * self.editor.fontMetrics().lineSpacing() + _FRAME)

    def _send(self) -> None:
        if not self.send.isEnabled() or self.editor.isReadOnly():
            return
        ticket_id, text = self._ticket_id, self.editor.toPlainText()
        if self._replies.get(ticket_id, (None, ""))[1] == text:
            self._send_again()
            return
        reply = self._desk.post_message(ticket_id, text)
        reply.done.connect(lambda _message: self._sent(ticket_id))
        reply.failed.connect(lambda error: self._failed(ticket_id, error))
        self._replies[ticket_id] = reply, text
        self._wait()

    def _send_again(self) -> None:
        """Send the very same request once more; what was changed since goes as a new one."""
        reply, text = self._replies.pop(self._ticket_id, (None, ""))
        if reply is not None and text == self.editor.toPlainText():
            self._replies[self._ticket_id] = reply, text
            self._wait()
            reply.again()
        else:
            self._send()

    def _wait(self) -> None:
        self._under_way.add(self._ticket_id)
        self.error.show_words("")
        self._changed()

    def _sent(self, ticket_id: int) -> None:
        """Take away what was sent, and only that: more may have been typed meanwhile."""
        _, sent = self._replies.pop(ticket_id)
        self._under_way.discard(ticket_id)
        draft = self._drafts.get(ticket_id, "")
        if ticket_id == self._ticket_id:
            self._take_away(sent)
        elif draft.startswith(sent):
            self._drafts[ticket_id] = draft.removeprefix(sent).lstrip("\n")
        self._changed()

    def _take_away(self, sent: str) -> None:
        """Remove what was sent from the front of the field; the cursor stays in what is being typed."""
        now = self.editor.toPlainText()
        if not now.startswith(sent):
            return
        gone = now[: len(now) - len(now.removeprefix(sent).lstrip("\n"))]
        cursor = QTextCursor(self.editor.document())
        # Qt counts in halves of characters outside the basic plane, Python in characters.
        cursor.setPosition(len(gone.encode("utf-16-le", "surrogatepass")) // 2, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def _failed(self, ticket_id: int, error: "DeskError") -> None:
        self._under_way.discard(ticket_id)
        self._changed()
        if ticket_id == self._ticket_id:
            self.error.show_words(error_words(error), again=True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.editor.toPlainText())
        self.copy.setText(self.tr("Copied"))
