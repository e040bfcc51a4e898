"""Stacked bars over real time: open below, active above, and no bar of nothing."""

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from client.models.backlog_series import BacklogSeries
from client.models.series import Stamp
from client.views.plots.backlog_plot import BacklogPlot
from client.views.theme.theme import Theme
from client.views.theme.tokens import LIGHT
from tests.client.made import NOON_US

HOUR = 3_600.0
NOON = NOON_US / 1e6


def series(*counts: tuple[int, int]) -> BacklogSeries:
    """Return one hour from noon for each pair of open and active tickets."""
    starts = NOON + HOUR * np.arange(len(counts), dtype=np.float64)
    opened, active = np.array(counts, np.float64).reshape(-1, 2).T
    total = int(opened.sum() + active.sum())
    return BacklogSeries(Stamp(1, NOON_US, total, True), 3_600, total, starts, starts + HOUR, opened, active)


@pytest.fixture
def plot(theme: Theme, qtbot: QtBot) -> BacklogPlot:
    plot = BacklogPlot(theme)
    qtbot.addWidget(plot)
    return plot


def bars(plot: BacklogPlot) -> list[list[tuple[float, float]]]:
    """Return where the bars of open and of active tickets begin and end in height."""
    items = [item for item in plot.plot.getPlotItem().items if isinstance(item, pg.BarGraphItem)]
    return [list(zip(item.opts["y0"], item.opts["y1"], strict=True)) for item in items]


def test_active_tickets_stand_on_open_ones_and_nothing_has_no_bar(plot: BacklogPlot) -> None:
    plot.show_series(series((3, 2), (0, 4), (0, 0), (5, 0)))
    assert bars(plot) == [[(0, 3), (0, 5)], [(3, 5), (0, 4)]]


def test_all_bars_are_in_sight(plot: BacklogPlot) -> None:
    plot.show_series(series((3, 2), (0, 40)))
    (left, right), (bottom, top) = plot.plot.viewRange()
    assert left <= NOON
    assert right >= NOON + 2 * HOUR
    assert bottom == 0
    assert top > 40


def test_the_hour_under_the_mouse_is_told(plot: BacklogPlot) -> None:
    plot.show_series(series((3, 2), (0, 4)))
    assert plot.words_at(NOON + 0.5 * HOUR, 1).endswith("\nopen 3 · active 2")
    assert plot.words_at(NOON + HOUR, 1).endswith("\nopen 0 · active 4")
    assert plot.words_at(NOON - 1, 1) == plot.words_at(NOON + 2 * HOUR, 1) == ""


def test_without_a_result_or_without_bars_nothing_is_told(plot: BacklogPlot) -> None:
    assert plot.words_at(NOON, 1) == ""
    plot.show_series(series())
    assert plot.words_at(NOON, 1) == ""
    assert bars(plot) == [[], []]


def test_its_bars_turn_grey_with_the_service(plot: BacklogPlot) -> None:
    plot.show_series(series((3, 2)))
    items = [item for item in plot.plot.getPlotItem().items if isinstance(item, pg.BarGraphItem)]
    assert [item.opts["brush"].color() for item in items] == [QColor(LIGHT.open), QColor(LIGHT.active)]
    plot.set_stale(True)
    assert {item.opts["brush"].color().name().upper() for item in items} == {LIGHT.scroll}


def test_where_nothing_is_left_it_says_so_in_place_of_empty_axes(plot: BacklogPlot) -> None:
    plot.show_series(series((0, 0), (0, 0)))
    assert plot.currentWidget() is plot.nothing
    assert plot.nothing.text() == "Nothing from this time is left to do."
    plot.show_series(series((0, 0), (0, 1)))
    assert plot.currentWidget() is plot.plot
