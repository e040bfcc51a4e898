"""The look changes everywhere at once, and follows the system only when asked to."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from client.settings import Theme as ThemeChoice
from client.views.theme.theme import Theme
from client.views.theme.tokens import DARK, LIGHT


def test_a_choice_changes_tokens_palette_and_stylesheet(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.DARK)
    assert theme.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.canvas
    assert DARK.accent in qapp.styleSheet()
    assert LIGHT.accent not in qapp.styleSheet()


def test_an_unknown_system_is_light(qapp: QApplication) -> None:
    assert Theme(qapp, ThemeChoice.SYSTEM).tokens is LIGHT


def test_nothing_else_happens_while_the_first_look_is_put_on(qapp: QApplication) -> None:
    told: list[str] = []
    QTimer.singleShot(0, lambda: told.append("what whoever makes the theme is not ready for"))
    Theme(qapp, ThemeChoice.DARK)
    assert told == []


def test_the_same_choice_again_repaints_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(qapp, ThemeChoice.DARK)
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(ThemeChoice.DARK)
