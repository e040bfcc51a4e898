"""One bar a month: settled or preliminary, and a gap where nothing is closed yet."""

import math

import numpy as np
import pyqtgraph as pg
import pytest
from pytestqt.qtbot import QtBot

from client.models.resolution_series import ResolutionSeries
from client.models.series import Stamp
from client.views.plots.resolution_plot import ResolutionPlot
from client.views.theme.theme import Theme
from tests.client.made import NOON_US

# January and February are settled, March is preliminary, of April nothing is closed yet.
MONTHS = ((10.0, 100, 0), (4.0, 95, 5), (2.0, 94, 6), (math.nan, 0, 7))


@pytest.fixture
def plot(theme: Theme, qtbot: QtBot) -> ResolutionPlot:
    plot = ResolutionPlot(theme)
    qtbot.addWidget(plot)
    means, closed, waiting = (np.array(column, np.float64) for column in zip(*MONTHS, strict=True))
    stamp = Stamp(1, NOON_US, 307, True)
    plot.show_series(ResolutionSeries(stamp, "Europe/Rome", (2026,) * 4, (1, 2, 3, 4), means, closed, waiting))
    return plot


def test_settled_and_preliminary_months_are_told_apart_without_colour(plot: ResolutionPlot) -> None:
    bars = [item for item in plot.plot.getPlotItem().items if isinstance(item, pg.BarGraphItem)]
    drawn = {
        (float(x), float(height)): bar
        for bar in bars
        for x, height in zip(bar.opts["x"], bar.opts["height"], strict=True)
    }
    assert set(drawn) == {(0, 10), (1, 4), (2, 2)}
    settled, also_settled, preliminary = (drawn[at].opts["brush"].style() for at in sorted(drawn))
    assert settled == also_settled != preliminary


@pytest.mark.parametrize(
    ("month", "words"),
    [
        (0, "Jan 2026: 10.0 days\nclosed 100 · not closed yet 0"),
        (2.4, "Mar 2026: 2.0 days, preliminary\nclosed 94 · not closed yet 6"),
        (3, "Apr 2026: no ticket closed yet\nclosed 0 · not closed yet 7"),
        (-1, ""),
        (4, ""),
    ],
)
def test_the_month_under_the_mouse_is_told(month: float, words: str, plot: ResolutionPlot) -> None:
    assert plot.words_at(month, 1) == words


def test_before_the_first_closed_ticket_it_says_what_will_stand_there(plot: ResolutionPlot) -> None:
    assert plot.currentWidget() is plot.plot
    some = np.array([7.0])
    young = ResolutionSeries(Stamp(1, NOON_US, 7, True), "Europe/Rome", (2026,), (4,), some * math.nan, some * 0, some)
    plot.show_series(young)
    assert plot.currentWidget() is plot.nothing
    assert plot.nothing.text() == "Each month has its bar here once a ticket of it is closed."
