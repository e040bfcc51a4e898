"""The axis of values has a few round numbers, in the person's way of writing."""

import pytest
from PySide6.QtCore import QLocale

from client.views.plots.value_axis import ValueAxis


@pytest.mark.parametrize(
    ("least", "highest", "pixels", "step"),
    [
        (1, 1.2, 300, 1),
        (1, 11.5, 230, 5),
        (1, 62, 250, 20),
        (0, 1.0, 250, 0.2),
        (0, 8.4, 100, 5),
        (1, 2_400, 20, 1_000),
        (1, 10.4, 70, 5),
        (1, 44, 70, 20),
    ],
)
def test_few_round_numbers_and_no_halves_of_what_is_counted(
    least: float, highest: float, pixels: float, step: float
) -> None:
    ((apart, _offset),) = ValueAxis(least=least).tickSpacing(0, highest, pixels)
    assert apart == pytest.approx(step)


def test_an_axis_of_no_height_asks_for_no_numbers_without_end() -> None:
    assert ValueAxis().tickSpacing(0, 0, 0) == [(1.0, 0.0)]


def test_numbers_are_written_as_the_person_writes_them() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    try:
        assert ValueAxis().tickStrings([0.5, 1.0], 1.0, 0.5) == ["0,5", "1,0"]
        assert ValueAxis().tickStrings([1_000, 2_000], 1.0, 1_000) == ["1.000", "2.000"]
    finally:
        QLocale.setDefault(before)


def test_no_line_is_drawn_where_its_number_would_stand_over_the_edge() -> None:
    axis = ValueAxis(least=1)
    assert axis.tickValues(0, 61.2, 170) == [(20, [0, 20, 40])]
    assert axis.tickValues(0, 66, 170) == [(20, [0, 20, 40, 60])]
