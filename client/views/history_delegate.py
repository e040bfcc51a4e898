"""Paints the entries of a history: who did what when, and under it what each field lost and gained, as plain text."""

from collections.abc import Callable
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from campusdesk.rules import Action, Role
from campusdesk.v1 import ticket_pb2
from client.models.history import ActionRole, AuthorRole, DayRole, DeedRole, FieldsRole, RevisionRole, TimeRole
from client.moments import day_words, said_words
from client.views.following_list import UNDER_LAST, beside, widest_said
from client.views.history_entry import INDENT, LABEL, Entry, Fonts, OfferPlace, lay_out, offer_words
from client.views.message_delegate import ROLE_ICONS
from client.views.theme import icons, tokens
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    Restorable = Callable[[ticket_pb2.FieldChange], bool]

Index = QModelIndex | QPersistentModelIndex

_BETWEEN, _BEFORE_TIME, _MARK, _DAY = 8, 12, 14, 28
# What the server did by itself is nobody's.
_SERVER_ICON = "retry"


class HistoryDelegate(QStyledItemDelegate):
    """Lays entries out in the list's present width; long texts are folded until somebody unfolds them."""

    def __init__(self, theme: Theme, view: QListView, clock: Callable[[], int], restorable: "Restorable") -> None:
        """Paint for this view; `restorable` says whether what stood in a field before can be put back."""
        super().__init__(view)
        self._theme, self._view, self._clock, self._restorable = theme, view, clock, restorable
        self._unfolded: set[tuple[int, str]] = set()
        # By revision, in the width that the list had last.
        self._entries: dict[int, Entry] = {}
        self._width = 0
        deed, self._small, self._name = (QFont(view.font()) for _ in range(3))
        deed.setPixelSize(tokens.BODY)
        self._small.setPixelSize(tokens.SMALL)
        self._name.setPixelSize(tokens.SMALL)
        self._name.setWeight(QFont.Weight.DemiBold)
        self._fonts = Fonts(deed, self._small)
        # The layouts hold colours.
        theme.changed.connect(self.forget)

    def forget(self) -> None:
        """Lay every entry out anew: what can be done with them may be another."""
        self._entries.clear()

    def turn(self, index: Index, field: str) -> None:
        """Show all of a field of an entry, or less of it again."""
        self._unfolded ^= {(int(index.data(RevisionRole)), field)}
        self.forget()

    def is_unfolded(self, index: Index, field: str) -> bool:
        """Say whether all of a field of an entry is shown."""
        return (int(index.data(RevisionRole)), field) in self._unfolded

    def offer_at(self, index: Index, rect: QRect, point: QPoint) -> OfferPlace | None:
        """Return what is offered at a point of the entry whose row has this rectangle."""
        inner = QPointF(point) - self._room(index, rect).topLeft()
        return next((place for place in self._entry(index).offers if place.rect.contains(inner)), None)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the entry takes in the present width."""
        under = UNDER_LAST if index.row() == index.model().rowCount() - 1 else 0
        over = _DAY if index.data(DayRole) else 0
        return QSize(self._view.viewport().width(), over + ceil(self._entry(index).height) + 2 * _BETWEEN + under)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the deed with its time, and the fields under it."""
        room = self._room(index, QRect(option.rect))
        entry = self._entry(index)
        painter.save()
        # Marks piled on one letter are drawn far above and below its line.
        painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
        if option.state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
            over = _DAY if index.data(DayRole) else 0
            painter.fillRect(QRect(option.rect).adjusted(0, over, 0, 0), QColor(self._theme.tokens.hover))
        if index.data(DayRole):
            day = QRectF(room.left(), room.top() - _DAY - _BETWEEN / 2, room.width(), _DAY)
            words = day_words(index.data(TimeRole), self._clock())
            self._words(painter, day, words, side=Qt.AlignmentFlag.AlignCenter, font=self._name)
        self._head(painter, room, index, entry)
        for name, layout, top in entry.fields:
            left = room.left() + INDENT
            self._words(painter, QRectF(left, room.top() + top, room.width(), LABEL), name)
            painter.setPen(QColor(self._theme.tokens.text))
            layout.draw(painter, QPointF(left, room.top() + top + LABEL))
        for place in entry.offers:
            self._words(painter, place.rect.translated(room.topLeft()), offer_words(place.offer), "accent")
        painter.restore()

    def _head(self, painter: QPainter, room: QRectF, index: Index, entry: Entry) -> None:
        by_server = index.data(ActionRole) == Action.CATEGORISE
        name = _SERVER_ICON if by_server else ROLE_ICONS.get(Role(index.data(AuthorRole)), "person")
        mark = icons.pixmap(name, self._theme.tokens.muted, _MARK, max(2.0, self._view.devicePixelRatioF()))
        painter.drawPixmap(room.topLeft() + QPointF(0, 1), mark)
        painter.setPen(QColor(self._theme.tokens.text))
        entry.deed.draw(painter, room.topLeft() + QPointF(INDENT, 0))
        when = said_words(index.data(TimeRole), self._clock())
        width = QFontMetrics(self._small).horizontalAdvance(when)
        self._words(painter, QRectF(room.right() - width, room.top(), width + 1, LABEL - 4), when)

    def _words(
        self,
        painter: QPainter,
        rect: QRectF,
        words: str,
        tone: str = "muted",
        *,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
        font: QFont | None = None,
    ) -> None:
        painter.setFont(font or self._small)
        painter.setPen(QColor(str(getattr(self._theme.tokens, tone))))
        painter.drawText(rect, side, words)

    @staticmethod
    def _room(index: Index, rect: QRect) -> QRectF:
        """Return where an entry stands in its row, under the day where that begins."""
        over = _DAY if index.data(DayRole) else 0
        side = beside(rect.width())
        return QRectF(rect).adjusted(side, _BETWEEN + over, -side, -_BETWEEN)

    def _entry(self, index: Index) -> Entry:
        width = self._view.viewport().width()
        if width != self._width:
            self._width = width
            self._entries.clear()
        revision = int(index.data(RevisionRole))
        if revision not in self._entries:
            self._entries[revision] = self._lay_out(index, width - 2 * beside(width))
        return self._entries[revision]

    def _lay_out(self, index: Index, width: int) -> Entry:
        # As wide as a time can become, so that an entry keeps its height as time goes by.
        time_width = widest_said(QFontMetrics(self._small))
        room = float(width), float(width - INDENT - time_width - _BEFORE_TIME)
        fields = [field for field in index.data(FieldsRole) if field.before != field.after]
        return lay_out(str(index.data(DeedRole)), fields, room, self._fonts, self._theme.tokens, self._state(index))

    def _state(self, index: Index) -> Callable[[ticket_pb2.FieldChange], tuple[bool, bool]]:
        return lambda field: (self.is_unfolded(index, field.field), self._restorable(field))
