"""Where a message or a note is written: grows with it, sends by button or Ctrl+Enter, keeps what could not be sent."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QVBoxLayout

from campusdesk.policy import may_set
from campusdesk.rules import LIMITS, Reason
from client.draft import Kind
from client.drafts import Draft, Drafts
from client.refusals import error_words
from client.views.buttons import Button, Choice, FoldingButton
from client.views.commands import Command, hint
from client.views.draft_line import DraftLine
from client.views.error_line import ErrorLine
from client.views.following_list import beside
from client.views.labels import plain_label, restyle, set_tone
from client.views.numbers import count_words, too_long_words
from client.views.text_field import PlainEditor
from client.views.theme.theme import Theme
from client.views.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from campusdesk.errors import DeskError
    from client.helpdesk import HelpDesk

# Lines, and the pixels around them.
_LEAST_LINES, _MOST_LINES, _FRAME = 1, 8, 24


class Composer(QFrame):
    """One text for each ticket; it is a message, or a note where helpdesk staff chose so for this text.

    `sending` and `sent` tell the ticket whose text goes out, and was acknowledged; `changed` that it can be sent now or
    not any more.
    """

    sending = Signal(int)
    sent = Signal(int)
    changed = Signal()

    def __init__(self, theme: Theme, desk: "HelpDesk", drafts: Drafts) -> None:
        super().__init__()
        self._desk, self._drafts = desk, drafts
        self._ticket_id = 0
        self._draft = drafts.of(Kind.MESSAGE, 0)
        self._under_way: set[int] = set()
        self.editor = PlainEditor(LIMITS["message"], _LEAST_LINES)
        self.kind = Choice(theme, [self.tr("Message"), self.tr("Internal note")], self.tr("Who reads it"))
        self.may_note = may_set(drafts.role, "PostMessageRequest", "internal")
        self.only_helpdesk = plain_label(self.tr("Only the helpdesk reads this"), scale="strong")
        self.send = FoldingButton(theme, self.tr("Send"), kind="primary", icon="send", tone="on_accent")
        self.copy = Button(theme, self.tr("Copy what I wrote"), icon="copy")
        self.notice = plain_label(tone="muted", scale="small", wrap=True)
        self.error = ErrorLine(theme, self.tr("Send again"))
        self.draft_line = DraftLine(theme)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.editor)
        self._show_kind()

    def _arrange(self) -> None:
        self.foot = WrappingRow(self.kind)
        self.foot.right.addWidget(self.copy)
        self.foot.right.addWidget(self.send)
        column = QVBoxLayout(self)
        column.setContentsMargins(beside(0), 8, beside(0), 12)
        column.setSpacing(8)
        column.addWidget(self.error)
        column.addWidget(self.only_helpdesk)
        column.addWidget(self.editor)
        column.addWidget(self.notice)
        column.addWidget(self.draft_line)
        column.addWidget(self.foot)
        self.copy.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand under the conversation, which is in the middle of a wide screen."""
        super().resizeEvent(event)
        side = beside(event.size().width())
        self.setContentsMargins(side - beside(0), 0, side - beside(0), 0)

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._changed)
        self.editor.submitted.connect(self.submit)
        self.kind.chosen.connect(self._choose)
        words = self.tr("Only what fits into %1 characters was pasted.").replace("%1", count_words(LIMITS["message"]))
        self.editor.cut_short.connect(lambda: self._notify(words))
        self.send.clicked.connect(self.submit)
        self.copy.clicked.connect(self._copy)
        self.error.again.connect(self.submit)
        self.draft_line.wanted.connect(lambda texts: self.editor.setPlainText(texts.get("text", "")))
        self._drafts.arrived.connect(self._take_up)

    def show_ticket(self, ticket_id: int) -> None:
        """Write for this ticket from now on; what was being written for the one before is kept."""
        before, self._draft = self._draft, self._drafts.of(self._draft.kind, ticket_id)
        if ticket_id != self._ticket_id:
            self._ticket_id = ticket_id
            self._read_draft()
            self.error.show_words("")
        elif before.key != self._draft.key and (written := before.forget()):
            # The server's data was restored: what is being written goes on under the ticket as it is there now.
            self._draft.put_back(written)
        self._set_open(True)

    def _take_up(self) -> None:
        """Show what an earlier start left, unless something is being written; a kind that was chosen stays so."""
        if self.editor.toPlainText():
            return
        if self.is_note or self.editor.hasFocus():
            self._show_draft(self._drafts.of(self._draft.kind, self._ticket_id))
        else:
            self._read_draft()

    def _read_draft(self) -> None:
        """Go on with what was written last for the ticket; an empty place begins with a message."""
        note, message = (self._drafts.of(kind, self._ticket_id) for kind in (Kind.NOTE, Kind.MESSAGE))
        self._show_draft(note if self.may_note and note.typed_us > message.typed_us else message)

    @property
    def is_note(self) -> bool:
        """Say whether what is written here is for the helpdesk alone."""
        return self._draft.kind is Kind.NOTE

    def write(self, kind: Kind) -> None:
        """Go on with the message of this ticket, or with its note; what was written as the other is kept as that."""
        if kind is not self._draft.kind and (self.may_note or kind is Kind.MESSAGE):
            self._show_draft(self._drafts.of(kind, self._ticket_id))
        self.editor.setFocus()

    def _choose(self, index: int) -> None:
        """Write the chosen one; what was begun as a message can become a note, but no note ever becomes a message."""
        note = self._drafts.of(Kind.NOTE, self._ticket_id)
        if index == 1 and not self.is_note and not note.text and (begun := self._draft.text):
            self._draft.forget()
            note.keep(begun)
        self.write(Kind.NOTE if index == 1 else Kind.MESSAGE)

    def _show_draft(self, draft: Draft) -> None:
        self._draft = draft
        self.error.show_words("")
        self.editor.setPlainText(draft.text)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.draft_line.follow(draft, is_final=self.editor.isReadOnly())
        self._show_kind()

    def _show_kind(self) -> None:
        """Show everywhere at once who reads it, so that neither is taken for the other."""
        note = self.is_note
        self.kind.choose(int(note))
        set_tone(self, "ground", "note" if note else "surface")
        self.only_helpdesk.setVisible(note)
        self.editor.setPlaceholderText(self.tr("Write a note") if note else self.tr("Write a message"))
        self.editor.setAccessibleName(self.tr("Internal note") if note else self.tr("Message"))
        words = self.tr("Add note") if note else self.tr("Send")
        self.send.setText(words)
        self.send.setAccessibleName(words)
        self.send.setToolTip(hint(words, Command.SEND))
        # The plus of "Add": what is added goes out to nobody.
        self.send.set_icon("report" if note else "send", "on_accent")
        self._changed()

    def hold(self, words: str) -> None:
        """Send nothing more for the shown ticket; what was being written stays readable and copyable."""
        self._set_open(False)
        self.error.show_words("")
        self.copy.setText(self.tr("Copy what I wrote"))
        self._notify(words)

    def _notify(self, words: str) -> None:
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def _set_open(self, is_open: bool) -> None:
        written = bool(self.editor.toPlainText())
        self.editor.setReadOnly(not is_open)
        restyle(self.editor)
        self.editor.setVisible(is_open or written)
        self.send.setVisible(is_open)
        self.kind.setVisible(is_open and self.may_note)
        self.copy.setVisible(not is_open and written)
        self.draft_line.follow(self._draft, is_final=not is_open)
        self._changed()

    def _changed(self) -> None:
        text = self.editor.toPlainText()
        self._draft.keep(text)
        self.draft_line.refresh()
        over = len(text) - LIMITS["message"]
        words = too_long_words(over) if over > 0 else ""
        self._notify(words)
        set_tone(self.notice, "tone", "danger" if over > 0 else "muted")
        self.send.setEnabled(bool(text.strip()) and over <= 0 and self._ticket_id not in self._under_way)
        self.changed.emit()
        lines = min(_MOST_LINES, max(_LEAST_LINES, int(self.editor.document().size().height())))
        self.editor.setFixedHeight(lines * self.editor.fontMetrics().lineSpacing() + _FRAME)

    @property
    def ticket_id(self) -> int:
        """Return which ticket is written for, 0 for none."""
        return self._ticket_id

    def submit(self) -> None:
        """Send what is written for the shown ticket."""
        if not self.send.isEnabled() or self.editor.isReadOnly():
            return
        draft, text = self._draft, self.editor.toPlainText()
        self.sending.emit(self._ticket_id)
        self._wait()
        draft.send(lambda request_id: self._post(draft, text, request_id))

    def _post(self, draft: Draft, text: str, request_id: str) -> None:
        reply = self._desk.post_message(draft.ticket_id, text, request_id, internal=draft.kind is Kind.NOTE)
        reply.done.connect(lambda _message: self._sent(draft, text))
        reply.failed.connect(lambda error: self._failed(draft, error))

    def _wait(self) -> None:
        self._under_way.add(self._ticket_id)
        self.error.show_words("")
        self._changed()

    def _sent(self, draft: Draft, sent: str) -> None:
        """Take away what was sent, and only that: more may have been typed meanwhile."""
        self._under_way.discard(draft.ticket_id)
        written = draft.text
        draft.forget()
        # A message that became a note on its way is no draft any more, but its words stand in the field.
        if draft.key == self._draft.key or (draft.ticket_id == self._ticket_id and not written):
            self._take_away(sent)
            self.draft_line.settle()
        elif written.startswith(sent):
            draft.keep(written.removeprefix(sent).lstrip("\n"))
        else:
            draft.keep(written)
        self._changed()
        self.sent.emit(draft.ticket_id)

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

    def _failed(self, draft: Draft, error: "DeskError") -> None:
        """Say why beside what was refused, unless something else stands there, or the words why it is final."""
        self._under_way.discard(draft.ticket_id)
        self._changed()
        if draft.key == self._draft.key and not self.editor.isReadOnly():
            final = error.reason in {Reason.TICKET_CLOSED, Reason.TICKET_FINAL}
            self.error.show_words(error_words(error), again=not final)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.editor.toPlainText())
        self.copy.setText(self.tr("Copied"))
