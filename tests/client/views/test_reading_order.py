"""Tab reads a window as a page: rows from the top, columns from the left, whatever was made first."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from client.views.reading_order import in_order, step


def page(qtbot: QtBot, places: dict[str, tuple[int, int, int, int]]) -> QWidget:
    """Return a window with a button at each place, made from the last to the first."""
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.resize(400, 300)
    # The look of the desk, where an earlier test put it on, makes every button as high as a finger needs.
    whole.setStyleSheet("QPushButton { min-height: 0; padding: 0; border: none }")
    for name, place in reversed(places.items()):
        QPushButton(name, whole).setGeometry(QRect(*place))
    whole.show()
    return whole


@pytest.mark.parametrize(
    "places",
    [
        {"a": (0, 0, 40, 20), "b": (50, 4, 40, 20), "c": (0, 30, 40, 20)},
        {"a": (0, 0, 40, 200), "b": (50, 0, 40, 20), "c": (50, 30, 40, 20)},
        {"a": (0, 0, 40, 90), "b": (0, 100, 40, 90), "c": (50, 0, 40, 120), "d": (50, 130, 40, 50)},
        {"a": (0, 0, 200, 20), "b": (0, 30, 40, 90), "c": (50, 30, 40, 20), "d": (50, 60, 40, 60), "e": (0, 130, 9, 9)},
    ],
)
def test_a_page_is_read(places: dict[str, tuple[int, int, int, int]], qtbot: QtBot) -> None:
    whole = page(qtbot, places)
    found = in_order(whole)
    assert [button.text() for button in found if isinstance(button, QPushButton)] == list(places)


def test_what_cannot_be_used_is_left_out(qtbot: QtBot) -> None:
    whole = page(qtbot, {name: (0, 30 * at, 40, 20) for at, name in enumerate("abcde")})
    a, b, c, d, e = in_order(whole)
    b.hide()
    c.setEnabled(False)
    d.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    QLineEdit(a).setFocusProxy(e)
    assert in_order(whole) == [a, e]


def test_it_goes_round_both_ways_and_begins_at_an_end(qtbot: QtBot) -> None:
    whole = page(qtbot, {name: (0, 30 * at, 40, 20) for at, name in enumerate("abc")})
    whole.activateWindow()
    qtbot.waitUntil(whole.isActiveWindow)
    whole.setFocus()
    gone = []
    for forward in (True, True, True, True, False, False):
        assert step(whole, forward=forward)
        focused = whole.focusWidget()
        assert isinstance(focused, QPushButton)
        gone.append(focused.text())
    assert gone == ["a", "b", "c", "a", "c", "b"]


def test_where_nothing_else_is_the_focus_stays(qtbot: QtBot) -> None:
    whole = page(qtbot, {})
    assert not step(whole, forward=True)
