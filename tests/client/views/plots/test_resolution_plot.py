"""One bar a month: settled, preliminary or of few tickets, and a gap where nothing is closed yet."""

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from client.models.picked import Picked
from client.models.resolution_series import ResolutionSeries
from client.settings import Theme as ThemeChoice
from client.views.plots.canvas import TICK_OFFSET
from client.views.plots.resolution_plot import ResolutionPlot
from client.views.theme.theme import Theme
from client.views.theme.tokens import DARK, LIGHT
from tests.client.resolution_results import month, result

# January is settled, February is of few tickets, of March nothing is closed, April and May are preliminary.
SERIES = ResolutionSeries.of(
    result(
        month(1, 100, days={"mean": 10, "expected_median": 6}),
        month(2, 4, days={"mean": 4, "expected_median": 4}),
        month(3, 0, 7),
        month(4, 90, 10, days={"mean": 2, "expected_median": 14}),
        month(5, 2, 1, days={"mean": 3}),
    )
)


@pytest.fixture
def plot(theme: Theme, qtbot: QtBot) -> ResolutionPlot:
    plot = ResolutionPlot(theme)
    qtbot.addWidget(plot)
    plot.resize(900, 400)
    plot.show()
    plot.show_series(SERIES)
    return plot


def bars(plot: ResolutionPlot) -> dict[int, tuple[float, QBrush]]:
    """Return the height and the fill of each month's bar."""
    items = [item for item in plot.plot.getPlotItem().items if isinstance(item, pg.BarGraphItem)]
    return {
        int(x): (float(height), item.opts["brush"])
        for item in items
        for x, height in zip(item.opts["x"], item.opts["height"], strict=True)
    }


def place(plot: ResolutionPlot, x: float, y: float) -> QPoint:
    """Return the pixel of these coordinates."""
    at: QPoint = plot.plot.mapFromScene(plot.plot.getPlotItem().getViewBox().mapViewToScene(QPointF(x, y)))
    return at


def test_a_month_has_the_height_of_its_mean_or_is_a_gap(plot: ResolutionPlot) -> None:
    assert {at: height for at, (height, _) in bars(plot).items()} == {0: 10, 1: 4, 3: 2, 4: 3}
    assert plot.plot.viewRange()[1][1] > 14, "what half of the tickets take is in sight too"


def test_preliminary_months_and_those_of_few_tickets_are_told_apart_without_colour(plot: ResolutionPlot) -> None:
    fills = {at: fill for at, (_, fill) in bars(plot).items()}
    plain, hatched = Qt.BrushStyle.SolidPattern, Qt.BrushStyle.BDiagPattern
    assert [fills[at].style() for at in (0, 1, 3, 4)] == [plain, plain, hatched, hatched]
    assert [fills[at].color().alphaF() < 0.5 for at in (0, 1, 3, 4)] == [False, True, False, True]


def test_it_turns_grey_with_the_service_and_follows_the_theme(plot: ResolutionPlot, theme: Theme) -> None:
    plot.set_stale(True)
    assert {fill.color().name().upper() for _, fill in bars(plot).values()} == {LIGHT.faded}
    plot.set_stale(False)
    theme.choose(ThemeChoice.DARK)
    assert {fill.color().name().upper() for _, fill in bars(plot).values()} == {DARK.accent}


def test_half_of_each_months_tickets_is_marked_where_months_are_wide(plot: ResolutionPlot) -> None:
    (marks,) = (item for item in plot.plot.getPlotItem().items if isinstance(item, pg.ScatterPlotItem))
    told = [dict(zip(*(values.tolist() for values in marks.getData()), strict=True))]
    plot.resize(160, 400)
    told.append(dict(zip(*(values.tolist() for values in marks.getData()), strict=True)))
    assert told == [{0: 6, 1: 4, 3: 14}, {}]


def test_the_word_stands_over_the_newest_preliminary_months(plot: ResolutionPlot) -> None:
    (word,) = (item for item in plot.plot.getPlotItem().items if isinstance(item, pg.TextItem))
    (line,) = (item for item in plot.plot.getPlotItem().items if isinstance(item, pg.PlotCurveItem))
    assert (word.toPlainText(), word.isVisible()) == ("preliminary", True)
    assert [round(x) for x in line.getData()[0]] == [3, 4]
    assert line.getData()[1][0] > 14
    days = {"mean": 10.0}
    older = [month(1, 9, 9, days=days), month(2, 100, days=days), month(3, 9, 9, days=days), month(4, 9, 9, days=days)]
    plot.show_series(ResolutionSeries.of(result(*older)))
    assert [round(x) for x in line.getData()[0]] == [2, 3]
    plot.show_series(ResolutionSeries.of(result(month(1, 100, days={"mean": 10}))))
    assert not word.isVisible()


def test_its_axis_has_the_unit_that_fits(plot: ResolutionPlot) -> None:
    axis = plot.plot.getPlotItem().getAxis("left")
    assert axis.labelText == "days"
    plot.show_series(ResolutionSeries.of(result(month(1, 100, days={"mean": 3 / 24}))))
    assert axis.labelText == "hours"
    assert bars(plot)[0][0] == pytest.approx(3)


def test_marks_are_as_fine_as_the_picture_that_they_are_in(plot: ResolutionPlot) -> None:
    plot.show_series(ResolutionSeries.of(result(month(1, 30, days={"mean": 10, "expected_median": 5}))))
    plot.settle()
    factor = 4
    image = QImage(plot.size() * factor, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(factor)
    plot.render(image)
    (marks,) = (item for item in plot.plot.getPlotItem().items if isinstance(item, pg.ScatterPlotItem))
    middle = marks.mapToScene(QPointF(0, 5)) * factor
    around = range(-4 * factor, 4 * factor)
    inked = [
        sum(QColor(image.pixel(int(middle.x()) + x, int(middle.y()) + y)).name() == LIGHT.text.lower() for x in around)
        for y in around
    ]
    # Coarse ones have as many equal rows as one pixel of the desk has in the picture.
    assert len(set(inked)) > 2 * factor, inked


@pytest.mark.parametrize(("x", "month_name"), [(0.4, "Jan 2026"), (2, "Mar 2026"), (4.4, "May 2026")])
def test_the_month_under_the_mouse_is_told(x: float, month_name: str, plot: ResolutionPlot) -> None:
    assert plot.words_at(x, 1).startswith(month_name)


def test_beside_the_months_nothing_is_told_or_picked(plot: ResolutionPlot) -> None:
    for x in (-0.6, 4.6):
        assert plot.words_at(x, 1) == ""
        assert plot.pick_at(x, 1) is None


def test_a_click_on_a_bar_picks_the_tickets_of_its_mean(plot: ResolutionPlot) -> None:
    told: list[Picked] = []
    plot.picked.connect(told.append)
    for x in (0, 2):
        QTest.mouseClick(plot.plot.viewport(), Qt.MouseButton.LeftButton, pos=place(plot, x, 1))
    assert told == [SERIES.closed_of(0)], "a gap has none"


def test_a_click_on_a_count_under_the_bars_picks_what_it_counts(plot: ResolutionPlot) -> None:
    told: list[Picked] = []
    plot.picked.connect(told.append)
    line = plot.fontMetrics().lineSpacing() * 0.8
    for at, number in ((3, 2.5), (3, 3.5), (2, 3.5), (0, 3.5)):
        below = QPoint(0, TICK_OFFSET + round(number * line))
        QTest.mouseClick(plot.plot.viewport(), Qt.MouseButton.LeftButton, pos=place(plot, at, 0) + below)
    assert told == [SERIES.closed_of(3), SERIES.not_closed_of(3), SERIES.not_closed_of(2)]


def test_a_label_stands_for_its_own_month_alone(plot: ResolutionPlot) -> None:
    numbers = range(240)
    series = ResolutionSeries.of(
        result(*(month(at % 12 + 1, 9, 9, days={"mean": 1}, year=2007 + at // 12) for at in numbers))
    )
    plot.show_series(series)
    assert len(plot.labels) < 30
    assert plot.pick_at(12, -0.01) == series.closed_of(12)
    assert plot.pick_at(14, -0.01) is None
    assert plot.pick_at(14, 0.01) == series.closed_of(14)


def test_a_cell_of_the_table_picks_as_its_bar_does(plot: ResolutionPlot) -> None:
    assert plot.pick_cell(3, 1) == SERIES.closed_of(3)
    assert plot.pick_cell(3, 4) == SERIES.not_closed_of(3)


def test_before_the_first_closed_ticket_it_says_what_will_stand_there(plot: ResolutionPlot) -> None:
    assert plot.currentWidget() is plot.plot
    plot.show_series(ResolutionSeries.of(result(month(4, 0, 7))))
    assert plot.currentWidget() is plot.nothing
    assert plot.nothing.text() == "Each month has its bar here once a ticket of it is closed."


def test_the_first_month_stands_at_the_axis_with_room_for_others(plot: ResolutionPlot) -> None:
    plot.show_series(ResolutionSeries.of(result(month(11, 41, 70, days={"mean": 1}))))
    left, right = plot.plot.viewRange()[0]
    assert -1 < left < -0.5, "its bar is not cut, and no month before it is left free"
    assert right > 10, "it is no enormous bar"
    texts = [item for item in plot.plot.scene().items() if isinstance(item, pg.TextItem)]
    word = next(item for item in texts if item.toPlainText() == "preliminary")
    bar = plot.plot.getPlotItem().getViewBox().mapViewToScene(QPointF(-0.32, 0))
    assert abs(word.sceneBoundingRect().left() - bar.x()) < 8, "its word begins with it"


def test_twenty_years_are_all_in_sight(plot: ResolutionPlot) -> None:
    plot.show_series(ResolutionSeries.of(result(*(month(1, 9, days={"mean": 1}, year=1900 + at) for at in range(240)))))
    assert len(bars(plot)) == 240
    left, right = plot.plot.viewRange()[0]
    assert left < 0
    assert right > 239
    assert np.diff([left, right])[0] < 242
