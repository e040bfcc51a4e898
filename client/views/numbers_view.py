"""The numbers of a plot as a table: for who reads by rows, walks by keys, or has the screen read aloud."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from client.models.series_table import SeriesTable, SeriesTableModel
from client.views.labels import set_tone
from client.views.theme import tokens

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# Rows that are looked at for the width of a column, and pixels of a row.
_MEASURED, _ROW = 60, 28
# Pixels at either side of a heading.
_BESIDE = 13


class NumbersView(QTableView):
    """`entered` tells the row and column of the cell that somebody wants to see the tickets of."""

    entered = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Numbers of the plot"))
        self.numbers = SeriesTableModel()
        self.numbers.setParent(self)
        self.setModel(self.numbers)
        # Its cells begin where their headings do.
        self.setProperty("kind", "numbers")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setFixedHeight(tokens.HEADER)
        head.setResizeContentsPrecision(_MEASURED)
        self.numbers.modelReset.connect(self._begin)
        self.doubleClicked.connect(self._enter)

    def show_table(self, table: SeriesTable) -> None:
        """Show these numbers; what is chosen and in sight stays so as long as it is there."""
        top = QPersistentModelIndex(self.indexAt(QPoint(0, 0)))
        distance = self.rowViewportPosition(top.row()) if top.isValid() else 0
        self.numbers.show_table(table)
        if top.isValid():
            # Rows that came or went above would move those that are read.
            self.executeDelayedItemsLayout()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.rowViewportPosition(top.row()) - distance)

    def set_stale(self, stale: bool) -> None:
        """Turn grey while the service is away."""
        set_tone(self, "tone", "muted" if stale else "")

    def _begin(self) -> None:
        """Begin at the newest, which stands last, with columns as wide as their words.

        They keep that width: a table whose columns move under the eyes is not read.
        """
        for column in range(self.numbers.columnCount()):
            self.setColumnWidth(column, self._needed(column))
        last = self.numbers.index(self.numbers.rowCount() - 1, 0)
        self.selectionModel().setCurrentIndex(last, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollToBottom()

    def _needed(self, column: int) -> int:
        """Return the pixels in which neither a cell nor the heading is cut; Qt itself would measure the latter bold."""
        font = QFont(self.font())
        font.setPixelSize(tokens.SMALL)
        heading = str(self.numbers.headerData(column, Qt.Orientation.Horizontal) or "")
        return max(self.sizeHintForColumn(column), QFontMetrics(font).horizontalAdvance(heading) + 2 * _BESIDE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Have Enter show the tickets of the cell that has the keys."""
        if event.key() in _ENTER:
            self._enter(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _enter(self, index: QModelIndex) -> None:
        if index.isValid():
            self.entered.emit(index.row(), index.column())
