"""Months and days are written in the language that is spoken, and begin where the PC's days begin."""

import time
from collections.abc import Iterator

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from client.views.plots.time_axis import TimeAxis

HOUR, DAY, MONTH = 3_600, 86_400, 30 * 86_400
MIDNIGHT = time.mktime((2026, 3, 3, 0, 0, 0, 0, 0, -1))


@pytest.fixture
def axis(qtbot: QtBot) -> Iterator[TimeAxis]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    axis = TimeAxis()
    plot = pg.PlotWidget(axisItems={"bottom": axis})
    qtbot.addWidget(plot)
    # It knows its letters once it was painted.
    plot.grab()
    yield axis
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("pixels_per_day", "spacing", "words"),
    [(20, MONTH, "März"), (20, DAY, "3"), (2_000, DAY, "Di. 3"), (2_000, HOUR, "00:00"), (20_000, 60, "00:00")],
)
def test_what_is_written_is_as_fine_as_the_ticks_are_apart(
    axis: TimeAxis, pixels_per_day: float, spacing: float, words: str
) -> None:
    axis.setZoomLevelForDensity(DAY / pixels_per_day)
    assert axis.tickStrings([MIDNIGHT], 1.0, spacing) == [words]
