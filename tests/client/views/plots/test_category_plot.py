"""Two bars a category, each with its number, told apart without colour."""

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category
from client.models.category_series import CategoryLoadSeries
from client.views.plots.category_plot import CategoryPlot
from client.views.theme.theme import Theme
from client.views.theme.tokens import LIGHT
from tests.client.category_results import load, result
from tests.client.made import MINUTE_US, NOON_US

SERIES = CategoryLoadSeries.of(
    result(
        load(Category.FACILITY_MANAGEMENT, 4, 1, unsure=1, opened_us=NOON_US - 5 * MINUTE_US),
        load(Category.TECHNICAL_IT, 0, 9),
        load(Category.SERVICES_COMPLAINTS, 2, 0, opened_us=NOON_US - 3_000 * MINUTE_US),
    ),
    NOON_US,
)


@pytest.fixture
def plot(theme: Theme, qtbot: QtBot) -> CategoryPlot:
    plot = CategoryPlot(theme)
    qtbot.addWidget(plot)
    plot.resize(900, 300)
    plot.show_series(SERIES)
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


def test_categories_that_this_desk_does_not_know_have_bars_of_their_own(plot: CategoryPlot) -> None:
    other = load(Category.TECHNICAL_IT, 3, 5, unsure=1)
    other.category = 7  # type: ignore[assignment]
    plot.show_series(CategoryLoadSeries.of(result(load(Category.TECHNICAL_IT, 1, 0), other), NOON_US))
    assert [bar.opts["height"] for bar in bars(plot)][-2:] == [[3], [5]]
    assert plot.names[3] == "Other categories\nunsure of 1 (33 %)"
    assert plot.plot.viewRange()[0][1] > 3.3
    looks = {(bar.opts["brush"].style(), bar.opts["pen"].color().name()) for bar in bars(plot)[::2]}
    assert len(looks) == 4
    picked = plot.pick_at(2.8, 1)
    assert picked is not None
    assert (picked.words, picked.categories) == ("active, other categories", frozenset({7}))
    plot.show_series(SERIES)
    assert [bar.opts["height"] for bar in bars(plot)][-2:] == [[], []]
    assert numbers(plot)[-2:] == ["", ""]


def test_its_bars_turn_grey_with_the_service(plot: CategoryPlot) -> None:
    plot.set_stale(True)
    assert {bar.opts["pen"].color().name().upper() for bar in bars(plot)} == {LIGHT.faded}


def test_words_over_the_bars_give_way_where_they_would_overlap(plot: CategoryPlot) -> None:
    plot.show()
    told = []
    for width in (900, 400, 900):
        plot.resize(width, 300)
        told.append(numbers(plot)[:2])
    assert told == [["active 4", "open 1"], ["4", "1"], ["active 4", "open 1"]]


def test_large_numbers_are_smaller_where_they_would_overlap(plot: CategoryPlot) -> None:
    plot.show()
    plot.show_series(
        CategoryLoadSeries.of(result(*(load(category, 131_013, 197_559) for category in Category)), NOON_US)
    )
    texts = [item for item in plot.plot.getPlotItem().items if isinstance(item, pg.TextItem)]
    sizes = []
    for width in (900, 460):
        plot.resize(width, 300)
        sizes.append({text.textItem.font().pixelSize() for text in texts})
    assert numbers(plot)[:2] == ["131,013", "197,559"]
    assert sizes[1] == {11}
    assert sizes[0] != sizes[1]


def test_without_tickets_it_says_so_in_place_of_empty_axes(plot: CategoryPlot) -> None:
    assert plot.currentWidget() is plot.plot
    plot.show_series(CategoryLoadSeries.of(result(), NOON_US))
    assert plot.currentWidget() is plot.nothing
    assert plot.nothing.text() == "Nothing is open, and nothing is being worked on."


def test_names_that_would_touch_are_told_in_a_word(plot: CategoryPlot) -> None:
    plot.show()
    told = []
    for width in (900, 400):
        plot.resize(width, 300)
        told.append(plot.names[0].split("\n")[0])
    assert told == ["Facility management", "Facility"]


def test_ages_and_doubts_stand_under_the_names_where_there_is_room(plot: CategoryPlot) -> None:
    assert plot.names == [
        "Facility management\nmedian age 5 min\nunsure of 1 (25 %)",
        "Technical IT",
        "Services complaints\nmedian age 2 days\nunsure of 0 (0 %)",
    ]
    plot.show()
    for width, height in ((900, 150), (400, 300)):
        plot.resize(width, height)
        assert not any("\n" in name for name in plot.names)


def test_all_and_none_are_unsure_only_where_it_is_so(plot: CategoryPlot) -> None:
    loads = [
        load(category, 1_000, 0, unsure=unsure) for category, unsure in zip(Category, (1, 999, 1_000), strict=True)
    ]
    plot.show_series(CategoryLoadSeries.of(result(*loads), NOON_US))
    assert [name.rpartition("(")[2] for name in plot.names] == ["1 %)", "99 %)", "100 %)"]


def test_the_category_under_the_mouse_is_told(plot: CategoryPlot) -> None:
    told = "Facility management\nactive 4 · open 1\nmedian age 5 min\nunsure of 1 (25 %)"
    assert plot.words_at(-0.2, 1) == plot.words_at(0.2, 1) == told
    assert plot.words_at(1.2, 1) == "Technical IT\nactive 0 · open 9"
    for x in (-0.4, 0.0, 0.5, 2.4):
        assert plot.words_at(x, 1) == ""
        assert plot.pick_at(x, 1) is None


def test_a_click_picks_the_tickets_of_the_bar(plot: CategoryPlot) -> None:
    assert [plot.pick_at(at - 0.2, 1) for at in range(3)] == [SERIES.active_of(0), None, SERIES.active_of(2)]
    assert [plot.pick_at(at + 0.2, 1) for at in range(3)] == [SERIES.open_of(0), SERIES.open_of(1), None]


def test_a_click_on_the_doubts_under_the_bars_picks_the_tickets_in_doubt(plot: CategoryPlot) -> None:
    plot.show()
    lines = {place: plot.pick_at(0.3, -place / 50) for place in range(1, 200)}
    assert {*lines.values()} == {None, SERIES.unsure_of(0)}
    names = plot.under_axis()
    scene = [plot.plot.getPlotItem().getViewBox().mapViewToScene(QPointF(0, -at / 50)) for at in lines if lines[at]]
    # It is the lowest of three lines.
    assert all(names.center().y() < point.y() for point in scene)
    assert all(plot.is_told(point) for point in scene[:-1])
    assert "unsure of 1" in plot.words_at(0.3, -next(place for place in lines if lines[place]) / 50)
    plot.resize(900, 150)
    assert not any(plot.pick_at(0.3, -place / 50) for place in lines), "nothing is said of them"


def test_a_cell_of_the_table_picks_as_its_bar_does(plot: CategoryPlot) -> None:
    assert [plot.pick_cell(0, column) for column in (1, 2)] == [SERIES.active_of(0), SERIES.open_of(0)]
