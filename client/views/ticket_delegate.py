"""Paints the cells of the ticket table: statuses and categories by shape, word and colour, all else as plain text."""

from collections.abc import Callable

from PySide6.QtCore import QDateTime, QLocale, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from campusdesk.rules import Category, Status
from client.models.columns import CategoryRole, Column, ColumnRole, DoubtRole, StatusRole, SureRole, TimeRole
from client.text import status_words
from client.views.theme import icons, tokens
from client.views.theme.theme import Theme

# Pixels; the first column starts where the titles over the table start.
PADDING, FIRST_PADDING = 10, 24
# The next column's padding keeps texts apart where there is little room.
_NARROW_END = 2
_GAP = 8
_DATES = frozenset({Column.OPENED, Column.MODIFIED, Column.CLOSED})
_MUTED = _DATES | {Column.NUMBER, Column.LOCATION, Column.TAKEN_BY, Column.MESSAGES, Column.ME_TOO}

Index = QModelIndex | QPersistentModelIndex


class TicketDelegate(QStyledItemDelegate):
    """One delegate for all columns; `hovered` is the row under the mouse, -1 for none."""

    def __init__(self, theme: Theme, clock: Callable[[], int]) -> None:
        """Paint in this theme; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__(theme)
        self._theme, self._clock = theme, clock
        self.hovered = -1
        # A narrow table shows statuses and categories by their shape alone; shorter dates come before that.
        self.narrow, self.short_dates = False, False
        # Whether there is room to say beside a category how sure the server is of it.
        self.figures = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give every row the same height."""
        return QSize(64, tokens.ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row's ground, then what stands in the column."""
        rect = QRect(option.rect)
        state = option.state
        painter.save()
        # Marks piled on one letter are drawn far above and below its line.
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        self._ground(painter, rect, bool(state & QStyle.StateFlag.State_Selected), index)
        column = Column(index.data(ColumnRole))
        end = _NARROW_END if self.narrow else PADDING
        inner = rect.adjusted(FIRST_PADDING if index.column() == 0 else PADDING, 0, -end, 0)
        status, category = index.data(StatusRole), index.data(CategoryRole)
        # A newer server may know more of them than this desk: then the model's words are all there is.
        if column == Column.STATUS and status in set(Status):
            self._status(painter, inner, Status(status))
        elif column == Column.CATEGORY and category in set(Category):
            self._category(painter, inner, Category(category), index)
        else:
            self._words(painter, inner, column, index)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, selected: bool, index: Index) -> None:
        colours = self._theme.tokens
        if selected or index.row() == self.hovered:
            painter.fillRect(rect, QColor(colours.select if selected else colours.hover))
        if selected and index.column() == 0:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(colours.accent))

    def _status(self, painter: QPainter, rect: QRect, status: Status) -> None:
        colour = self._theme.tokens.status(status)[0]
        self._marked(painter, rect, icons.STATUS_ICONS[status], colour, status_words(status))

    def _category(self, painter: QPainter, rect: QRect, category: Category, index: Index) -> None:
        colour = self._theme.tokens.category(category)
        if self.figures and index.data(DoubtRole):
            # Nearer to its category than to what stands in the next column.
            room = rect.adjusted(0, 0, -_GAP if self.narrow else 0, 0)
            rect = rect.adjusted(0, 0, -self._figure(painter, room, f"{index.data(DoubtRole)} %"), 0)
        self._marked(painter, rect, icons.CATEGORY_ICONS[category], colour, str(index.data()))
        if self.narrow and not index.data(SureRole):
            # The words, and the question mark with them, have no room: it stands close to the shape.
            self._text(painter, rect.adjusted(tokens.ICON + 1, 0, _NARROW_END + 2, 0), "?")

    def _figure(self, painter: QPainter, rect: QRect, words: str) -> int:
        """Paint the words small at the right end; return the pixels that they take from what stands before them."""
        painter.save()
        self._set_small(painter)
        painter.setPen(QColor(self._theme.tokens.muted))
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        painter.restore()
        return width + _GAP // 2

    def _marked(self, painter: QPainter, rect: QRect, icon: str, colour: str, words: str) -> None:
        ratio = painter.device().devicePixelRatioF()
        top = rect.center().y() - tokens.ICON // 2 + 1
        painter.drawPixmap(rect.left(), top, icons.pixmap(icon, colour, tokens.ICON, ratio))
        painter.setPen(QColor(colour))
        if not self.narrow:
            self._text(painter, rect.adjusted(tokens.ICON + _GAP, 0, 0, 0), words)

    def _words(self, painter: QPainter, rect: QRect, column: Column, index: Index) -> None:
        colours = self._theme.tokens
        words = index.data(Qt.ItemDataRole.DisplayRole)
        if column == Column.PROBLEM and not words:
            self._waiting(painter, rect)
            return
        if column in _DATES and self.short_dates and words:
            words = self._short_date(int(index.data(TimeRole)))
        if column in _MUTED:
            self._set_small(painter)
        painter.setPen(QColor(colours.muted if column in _MUTED else colours.text))
        self._text(painter, rect, str(words))

    @staticmethod
    def _set_small(painter: QPainter) -> None:
        font = QFont(painter.font())
        font.setPixelSize(tokens.SMALL)
        font.setFeature(QFont.Tag("tnum"), 1)
        painter.setFont(font)

    def _short_date(self, time_us: int) -> str:
        moment = QDateTime.fromMSecsSinceEpoch(time_us // 1_000)
        now = QDateTime.fromMSecsSinceEpoch(self._clock() // 1_000)
        if moment.date() == now.date():
            return QLocale().toString(moment, "HH:mm")
        return QLocale().toString(moment, "d MMM" if moment.date().year() == now.date().year() else "MMM yyyy")

    def _waiting(self, painter: QPainter, rect: QRect) -> None:
        """Paint a quiet bar where a text is still on its way."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.hover))
        painter.drawRoundedRect(QRect(rect.left(), rect.center().y() - 4, min(220, rect.width()), 9), 4, 4)

    @staticmethod
    def _text(painter: QPainter, rect: QRect, words: str) -> None:
        elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, elided)
