"""Paints messages as bubbles: one's own at the right, others' at the left, always as plain text."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from campusdesk.rules import Role
from client.models.messages import AuthorRole, OwnRole, RevisionRole, TextRole, TimeRole, WorkstationRole
from client.text import author_words, moment_words, one_line
from client.views.theme import tokens
from client.views.theme.theme import Theme
from client.views.wrapped_text import wrapped

Index = QModelIndex | QPersistentModelIndex

_MARGIN, _PAD_X, _PAD_Y, _GAP, _BETWEEN = 20, 12, 8, 4, 8
# The room between lines as a share of their height, and the bubble's greatest width in pixels and share of the list.
_LEADING, _WIDEST, _SHARE = 0.15, 560, 0.84
_TEXT_PIXELS = 14
_KEPT = 400


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message laid out for a width: its lines and the bubble's size in pixels."""

    layout: QTextLayout
    width: float
    height: float


class MessageDelegate(QStyledItemDelegate):
    """Lays each message out once for each width of the list."""

    def __init__(self, theme: Theme, view: QListView, clock: Callable[[], int]) -> None:
        """Paint for this view; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__(view)
        self._theme, self._view, self._clock = theme, view, clock
        self._bubbles: OrderedDict[tuple[int, int], Bubble] = OrderedDict()
        self._text_font, self._head_font = QFont(view.font()), QFont(view.font())
        self._text_font.setPixelSize(_TEXT_PIXELS)
        self._head_font.setPixelSize(tokens.SMALL)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the message takes in the present width."""
        bubble = self._bubble(index)
        return QSize(self._view.viewport().width(), round(bubble.height + self._head_height() + _GAP + _BETWEEN * 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint who and when, and the bubble under it."""
        rect = QRect(option.rect)
        bubble, own = self._bubble(index), bool(index.data(OwnRole))
        left = rect.right() - _MARGIN - bubble.width if own else rect.left() + _MARGIN
        top = rect.top() + _BETWEEN
        painter.save()
        # Marks piled on one letter are drawn far above and below its line.
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._head(painter, QRectF(rect.left() + _MARGIN, top, rect.width() - 2 * _MARGIN, self._head_height()), index)
        ground = QRectF(left, top + self._head_height() + _GAP, bubble.width, bubble.height)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, ground, own=own, selected=selected)
        painter.setPen(QColor(self._theme.tokens.text))
        painter.setClipRect(ground, Qt.ClipOperation.IntersectClip)
        bubble.layout.draw(painter, QPointF(ground.left() + _PAD_X, ground.top() + _PAD_Y))
        painter.restore()

    def _head(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        own = bool(index.data(OwnRole))
        role = author_words(Role(index.data(AuthorRole)))
        when = moment_words(index.data(TimeRole), self._clock())
        who = self.tr("You") if own else f"{role} · {one_line(index.data(WorkstationRole))}"
        painter.setFont(self._head_font)
        painter.setPen(QColor(self._theme.tokens.muted))
        side = Qt.AlignmentFlag.AlignRight if own else Qt.AlignmentFlag.AlignLeft
        words = painter.fontMetrics().elidedText(f"{who}   {when}", Qt.TextElideMode.ElideMiddle, int(rect.width()))
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, words)

    def _ground(self, painter: QPainter, rect: QRectF, *, own: bool, selected: bool) -> None:
        colours = self._theme.tokens
        painter.setBrush(QColor(colours.own if own else colours.other))
        painter.setPen(QColor(colours.accent) if selected else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, 10, 10)

    def _head_height(self) -> int:
        return tokens.SMALL + 5

    def _bubble(self, index: Index) -> Bubble:
        key = int(index.data(RevisionRole)), self._view.viewport().width()
        if key not in self._bubbles:
            self._bubbles[key] = self._lay_out(str(index.data(TextRole)), key[1])
            if len(self._bubbles) > _KEPT:
                self._bubbles.popitem(last=False)
        return self._bubbles[key]

    def _lay_out(self, text: str, view_width: int) -> Bubble:
        widest = max(80.0, min(_WIDEST, (view_width - 2 * _MARGIN) * _SHARE)) - 2 * _PAD_X
        layout, width, height = wrapped(text, self._text_font, widest, _LEADING)
        return Bubble(layout, width + 2 * _PAD_X, height + 2 * _PAD_Y)
