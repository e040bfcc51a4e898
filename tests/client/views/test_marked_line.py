"""What was searched for is in sight and marked where it stands, whatever letters it is written with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication

from campusdesk.terms import folded
from client.views.marked_line import in_sight, paint_line
from client.views.marking import places
from client.views.theme.tokens import LIGHT
from tests.client.views.answers import HOSTILE

LONG = "The lamp over the third desk at the window of the reading room flickers since noon"


def marked_columns(words: str, wanted: tuple[str, ...]) -> list[int]:
    """Return which columns of pixels have the ground of what is marked."""
    image = QImage(300, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    paint_line(painter, QRect(0, 0, 300, 30), words, wanted, LIGHT)
    painter.end()
    mark = QColor(LIGHT.mark).rgb()
    return [x for x in range(300) if any(image.pixel(x, y) == mark for y in range(30))]


def test_a_hit_stands_where_its_letters_are(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    columns = marked_columns("no wifi here", ("wi",))
    left, right = metrics.horizontalAdvance("no "), metrics.horizontalAdvance("no wi")
    assert abs(columns[0] - left) <= 2
    assert abs(columns[-1] - right) <= 2
    assert marked_columns("no wifi here", ()) == []


@pytest.mark.parametrize(
    "words", [HOSTILE, "\u05d0\u05d1\u05d2 wifi \u05d3", "wi\u0301\u0302\u0303" * 20, "\U0001f642 wifi"]
)
@pytest.mark.usefixtures("qapp")
def test_any_text_is_painted_with_its_marks(words: str) -> None:
    assert bool(marked_columns(words, ("wi",))) is ("wi" in words)


def test_the_first_hit_comes_into_sight(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    width = metrics.horizontalAdvance(LONG) // 3
    assert in_sight(LONG, ("lamp",), metrics, width) == LONG
    assert in_sight(LONG, ("flick",), metrics, width) == "…reading room flickers since noon"
    narrow = metrics.horizontalAdvance("…flickers")
    assert in_sight(LONG, ("flick",), metrics, narrow) == "…flickers since noon"
    assert in_sight("#20003", ("20003",), metrics, metrics.horizontalAdvance("#20003")) == "#20003"


@given(st.text("ab \U0001f642e\u0301"), st.text("ab", min_size=1, max_size=2))
def test_places_count_as_qt_counts(text: str, term: str) -> None:
    units = text.encode("utf-16-le")
    for start, end in places(text, (term,)):
        assert folded(units[2 * start : 2 * end].decode("utf-16-le")) == term
