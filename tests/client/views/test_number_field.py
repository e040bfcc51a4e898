"""A number is taken when it is within its bounds, and nothing else is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from client.views.number_field import NumberField


@pytest.fixture
def field(qtbot: QtBot) -> NumberField:
    made = NumberField(30, 100, "Length of the period")
    qtbot.addWidget(made)
    return made


def test_a_typed_number_is_told(field: NumberField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.changed) as changed:
        field.setText("12")
    assert changed.args == [12]


@pytest.mark.parametrize("text", ["", "0", "101", "-3", "１２", "²", "x"])
def test_anything_else_is_not_told_and_gives_way_to_the_number_in_force(
    text: str, field: NumberField, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(field.changed):
        field.setText(text)
        field.editingFinished.emit()
    assert field.value == 30
    assert field.text() == "30"


def test_the_arrow_keys_count_within_the_bounds(field: NumberField) -> None:
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.value == 31
    field.set_highest(31)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.value == 31
    field.set_highest(5)
    assert field.value == 5
