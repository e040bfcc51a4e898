"""A line of work says what happens, offers at most one thing to do, and goes by hand or by itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from client.views.theme.theme import Theme
from client.views.work_line import WorkLine
from tests.client.views.answers import HOSTILE
from tests.client.views.still_style import StillStyle


@pytest.fixture
def line(theme: Theme, qtbot: QtBot) -> WorkLine:
    line = WorkLine(theme)
    qtbot.addWidget(line)
    line.resize(400, 44)
    line.show()
    return line


def test_words_are_plain_and_read_out(line: WorkLine) -> None:
    line.show_words(HOSTILE)
    assert line.words == line.label.accessibleName() == HOSTILE
    assert line.label.textFormat() == Qt.TextFormat.PlainText


def test_what_is_offered_is_done_once_a_click(line: WorkLine) -> None:
    done: list[str] = []
    line.show_words("Closing #3")
    line.offer("Undo", lambda: done.append("undone"), "Ctrl+Z")
    QTest.mouseClick(line.button, Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    assert (line.button.accessibleName(), line.button.toolTip()) == ("Undo Closing #3", "Ctrl+Z")
    line.offer("")
    assert line.button.isHidden()
    line.button.click()
    assert done == ["undone"], "what is not offered any more is not done"


def test_good_news_goes_by_itself_and_what_went_wrong_by_hand(theme: Theme, qtbot: QtBot) -> None:
    good, bad = WorkLine(theme), WorkLine(theme)
    for each in (good, bad):
        qtbot.addWidget(each)
        assert each.away.isHidden()
    good.may_go(soon=True)
    bad.may_go(soon=False)
    assert (good.is_news, bad.is_news) == (True, False)
    with qtbot.waitSignal(bad.gone):
        bad.away.click()


@pytest.mark.parametrize(("wrong", "ground", "tone"), [(True, "refused", "danger"), (False, "canvas", "")])
def test_what_went_wrong_is_told_in_its_colour(wrong: bool, ground: str, tone: str, line: WorkLine) -> None:
    line.show_words("#3 not closed", wrong=wrong)
    assert (line.property("ground"), line.label.property("tone")) == (ground, tone)


@pytest.mark.parametrize("share", [0.0, 0.25, 0.75, 2.0])
def test_the_lower_edge_shows_how_far_it_is(share: float, line: WorkLine, theme: Theme) -> None:
    line.show_share(share)
    image = line.grab().toImage()
    edge = [image.pixelColor(x, image.height() - 1) for x in range(image.width())]
    drawn = sum(colour == QColor(theme.tokens.accent) for colour in edge)
    assert drawn == round(image.width() * min(share, 1.0))


def test_it_comes_into_sight_softly(line: WorkLine, qtbot: QtBot) -> None:
    line.fade_in()
    assert line.graphicsEffect() is not None
    qtbot.waitUntil(lambda: line.graphicsEffect() is None)


def test_it_is_there_at_once_where_the_system_wants_no_motion(line: WorkLine) -> None:
    StillStyle(line)
    line.fade_in()
    assert line.graphicsEffect() is None
