"""Everybody reads the category and how sure it is; only who may correct it has the buttons."""

import pytest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category, CategorySource
from campusdesk.v1 import ticket_pb2
from client.views.category_bar import CategoryBar
from client.views.theme.theme import Theme
from tests.client import made


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> CategoryBar:
    bar = CategoryBar(theme)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def ticket(confidence: float = 0.7, source: CategorySource = CategorySource.AUTOMATIC) -> ticket_pb2.Ticket:
    given = made.ticket(4)
    given.confidence = confidence
    given.category_source = int(source)  # type: ignore[assignment]
    return given


@pytest.mark.parametrize(
    ("confidence", "told"),
    [(0.95, "Technical IT"), (0.7, "Probably technical IT"), (0.5, "Not sure: technical IT?")],
)
def test_the_category_is_said_and_read_out_as_sure_as_it_is(confidence: float, told: str, bar: CategoryBar) -> None:
    bar.show_ticket(ticket(confidence), correctable=False)
    assert bar.words.text() == told
    assert bar.words.accessibleName() == f"Category: {told}"


def test_who_may_not_correct_it_has_no_buttons(bar: CategoryBar) -> None:
    bar.show_ticket(ticket(source=CategorySource.CORRECTED), correctable=True)
    assert all(button.isVisible() for button in (*bar.choices.values(), bar.take_back))
    bar.show_ticket(ticket(source=CategorySource.CORRECTED), correctable=False)
    assert not any(button.isVisible() for button in (*bar.choices.values(), bar.take_back))


@pytest.mark.parametrize("category", Category)
@pytest.mark.parametrize(
    ("confidence", "source"),
    [(0.5, CategorySource.AUTOMATIC), (0.7, CategorySource.AUTOMATIC), (1, CategorySource.CORRECTED)],
)
def test_the_words_are_whole_in_the_narrowest_dock(
    confidence: float, source: CategorySource, category: Category, bar: CategoryBar
) -> None:
    given = ticket(confidence, source)
    given.category = int(category)  # type: ignore[assignment]
    bar.show_ticket(given, correctable=True)
    bar.resize(304, 30)
    bar.grab()
    assert bar.words.width() >= bar.words.sizeHint().width()


def test_what_comes_with_a_correction_moves_nothing(bar: CategoryBar) -> None:
    bar.resize(304, 30)
    places = []
    for given in (ticket(0.5), ticket(1, CategorySource.CORRECTED)):
        bar.show_ticket(given, correctable=True)
        bar.grab()
        places.append([bar.sizeHint().height(), *(button.geometry() for button in bar.choices.values())])
    assert places[0] == places[1]


@pytest.mark.parametrize("category", Category)
def test_one_click_corrects_or_confirms(category: Category, bar: CategoryBar, qtbot: QtBot) -> None:
    bar.show_ticket(ticket(0.5), correctable=True)
    with qtbot.waitSignal(bar.corrected) as wanted:
        bar.choices[category].click()
    assert wanted.args == [category]
    assert bar.words.text() == "Not sure: technical IT?", "the server has not said so yet"


def test_a_correction_alone_is_marked_and_taken_back(bar: CategoryBar, qtbot: QtBot) -> None:
    bar.show_ticket(ticket(0.5), correctable=True)
    assert not bar.take_back.isVisible()
    assert not any(button.property("chosen") for button in bar.choices.values())
    bar.show_ticket(ticket(1, CategorySource.CORRECTED), correctable=True)
    assert [each for each, button in bar.choices.items() if button.property("chosen")] == [Category.TECHNICAL_IT]
    with qtbot.waitSignal(bar.taken_back):
        bar.take_back.click()


def test_a_category_of_a_newer_server_is_left_out(bar: CategoryBar) -> None:
    unknown = ticket()
    unknown.category = 9  # type: ignore[assignment]
    bar.show_ticket(unknown, correctable=True)
    assert bar.words.text() == ""
