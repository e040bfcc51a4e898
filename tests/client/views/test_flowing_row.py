"""Small parts stand beside each other, and under each other where there is no room."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from client.views.flowing_row import FlowingRow

WIDE, HIGH = 100, 20


class Window(QWidget):
    """A window with a row of three buttons over all else."""

    def __init__(self) -> None:
        super().__init__()
        self.parts = [QPushButton(words) for words in ("opened", "not closed", "oldest")]
        for part in self.parts:
            part.setFixedSize(WIDE, HIGH)
        self.row, self.below = FlowingRow(self.parts), QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        column.addWidget(self.below, 1)

    def lines(self) -> list[int]:
        """Return how many parts stand in each line, from the top."""
        heights = [part.y() for part in self.parts if not part.isHidden()]
        return [heights.count(height) for height in sorted(set(heights))]


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.resize(400, 200)
    window.show()
    return window


def test_there_are_as_many_lines_as_the_width_takes(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.lines() == [3])
    window.resize(2 * WIDE + 20, 200)
    qtbot.waitUntil(lambda: window.lines() == [2, 1])
    window.resize(WIDE, 200)
    qtbot.waitUntil(lambda: window.lines() == [1, 1, 1])
    assert window.width() == WIDE, "the widest part is all the width that it needs"
    assert window.below.y() >= window.row.y() + 3 * HIGH, "what is below it makes room for its lines"


def test_one_that_is_hidden_leaves_no_gap(window: Window, qtbot: QtBot) -> None:
    window.parts[1].hide()
    window.resize(2 * WIDE + 20, 200)
    qtbot.waitUntil(lambda: window.lines() == [2])
    assert window.parts[2].x() < WIDE + 20
