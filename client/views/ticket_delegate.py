"""Paints the cells of the ticket table: statuses and categories by shape, word and colour, all else as plain text."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QDateTime, QLocale, QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from campusdesk.facts import TicketFacts
from client.models.columns import TIMES, Column, is_sure, tells_doubt
from client.models.tickets import TicketTableModel
from client.views.cell_painter import Cell, Look, paint_cell
from client.views.marked_line import Marks
from client.views.row_cells import RowCells
from client.views.row_pictures import Cells, RowPictures
from client.views.theme import tokens
from client.views.theme.theme import Theme

_SEARCHED = frozenset({Column.PROBLEM, Column.LOCATION})
# Microseconds after which rows are looked at again for what has become of them by the clock alone.
_CLOCK_US = 10_000_000

Index = QModelIndex | QPersistentModelIndex
# A column as the model counts them, the pixels at its left, and its width.
Section: TypeAlias = tuple[int, int, int]


class TicketDelegate(QStyledItemDelegate):
    """One delegate for all columns; `hovered` is the row under the mouse, -1 for none."""

    def __init__(self, theme: Theme, clock: Callable[[], int]) -> None:
        """Paint in this theme; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__()
        self._theme, self._clock = theme, clock
        self._font = QFont()
        self._pictures, self._rows = RowPictures(self._paint), RowCells()
        self.hovered = -1
        # A narrow table shows statuses and categories by their shape alone, or with `brief` categories by a brief word;
        # shorter dates come before that.
        self.narrow, self.brief, self.short_dates = False, False, False
        # The leftmost column, as the model counts them.
        self.first = 0
        # Tickets that are being closed, which still can be undone.
        self.closing: frozenset[int] = frozenset()
        # How strongly a ticket's row is lit, 0 to 1.
        self.strength: Callable[[int], float] = lambda _ticket_id: 0.0
        # What was searched for.
        self.marks = Marks()
        # Whether there is room to say beside a category how sure the server is of it.
        self.figures = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give every row the same height."""
        return QSize(64, tokens.ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell alone."""
        rect, model = option.rect, index.model()
        assert isinstance(model, TicketTableModel)  # noqa: S101 - for the type checker
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        section = (index.column(), 0, rect.width())
        self.paint_row(painter, rect, model, index.row(), (section,), selected, option.font)

    def paint_row(
        self,
        painter: QPainter,
        rect: QRect,
        model: TicketTableModel,
        row: int,
        sections: tuple[Section, ...],
        selected: bool,
        font: QFont,
    ) -> None:
        """Paint these sections of a row, each with its pixels at the left and its width, in the rectangle."""
        if self._font != font:
            self._font, self._pictures = QFont(font), RowPictures(self._paint)
        device = painter.device()
        look = Look(self._theme.tokens is tokens.DARK, device.devicePixelRatioF(), self.narrow, self.brief)
        cells = self._cells(model, row, sections, rect.height(), look, selected)
        if not cells:
            return
        pixels = round(device.width() * device.height() * look.ratio**2)
        painter.drawPixmap(rect.topLeft(), self._pictures.of(cells, pixels))
        # Light that fades lies over the picture: it is another one at each moment.
        if not selected and row != self.hovered and (strength := self.strength(model.ticket_id(row))):
            painter.fillRect(rect, _faint(self._theme.tokens.accent, strength))

    def _cells(
        self,
        model: TicketTableModel,
        row: int,
        sections: tuple[Section, ...],
        height: int,
        look: Look,
        selected: bool,
    ) -> Cells:
        def make() -> Cells:
            return tuple(
                (left, cell)
                for section, left, width in sections
                if width > 0 and (cell := self._cell(model, row, section, (width, height), look, selected))
            )

        state = model.state(row)
        if state is None or state.text is None:
            # The model asks for the text whenever it is looked for.
            return make()
        ticket_id = state.facts.id
        setting = (
            model, sections, height, look, self.marks, self.first, self.short_dates, self.figures,
            self._clock() // _CLOCK_US,
        )  # fmt: skip
        marks = (ticket_id in self.closing, selected, row == self.hovered)
        return self._rows.of(ticket_id, (state, marks), setting, make)

    def _paint(self, painter: QPainter, cell: Cell) -> None:
        painter.setFont(self._font)
        paint_cell(painter, QRect(0, 0, cell.width, cell.height), cell, self._theme.tokens)

    def _cell(
        self, model: TicketTableModel, row: int, section: int, size: tuple[int, int], look: Look, selected: bool
    ) -> Cell | None:
        glance = model.glance(row, section)
        if glance is None:
            return None
        column, facts, words, unread = glance
        if self.short_dates and column in TIMES and words:
            words = self._short_date(getattr(facts, TIMES[column]))
        is_category = column is Column.CATEGORY
        return Cell(
            look,
            *size,
            column,
            words,
            status=facts.status if column is Column.STATUS else 0,
            category=facts.category if is_category else 0,
            is_sure=not is_category or is_sure(facts),
            figure=f"{facts.confidence} %" if is_category and self.figures and tells_doubt(facts) else "",
            is_unread=unread,
            is_closing=facts.id in self.closing,
            is_selected=selected,
            is_hovered=row == self.hovered,
            is_first=section == self.first,
            is_leftmost=section == 0,
            wanted=self._wanted(column, facts),
        )

    def _wanted(self, column: Column, facts: TicketFacts) -> tuple[str, ...]:
        """Return what is marked in a column: texts that are searched, and the number that was typed."""
        if column in _SEARCHED:
            return self.marks.wanted
        is_wanted = column is Column.NUMBER and facts.id == self.marks.number
        return (str(self.marks.number),) if is_wanted else ()

    def _short_date(self, time_us: int) -> str:
        moment = QDateTime.fromMSecsSinceEpoch(time_us // 1_000)
        now = QDateTime.fromMSecsSinceEpoch(self._clock() // 1_000)
        if moment.date() == now.date():
            return QLocale().toString(moment, "HH:mm")
        return QLocale().toString(moment, "d MMM" if moment.date().year() == now.date().year() else "MMM yyyy")


def _faint(colour: str, strength: float) -> QColor:
    made = QColor(colour)
    made.setAlphaF(tokens.LIT * strength)
    return made
