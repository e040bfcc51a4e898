"""Paints messages as bubbles: this desk's at the right, others' at the left, in the colour of their role."""

from collections import OrderedDict
from collections.abc import Callable, Collection
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from campusdesk.rules import Role
from client.models.messages import (
    AuthorRole,
    DayRole,
    HeadRole,
    NoteRole,
    OurRole,
    OwnRole,
    RevisionRole,
    TextRole,
    TimeRole,
    WorkstationRole,
)
from client.moments import day_words, said_words
from client.text import author_words, note_words, one_line
from client.views.bubble import PAD_X, PAD_Y, Bubble, lay_out
from client.views.following_list import UNDER_LAST, beside, widest_said
from client.views.theme import icons, tokens
from client.views.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex

ROLE_ICONS = {Role.USER: "person", Role.HELPDESK: "headset"}
_NOTE_ICON = "note"
_RADIUS = 10
# Pixels over a day's name, over what one author said in one go, and over each further message of it.
_OVER_DAY, _OVER_HEAD, _OVER_NEXT, _UNDER = 12, 10, 1, 2
_DAY, _HEAD, _MARK = 24, 22, 14
# The text's greatest width in characters, the bubble's greatest share of the list and least width in pixels.
_CHARACTERS, _SHARE, _LEAST = 75, 0.86, 80.0
_KEPT = 400


class _Place(NamedTuple):
    """Where the parts of a message stand in its row, in pixels."""

    day: QRectF
    head: QRectF
    ground: QRectF


class MessageDelegate(QStyledItemDelegate):
    """Lays each message out once for each width of the list."""

    def __init__(self, theme: Theme, view: QListView, clock: Callable[[], int]) -> None:
        """Paint for this view; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__(view)
        self._theme, self._view, self._clock = theme, view, clock
        self._wanted: Collection[str] = ()
        self._bubbles: OrderedDict[tuple[int, int], Bubble] = OrderedDict()
        # A list asks how high all of its rows are whenever one comes: by revision, in the width that it had last.
        self._heights: dict[int, int] = {}
        self._width = 0
        self._text_font, self._small, self._name = (QFont(view.font()) for _ in range(3))
        self._text_font.setPixelSize(tokens.READING)
        self._small.setPixelSize(tokens.SMALL)
        self._name.setPixelSize(tokens.SMALL)
        self._name.setWeight(QFont.Weight.DemiBold)
        # The layouts hold the colours of links and marks.
        theme.changed.connect(self.forget)

    def mark(self, wanted: Collection[str]) -> None:
        """Mark these terms from now on."""
        self._wanted = wanted
        self.forget()

    def forget(self) -> None:
        """Lay every message out anew: another ticket's may have the revisions of those before."""
        self._bubbles.clear()
        self._heights.clear()

    def look_again(self, first: QModelIndex, last: QModelIndex) -> None:
        """Take notice that these messages may begin a day or what one author said, or do so no more."""
        for row in range(first.row(), last.row() + 1):
            self._heights.pop(int(first.siblingAtRow(row).data(RevisionRole)), None)

    def link_at(self, index: Index, rect: QRect, point: QPoint) -> str:
        """Return the address under a point of the message whose row has this rectangle, "" where there is none."""
        bubble = self._bubble(index)
        return bubble.link_at(QPointF(point) - self._place(index, rect, bubble).ground.topLeft())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the message takes in the present width."""
        revision, width = int(index.data(RevisionRole)), self._view.viewport().width()
        if width != self._width:
            self._width = width
            self._heights.clear()
        if revision not in self._heights:
            self._heights[revision] = ceil(sum(self._over(index)) + self._bubble(index).height)
        is_last = index.row() == index.model().rowCount() - 1
        return QSize(width, self._heights[revision] + (UNDER_LAST if is_last else _UNDER))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the day and the author where they begin, and the bubble under them."""
        rect = QRect(option.rect)
        bubble = self._bubble(index)
        place = self._place(index, rect, bubble)
        painter.save()
        # Marks piled on one letter are drawn far above and below its line.
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if place.day.height():
            self._words(
                painter,
                place.day,
                self._name,
                day_words(index.data(TimeRole), self._clock()),
                Qt.AlignmentFlag.AlignHCenter,
            )
        if place.head.height():
            self._head(painter, place.head, index)
        self._ground(painter, place.ground, index, selected=bool(option.state & QStyle.StateFlag.State_Selected))
        painter.setClipRect(place.ground, Qt.ClipOperation.IntersectClip)
        painter.setPen(QColor(self._theme.tokens.text))
        bubble.layout.draw(painter, place.ground.topLeft() + QPointF(PAD_X, PAD_Y))
        foot = place.ground.adjusted(PAD_X, 0, -PAD_X, -PAD_Y + 3)
        when = said_words(index.data(TimeRole), self._clock())
        self._words(painter, foot, self._small, when, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        painter.restore()

    def _head(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        own, role = bool(index.data(OwnRole)), Role(index.data(AuthorRole))
        who = self.tr("You") if own else f"{author_words(role)} · {one_line(index.data(WorkstationRole))}"
        note = bool(index.data(NoteRole))
        who = f"{note_words()} · {who}" if note else who
        words = QFontMetrics(self._name).elidedText(who, Qt.TextElideMode.ElideMiddle, int(rect.width()) - _MARK - 5)
        width = QFontMetrics(self._name).horizontalAdvance(words)
        left = rect.right() - width - _MARK - 5 if own else rect.left()
        mark = icons.pixmap(
            _NOTE_ICON if note else ROLE_ICONS[role],
            self._theme.tokens.muted,
            _MARK,
            max(2.0, self._view.devicePixelRatioF()),
        )
        painter.drawPixmap(QPointF(left, rect.top() + 2), mark)
        self._words(painter, rect.adjusted(left - rect.left() + _MARK + 5, 0, 0, -3), self._name, words)

    def _words(
        self,
        painter: QPainter,
        rect: QRectF,
        font: QFont,
        words: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tokens.muted))
        painter.drawText(rect, side, words)

    def _ground(self, painter: QPainter, rect: QRectF, index: Index, *, selected: bool) -> None:
        colours = self._theme.tokens
        colour = colours.own if index.data(OurRole) else colours.other
        painter.setBrush(QColor(colours.note if index.data(NoteRole) else colour))
        painter.setPen(QColor(colours.accent) if selected else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5) if selected else rect, _RADIUS, _RADIUS)

    def _place(self, index: Index, rect: QRect, bubble: Bubble) -> _Place:
        left, width = rect.left() + beside(rect.width()), rect.width() - 2 * beside(rect.width())
        over, day_height, head_height = self._over(index)
        day = QRectF(left, rect.top() + over, width, day_height)
        head = QRectF(left, day.bottom(), width, head_height)
        at = left + width - bubble.width if index.data(OwnRole) else left
        return _Place(day, head, QRectF(at, head.bottom(), bubble.width, bubble.height))

    @staticmethod
    def _over(index: Index) -> tuple[int, int, int]:
        """Return the pixels over everything, and the heights of the day and of the author."""
        begins_group = bool(index.data(HeadRole))
        head = _HEAD if begins_group else 0
        if begins_group and index.data(DayRole):
            return _OVER_DAY, _DAY, head
        return (_OVER_HEAD if begins_group else _OVER_NEXT), 0, head

    def _bubble(self, index: Index) -> Bubble:
        key = int(index.data(RevisionRole)), self._view.viewport().width()
        if key not in self._bubbles:
            self._bubbles[key] = self._lay_out(str(index.data(TextRole)), key[1])
            if len(self._bubbles) > _KEPT:
                self._bubbles.popitem(last=False)
        return self._bubbles[key]

    def _lay_out(self, text: str, view_width: int) -> Bubble:
        most = _CHARACTERS * QFontMetrics(self._text_font).averageCharWidth() + 2 * PAD_X
        widest = max(_LEAST, min(most, (view_width - 2 * beside(view_width)) * _SHARE))
        metrics = QFontMetrics(self._small)
        # As wide as a time can become, so that a bubble keeps its size as time goes by.
        room = float(widest_said(metrics)), float(metrics.height())
        return lay_out(text, self._text_font, widest, room, self._wanted, self._theme.tokens)
