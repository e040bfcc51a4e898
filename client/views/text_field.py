"""Fields for what people write: a name above, the limit counted, and what is wrong said underneath."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from campusdesk.rules import LIMITS, Reason, text_refusal
from client.views.labels import plain_label, restyle, set_tone
from client.views.numbers import count_words

# The counter shows itself when this share of the limit is used.
_NEAR = 0.8


class PlainEditor(QPlainTextEdit):
    """A plain text input that never takes more than the field's limit from the clipboard; Ctrl+Enter submits."""

    submitted = Signal()
    cut_short = Signal()

    def __init__(self, limit: int, lines: int) -> None:
        """Make an input of at most `limit` pasted characters and `lines` visible lines."""
        super().__init__()
        self._limit, self.lines = limit, lines
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        """Ask for the height of the lines."""
        return QSize(super().sizeHint().width(), self.lines * self.fontMetrics().lineSpacing() + 22)

    def minimumSizeHint(self) -> QSize:
        """Never become lower than two lines."""
        return QSize(120, min(2, self.lines) * self.fontMetrics().lineSpacing() + 22)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit with Ctrl+Enter; everything else is typing."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste at most what the limit leaves: one line of a megabyte would hold up the whole window."""
        text, room = source.text(), self._limit - len(self.toPlainText()) + len(self.textCursor().selectedText())
        self.insertPlainText(text[: max(0, room)])
        if len(text) > room:
            self.cut_short.emit()


class TextField(QWidget):
    """A named field for one of the texts in `rules.LIMITS`."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, field: str, name: str, *, lines: int = 1, hint: str = "", is_title: bool = False) -> None:
        """Make the field; one line is a line edit, more lines are a plain text input.

        The name of a field that `is_title` is what a page is about.
        """
        super().__init__()
        self._field, self._limit = field, LIMITS[field]
        self.input: QLineEdit | PlainEditor = self._line() if lines == 1 else self._lines(lines)
        self.input.setAccessibleName(name)
        self.input.setPlaceholderText(hint)
        self.input.textChanged.connect(self._count)
        self._name = plain_label(name, tone="" if is_title else "muted", scale="title" if is_title else "small")
        self._name.setBuddy(self.input)
        self._counter = plain_label(tone="muted", scale="small")
        self._error = plain_label(tone="danger", scale="small", wrap=True)
        self._arrange()
        self.setFocusProxy(self.input)
        self._count()

    def _line(self) -> QLineEdit:
        line = QLineEdit()
        line.setMaxLength(self._limit * 2)
        return line

    def _lines(self, lines: int) -> PlainEditor:
        editor = PlainEditor(self._limit, lines)
        editor.submitted.connect(self.submitted)
        words = self.tr("Only what fits into %1 characters was pasted.")
        editor.cut_short.connect(lambda: self.show_error(words.replace("%1", count_words(self._limit))))
        return editor

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._counter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 if self._name.property("scale") == "small" else 8)
        column.addLayout(head)
        column.addWidget(self.input)
        column.addWidget(self._error)
        self._error.hide()

    @property
    def text(self) -> str:
        """Return what stands in the field."""
        return self.input.text() if isinstance(self.input, QLineEdit) else self.input.toPlainText()

    @text.setter
    def text(self, text: str) -> None:
        if isinstance(self.input, QLineEdit):
            self.input.setText(text)
            # A line is read from its beginning, also where it is longer than the field.
            self.input.home(False)
        else:
            self.input.setPlainText(text)

    def show_lines(self, lines: int) -> None:
        """Be as high as so many lines of text, and never give way."""
        if isinstance(self.input, PlainEditor):
            self.input.lines = lines
            self.input.updateGeometry()
            self.setMinimumHeight(self.sizeHint().height())

    def go_to_end(self) -> None:
        """Have the next letter stand after what is written."""
        if isinstance(self.input, QLineEdit):
            self.input.end(False)
        else:
            self.input.moveCursor(QTextCursor.MoveOperation.End)

    @property
    def error(self) -> str:
        """Return what is said to be wrong; empty when nothing is."""
        return self._error.text()

    def show_error(self, words: str) -> None:
        """Say underneath what is wrong; empty words take it away."""
        self._error.setText(words)
        self._error.setVisible(bool(words))
        self.input.setAccessibleDescription(words)
        set_tone(self.input, "wrong", bool(words))

    def check(self) -> bool:
        """Say whether the text may stand in this field, and if not, show why and take the focus."""
        reason = text_refusal(self._field, self.text)
        self.show_error(self._refusal_words(reason) if reason else "")
        if reason:
            self.input.setFocus()
        return reason is None

    def _refusal_words(self, reason: Reason) -> str:
        if reason is Reason.TEXT_EMPTY:
            return self.tr("Please write something first.")
        if reason is Reason.TEXT_TOO_LONG:
            return self.tr("This is %Ln character(s) too long.", "", len(self.text) - self._limit)
        return self.tr("This text holds characters that cannot be kept.")

    def set_locked(self, locked: bool) -> None:
        """Keep the text readable and copyable, but not changeable, while `locked`."""
        self.input.setReadOnly(locked)
        restyle(self.input)

    def _count(self) -> None:
        used = len(self.text)
        words = f"{count_words(used)} / {count_words(self._limit)}"
        self._counter.setText(words if used > self._limit * _NEAR else "")
        set_tone(self._counter, "tone", "danger" if used > self._limit else "muted")
        if self.error:
            self.show_error("")
        self.changed.emit()
