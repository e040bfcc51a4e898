"""Paints one cell of the ticket table from all that its picture depends on, and from nothing else."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from campusdesk.rules import Category, Status
from client.models.columns import Column
from client.text import brief_category_words, status_words
from client.views.marked_line import paint_line
from client.views.theme import icons, tokens
from client.views.theme.tokens import Tokens

# Pixels; the first column starts where the titles over the table start.
PADDING, FIRST_PADDING = 10, 24
# The next column's padding keeps texts apart where there is little room.
_NARROW_END = 2
_GAP = 8
_MUTED = frozenset(Column) - {Column.STATUS, Column.CATEGORY, Column.PROBLEM}
# What is bold in a row that is unread, and the radius of its dot in pixels.
_BOLD, _DOT = frozenset({Column.NUMBER, Column.PROBLEM}), 4
_STATUSES = {int(status): status for status in Status}
_CATEGORIES = {int(category): category for category in Category}


class Look(NamedTuple):
    """What all cells of a table have in common: a narrow one shows statuses and categories by their shapes alone.

    With `brief` categories have a brief word even so.
    """

    is_dark: bool
    ratio: float
    narrow: bool
    brief: bool


class Cell(NamedTuple):
    """What is to be seen in a cell; `figure` are words beside a category, `wanted` terms to be marked."""

    look: Look
    width: int
    height: int
    column: Column
    words: str
    status: int
    category: int
    is_sure: bool
    figure: str
    is_unread: bool
    is_closing: bool
    is_selected: bool
    is_hovered: bool
    is_first: bool
    is_leftmost: bool
    wanted: tuple[str, ...]


def paint_cell(painter: QPainter, rect: QRect, cell: Cell, colours: Tokens) -> None:
    """Paint the row's ground, then what stands in the column."""
    _paint_ground(painter, rect, cell, colours)
    end = _NARROW_END if cell.look.narrow else PADDING
    inner = rect.adjusted(FIRST_PADDING if cell.is_first else PADDING, 0, -end, 0)
    # A newer server may know more of them than this desk: then the model's words are all there is.
    if cell.column is Column.STATUS and cell.is_closing:
        words = QCoreApplication.translate("TicketDelegate", "closing")
        _paint_shape(painter, inner, cell, "check", colours.danger, words)
    elif cell.column is Column.STATUS and cell.status in _STATUSES:
        status = _STATUSES[cell.status]
        _paint_shape(painter, inner, cell, icons.STATUS_ICONS[status], colours.status(status)[0], status_words(status))
    elif cell.column is Column.CATEGORY and cell.category in _CATEGORIES:
        _paint_category(painter, inner, cell, colours)
    elif cell.column is Column.PROBLEM and not cell.words:
        _paint_waiting(painter, inner, colours)
    else:
        _paint_words(painter, inner, cell, colours)


def _paint_ground(painter: QPainter, rect: QRect, cell: Cell, colours: Tokens) -> None:
    ground = colours.select if cell.is_selected else colours.hover if cell.is_hovered else colours.surface
    painter.fillRect(rect, QColor(ground))
    if cell.is_selected and cell.is_first:
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(colours.accent))
    if cell.is_unread and cell.is_leftmost:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(QPointF(rect.left() + FIRST_PADDING / 2 + 1, rect.center().y() + 1), _DOT, _DOT)
        painter.restore()


def _paint_category(painter: QPainter, rect: QRect, cell: Cell, colours: Tokens) -> None:
    category, narrow = _CATEGORIES[cell.category], cell.look.narrow
    words = cell.words
    if cell.figure:
        # Nearer to its category than to what stands in the next column.
        room = rect.adjusted(0, 0, -_GAP if narrow else 0, 0)
        rect = rect.adjusted(0, 0, -_paint_figure(painter, room, cell.figure, colours), 0)
    if cell.look.brief:
        words = brief_category_words(category) + ("" if cell.is_sure else "?")
    _paint_shape(painter, rect, cell, icons.CATEGORY_ICONS[category], colours.category(category), words)
    if narrow and not cell.look.brief and not cell.is_sure:
        # The words, and the question mark with them, have no room: it stands close to the shape.
        _paint_text(painter, rect.adjusted(tokens.ICON + 1, 0, _NARROW_END + 2, 0), "?")


def _paint_figure(painter: QPainter, rect: QRect, words: str, colours: Tokens) -> int:
    """Paint the words small at the right end; return the pixels that they take from what stands before them."""
    painter.save()
    _set_small(painter)
    painter.setPen(QColor(colours.muted))
    width = painter.fontMetrics().horizontalAdvance(words)
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
    painter.restore()
    return width + _GAP // 2


def _paint_shape(painter: QPainter, rect: QRect, cell: Cell, icon: str, colour: str, words: str) -> None:
    top = rect.center().y() - tokens.ICON // 2 + 1
    painter.drawPixmap(rect.left(), top, icons.pixmap(icon, colour, tokens.ICON, cell.look.ratio))
    painter.setPen(QColor(colour))
    if not cell.look.narrow or (cell.look.brief and cell.column is Column.CATEGORY):
        _paint_text(painter, rect.adjusted(tokens.ICON + _GAP, 0, 0, 0), words)


def _paint_words(painter: QPainter, rect: QRect, cell: Cell, colours: Tokens) -> None:
    is_muted = cell.column in _MUTED
    if is_muted:
        _set_small(painter)
    if cell.is_unread and cell.column in _BOLD:
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
    painter.setPen(QColor(colours.muted if is_muted else colours.text))
    paint_line(painter, rect, cell.words, cell.wanted, colours)


def _set_small(painter: QPainter) -> None:
    font = QFont(painter.font())
    font.setPixelSize(tokens.SMALL)
    font.setFeature(QFont.Tag("tnum"), 1)
    painter.setFont(font)


def _paint_waiting(painter: QPainter, rect: QRect, colours: Tokens) -> None:
    """Paint a quiet bar where a text is still on its way."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.hover))
    painter.drawRoundedRect(QRect(rect.left(), rect.center().y() - 4, min(220, rect.width()), 9), 4, 4)


def _paint_text(painter: QPainter, rect: QRect, words: str) -> None:
    elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, elided)
