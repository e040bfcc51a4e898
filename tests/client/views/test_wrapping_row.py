"""A row breaks where it is too narrow, and never makes its window wider than it must be."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from client.views.buttons import FOLDED, FoldingButton
from client.views.theme.theme import Theme
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


@pytest.fixture
def folding(theme: Theme, window: Window) -> list[FoldingButton]:
    """Two buttons with words in the place of the one."""
    window.right.hide()
    buttons = [FoldingButton(theme, words, icon="send") for words in ("Answer, then close", "Send")]
    for button in buttons:
        window.row.right.addWidget(button)
    return buttons


def test_words_are_folded_away_from_the_first_on_before_the_row_breaks(
    window: Window, folding: list[FoldingButton], qtbot: QtBot
) -> None:
    def is_(*folded: bool, wrapped: bool) -> bool:
        return [button.is_folded for button in folding] == list(folded) and window.row.is_wrapped is wrapped

    first, last = (button.wide for button in folding)
    beside = window.left.sizeHint().width() + 12
    window.resize(beside + first + last, 100)
    qtbot.waitUntil(lambda: is_(False, False, wrapped=False))
    window.resize(beside + FOLDED + last, 100)
    qtbot.waitUntil(lambda: is_(True, False, wrapped=False))
    window.resize(beside + FOLDED + FOLDED, 100)
    qtbot.waitUntil(lambda: is_(True, True, wrapped=False))
    assert folding[1].text() == "Send", "who reads the screen aloud is told what it does"
    assert folding[1].wide == last
    window.resize(beside, 100)
    qtbot.waitUntil(lambda: window.row.is_wrapped)
    assert window.width() == beside, "nothing but a side widens the window"
    window.resize(500, 100)
    qtbot.waitUntil(lambda: is_(False, False, wrapped=False))
