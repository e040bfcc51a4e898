"""Pictures of rows are painted once, forgotten when they were not needed for longest, and bounded in bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPainter

from client.models.columns import Column
from client.views.cell_painter import Cell, Look
from client.views.row_pictures import Cells, RowPictures

# A row of one cell and 1 MB.
WIDTH = HEIGHT = 512
NONE_IN_SIGHT = 0
MOST = 8

pytestmark = pytest.mark.usefixtures("qapp")


def cell(number: int, ratio: float = 1.0) -> Cell:
    look = Look(is_dark=False, ratio=ratio, narrow=False, brief=False)
    told = {"status": 0, "category": 0, "is_sure": True, "figure": "", "wanted": ()}
    flags = dict.fromkeys(("is_unread", "is_closing", "is_selected", "is_hovered", "is_first", "is_leftmost"), False)
    return Cell(look, WIDTH, HEIGHT, Column.NUMBER, f"#{number}", **told, **flags)  # type: ignore[arg-type]


def row(number: int, ratio: float = 1.0) -> Cells:
    return ((0, cell(number, ratio)),)


class Counted(RowPictures):
    """Notes what had to be painted."""

    def __init__(self) -> None:
        super().__init__(self._note)
        self.painted: list[str] = []

    def _note(self, painter: QPainter, painted: Cell) -> None:
        painter.fillRect(0, 0, painted.width, painted.height, QColor("red"))
        self.painted.append(painted.words)


@given(st.lists(st.integers(1, MOST + 4), max_size=40))
def test_what_is_here_is_what_was_needed_last(numbers: list[int]) -> None:
    pictures, needed = Counted(), list[int]()
    for number in numbers:
        painted = len(pictures.painted)
        assert pictures.of(row(number), NONE_IN_SIGHT).toImage().pixelColor(WIDTH - 1, HEIGHT - 1) == QColor("red")
        assert (len(pictures.painted) == painted) is (number in needed[-MOST:])
        needed = [*(each for each in needed if each != number), number]
        assert len(pictures) == min(len(needed), MOST)


def test_a_large_view_keeps_all_that_it_shows() -> None:
    pictures = Counted()
    for number in [*range(20), *range(20)]:
        pictures.of(row(number), 20 * WIDTH * HEIGHT)
    assert len(pictures.painted) == 20


def test_a_screen_of_twice_the_points_has_pictures_of_its_own() -> None:
    pictures = Counted()
    sizes = [pictures.of(row(1, ratio), NONE_IN_SIGHT).width() for ratio in (1.0, 2.0)]
    assert sizes == [WIDTH, 2 * WIDTH]
