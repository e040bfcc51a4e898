"""Rows as they were painted last: the same ones are painted again with each row that comes."""

from collections import OrderedDict
from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtGui import QPainter, QPixmap

from client.views.cell_painter import Cell

# The cells of a row, or some of them, each with the pixels at its left; one picture depends on nothing else.
Cells: TypeAlias = tuple[tuple[int, Cell], ...]

_BYTES_A_PIXEL = 4
# Room for a window of ordinary size, and for as many rows as have just been scrolled out of a larger one.
_LEAST_BYTES, _VIEWS = 8 << 20, 1.5


class RowPictures:
    """A bounded store of pictures, those dropped first that were not needed for longest."""

    def __init__(self, paint: Callable[[QPainter, Cell], None]) -> None:
        """Have `paint` paint a cell of a row that is not here yet, at the origin."""
        self._paint = paint
        self._pictures: OrderedDict[Cells, QPixmap] = OrderedDict()
        self._bytes = 0

    def of(self, cells: Cells, pixels_in_sight: int) -> QPixmap:
        """Return the picture of cells, of which there are some, in a view that shows so many pixels."""
        made = self._pictures.get(cells)
        if made is not None:
            self._pictures.move_to_end(cells)
            return made
        made = self._pictures[cells] = self._made(cells)
        self._bytes += _bytes(made)
        most = max(_LEAST_BYTES, _VIEWS * pixels_in_sight * _BYTES_A_PIXEL)
        while self._bytes > most and len(self._pictures) > 1:
            self._bytes -= _bytes(self._pictures.popitem(last=False)[1])
        return made

    def _made(self, cells: Cells) -> QPixmap:
        last_left, last = cells[-1]
        ratio = last.look.ratio
        picture = QPixmap(round((last_left + last.width) * ratio), round(last.height * ratio))
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        for left, cell in cells:
            painter.save()
            # Marks piled on one letter end where their cell does.
            painter.setClipRect(left, 0, cell.width, cell.height)
            painter.translate(left, 0)
            self._paint(painter, cell)
            painter.restore()
        painter.end()
        return picture

    def __len__(self) -> int:
        return len(self._pictures)


def _bytes(picture: QPixmap) -> int:
    return picture.width() * picture.height() * _BYTES_A_PIXEL
