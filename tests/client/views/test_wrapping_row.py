"""A row breaks where it is too narrow, and never makes its window wider than it must be."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from client.views.wrapping_row import WrappingRow


class Window(QWidget):
    """A window with one row of two buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.left, self.right = QPushButton("Internal note"), QPushButton("Send")
        for button in (self.left, self.right):
            button.setFixedSize(100, 30)
        self.row = WrappingRow(self.left)
        self.row.right.addWidget(self.right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        column.addStretch()


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.resize(300, 100)
    window.show()
    return window


def test_it_breaks_where_it_is_too_narrow_and_joins_again(window: Window, qtbot: QtBot) -> None:
    assert not window.row.is_wrapped
    window.resize(150, 100)
    qtbot.waitUntil(lambda: window.right.y() > window.left.geometry().bottom())
    assert window.right.geometry().right() < 150
    window.resize(300, 100)
    qtbot.waitUntil(lambda: window.right.y() == window.left.y())


def test_the_window_need_not_be_wider_than_one_side(window: Window) -> None:
    assert 100 <= window.minimumSizeHint().width() < 150


def test_it_looks_again_when_a_side_grows_comes_or_goes(window: Window, qtbot: QtBot) -> None:
    window.right.setFixedWidth(250)
    qtbot.waitUntil(lambda: window.row.is_wrapped)
    window.left.hide()
    qtbot.waitUntil(lambda: not window.row.is_wrapped)
