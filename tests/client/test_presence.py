"""Keys and moves of the mouse say that somebody is here; after a while without any nobody is, which is told before."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from client.presence import IDLE_US, WARNING_US, Presence
from tests.client.views.set_clock import SetClock

SECOND_US = 1_000_000


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def presence(qapp: QApplication, clock: SetClock) -> Iterator[Presence]:
    watched = Presence(qapp, clock)
    yield watched
    watched.end()


@pytest.fixture
def told(presence: Presence) -> list[object]:
    """Note what is told, in order."""
    told: list[object] = []
    presence.leaving.connect(told.append)
    presence.left.connect(lambda: told.append("left"))
    return told


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def after(clock: SetClock, presence: Presence, microseconds: int) -> None:
    clock.now_us += microseconds
    presence.look()


def test_the_last_minute_is_counted_down_and_then_nobody_is_here(
    presence: Presence, clock: SetClock, told: list[object]
) -> None:
    after(clock, presence, IDLE_US - WARNING_US - 1)
    assert told == []
    after(clock, presence, 1)
    after(clock, presence, 400_000)
    after(clock, presence, 600_000)
    assert told == [60, 59]
    after(clock, presence, 59 * SECOND_US)
    assert told == [60, 59, 0, "left"]
    after(clock, presence, IDLE_US - WARNING_US - 1)
    assert told == [60, 59, 0, "left"], "it begins anew"


@pytest.mark.parametrize("sign", ["key", "click", "move", "wheel"])
def test_any_key_or_move_of_the_mouse_stops_the_countdown(
    sign: str, presence: Presence, clock: SetClock, told: list[object], window: QWidget
) -> None:
    after(clock, presence, IDLE_US - SECOND_US)
    {
        "key": lambda: QTest.keyClick(window, Qt.Key.Key_Shift),
        "click": lambda: QTest.mouseClick(window, Qt.MouseButton.LeftButton),
        "move": lambda: QTest.mouseMove(window, QPoint(7, 9)),
        "wheel": lambda: QTest.wheelEvent(window.windowHandle(), QPointF(5, 5), QPoint(0, 120)),
    }[sign]()
    QCoreApplication.processEvents()
    assert told == [1, 0]
    after(clock, presence, IDLE_US - WARNING_US - 1)
    assert told == [1, 0]


def test_what_the_desk_does_by_itself_is_nobody(
    presence: Presence, clock: SetClock, told: list[object], window: QWidget
) -> None:
    after(clock, presence, IDLE_US - SECOND_US)
    where, none = QPointF(3, 3), Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, where, where, none, none, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(window, moved)
    window.resize(300, 200)
    QCoreApplication.processEvents()
    assert told == [1]


class Moved(QMouseEvent):
    """A move of the mouse over a window as the system tells it, also when it was the window that moved."""

    def __init__(self, in_window: QPointF, on_screen: QPointF) -> None:
        none = Qt.MouseButton.NoButton
        super().__init__(QEvent.Type.MouseMove, in_window, on_screen, none, none, Qt.KeyboardModifier.NoModifier)

    def spontaneous(self) -> bool:
        return True


def test_a_window_that_moves_under_the_mouse_is_nobody(
    presence: Presence, clock: SetClock, told: list[object], window: QWidget
) -> None:
    presence.eventFilter(window, Moved(QPointF(40, 40), QPointF(90, 90)))
    after(clock, presence, IDLE_US - SECOND_US)
    presence.eventFilter(window, Moved(QPointF(30, 30), QPointF(90, 90)))
    assert told == [1]
    presence.eventFilter(window, Moved(QPointF(31, 30), QPointF(91, 90)))
    assert told == [1, 0]


def test_who_opens_a_pc_that_slept_is_somebody_else(presence: Presence, clock: SetClock, told: list[object]) -> None:
    after(clock, presence, 8 * 3_600 * SECOND_US)
    assert told == ["left"]


def test_a_clock_that_is_set_back_takes_no_time_from_anybody(
    presence: Presence, clock: SetClock, told: list[object]
) -> None:
    after(clock, presence, -3_600 * SECOND_US)
    after(clock, presence, IDLE_US - WARNING_US - 1)
    assert told == []
    after(clock, presence, 1)
    assert told == [60]
