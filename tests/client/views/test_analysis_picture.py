"""A picture for a report: light whatever the desk is, at twice its pixels, and the desk as it was after that."""

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from campusdesk.v1 import analytics_pb2
from client.helpdesk import HelpDesk
from client.settings import Theme as ThemeChoice
from client.views.analysis_picture import picture
from client.views.backlog_panel import BacklogPanel
from client.views.category_panel import CategoryPanel
from client.views.theme.theme import Theme
from client.views.theme.tokens import DARK, LIGHT
from tests.client.made import NOON_US, moment
from tests.client.views.backlogs import HOUR, backlog
from tests.client.views.held import HeldConnection


@pytest.fixture
def panel(theme: Theme, held: HeldConnection, qtbot: QtBot) -> CategoryPanel:
    panel = CategoryPanel(theme, HelpDesk(held))
    qtbot.addWidget(panel)
    panel.resize(500, 260)
    panel.show()
    watch = HelpDesk(held).watch_category_load()
    panel.follow(watch)
    stamp = analytics_pb2.ResultStamp(revision=7, as_of_time=moment(NOON_US), ticket_count=41, live=True)
    load = analytics_pb2.CategoryLoad(active_count=4, open_count=2)
    load.category = 1  # type: ignore[assignment]
    watch.result.emit(analytics_pb2.CategoryLoadResult(stamp=stamp, loads=[load]))
    return panel


def colours(image: QImage) -> set[str]:
    wide, high = image.width(), image.height()
    return {QColor(image.pixel(x, y)).name() for x in range(0, wide, 3) for y in range(0, high, 3)}


def test_it_is_the_same_in_both_looks(panel: CategoryPanel, theme: Theme) -> None:
    light = picture(panel, "Category load", 2)
    theme.choose(ThemeChoice.DARK)
    # Meanwhile it was noticed that nobody answers.
    panel.plot.set_stale(False)
    dark = picture(panel, "Category load", 2)
    assert dark.size() == light.size()
    assert QColor(dark.pixel(0, 0)).name().upper() == LIGHT.surface.upper()
    told = colours(dark)
    assert LIGHT.facility.lower() in told
    assert not {DARK.facility.lower(), DARK.surface.lower()} & told


def test_the_desk_is_after_it_as_it_was(panel: CategoryPanel, theme: Theme) -> None:
    theme.choose(ThemeChoice.DARK)
    QCoreApplication.processEvents()
    before, size = panel.grab().toImage(), panel.plot.size()
    picture(panel, "Category load", 2)
    QCoreApplication.processEvents()
    assert panel.plot.size() == size
    assert panel.plot.plot.styleSheet() == ""
    assert panel.grab().toImage() == before


def test_it_has_twice_the_pixels_and_is_no_smaller_than_can_be_read(panel: CategoryPanel) -> None:
    once, twice = (picture(panel, "Category load", factor) for factor in (1, 2))
    assert twice.size() == once.size() * 2
    assert once.width() >= QSize(720, 300).width()


def test_title_number_words_legend_and_time_are_in_it(panel: CategoryPanel) -> None:
    whole = picture(panel, "Category load", 1)
    for part in (panel.number, panel.words):
        said = part.text()
        part.setText("")
        assert picture(panel, "Category load", 1) != whole, said
        part.setText(said)
    assert picture(panel, "", 1) != whole
    assert picture(panel, "Category load", 1) == whole
    panel.legend.show_entries([])
    assert picture(panel, "Category load", 1) != whole


def test_the_ages_of_the_backlog_are_pictured_where_they_are_chosen(
    theme: Theme, held: HeldConnection, qtbot: QtBot
) -> None:
    theme.choose(ThemeChoice.DARK)
    panel = BacklogPanel(theme, HelpDesk(held))
    qtbot.addWidget(panel)
    panel.resize(480, 300)
    panel.show()
    panel.show_again(panel.paint_result(backlog(HOUR, (0, 3), ages=((9, 0),))))
    bars = colours(picture(panel, "Backlog", 2))
    panel.controls.choice.choose(2)
    panel.controls.choice.chosen.emit(2)
    ages = colours(picture(panel, "Backlog", 2))
    assert LIGHT.active.lower() in bars
    assert LIGHT.open.lower() in ages
    assert LIGHT.muted.lower() in ages
    assert not {each.lower() for each in (DARK.open, DARK.muted, DARK.surface)} & ages


def test_it_is_of_the_plot_also_while_its_numbers_are_shown(panel: CategoryPanel) -> None:
    plotted = picture(panel, "Category load", 1)
    panel.show_numbers(True)
    assert picture(panel, "Category load", 1) == plotted
