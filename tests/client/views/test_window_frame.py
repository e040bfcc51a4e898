"""The frame of the desk: a middle, docks that keep their places, and a rail that stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from client.views.theme.theme import Theme
from client.views.window_frame import WindowFrame

FEATURE, AREA = QDockWidget.DockWidgetFeature, Qt.DockWidgetArea


@pytest.fixture
def frame(theme: Theme, qtbot: QtBot) -> WindowFrame:
    return new_frame(theme, qtbot)


def new_frame(theme: Theme, qtbot: QtBot) -> WindowFrame:
    frame = WindowFrame(theme)
    qtbot.addWidget(frame)
    frame.resize(1280, 800)
    return frame


def test_one_part_of_the_middle_takes_the_room(frame: WindowFrame) -> None:
    head, table = QLabel("All tickets"), QTextEdit()
    frame.set_middle([head, table], table)
    frame.show()
    assert table.height() > 600 > 10 * head.height()


def test_every_dock_can_be_put_away_and_brought_back(frame: WindowFrame) -> None:
    ticket = frame.add_dock("ticket", "Ticket", QLabel())
    analyses = frame.add_dock("analyses", "Analyses", QLabel(), below=True)
    frame.show()
    for dock, area in ((ticket, AREA.RightDockWidgetArea), (analyses, AREA.BottomDockWidgetArea)):
        assert frame.dockWidgetArea(dock) is area
        dock.close()
        assert dock.isHidden()
        dock.toggleViewAction().trigger()
        assert dock.isVisible()


def test_the_rail_stands_at_the_left_and_stays(frame: WindowFrame) -> None:
    rail = QWidget()
    frame.set_rail(rail)
    (dock,) = frame.findChildren(QDockWidget)
    assert dock.widget() is rail
    assert dock.features() == FEATURE.NoDockWidgetFeatures
    assert frame.dockWidgetArea(dock) is AREA.LeftDockWidgetArea


@pytest.mark.parametrize(("window", "dock"), [(1100, 340), (1500, 398), (2400, 520)])
def test_docks_share_the_window(window: int, dock: int, frame: WindowFrame) -> None:
    middle = QTextEdit()
    frame.set_middle([middle], middle)
    docks = [frame.add_dock(name, name, QTextEdit()) for name in ("ticket", "chat")]
    frame.resize(window, 800)
    frame.show()
    frame.share_room(docks)
    QApplication.processEvents()
    assert [each.width() for each in docks] == [dock, dock]
    assert abs(docks[0].height() - docks[1].height()) <= 1


def test_docks_come_back_to_the_places_that_were_kept(frame: WindowFrame, theme: Theme, qtbot: QtBot) -> None:
    moved = frame.add_dock("analyses", "Analyses", QLabel(), below=True)
    frame.addDockWidget(AREA.RightDockWidgetArea, moved)
    kept = frame.saveState()
    later = new_frame(theme, qtbot)
    dock = later.add_dock("analyses", "Analyses", QLabel(), below=True)
    assert later.restoreState(kept)
    assert later.dockWidgetArea(dock) is AREA.RightDockWidgetArea


def test_the_status_bar_holds_what_it_is_given(frame: WindowFrame) -> None:
    left, right = QLabel("live"), QLabel("Desk 2")
    frame.set_status_bar([left], [right])
    frame.show()
    assert left.isVisible()
    assert right.isVisible()
    assert left.x() < right.x()


def test_the_band_of_sample_data_is_hidden_until_it_is_needed(frame: WindowFrame) -> None:
    frame.show()
    assert not frame.band.isVisible()
    frame.band.show()
    (words,) = frame.band.findChildren(QLabel)
    assert words.text() == "Sample data: nobody reads this"


def test_a_dock_that_floats_stands_off_from_what_is_under_it(frame: WindowFrame, theme: Theme) -> None:
    ticket = frame.add_dock("ticket", "Ticket", QLabel())
    frame.show()
    ticket.setFloating(True)
    picture = ticket.grab().toImage()
    corners = [(0, 0), (picture.width() - 1, 0), (0, picture.height() - 1), (picture.width() - 1, picture.height() - 1)]
    assert {picture.pixelColor(*corner).name().upper() for corner in corners} == {theme.tokens.line}
