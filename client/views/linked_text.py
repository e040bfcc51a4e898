"""A text to be read whose web addresses can be opened."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QTextEdit

from client.links import addresses, counted_links
from client.views.link_menu import offer_links
from client.views.marked_text import link_format, open_link
from client.views.reading_text import ReadingText
from client.views.theme.theme import Theme


class LinkedText(ReadingText):
    """A click on a link, Enter or the menu opens it; what was searched for is marked over it."""

    def __init__(self, theme: Theme, accessible_name: str) -> None:
        """Show no text yet."""
        super().__init__(accessible_name)
        self._theme = theme
        self._pressed = ""
        self.viewport().setMouseTracking(True)
        theme.changed.connect(self._show_marks)

    def _selections(self) -> list[QTextEdit.ExtraSelection]:
        look = link_format(self._theme.tokens)
        links = [self._selection(span, look) for span, _ in counted_links(self.toPlainText())]
        return [*links, *super()._selections()]

    def link_at(self, point: QPoint) -> str:
        """Return the address under a point of the viewport, "" where there is none."""
        scrolled = QPointF(point) + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        place = self.document().documentLayout().hitTest(scrolled, Qt.HitTestAccuracy.ExactHit)
        links = counted_links(self.toPlainText())
        return next((address for span, address in links if span.start <= place < span.end), "")

    def menu(self) -> QMenu:
        """Return what can be done with the text: copy of it what is selected, and open what it links to."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offer_links(menu, addresses(self.toPlainText()))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu where the mouse is, or where a key asks for it."""
        self.menu().popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the link with Enter, or ask which one where there are several."""
        links = addresses(self.toPlainText()) if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} else []
        if len(links) == 1:
            open_link(links[0])
        elif links:
            self.menu().popup(self.viewport().mapToGlobal(self.viewport().rect().center()))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the link that the mouse was pressed on."""
        self._pressed = self.link_at(event.position().toPoint()) if event.button() is Qt.MouseButton.LeftButton else ""
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open a link that the mouse was pressed and let go on, unless it selected some of the text."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, ""
        if pressed and not self.textCursor().hasSelection() and pressed == self.link_at(event.position().toPoint()):
            open_link(pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the mouse's cursor what can be clicked."""
        over = bool(self.link_at(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)
