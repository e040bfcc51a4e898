"""A period is one click, or any number of hours or days; what is typed is told once it is left alone."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from client.views.period_chooser import PeriodChooser
from client.views.theme.theme import Theme

HOUR, DAY = 3_600, 86_400


@pytest.fixture
def chooser(theme: Theme, qtbot: QtBot) -> PeriodChooser:
    chooser = PeriodChooser(theme)
    qtbot.addWidget(chooser)
    chooser.show()
    return chooser


@pytest.fixture
def told(chooser: PeriodChooser) -> list[int]:
    """Give the periods that were told."""
    periods: list[int] = []
    chooser.chosen.connect(lambda: periods.append(chooser.period_s))
    return periods


def buttons(chooser: PeriodChooser) -> dict[str, QPushButton]:
    return {button.text(): button for button in chooser.findChildren(QPushButton)}


def marked(chooser: PeriodChooser) -> list[str]:
    return [button.text() for button in chooser.usual.findChildren(QPushButton) if button.isChecked()]


def settle(chooser: PeriodChooser) -> None:
    (settling,) = (timer for timer in chooser.findChildren(QTimer) if timer.isActive())
    settling.timeout.emit()


def test_it_begins_with_thirty_days(chooser: PeriodChooser) -> None:
    assert chooser.period_s == 30 * DAY
    assert marked(chooser) == ["30 d"]


def test_each_usual_period_is_one_click(chooser: PeriodChooser, told: list[int]) -> None:
    for name in ("1 h", "4 h", "8 h", "24 h", "3 d", "7 d", "30 d"):
        buttons(chooser)[name].click()
        assert marked(chooser) == [name]
    assert told == [HOUR, 4 * HOUR, 8 * HOUR, DAY, 3 * DAY, 7 * DAY, 30 * DAY]
    assert not [timer for timer in chooser.findChildren(QTimer) if timer.isActive()], "it is told once"
    assert (chooser.count.value, chooser.unit.index) == (30, 1)


def test_the_unit_is_told_at_once_and_a_number_when_it_is_left_alone(chooser: PeriodChooser, told: list[int]) -> None:
    buttons(chooser)["hours"].click()
    for text in ("4", "48"):
        chooser.count.setText(text)
    assert told == [30 * HOUR]
    settle(chooser)
    assert told == [30 * HOUR, 48 * HOUR]


def test_what_is_typed_marks_the_usual_period_that_it_is_or_none(chooser: PeriodChooser) -> None:
    chooser.count.setText("12")
    assert marked(chooser) == []
    chooser.count.setText("1")
    assert marked(chooser) == ["24 h"]


def test_the_longest_period_is_the_same_in_both_units(chooser: PeriodChooser) -> None:
    buttons(chooser)["hours"].click()
    chooser.count.setText("87840")
    assert chooser.period_s == 3_660 * DAY
    buttons(chooser)["days"].click()
    assert chooser.period_s == 3_660 * DAY


def test_it_comes_back_as_it_was_left(chooser: PeriodChooser, told: list[int], theme: Theme, qtbot: QtBot) -> None:
    buttons(chooser)["hours"].click()
    chooser.count.setText("100")
    other = PeriodChooser(theme)
    qtbot.addWidget(other)
    other.restore(chooser.told())
    assert other.period_s == 100 * HOUR
    assert other.unit.index == 0
    assert told == [30 * HOUR], "nobody chose anything"


@pytest.mark.parametrize("told", [
    None, "30", {}, {"count": "7", "days": True}, {"count": 0, "days": True}, {"count": 3_661, "days": True},
    {"count": True, "days": True}, {"count": 87_841, "days": False},
])  # fmt: skip
def test_what_is_no_period_changes_nothing(told: object, chooser: PeriodChooser) -> None:
    chooser.restore(told)
    assert chooser.period_s == 30 * DAY


def test_where_there_is_little_room_any_period_stands_behind_a_button(chooser: PeriodChooser) -> None:
    assert chooser.count.isVisible()
    assert not chooser.other.isVisible()
    chooser.set_compact(True)
    assert not chooser.count.isVisible()
    chooser.other.click()
    assert chooser.count.isVisible()
    assert not chooser.usual.isVisible()
    chooser.set_compact(False)
    assert chooser.count.isVisible()
    assert chooser.usual.isVisible()
