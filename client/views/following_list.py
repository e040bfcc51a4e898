"""A list whose newest entry stands at its end: it follows what comes, and jumps under nobody who reads further up."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from client.models.pages import PagedModel
from client.moments import said_words
from client.views.announcing import announce
from client.views.buttons import Button
from client.views.edge_fades import EdgeFades
from client.views.labels import plain_label
from client.views.theme.theme import Theme

# Pixels from the end within which the list follows, and between its end and the button that leads there.
_NEAR_END, _UNDER_PILL = 8, 12
# Pixels from the first entry within which earlier ones are put over it.
_NEAR_BEGINNING = 400
# Pixels that keep the last entry off what stands under the list, for the delegates.
UNDER_LAST = 8
_MINUTE_MS = 60_000
# Pixels beside what people read, and its greatest width: on a wide screen it stands in the middle.
_MARGIN, _WIDEST = 20, 960


def beside(width: int) -> int:
    """Return how many pixels are left free on each side of what is read in so many."""
    return max(_MARGIN, (width - _WIDEST) // 2)


def widest_said(metrics: QFontMetrics) -> int:
    """Return how many pixels the time can take at which something was said."""
    return max(metrics.horizontalAdvance(words) for words in ("00:00", said_words(1, 59 * 60_000_000)))


class FollowingList(QListView):
    """Entries that wrap by the list's width; words stand in its middle while there is none."""

    def __init__(self, theme: Theme, name: str, new_words: Callable[[int], str]) -> None:
        """Make an empty list; `new_words` tell how many entries came out of sight."""
        super().__init__()
        self._paged: PagedModel | None = None
        self._at_end, self._unseen, self._new_words = True, 0, new_words
        self.emptiness = plain_label(tone="muted", wrap=True, parent=self.viewport())
        self.emptiness.setAlignment(Qt.AlignmentFlag.AlignCenter)
        EdgeFades(self)
        self.to_end = Button(theme, "", icon="chevron-down", tone="accent")
        self.to_end.setParent(self)
        self._count_unseen(0)
        self.to_end.clicked.connect(self._go_to_end)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        # Rows that come, and another width in which rows wrap, move the end away: that is nobody's scrolling.
        self.verticalScrollBar().rangeChanged.connect(self._keep_end)
        theme.changed.connect(self.viewport().update)
        # What stands there of "4 min" is true for a minute.
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.viewport().update)
        self._minute.start()
        self._earlier, self._fold = (QTimer(self, interval=0, singleShot=True) for _ in range(2))
        self._earlier.timeout.connect(self._show_earlier)
        self._fold.timeout.connect(self._show_fewer)

    def show_entries(self, model: PagedModel) -> None:
        """Show a model and stay at its end."""
        self._paged = model
        self.setModel(model)
        model.rowsInserted.connect(self._follow)
        model.modelReset.connect(self._begin)

    def say_when_empty(self, words: str) -> None:
        """Set the words for a list without entries."""
        self.emptiness.setText(words)
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        self.emptiness.setVisible(self.model().rowCount() == 0)

    def _begin(self) -> None:
        self._at_end = True
        self._count_unseen(0)
        self._show_emptiness()
        self.scrollToBottom()

    def _follow(self, parent: QModelIndex, first: int, last: int) -> None:
        self._show_emptiness()
        is_newest = last == self.model().rowCount(parent) - 1
        if self._at_end or (is_newest and self.leads_on(last)):
            self.scrollToBottom()
            self._fold.start()
        elif is_newest:
            self._count_unseen(self._unseen + last - first + 1)

    def leads_on(self, row: int) -> bool:
        """Say whether the list goes to its end for this new entry, wherever somebody reads."""
        return False

    def _count_unseen(self, count: int) -> None:
        if count and not self._unseen:
            announce(self, self._new_words(count))
        self._unseen = count
        self.to_end.setText(self._new_words(count))
        self.to_end.setAccessibleName(self.to_end.text())
        self.to_end.setVisible(bool(count))
        self._place_pill()

    def _scrolled(self, value: int) -> None:
        self._at_end = value >= self.verticalScrollBar().maximum() - _NEAR_END
        if self._at_end and self._unseen:
            self._count_unseen(0)
        if self._paged is not None and self._paged.has_earlier and not self._at_end and value < _NEAR_BEGINNING:
            # Not while the list is being scrolled.
            self._earlier.start()

    def _show_earlier(self) -> None:
        """Put what was said earlier over what is read, which stays where it is."""
        bar = self.verticalScrollBar()
        if self._paged is not None and not self._at_end:
            from_end = bar.maximum() - bar.value()
            self._paged.show_earlier()
            self.doItemsLayout()
            bar.setValue(bar.maximum() - from_end)

    def _show_fewer(self) -> None:
        """Lay out no more than somebody at the end may go back to."""
        if self._paged is not None and self._at_end:
            self._paged.fold()

    def stay(self) -> None:
        """Stay at what is read now, although rows become higher under it."""
        self._at_end = False

    def _keep_end(self, _least: int, most: int) -> None:
        self._at_end = self._at_end or not most
        if self._at_end:
            self.verticalScrollBar().setValue(most)

    def _go_to_end(self) -> None:
        self._count_unseen(0)
        self.scrollToBottom()
        self.setFocus()

    def _place_pill(self) -> None:
        size, room = self.to_end.sizeHint(), self.viewport().geometry()
        left = room.left() + (room.width() - size.width()) // 2
        self.to_end.setGeometry(left, room.bottom() - size.height() - _UNDER_PILL, size.width(), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words of an empty list in its middle."""
        super().resizeEvent(event)
        self.emptiness.setGeometry(self.viewport().rect().adjusted(24, 0, -24, 0))
        self._place_pill()
        # Qt lays rows out anew for another height only, but entries wrap by the width.
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
