"""Months and days are written in the language that is spoken, and begin where the PC's days begin."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from client.views.plots.time_axis import TimeAxis
from tests.analytics.histories import us

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


def ticks(axis: TimeAxis, start: str, hours: int, pixels_per_hour: float) -> list[tuple[str, str]]:
    """Return what is written, finest last, with the moment in UTC."""
    begin = us(start) / 1e6
    told = axis.tickValues(begin, begin + hours * HOUR, hours * pixels_per_hour)
    written = [
        (at, words)
        for spacing, values in told
        for at, words in zip(values, axis.tickStrings(values, 1, spacing), strict=True)
    ]
    return [(datetime.fromtimestamp(at, UTC).strftime("%dT%H:%M"), words) for at, words in sorted(written)]


@pytest.mark.parametrize("pc", ["America/New_York", "Europe/Rome", "Asia/Kolkata"])
def test_round_times_are_those_of_the_campus_also_where_its_clocks_are_changed(
    axis: TimeAxis, pc: str, clocks: Callable[[str], None]
) -> None:
    clocks(pc)
    axis.show_zone(ZoneInfo("Europe/Rome"))
    assert ticks(axis, "2026-10-24T21:30Z", 6, 200) == [
        ("24T22:00", "So. 25"), ("24T23:00", "01:00"), ("25T00:00", "02:00"),
        ("25T01:00", "02:00"), ("25T02:00", "03:00"), ("25T03:00", "04:00"),
    ]  # fmt: skip
    assert ticks(axis, "2026-03-28T22:30Z", 4, 200) == [
        ("28T23:00", "So. 29"), ("29T00:00", "01:00"), ("29T01:00", "03:00"), ("29T02:00", "04:00"),
    ]  # fmt: skip
    assert ticks(axis, "2026-10-24T00:00Z", 72, 20)[-4:] == [
        ("26T05:00", "06:00"), ("26T11:00", "12:00"), ("26T17:00", "18:00"), ("26T23:00", "Di. 27"),
    ]  # fmt: skip


def test_days_begin_at_midnight_on_the_campus(axis: TimeAxis, clocks: Callable[[str], None]) -> None:
    clocks("America/New_York")
    axis.show_zone(ZoneInfo("Europe/Rome"))
    days = ticks(axis, "2026-10-22T12:00Z", 6 * 24, 2)
    assert days == [(f"{day}T{22 if day < 25 else 23}:00", str(day + 1)) for day in range(22, 28)]
