"""The messages of a conversation: read, copied, and their links opened."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QMenu

from client.links import addresses
from client.models.messages import MessageModel, OwnRole, TextRole, TimeRole
from client.text import exact_words
from client.views.following_list import FollowingList
from client.views.link_menu import offer_links
from client.views.marked_text import open_link
from client.views.message_delegate import MessageDelegate
from client.views.numbers import new_messages_words
from client.views.theme.theme import Theme


class MessageList(FollowingList):
    """Ctrl+C copies the chosen messages; a click on a link, Enter on its message or the menu opens it."""

    def __init__(self, theme: Theme, model: MessageModel, clock: Callable[[], int]) -> None:
        """Show the model; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__(theme, self.tr("Conversation"), new_messages_words)
        self.setAccessibleDescription(self.tr("Enter opens a link, the menu shows what else can be done."))
        self._messages = model
        self._pressed = ""
        self._delegate = MessageDelegate(theme, self, clock)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        model.modelReset.connect(self._delegate.forget)
        # Before the view asks for the heights again.
        model.dataChanged.connect(self._delegate.look_again)
        self.show_entries(model)
        copying = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copying.setContext(Qt.ShortcutContext.WidgetShortcut)
        copying.activated.connect(self.copy)

    def mark(self, wanted: Collection[str]) -> None:
        """Mark the terms that were asked for in every message; none takes the marks away."""
        self._delegate.mark(wanted)
        self.viewport().update()

    def leads_on(self, row: int) -> bool:
        """Go to what was written at this desk."""
        return bool(self._messages.index(row, 0).data(OwnRole))

    def copy(self) -> None:
        """Copy the texts of the chosen messages."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        texts = [str(self._messages.index(row, 0).data(TextRole)) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(texts))

    def menu(self, index: QModelIndex) -> QMenu:
        """Return what can be done with a message: see when it was said, copy it, and open what it links to."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(exact_words(int(index.data(TimeRole)))).setEnabled(False)
        menu.addAction(self.tr("Copy")).triggered.connect(self.copy)
        offer_links(menu, _links(index))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the message under the mouse, or of the current one when a key asks."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu(index).popup(self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the link of the current message with Enter, or ask which one where there are several."""
        links = _links(self.currentIndex()) if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} else []
        if len(links) == 1:
            open_link(links[0])
        elif links:
            place = self.visualRect(self.currentIndex()).center()
            self.menu(self.currentIndex()).popup(self.viewport().mapToGlobal(place))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the link that the mouse was pressed on."""
        self._pressed = self.link_at(event.position().toPoint()) if event.button() is Qt.MouseButton.LeftButton else ""
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open a link that the mouse was pressed and let go on."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, ""
        if pressed and pressed == self.link_at(event.position().toPoint()):
            open_link(pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the mouse's cursor what can be clicked."""
        over = bool(self.link_at(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def link_at(self, point: QPoint) -> str:
        """Return the address under a point of the viewport, "" where there is none."""
        index = self.indexAt(point)
        return self._delegate.link_at(index, self.visualRect(index), point) if index.isValid() else ""


def _links(index: QModelIndex) -> list[str]:
    return addresses(str(index.data(TextRole) or ""))
