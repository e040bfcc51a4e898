"""One draft in the list of what is unsent: what it is, how it begins, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from client.draft import Kind, Written
from client.drafts import Draft
from client.state import wall_clock_us
from client.text import moment_words, one_line
from client.views.buttons import Button
from client.views.elided_label import ElidedLabel
from client.views.theme.theme import Theme

# Lines that are shown at once of what is read here.
_LINES, _FRAME = 5, 18


class UnsentRow(QWidget):
    """`opened` when the person wants to go on with the draft; it is discarded and taken back here.

    What belongs to a ticket that is not here any more is read here too; `unfolded` when the row became higher or lower.
    """

    opened = Signal(object)
    unfolded = Signal()

    def __init__(self, theme: Theme, draft: Draft, *, is_here: bool) -> None:
        """Show the draft; one of a ticket that is not here any more can be read and copied."""
        super().__init__()
        self.draft = draft
        self._gone: Written | None = None
        self.title, self.beginning = ElidedLabel(), ElidedLabel(tone="muted", scale="small")
        self.open = Button(theme, self.tr("Go on"), kind="quiet", icon="edit")
        self.read = Button(theme, self.tr("Read"), kind="quiet", icon="chevron-down")
        self.whole = QPlainTextEdit("\n".join(draft.texts.values()))
        self.copy = Button(theme, self.tr("Copy"), kind="quiet", icon="copy")
        self.discard = Button(theme, self.tr("Discard"), kind="icon", icon="cross")
        self.bring_back = Button(theme, self.tr("Bring it back"), kind="quiet", icon="retry")
        self.open.clicked.connect(lambda: self.opened.emit(draft))
        self.read.clicked.connect(lambda: self.unfold(self.whole.isHidden()))
        self.copy.clicked.connect(self._copy)
        self.discard.clicked.connect(self._discard)
        self.bring_back.clicked.connect(self._bring_back)
        self._arrange()
        self.open.setVisible(is_here)
        self.copy.setVisible(not is_here)
        self.read.setVisible(not is_here)
        self._show_draft()

    def unfold(self, unfolded: bool) -> None:
        """Show all of the text, or only how it begins."""
        self.whole.setVisible(unfolded)
        self.read.set_icon("chevron-up" if unfolded else "chevron-down", "muted")
        # Whoever is told asks how high the row is.
        self._column.activate()
        self.unfolded.emit()

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.beginning)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addLayout(words, 1)
        for button in self._buttons:
            row.addWidget(button)
        self.bring_back.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 6, 8, 6)
        self._column.addLayout(row)
        self._column.addWidget(self.whole)
        self.whole.setReadOnly(True)
        self.whole.setTabChangesFocus(True)
        self.whole.setFixedHeight(_LINES * self.whole.fontMetrics().lineSpacing() + _FRAME)
        self.whole.hide()

    @property
    def _buttons(self) -> tuple[Button, ...]:
        return self.open, self.read, self.copy, self.bring_back, self.discard

    def _show_draft(self) -> None:
        name = self._name()
        self.title.setText(f"{name} · {moment_words(self.draft.typed_us, wall_clock_us())}")
        self.beginning.setText(one_line(" ".join(filter(str.strip, self.draft.texts.values()))))
        self.whole.setAccessibleName(name)
        for button in self._buttons:
            words = button.text() or button.toolTip()
            button.setAccessibleName(self.tr("%1: %2").replace("%1", words).replace("%2", name))

    def _name(self) -> str:
        names = {
            Kind.REPORT: self.tr("Report"),
            Kind.EDIT: self.tr("Edit of %1"),
            Kind.MESSAGE: self.tr("Message under %1"),
            Kind.NOTE: self.tr("Internal note under %1"),
            Kind.SEVERAL: self.tr("Message to several tickets"),
        }
        return names[self.draft.kind].replace("%1", f"#{self.draft.ticket_id}")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self.draft.texts.values()))
        self.copy.setText(self.tr("Copied"))

    def _discard(self) -> None:
        self._gone = self.draft.forget()
        self._show_gone(gone=True)
        self.bring_back.setFocus()

    def _bring_back(self) -> None:
        if self._gone is not None:
            self.draft.put_back(self._gone)
        self._show_gone(gone=False)
        self.discard.setFocus()

    def _show_gone(self, *, gone: bool) -> None:
        self.title.setEnabled(not gone)
        self.beginning.setVisible(not gone)
        self.open.setEnabled(not gone)
        self.copy.setEnabled(not gone)
        self.read.setEnabled(not gone)
        if gone and not self.whole.isHidden():
            self.unfold(False)
        self.discard.setVisible(not gone)
        self.bring_back.setVisible(gone)
