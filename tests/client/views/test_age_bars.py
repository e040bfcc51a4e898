"""The ages of all tickets that are not closed: a row a class, each with its number, and a click picks its tickets."""

import pytest
from pytestqt.qtbot import QtBot

from client.models.backlog_parts import Split
from client.models.backlog_series import BacklogSeries
from client.models.picked import Picked
from client.views.age_bars import AgeBars, AgeRow
from client.views.plots.canvas import Canvas
from client.views.theme.theme import Theme
from client.views.theme.tokens import LIGHT
from tests.client.views.backlogs import HOUR, backlog


@pytest.fixture
def canvas(theme: Theme, qtbot: QtBot) -> Canvas:
    canvas = Canvas(theme)
    qtbot.addWidget(canvas)
    return canvas


@pytest.fixture
def ages(canvas: Canvas, qtbot: QtBot) -> AgeBars:
    ages = AgeBars(canvas)
    qtbot.addWidget(ages)
    ages.resize(300, 200)
    ages.show()
    return ages


def series(*counts: tuple[int, int], split: Split = Split.STATUS) -> BacklogSeries:
    return BacklogSeries.of(backlog(HOUR, ages=counts), split)


def painted(row: AgeRow, colour: str) -> int:
    """Return how many pixels of the row have a colour."""
    picture = row.grab().toImage()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(picture.pixelColor(x, y).name().upper() == colour for x, y in places)


def test_each_class_has_a_row_that_says_its_number_and_its_parts(ages: AgeBars) -> None:
    ages.show_series(series((3, 1), (0, 0), (1_200, 34)))
    names = [row.accessibleName() for row in ages.rows]
    assert names == ["under 4 h: 4", "4–24 h: 0", "1–3 d: 1,234", "3–7 d: 0", "7–30 d: 0", "over 30 d: 0"]
    assert ages.rows[0].accessibleDescription() == ages.rows[0].toolTip() == "open 3 · active 1"


def test_a_row_picks_its_tickets_and_one_without_any_cannot_be_clicked(ages: AgeBars) -> None:
    told = series((3, 1))
    ages.show_series(told)
    picks: list[Picked] = []
    ages.picked.connect(picks.append)
    for row in ages.rows:
        row.click()
    assert picks == [told.ages[0].pick()]
    assert [row.isEnabled() for row in ages.rows] == [True, *[False] * 5]


def test_bars_are_as_long_as_their_numbers_and_in_the_colours_of_their_parts(ages: AgeBars) -> None:
    ages.show_series(series((8, 0), (4, 0), (0, 4)))
    whole, half, active = (painted(row, LIGHT.open) for row in ages.rows[:3])
    assert whole / 2 == pytest.approx(half, rel=0.06)
    assert active == 0
    assert painted(ages.rows[2], LIGHT.active)


def test_beside_categories_they_have_a_colour_that_means_none_of_them(ages: AgeBars) -> None:
    ages.show_series(series((8, 2), split=Split.CATEGORY))
    assert painted(ages.rows[0], LIGHT.open) == painted(ages.rows[0], LIGHT.active) == 0
    assert painted(ages.rows[0], LIGHT.muted)


def test_they_turn_grey_with_the_plot(ages: AgeBars, canvas: Canvas) -> None:
    ages.show_series(series((8, 2)))
    canvas.set_stale(True)
    assert painted(ages.rows[0], LIGHT.open) == 0
    assert painted(ages.rows[0], LIGHT.faded)


def test_a_class_that_was_emptied_has_no_bar_any_more(ages: AgeBars) -> None:
    ages.show_series(series((8, 2), (1, 0)))
    ages.show_series(series((0, 0), (1, 0)))
    assert painted(ages.rows[0], LIGHT.open) == 0
    assert ages.rows[0].accessibleName() == "under 4 h: 0"
