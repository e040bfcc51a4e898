"""The sheet of all keys: it lies over the window, calm and without a dialog, until Esc or a click beside it."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from campusdesk.rules import Role
from client.views.buttons import Button
from client.views.commands import Command, Group, group_words, sheet_lines
from client.views.labels import plain_label
from client.views.reading_order import step
from client.views.scroll_column import ScrollColumn
from client.views.theme.theme import Theme

# Pixels.
_WIDTH, _MARGIN = 860, 24
# Which groups stand in which of the columns.
_COLUMNS = ((Group.MOVE, Group.VIEWS, Group.DESK), (Group.TICKET, Group.WRITE))


class ShortcutSheet(QWidget):
    """Hidden until it is shown; `toggled` tells whether it lies over the window now."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, role: Role, bound: Collection[Command], over: QWidget) -> None:
        """Lie over this widget, with the keys of the commands that are bound there."""
        super().__init__(over)
        self.setProperty("ground", "shade")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._over, self._lines = over, list(sheet_lines(role, bound))
        self._before: QWidget | None = None
        self.setAccessibleName(self.tr("All keys"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.card = QFrame(self)
        self.card.setProperty("ground", "card")
        self.away = Button(theme, self.tr("Close the sheet"), kind="icon", icon="cross")
        self.away.clicked.connect(self.put_away)
        self._body = ScrollColumn()
        over.installEventFilter(self)
        self.hide()

    def _fill(self, lines: Sequence[tuple[Group, str, list[str]]]) -> None:
        whole = QVBoxLayout(self.card)
        whole.setContentsMargins(28, 20, 20, 24)
        whole.setSpacing(16)
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("All keys"), scale="title"), 1)
        head.addWidget(self.away)
        whole.addLayout(head)
        columns = QHBoxLayout()
        columns.setSpacing(48)
        for groups in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(20)
            for group in groups:
                if of_group := [(words, keys) for its, words, keys in lines if its is group]:
                    column.addLayout(_group(group, of_group))
            column.addStretch()
            columns.addLayout(column, 1)
        self._body.lines.addLayout(columns)
        self._body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._body.setAccessibleName(self.tr("All keys"))
        self._body.setAccessibleDescription("\n".join(f"{words}: {', '.join(keys)}" for _, words, keys in lines))
        whole.addWidget(self._body, 1)

    def toggle(self) -> None:
        """Show the sheet, or put it away."""
        if self.isVisible():
            self.put_away()
            return
        self._before = QApplication.focusWidget()
        # Not before: its hundred labels are a tenth of what entering a role takes.
        if self.card.layout() is None:
            self._fill(self._lines)
        self._take_place()
        self.show()
        self.raise_()
        self._body.setFocus()
        self.toggled.emit(True)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab in the sheet, under which nothing can be used."""
        return step(self, forward=forward) or super().focusNextPrevChild(forward)

    def put_away(self) -> None:
        """Hide the sheet, and give the focus back to where it was."""
        if not self.isVisible():
            return
        self.hide()
        # Forms and rows go when a server or somebody else says so, also under the sheet.
        if self._before is not None and isValid(self._before):
            self._before.setFocus()
        self._before = None
        self.toggled.emit(False)

    def _take_place(self) -> None:
        self.setGeometry(self._over.rect())
        room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        wanted = self.card.sizeHint()
        width, height = min(_WIDTH, room.width()), min(self._whole_height(wanted.height()), room.height())
        left, top = room.left() + (room.width() - width) // 2, room.top() + (room.height() - height) // 2
        self.card.setGeometry(left, top, width, height)

    def _whole_height(self, asked: int) -> int:
        return asked + max(0, self._body.lines.sizeHint().height() - self._body.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window whatever its size becomes."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._take_place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the sheet away by a click beside its card, and let nothing under it have the click."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.put_away()


def _group(group: Group, lines: Iterable[tuple[str, list[str]]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    grid.addWidget(plain_label(group_words(group), tone="muted", scale="small"), 0, 0, 1, 2)
    for row, (words, keys) in enumerate(lines, 1):
        grid.addWidget(plain_label(words), row, 0)
        caps = QHBoxLayout()
        caps.setSpacing(6)
        for key in keys:
            caps.addWidget(plain_label(key, scale="key"))
        grid.addLayout(caps, row, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
    return grid
