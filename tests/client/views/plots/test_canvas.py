"""What all plots share: a card under the mouse, and colours that follow the theme and the service."""

from collections.abc import Callable

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from client.models.picked import Picked
from client.settings import Theme as ThemeChoice
from client.views.plots.canvas import Canvas
from client.views.plots.resolution_plot import pale
from client.views.theme.theme import Theme
from client.views.theme.tokens import DARK, LIGHT

PICK = Picked("right", frozenset({1}))


class Halves(Canvas):
    """Has words and tickets in its right half only, and counts how often it is painted."""

    painted = 0

    def words_at(self, x: float, y: float) -> str:
        return "<b>right</b>" if x > 0 else ""

    def pick_at(self, x: float, y: float) -> Picked | None:
        return PICK if x > 0 else None

    def repaint_data(self) -> None:
        self.painted += 1


@pytest.fixture
def canvas(theme: Theme, qtbot: QtBot) -> Halves:
    canvas = Halves(theme)
    qtbot.addWidget(canvas)
    canvas.plot.setXRange(-1, 1, padding=0)
    canvas.plot.setYRange(-1, 1, padding=0)
    canvas.resize(400, 300)
    canvas.show()
    canvas.dress()
    return canvas


def move_to(canvas: Canvas, x: float, y: float = 0.0) -> None:
    box: pg.ViewBox = canvas.plot.getPlotItem().getViewBox()
    canvas.plot.scene().sigMouseMoved.emit(box.mapViewToScene(QPointF(x, y)))


def place(canvas: Canvas, x: float, y: float = 0.0) -> QPoint:
    box: pg.ViewBox = canvas.plot.getPlotItem().getViewBox()
    at: QPoint = canvas.plot.mapFromScene(box.mapViewToScene(QPointF(x, y)))
    return at


@pytest.mark.parametrize(
    ("x", "button", "expected"),
    [
        (0.5, Qt.MouseButton.LeftButton, [PICK]),
        (-0.5, Qt.MouseButton.LeftButton, []),
        (0.5, Qt.MouseButton.RightButton, []),
    ],
)
def test_a_click_picks_what_stands_there(
    canvas: Halves, x: float, button: Qt.MouseButton, expected: list[Picked]
) -> None:
    told: list[Picked] = []
    canvas.picked.connect(told.append)
    QTest.mouseClick(canvas.plot.viewport(), button, pos=place(canvas, x))
    assert told == expected


def test_a_hand_shows_where_something_can_be_picked(canvas: Halves) -> None:
    move_to(canvas, 0.5)
    assert canvas.plot.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    move_to(canvas, -0.5)
    assert canvas.plot.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_the_card_tells_what_is_under_the_mouse_as_plain_text(canvas: Halves) -> None:
    move_to(canvas, 0.5)
    assert canvas.card.isVisible()
    assert canvas.card.text() == "<b>right</b>\nA click lists these tickets"
    move_to(canvas, -0.5)
    assert not canvas.card.isVisible()


def test_the_card_stays_within_the_window(canvas: Halves) -> None:
    move_to(canvas, 0.99, 0.99)
    assert canvas.rect().contains(canvas.card.geometry())


@pytest.fixture
def window(canvas: Halves, qtbot: QtBot) -> QWidget:
    """Let the plot be low, under much else."""
    window = QWidget()
    qtbot.addWidget(window)
    canvas.setParent(window)
    canvas.setGeometry(0, 150, 400, 100)
    window.resize(400, 250)
    window.show()
    canvas.show()
    # Its axes take their place with the first picture.
    canvas.grab()
    return window


def test_the_card_covers_nothing_of_a_low_plot(canvas: Halves, window: QWidget) -> None:
    move_to(canvas, 0.5)
    assert canvas.card.isVisible()
    assert canvas.card.geometry().bottom() < canvas.geometry().top()
    assert window.rect().contains(canvas.card.geometry())


@pytest.mark.parametrize("gone", [QWidget.hide, lambda canvas: canvas.say("Nothing")])
def test_the_card_goes_with_its_plot(gone: Callable[[Canvas], None], canvas: Halves, window: QWidget) -> None:
    move_to(canvas, 0.5)
    assert canvas.card.isVisible()
    gone(canvas)
    assert window.isVisible()
    assert not canvas.card.isVisible()


def test_the_card_goes_beside_the_axes_and_with_the_mouse(canvas: Halves) -> None:
    move_to(canvas, 0.5)
    move_to(canvas, 0.5, -1.2)
    assert not canvas.card.isVisible()
    move_to(canvas, 0.5)
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert not canvas.card.isVisible()


def test_it_turns_grey_once_and_back(canvas: Halves) -> None:
    before = canvas.painted
    canvas.set_stale(True)
    canvas.set_stale(True)
    assert canvas.painted == before + 1
    assert canvas.ink(LIGHT.accent) == canvas.fill(LIGHT.accent).color() == QColor(LIGHT.faded)
    assert canvas.ink(LIGHT.text) == QColor(LIGHT.muted), "a mark is told apart from the bar under it"
    assert canvas.ink(pale(LIGHT.accent)) == QColor(pale(LIGHT.faded))
    canvas.set_stale(False)
    assert canvas.ink(LIGHT.accent) == canvas.outline(LIGHT.accent).color() == QColor(LIGHT.accent)


def test_it_follows_the_theme(canvas: Halves, theme: Theme) -> None:
    before = canvas.painted
    theme.choose(ThemeChoice.DARK)
    assert canvas.plot.backgroundBrush().color() == QColor(DARK.surface)
    assert canvas.painted > before


def test_the_mouse_neither_moves_nor_zooms_it(canvas: Halves) -> None:
    assert canvas.plot.getPlotItem().getViewBox().state["mouseEnabled"] == [False, False]
    assert not canvas.plot.getPlotItem().menuEnabled()
