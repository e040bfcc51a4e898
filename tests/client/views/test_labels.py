"""Labels show what they are given, letter by letter, and follow the stylesheet when their tone changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from client.views.labels import copyable_label, plain_label, set_tone
from client.views.theme.theme import Theme
from tests.client.views.answers import HOSTILE


@pytest.mark.parametrize("made", [plain_label, copyable_label])
def test_markup_is_text_now_and_later(made: type[QLabel], qtbot: QtBot) -> None:
    label = made("<b>bold</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    plain = plain_label("x" * 11)
    plain.setText(HOSTILE)
    assert plain.textFormat() is Qt.TextFormat.PlainText


def test_a_copyable_label_is_selected_by_keyboard(qtbot: QtBot) -> None:
    label = copyable_label("#17")
    qtbot.addWidget(label)
    label.show()
    label.setFocus()
    QTest.keySequence(label, "Ctrl+A")
    assert label.selectedText() == "#17"


def test_another_tone_is_another_colour_at_once(qtbot: QtBot, theme: Theme) -> None:
    label = plain_label("away", tone="muted")
    qtbot.addWidget(label)
    label.show()
    for tone in ("muted", "danger", "ok"):
        set_tone(label, "tone", tone)
        assert label.palette().windowText().color().name().upper() == getattr(theme.tokens, tone)
