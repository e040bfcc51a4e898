"""A label that gives way: it asks for its whole text, needs little, and shows markup as what it is."""

import pytest
from pytestqt.qtbot import QtBot

from client.views.elided_label import ElidedLabel
from tests.client.views.answers import HOSTILE, LONG_WORD

pytestmark = pytest.mark.usefixtures("theme")


@pytest.mark.parametrize("text", [HOSTILE, LONG_WORD * 50])
def test_no_text_makes_it_wider_or_higher_than_its_place(text: str, qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    height = label.sizeHint().height()
    label.setText(text)
    assert label.minimumSizeHint().width() <= 48
    assert label.sizeHint().height() == height
    assert label.text() == text


def test_where_hardly_a_letter_fits_nothing_stands(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    empty = {}
    for width in (30, 60):
        label.setText("")
        label.resize(width, 20)
        empty[width] = label.grab().toImage()
        label.setText("months as in Europe/Rome")
        assert (label.grab().toImage() == empty[width]) is (width == 30)
    label.setText("IT")
    label.resize(30, 20)
    assert label.grab().toImage() != empty[30], "what fits stands however little room there is"


def test_what_does_not_fit_is_left_out_at_the_end(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.resize(120, 20)
    pictures = []
    for text in ("The wifi in the library drops", "The wifi in the library is slow", "The lift is stuck again"):
        label.setText(text)
        pictures.append(label.grab().toImage())
    assert pictures[0] == pictures[1]
    assert pictures[0] != pictures[2]


def test_shorter_words_stand_where_the_whole_does_not_fit(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    whole, brief = "New months read too short: their slow tickets are not closed yet.", "New months read too short."
    told = []
    for text, shorter, width in ((whole, brief, 200), (brief, "", 200), (whole, brief, 900), (whole, "", 900)):
        label.setText(text)
        label.brief = shorter
        label.resize(width, 20)
        told.append(label.grab().toImage())
    assert told[0] == told[1]
    assert told[2] == told[3]
    assert label.text() == whole
