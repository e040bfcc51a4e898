"""The list of a conversation's messages, with words in its middle while there is none."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListView

from client.models.messages import MessageModel, TextRole
from client.views.labels import plain_label
from client.views.message_delegate import MessageDelegate
from client.views.theme.theme import Theme

# Pixels from the end within which the list follows new messages.
_NEAR_END = 8


class MessageList(QListView):
    """Follows the newest message unless the person has scrolled up; Ctrl+C copies the chosen messages."""

    def __init__(self, theme: Theme, model: MessageModel, clock: Callable[[], int]) -> None:
        """Show the model; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__()
        self._messages = model
        self._was_at_end = True
        self._empty = plain_label(tone="muted", wrap=True, parent=self.viewport())
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setItemDelegate(MessageDelegate(theme, self, clock))
        self.setAccessibleName(self.tr("Conversation"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setModel(model)
        theme.changed.connect(self.viewport().update)
        copying = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copying.setContext(Qt.ShortcutContext.WidgetShortcut)
        copying.activated.connect(self.copy)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model and stay at its end."""
        super().setModel(model)
        if model is not None:
            model.rowsAboutToBeInserted.connect(self._look)
            model.rowsInserted.connect(self._follow)
            model.modelReset.connect(self._follow)

    def say_when_empty(self, words: str) -> None:
        """Set the words for a conversation without messages."""
        self._empty.setText(words)
        self._empty.setVisible(self._messages.rowCount() == 0)

    def copy(self) -> None:
        """Copy the texts of the chosen messages."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        texts = [str(self._messages.index(row, 0).data(TextRole)) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(texts))

    def _look(self) -> None:
        bar = self.verticalScrollBar()
        self._was_at_end = bar.value() >= bar.maximum() - _NEAR_END

    def _follow(self) -> None:
        self._empty.setVisible(self._messages.rowCount() == 0)
        if self._was_at_end:
            self.scrollToBottom()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the end in sight and the words of an empty list in its middle."""
        self._look()
        super().resizeEvent(event)
        self._empty.setGeometry(self.viewport().rect().adjusted(24, 0, -24, 0))
        # Qt lays rows out anew for another height only, but bubbles wrap by the width.
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        if self._was_at_end:
            self.scrollToBottom()
