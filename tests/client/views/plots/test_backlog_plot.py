"""Stacked bars over real time: open below, active above, or the categories; no bar of nothing, and a pick for each."""

from dataclasses import replace

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category, Status
from client.models.backlog_ages import AgeClass
from client.models.backlog_parts import Split
from client.models.backlog_series import BacklogSeries
from client.models.category_group import OTHER, Group
from client.models.series import Numbers, Stamp
from client.moments import span_words
from client.views.plots.backlog_plot import BacklogPlot
from client.views.theme.theme import Theme
from client.views.theme.tokens import LIGHT
from tests.client.made import NOON_US

HOUR = 3_600.0
NOON = NOON_US / 1e6


def series(*counts: tuple[int, int], length_s: float = HOUR, opened: int | None = None) -> BacklogSeries:
    """Return one hour from noon for each pair of open and active tickets: open ones of facility, active ones of IT."""
    starts = NOON_US + round(length_s * 1e6) * np.arange(len(counts), dtype=np.int64)
    waiting, active = np.array(counts, np.float64).reshape(-1, 2).T
    total = int(waiting.sum() + active.sum())
    by_category: dict[Group, Numbers] = {
        Category.FACILITY_MANAGEMENT: waiting,
        Category.TECHNICAL_IT: active,
        Category.SERVICES_COMPLAINTS: 0 * active,
    }
    return BacklogSeries(
        Stamp(1, NOON_US, total, True),
        3_600,
        total,
        total if opened is None else opened,
        starts,
        starts + round(length_s * 1e6),
        {Status.OPEN: waiting, Status.ACTIVE: active},
        by_category,
        (AgeClass(0, None, 0, total, (0, NOON_US)),),
    )


@pytest.fixture
def plot(theme: Theme, qtbot: QtBot) -> BacklogPlot:
    plot = BacklogPlot(theme)
    qtbot.addWidget(plot)
    return plot


def items(plot: BacklogPlot) -> list[pg.BarGraphItem]:
    return [item for item in plot.plot.getPlotItem().items if isinstance(item, pg.BarGraphItem)]


def bars(plot: BacklogPlot) -> list[list[tuple[float, float]]]:
    """Return where the bars of each part begin and end in height."""
    return [list(zip(item.opts["y0"], item.opts["y1"], strict=True)) for item in items(plot)]


def test_active_tickets_stand_on_open_ones_and_nothing_has_no_bar(plot: BacklogPlot) -> None:
    plot.show_series(series((3, 2), (0, 4), (0, 0), (5, 0)))
    assert bars(plot) == [[(0, 3), (0, 5)], [(3, 5), (0, 4)], []]


def test_by_category_each_has_its_colour_and_its_fill(plot: BacklogPlot) -> None:
    told = series((3, 2), (0, 4))
    services = {**told.by_category, Category.SERVICES_COMPLAINTS: np.array([1.0, 0.0])}
    plot.show_series(replace(told, split=Split.CATEGORY, by_category=services))
    assert bars(plot) == [[(0, 3)], [(3, 5), (0, 4)], [(5, 6)]]
    brushes = [item.opts["brush"] for item in items(plot)]
    assert [brush.color() for brush in brushes] == [QColor(LIGHT.category(category)) for category in Category]
    assert len({brush.style() for brush in brushes}) == 3
    plot.show_series(told)
    assert bars(plot)[2] == []


def test_other_categories_stand_on_those_that_this_desk_knows(plot: BacklogPlot) -> None:
    told = series((3, 2), (0, 4))
    mixed = {**told.by_category, Category.TECHNICAL_IT: np.array([0.0, 4.0]), OTHER: np.array([2.0, 0.0])}
    codes = frozenset({4, 9})
    plot.show_series(replace(told, split=Split.CATEGORY, by_category=mixed, other_codes=codes))
    assert bars(plot) == [[(0, 3)], [(0, 4)], [], [(3, 5)]]
    assert plot.words_at(NOON + 1, 4).endswith("Facility 3 · IT 0 · Services 0 · Other 2")
    picked = plot.pick_at(NOON + 1, 4)
    assert picked is not None
    assert picked.categories == codes
    assert "Other categories" in picked.words
    plot.show_series(told)
    assert bars(plot)[3] == []


def test_all_bars_are_in_sight(plot: BacklogPlot) -> None:
    plot.show_series(series((3, 2), (0, 40)))
    (left, right), (bottom, top) = plot.plot.viewRange()
    assert left <= NOON
    assert right >= NOON + 2 * HOUR
    assert bottom == 0
    assert top > 40


def test_the_axis_says_what_a_bar_is(plot: BacklogPlot) -> None:
    axis = plot.plot.getPlotItem().getAxis("left")
    plot.show_series(series((3, 2)))
    assert axis.labelText == "tickets/hour"
    plot.show_series(series((3, 2), length_s=24 * HOUR))
    assert axis.labelText == "tickets/day"


def test_the_hour_under_the_mouse_is_told_with_all_parts(plot: BacklogPlot) -> None:
    plot.show_series(series((3, 2), (0, 4)))
    assert plot.words_at(NOON + 0.5 * HOUR, 1).split("\n") == [
        span_words(NOON_US, NOON_US + 3_600_000_000),
        "5 not closed yet",
        "open 3 · active 2",
        "Facility 3 · IT 2 · Services 0",
    ]
    assert "open 0 · active 4" in plot.words_at(NOON + HOUR, 1)
    assert plot.words_at(NOON - 1, 1) == plot.words_at(NOON + 2 * HOUR, 1) == ""


def test_the_part_that_is_clicked_is_picked_and_over_it_the_whole_bar(plot: BacklogPlot) -> None:
    told = series((3, 2), (0, 0))
    plot.show_series(told)
    x = NOON + 0.5 * HOUR
    picks = [plot.pick_at(x, y) for y in (-0.1, 2.9, 3.0, 5.0)]
    assert picks == [None, told.pick(0, Status.OPEN), told.pick(0, Status.ACTIVE), told.pick(0)]
    assert plot.pick_at(x + HOUR, 1) is None
    by_category = replace(told, split=Split.CATEGORY)
    plot.show_series(by_category)
    assert plot.pick_at(x, 4) == told.pick(0, Category.TECHNICAL_IT)


def test_a_row_of_the_table_picks_its_bar_and_a_count_its_part(plot: BacklogPlot) -> None:
    told = series((3, 2), (0, 0))
    assert plot.pick_cell(0, 0) is None
    plot.show_series(told)
    picks = [plot.pick_cell(0, column) for column in range(4)]
    assert picks == [told.pick(0), told.pick(0), told.pick(0, Status.OPEN), told.pick(0, Status.ACTIVE)]
    assert plot.pick_cell(1, 0) is plot.pick_cell(2, 0) is None


def test_without_a_result_or_without_bars_nothing_is_told(plot: BacklogPlot) -> None:
    assert plot.words_at(NOON, 1) == ""
    assert plot.pick_at(NOON, 1) is None
    plot.show_series(series())
    assert plot.words_at(NOON, 1) == ""
    assert plot.pick_at(NOON, 1) is None
    assert bars(plot) == [[], [], []]


def test_its_bars_turn_grey_with_the_service(plot: BacklogPlot) -> None:
    plot.show_series(series((3, 2)))
    both = items(plot)[:2]
    assert [item.opts["brush"].color() for item in both] == [QColor(LIGHT.open), QColor(LIGHT.active)]
    plot.set_stale(True)
    assert {item.opts["brush"].color().name().upper() for item in both} == {LIGHT.faded}


def test_where_nothing_is_left_it_says_so_in_place_of_empty_axes(plot: BacklogPlot) -> None:
    plot.show_series(series((0, 0), (0, 0), opened=3))
    assert plot.currentWidget() is plot.nothing
    assert plot.nothing.text() == "Nothing from this time is left to do."
    plot.show_series(series((0, 0)))
    assert plot.nothing.text() == "No ticket was opened in this time."
    plot.show_series(series((0, 0), (0, 1)))
    assert plot.currentWidget() is plot.plot


def test_of_days_that_share_a_place_the_highest_is_drawn_told_and_picked(plot: BacklogPlot) -> None:
    plot.resize(400, 300)
    plot.show()
    day_us = 24 * 3_600_000_000
    told = series(*[(1, 0)] * 1_999, (7, 2), *[(1, 0)] * 2_000, length_s=24 * HOUR)
    plot.show_series(told)
    (waiting, active, _none) = bars(plot)
    assert len(waiting) < 200
    assert (active, max(waiting)) == ([(7, 9)], (0, 7))
    middle = NOON + 1_999.5 * 24 * HOUR
    assert plot.pick_at(middle, 8) == told.pick(1_999, Status.ACTIVE)
    assert span_words(NOON_US + 1_999 * day_us, NOON_US + 2_000 * day_us) in plot.words_at(middle, 1)
    assert "days that share this place" in plot.words_at(middle, 1)
    beside = [plot.words_at(middle + days * 24 * HOUR, 1) for days in range(-30, 30)]
    assert sum("active 2" in words for words in beside) > 1, "the card tells what is seen at its place"
    plot.resize(12_000, 300)
    assert len(bars(plot)[0]) == 4_000
    assert "share" not in plot.words_at(middle, 1)
