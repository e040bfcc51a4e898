"""An error beside what caused it is read whole, however narrow its place."""

import pytest
from pytestqt.qtbot import QtBot

from client.views.error_line import ErrorLine
from client.views.theme.theme import Theme

# The offscreen platform has no window manager to tell sizes to, and says so.
pytestmark = [pytest.mark.qt_log_level_fail("WARNING"), pytest.mark.qt_log_ignore("propagateSizeHints")]

WORDS = "The server does not answer. What you typed is kept: try again when the connection is back."


def test_the_button_goes_under_the_words_in_a_narrow_place(qtbot: QtBot, theme: Theme) -> None:
    line = ErrorLine(theme, "Send again")
    qtbot.addWidget(line)
    line.show_words(WORDS, again=True)
    line.resize(800, 60)
    line.show()
    qtbot.waitUntil(lambda: line.button.geometry().left() > line.label.geometry().right())
    line.resize(300, 60)
    qtbot.waitUntil(lambda: line.button.geometry().top() > line.label.geometry().bottom())
    qtbot.waitUntil(lambda: line.label.height() >= line.label.heightForWidth(line.label.width()))


def test_words_that_are_over_hide_the_line(qtbot: QtBot, theme: Theme) -> None:
    line = ErrorLine(theme, "Send again")
    qtbot.addWidget(line)
    line.show_words(WORDS)
    assert (line.isHidden(), line.words) == (False, WORDS)
    line.show_words("")
    assert (line.isHidden(), line.words) == (True, "")
