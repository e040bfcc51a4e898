"""Two bars a category, each with its number, told apart without colour."""

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category
from client.models.category_series import CategoryLoadSeries
from client.models.series import Stamp
from client.views.plots.category_plot import CategoryPlot
from client.views.theme.theme import Theme
from client.views.theme.tokens import LIGHT
from tests.client.made import NOON_US


@pytest.fixture
def plot(theme: Theme, qtbot: QtBot) -> CategoryPlot:
    plot = CategoryPlot(theme)
    qtbot.addWidget(plot)
    plot.resize(900, 300)
    counts = np.array([4.0, 0.0, 2.0]), np.array([1.0, 9.0, 0.0])
    plot.show_series(CategoryLoadSeries(Stamp(1, NOON_US, 16, True), tuple(Category), *counts))
    return plot


def bars(plot: CategoryPlot) -> list[pg.BarGraphItem]:
    return [item for item in plot.plot.getPlotItem().items if isinstance(item, pg.BarGraphItem)]


def numbers(plot: CategoryPlot) -> list[str]:
    return [item.toPlainText() for item in plot.plot.getPlotItem().items if isinstance(item, pg.TextItem)]


def test_every_bar_has_its_height_and_its_words(plot: CategoryPlot) -> None:
    assert [bar.opts["height"] for bar in bars(plot)] == [[4], [1], [0], [9], [2], [0]]
    assert numbers(plot) == ["active 4", "open 1", "active 0", "open 9", "active 2", "open 0"]
    assert plot.plot.viewRange()[1][1] > 9


def test_the_categories_are_told_apart_without_colour(plot: CategoryPlot) -> None:
    active, waiting = bars(plot)[::2], bars(plot)[1::2]
    assert len({bar.opts["brush"].style() for bar in active}) == 3
    assert {bar.opts["brush"].style() for bar in waiting} == {Qt.BrushStyle.NoBrush}


def test_its_bars_turn_grey_with_the_service(plot: CategoryPlot) -> None:
    plot.set_stale(True)
    assert {bar.opts["pen"].color().name().upper() for bar in bars(plot)} == {LIGHT.scroll}


def test_words_over_the_bars_give_way_where_they_would_overlap(plot: CategoryPlot) -> None:
    plot.show()
    told = []
    for width in (900, 400, 900):
        plot.resize(width, 300)
        told.append(numbers(plot)[:2])
    assert told == [["active 4", "open 1"], ["4", "1"], ["active 4", "open 1"]]


def test_without_tickets_it_says_so_in_place_of_empty_axes(plot: CategoryPlot) -> None:
    assert plot.currentWidget() is plot.plot
    nothing = np.zeros(3)
    plot.show_series(CategoryLoadSeries(Stamp(1, NOON_US, 0, True), tuple(Category), nothing, nothing))
    assert plot.currentWidget() is plot.nothing
    assert plot.nothing.text() == "Nothing is open, and nothing is being worked on."


def test_names_that_would_touch_are_told_in_a_word(plot: CategoryPlot) -> None:
    plot.show()
    told = []
    for width in (900, 400):
        plot.resize(width, 300)
        told.append(plot.names[0])
    assert told == ["Facility management", "Facility"]
