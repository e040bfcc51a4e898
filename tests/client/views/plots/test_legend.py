"""A legend names colours and fills, shorter where there is little room."""

import pytest
from pytestqt.qtbot import QtBot

from client.views.plots.canvas import HATCHED, PLAIN, Canvas
from client.views.plots.legend import Entry, Legend
from client.views.theme.theme import Theme
from client.views.theme.tokens import LIGHT

ENTRIES = [Entry(LIGHT.facility, PLAIN, "Facility management", "Facility"), Entry(LIGHT.technical, HATCHED, "IT", "IT")]


@pytest.fixture
def canvas(theme: Theme, qtbot: QtBot) -> Canvas:
    canvas = Canvas(theme)
    qtbot.addWidget(canvas)
    return canvas


@pytest.fixture
def legend(canvas: Canvas, qtbot: QtBot) -> Legend:
    legend = Legend(canvas)
    qtbot.addWidget(legend)
    return legend


def colours(legend: Legend) -> set[str]:
    picture = legend.grab().toImage()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return {picture.pixelColor(x, y).name().upper() for x, y in places}


def test_without_entries_it_explains_nothing(legend: Legend) -> None:
    assert not legend.explains
    legend.show_entries(ENTRIES)
    assert legend.explains
    assert legend.accessibleName() == "Facility management, IT"


def test_its_words_are_as_long_as_there_is_room_for(legend: Legend) -> None:
    legend.show_entries(ENTRIES)
    legend.resize(legend.sizeHint())
    assert legend.shown_words() == ["Facility management", "IT"]
    legend.resize(legend.sizeHint().width() - 1, legend.height())
    assert legend.shown_words() == ["Facility", "IT"]
    assert legend.minimumSizeHint().width() == 0


def test_it_takes_another_line_rather_than_be_cut(legend: Legend) -> None:
    legend.show_entries(ENTRIES)
    legend.resize(legend.sizeHint())
    line = legend.sizeHint().height()
    legend.grab()
    legend.resize(line * 4, line)
    legend.grab()
    assert [[words for _, words in each] for each in legend.lines()] == [["Facility"], ["IT"]]
    assert legend.sizeHint().height() == legend.minimumSizeHint().height() == 2 * line
    legend.resize(legend.sizeHint())
    assert {LIGHT.facility, LIGHT.technical} <= colours(legend)
    assert legend.sizeHint().height() == line


def test_it_is_painted_in_the_colours_of_the_plot_and_turns_grey_with_it(legend: Legend, canvas: Canvas) -> None:
    legend.show_entries(ENTRIES)
    legend.resize(legend.sizeHint())
    assert {LIGHT.facility, LIGHT.technical} <= colours(legend)
    canvas.set_stale(True)
    assert not {LIGHT.facility, LIGHT.technical} & colours(legend)
    assert LIGHT.faded in colours(legend)


def test_a_mark_is_drawn_as_a_diamond(legend: Legend) -> None:
    drawn = []
    for is_mark in (False, True):
        legend.show_entries([Entry(LIGHT.facility, PLAIN, "half", "half", is_mark)])
        legend.resize(legend.sizeHint())
        picture = legend.grab().toImage()
        corner, middle = (1, (legend.height() - 11) // 2 + 1), (5, legend.height() // 2)
        drawn.append([picture.pixelColor(*place).name().upper() == LIGHT.facility for place in (corner, middle)])
    assert drawn == [[True, True], [False, True]]
