"""What stands over the table: what is shown, how many, what just left, the search and the quick filters."""

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from client.views.announcing import announce
from client.views.elided_label import ElidedLabel
from client.views.filter_bar import FilterBar
from client.views.labels import plain_label
from client.views.numbers import count_words
from client.views.theme.theme import Theme

_NOTE_MS = 12_000
# Pixels that a search field needs beside what else stands in its row.
_SEARCH = 220
# Pixels at both sides; the left ones as before the first column.
_LEFT, _RIGHT = 24, 16
# Pixels: as high as a button, which may stand in it.
_TITLE_ROW = 32
_LEAST_WIDTH = 460
# Pixels inside the first filter before its words.
_INSIDE = 10


class ListHead(QWidget):
    """The title, how many tickets there are, and a note that goes by itself."""

    def __init__(self, theme: Theme, title: str, filters: FilterBar) -> None:
        """Show the title, and these filters under it."""
        super().__init__()
        self.title = plain_label(title, scale="title")
        self.count = ElidedLabel(tone="muted")
        self.note = ElidedLabel(tone="muted", scale="small")
        self.hint = plain_label(tone="muted", scale="small", wrap=True)
        self._filters, self._search = filters, QHBoxLayout()
        self._tools = QHBoxLayout()
        self._fading = QTimer(self, singleShot=True, interval=_NOTE_MS)
        self._fading.timeout.connect(lambda: self.show_note(""))
        self._arrange()
        self.show_hint("")
        self.show_note("")

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        # What comes and goes among the tools, such as the count of what is unread, moves nothing below.
        row.addStrut(_TITLE_ROW)
        for part in (self.title, self.count, self.note):
            row.addWidget(part)
        row.addStretch()
        row.addLayout(self._tools)
        self._narrowing = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._narrowing.setSpacing(8)
        self._narrowing.addLayout(self._search, 1)
        self._under = QHBoxLayout()
        self._under.setSpacing(0)
        self._before_filters = QSpacerItem(0, 0)
        self._under.addSpacerItem(self._before_filters)
        self._under.addWidget(self._filters)
        self._under.addStretch()
        self._narrowing.addLayout(self._under)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(_LEFT, 5, _RIGHT, 8)
        column.setSpacing(8)
        column.addLayout(row)
        column.addLayout(self._narrowing)
        column.addWidget(self.hint)

    def put_search(self, field: QWidget) -> None:
        """Put a search field before the filters, or over them where there is little room."""
        self._search.addWidget(field)
        self._share()

    def put_in_place_of_filters(self, line: QWidget) -> None:
        """Put what stands where else the filters do, which comes when they go."""
        self._under.insertWidget(self._under.count() - 1, line, 1)

    def add_tool(self, button: QWidget) -> None:
        """Put a button at the right end of the title's row, before those that are there."""
        self._tools.insertWidget(0, button)

    def minimumSizeHint(self) -> QSize:
        """Need no more width than the table: the search and the names of what is filtered give way."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the search over the filters where they do not fit beside each other."""
        super().resizeEvent(event)
        self._share()

    def event(self, event: QEvent) -> bool:
        """Share the row anew when something in it comes or goes, such as the count of what is unread."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share()
        return super().event(event)

    def _share(self) -> None:
        direction, room = QBoxLayout.Direction, self.width() - _LEFT - _RIGHT
        search = max(_SEARCH, self._search.minimumSize().width() + self._narrowing.spacing())
        # Counts in place of names before another row: what is filtered must not move the table under the mouse.
        fits = self._filters.room_for(compact=True) + search <= room
        self._filters.fit(room - search if fits else room)
        wanted = direction.LeftToRight if fits else direction.TopToBottom
        if self._narrowing.direction() != wanted:
            self._narrowing.setDirection(wanted)
            # Under the search their words begin where the title begins.
            self._before_filters.changeSize(0 if fits else -_INSIDE, 0)
            self._under.invalidate()
            self._column.activate()

    def show_count(self, count: int, order: str = "") -> None:
        """Show how many tickets the table holds, and in which order where no column tells it."""
        words = self.tr("%1 · %2").replace("%2", order) if order else "%1"
        self.count.setText(words.replace("%1", count_words(count)))

    def show_hint(self, words: str) -> None:
        """Say how one works with what is shown; empty words say nothing."""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def show_note(self, words: str) -> None:
        """Say for a few seconds what happened to the list."""
        announce(self.note, words)
        self.note.setText(words)
        # What gives way shows all of its words under the mouse; ticket texts never stand here.
        self.note.setToolTip(words)
        if words:
            self._fading.start()
