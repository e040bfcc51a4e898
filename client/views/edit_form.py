"""Editing a ticket in its place: the fields a role may edit, and both texts when somebody was quicker."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from campusdesk.policy import EDITABLE
from campusdesk.rules import Reason, Role
from campusdesk.v1 import ticket_pb2
from client.draft import Written
from client.drafts import Draft
from client.refusals import error_words
from client.text import field_words
from client.views.buttons import Button, FoldingButton
from client.views.error_line import ErrorLine
from client.views.labels import plain_label
from client.views.overtaken_card import OvertakenCard
from client.views.scroll_column import ScrollColumn
from client.views.text_field import TextField
from client.views.theme.theme import Theme
from client.views.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from campusdesk.errors import DeskError
    from client.helpdesk import HelpDesk

_FIELDS = ("description", "location", "contact")


class EditForm(QWidget):
    """The fields of one ticket as one person edits them; `ended` when saved, `given_up` when it shall not be."""

    ended = Signal()
    given_up = Signal()

    def __init__(self, theme: Theme, desk: "HelpDesk", role: Role, ticket: ticket_pb2.Ticket, draft: Draft) -> None:
        """Start from the ticket as it is shown now, or from what its draft began with and holds."""
        super().__init__()
        self.draft = draft
        self._desk, self._seen = desk, seen_by(draft.written, ticket)
        self._held = self._is_over = False
        names = [name for name in _FIELDS if name in EDITABLE[role]]
        self.fields = {
            name: TextField(name, _capitalised(field_words(name)), lines=3 if name == "description" else 1)
            for name in names
        }
        self.overtaken = {name: OvertakenCard(theme) for name in names}
        self.error = ErrorLine(theme, self.tr("Save again"))
        self.save = Button(theme, self.tr("Save"), kind="primary", icon="check", tone="on_accent")
        self.cancel = FoldingButton(theme, self.tr("Cancel"), kind="quiet", icon="cross")
        self.cancel.setToolTip(self.cancel.text())
        self.copy = Button(theme, self.tr("Copy what I wrote"), icon="copy")
        self.notice = plain_label(tone="muted", scale="small", wrap=True)
        self._column = ScrollColumn()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for name, field in self.fields.items():
            field.text = self.draft.texts.get(name, getattr(self._seen, name))
            self._column.lines.addWidget(field, 1 if name == "description" else 0)
            self._column.lines.addWidget(self.overtaken[name])
        column.addWidget(self._column, 1)
        column.addWidget(self.notice)
        column.addWidget(self.error)
        foot = WrappingRow(self.copy)
        for button in (self.cancel, self.save):
            foot.right.addWidget(button)
        column.addWidget(foot)
        self.copy.hide()
        self.notice.hide()
        self.setFocusProxy(self.fields["description"])

    def _connect(self) -> None:
        self.save.clicked.connect(self._save)
        self.save.setToolTip(self.tr("Ctrl+Enter"))
        self.error.again.connect(self._save)
        self.cancel.clicked.connect(self._give_up)
        self.copy.clicked.connect(self._copy)
        for name, field in self.fields.items():
            field.submitted.connect(self._save)
            field.changed.connect(self._typed)
            self.overtaken[name].taken.connect(lambda theirs, field=field: self._take(field, theirs))

    def edits(self) -> dict[str, str]:
        """Return the fields that differ from the ticket as it was seen."""
        return {name: field.text for name, field in self.fields.items() if field.text != getattr(self._seen, name)}

    def _typed(self) -> None:
        self.error.show_words("")
        edits = self.edits()
        seen = {name: getattr(self._seen, name) for name in edits}
        self.draft.keep_texts(edits, self._seen.revision, seen)

    def hold(self, words: str) -> None:
        """Keep what was typed readable and copyable, with the words why it can no more be saved."""
        if not self._held:
            self._column.show_part(self.fields[next(iter(self.edits()), "description")])
        self._held = True
        for name, field in self.fields.items():
            field.set_locked(True)
            field.show_error("")
            self.overtaken[name].hide()
        self.notice.setText(words)
        self.notice.show()
        self.error.show_words("")
        self.save.hide()
        self.copy.setText(self.tr("Copy what I wrote"))
        self.copy.show()
        self.cancel.setText(self.tr("Put away"))
        self.cancel.setToolTip(self.cancel.text())

    def _save(self) -> None:
        if self._held:
            return
        if wrong := [field for field in self.fields.values() if not field.check()]:
            self._column.show_part(wrong[-1])
            return
        edits = self.edits()
        if not edits:
            self._saved()
            return
        self._set_busy(True)
        self.draft.send(lambda request_id: self._update(edits, request_id))

    def _update(self, edits: dict[str, str], request_id: str) -> None:
        if not self._is_over:
            reply = self._desk.update_ticket(self._seen.id, edits, self._seen.revision, request_id)
            reply.done.connect(self._saved)
            reply.failed.connect(self._failed)

    def _give_up(self) -> None:
        self._is_over = True
        self.given_up.emit()

    def _set_busy(self, busy: bool) -> None:
        if busy:
            self.error.show_words("")
        for field in self.fields.values():
            field.set_locked(busy)
        self.save.setEnabled(not busy)

    def _saved(self) -> None:
        self._is_over = True
        self.draft.forget()
        self.ended.emit()

    def _failed(self, error: "DeskError") -> None:
        if self._held:
            return
        self._set_busy(False)
        field = self.fields.get(error.metadata.get("field", ""))
        if error.reason is Reason.EDIT_OVERTAKEN and error.current is not None:
            self._show_overtaken(error.current)
        elif error.reason in {Reason.TICKET_CLOSED, Reason.TICKET_FINAL}:
            self.hold(error_words(error))
        elif field is not None:
            field.show_error(error_words(error))
            self._column.show_part(field)
        else:
            self.error.show_words(error_words(error), again=True)

    def _show_overtaken(self, current: ticket_pb2.Ticket) -> None:
        """Show the other person's text beside each field that both changed; saving again is then a decision."""
        mine = self.edits()
        for name in reversed(mine):
            theirs = getattr(current, name)
            if theirs != getattr(self._seen, name) and theirs != mine[name]:
                self.overtaken[name].show_theirs(theirs)
                self.fields[name].show_error(self.tr("Somebody changed this while you were writing. Yours is kept."))
                self._column.show_part(self.fields[name])
                self._column.show_part(self.overtaken[name])
        self._seen = current
        for name, field in self.fields.items():
            if name not in mine:
                field.text = getattr(current, name)
        self._typed()
        self.save.setText(self.tr("Save mine"))

    def _take(self, field: TextField, theirs: str) -> None:
        if not self._held:
            field.text = theirs
            field.setFocus()

    def _copy(self) -> None:
        typed = [field.text for field in self.fields.values() if field.text]
        QGuiApplication.clipboard().setText("\n".join(typed))
        self.copy.setText(self.tr("Copied"))


def seen_by(written: Written | None, ticket: ticket_pb2.Ticket) -> ticket_pb2.Ticket:
    """Return the ticket as it was when the draft was begun, if somebody changed since what is edited; else as it is."""
    if written is None or all(getattr(ticket, name) == text for name, text in written.seen.items()):
        return ticket
    seen = ticket_pb2.Ticket()
    seen.CopyFrom(ticket)
    seen.revision = written.revision
    for name, text in written.seen.items():
        setattr(seen, name, text)
    return seen


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
