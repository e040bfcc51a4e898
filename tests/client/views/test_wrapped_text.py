"""Lines are broken between words, and within a word that no line can hold."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from client.views.wrapped_text import wrapped
from tests.client.views.answers import LONG_WORD

SENTENCE = "Helpdesk (Desk 2) corrected the category: “Services complaints” → “Facility management”"


def lines(text: str, font: QFont, width: float) -> list[str]:
    layout, widest, height = wrapped(text, font, width)
    assert widest <= width
    assert height >= layout.lineCount() * QFontMetrics(font).height()
    parts = [layout.lineAt(at) for at in range(layout.lineCount())]
    return [layout.text()[part.textStart() : part.textStart() + part.textLength()] for part in parts]


@pytest.mark.parametrize("width", [110, 160, 285, 800])
def test_words_stay_whole(qapp: QApplication, width: int) -> None:
    assert [word for line in lines(SENTENCE, qapp.font(), width) for word in line.split()] == SENTENCE.split()


def test_a_word_longer_than_a_line_is_broken(qapp: QApplication) -> None:
    broken = lines(f"so {LONG_WORD} it is", qapp.font(), 200)
    assert len(broken) > 3
    assert "".join(broken) == f"so {LONG_WORD} it is"


def test_leading_parts_the_lines(qapp: QApplication) -> None:
    assert wrapped(SENTENCE, qapp.font(), 160, 0.5)[2] == pytest.approx(1.5 * wrapped(SENTENCE, qapp.font(), 160)[2])


def test_line_ends_of_any_system_begin_a_line(qapp: QApplication) -> None:
    assert len(lines("one\r\ntwo\nthree", qapp.font(), 500)) == 3
