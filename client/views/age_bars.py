"""The ages of all tickets that are not closed: a bar and its number for each class of age."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from campusdesk.rules import Status
from client.models.backlog_ages import WAITING, AgeClass
from client.models.backlog_parts import Split
from client.models.backlog_series import BacklogSeries
from client.text import status_words
from client.views.numbers import count_words
from client.views.plots.canvas import PLAIN, Canvas
from client.views.plots.part_fill import part_colour, part_fill
from client.views.theme import tokens

# Pixels: between words, bar and number; around a row; of a bar and of a row at most.
_GAP, _INSET, _BAR, _HIGH, _LOW = 8, 4, 14, 30, 15
_WIDE = 208


class AgeBars(QWidget):
    """One row a class, the youngest first; `picked` tells the tickets of a row that was clicked."""

    picked = Signal(object)

    def __init__(self, plot: Canvas) -> None:
        """Have no rows yet; they are painted in the colours of the plot, and grey with it."""
        super().__init__()
        self._plot = plot
        self.title = self.tr("All not closed, by age")
        self.rows: list[AgeRow] = []
        self._column = QVBoxLayout(self)
        _write_small(self)
        self._column.setContentsMargins(0, self._head, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setAccessibleName(self.title)

    @property
    def _head(self) -> int:
        """Return the pixels over the rows, in which the title stands."""
        return _INSET + self.fontMetrics().height()

    def sizeHint(self) -> QSize:
        """Return the room of a plot that stands beside another."""
        title = self.fontMetrics().horizontalAdvance(self.title) + 2 * _INSET
        return QSize(max(_WIDE, title), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the title; in a picture it has the plot's colours, as no label would."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QColor(self._plot.colours.muted))
        room = QRectF(_INSET, 0, self.width() - _INSET, self._head)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), self.title)

    def show_series(self, series: BacklogSeries) -> None:
        """Paint the ages of this result."""
        while len(self.rows) < len(series.ages):
            row = AgeRow(self._plot)
            row.picked.connect(self.picked)
            self._column.insertWidget(len(self.rows), row, 1)
            self.rows.append(row)
        most = max((age.count for age in series.ages), default=0)
        measure = self.rows[0].fontMetrics().horizontalAdvance if self.rows else len
        widest = max((measure(age.words) for age in series.ages), default=0)
        number = measure(count_words(most))
        for row, age in zip(self.rows, series.ages, strict=False):
            row.show_age(age, most, (widest, number), by_status=series.split is not Split.CATEGORY)
        # Another server, of an older version, may tell fewer classes than the one before it.
        for at, row in enumerate(self.rows):
            row.setHidden(at >= len(series.ages))


class AgeRow(QPushButton):
    """One class of age; a class without tickets cannot be picked."""

    picked = Signal(object)

    def __init__(self, plot: Canvas) -> None:
        """Show no class yet."""
        super().__init__()
        self._plot = plot
        self._age: AgeClass | None = None
        self._most, self._columns, self._by_status = 1, (0, 0), True
        self.setProperty("kind", "bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMaximumHeight(_HIGH)
        _write_small(self)
        self.clicked.connect(self._pick)

    def sizeHint(self) -> QSize:
        """Return the room of a line."""
        return QSize(_WIDE, _HIGH)

    def minimumSizeHint(self) -> QSize:
        """Return the least room of a line."""
        return QSize(_WIDE // 2, _LOW)

    def show_age(self, age: AgeClass, most: int, columns: tuple[int, int], *, by_status: bool) -> None:
        """Show a class of which the largest has `most` tickets; `columns` are the widths of words and numbers."""
        self._age, self._most, self._columns, self._by_status = age, max(1, most), columns, by_status
        parts = zip(WAITING, (age.open_count, age.active_count), strict=True)
        told = " · ".join(f"{status_words(status)} {count_words(count)}" for status, count in parts)
        self.setAccessibleName(f"{age.words}: {count_words(age.count)}")
        self.setAccessibleDescription(told)
        self.setToolTip(told)
        self.setEnabled(age.count > 0)
        self.setCursor(Qt.CursorShape.PointingHandCursor if age.count else Qt.CursorShape.ArrowCursor)
        self.update()

    def _pick(self) -> None:
        pick = self._age.pick() if self._age is not None else None
        if pick is not None:
            self.picked.emit(pick)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, the bar of both statuses and the number."""
        super().paintEvent(event)
        age = self._age
        if age is None:
            return
        painter, colours = QPainter(self), self._plot.colours
        widest, number = self._columns
        room = QRectF(_INSET, 0, self.width() - 2 * _INSET, self.height())
        painter.setPen(QColor(colours.muted))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), age.words)
        painter.setPen(QColor(colours.text if age.count else colours.muted))
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(room, right, count_words(age.count))
        left, length = room.left() + widest + _GAP, room.width() - widest - number - 2 * _GAP
        for part, count in self._parts(age):
            wide = length * count / self._most
            if count:
                self._paint_part(painter, part, QRectF(left, (self.height() - _BAR) / 2, wide, _BAR))
            left += wide

    def _parts(self, age: AgeClass) -> list[tuple[Status | None, int]]:
        if self._by_status:
            return list(zip(WAITING, (age.open_count, age.active_count), strict=True))
        return [(None, age.count)]

    def _paint_part(self, painter: QPainter, part: Status | None, place: QRectF) -> None:
        colours = self._plot.colours
        colour = part_colour(part, colours) if part is not None else colours.muted
        painter.setBrush(self._plot.fill(colour, part_fill(part) if part is not None else PLAIN))
        painter.setPen(self._plot.outline(colour))
        # An outline is drawn half within and half beside its place.
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))


def _write_small(widget: QWidget) -> None:
    font = QFont(widget.font())
    font.setPixelSize(tokens.SMALL)
    widget.setFont(font)
