"""The countdown stands in the middle of the window, and lets every click through."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from client.languages import Language
from client.views.leaving_card import LeavingCard


def test_it_counts_in_minutes_and_seconds_and_goes(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    card = LeavingCard(window)
    assert card.isHidden()
    for seconds, words in ((60, "1:00"), (9, "0:09")):
        card.show_seconds(seconds)
        assert (card.left.text(), card.accessibleName(), card.isHidden()) == (words, words, False)
    assert card.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    card.show_seconds(0)
    assert card.isHidden()


def test_it_speaks_the_language_of_now(qtbot: QtBot, spoken: Callable[[Language], None]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    card = LeavingCard(window)
    spoken(Language.GERMAN)
    card.show_seconds(60)
    assert card.title.text() == "Ist noch jemand da?"
    card.show_seconds(0)


def test_it_stays_in_the_middle_over_everything(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 640)
    window.show()
    card = LeavingCard(window)
    later = QWidget(window)
    card.show_seconds(42)
    for width, height in ((1000, 640), (1280, 800)):
        window.resize(width, height)
        middle = card.card.geometry().center()
        assert card.geometry() == window.rect(), "all of it is dimmed"
        assert abs(middle.x() - width // 2) <= 1
        assert abs(middle.y() - height // 2) <= 1
    assert window.children().index(card) > window.children().index(later)
