"""Web addresses in a text that is read are opened by a click, Enter or the menu, and by nothing else."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from client.settings import Theme as ThemeChoice
from client.views.linked_text import LinkedText
from client.views.theme.theme import Theme
from client.views.theme.tokens import LIGHT
from tests.client.views.answers import HOSTILE

STATUS, HELP = "https://campus.example/status?a=1&b=2", "http://campus.example/help"


@pytest.fixture
def text(theme: Theme, qtbot: QtBot) -> LinkedText:
    text = LinkedText(theme, "What is the problem")
    qtbot.addWidget(text)
    text.resize(600, 200)
    text.show()
    return text


def place_of(text: LinkedText, words: str) -> QPoint:
    cursor = QTextCursor(text.document())
    cursor.setPosition(text.toPlainText().index(words) + 3)
    return text.cursorRect(cursor).center() + QPoint(2, 0)


def test_a_click_on_a_link_opens_it_and_one_beside_it_nothing(text: LinkedText, opened: list[str]) -> None:
    text.show_text(f"🔧 Look at {STATUS}, please")
    for words in ("Look", "please"):
        QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place_of(text, words))
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(500, 150))
    QTest.mouseClick(text.viewport(), Qt.MouseButton.RightButton, pos=place_of(text, STATUS))
    assert opened == []
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place_of(text, STATUS))
    assert opened == [STATUS]


def test_a_link_goes_from_its_first_character_to_its_last_wherever_it_was_scrolled_to(text: LinkedText) -> None:
    lines = "line\n" * 40
    text.show_text(f"{lines}{STATUS}\n{lines}")
    begin = QTextCursor(text.document())
    begin.setPosition(text.toPlainText().index(STATUS))
    end = QTextCursor(begin)
    end.setPosition(begin.position() + len(STATUS))
    text.verticalScrollBar().setValue(text.verticalScrollBar().value() + text.cursorRect(begin).top() - 20)
    assert text.verticalScrollBar().value() > 0
    inside = text.cursorRect(begin).center() + QPoint(2, 0), text.cursorRect(end).center() - QPoint(2, 0)
    outside = text.cursorRect(begin).center() - QPoint(0, text.cursorRect().height())
    assert [text.link_at(place) for place in (*inside, outside)] == [STATUS, STATUS, ""]


def test_a_link_that_the_mouse_is_dragged_away_from_is_not_opened(text: LinkedText, opened: list[str]) -> None:
    text.show_text(f"{STATUS} and {HELP}")
    begin = place_of(text, STATUS)
    for end in (place_of(text, HELP), QPoint(begin.x(), 150)):
        QTest.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=begin)
        # Nothing is selected where the mouse was not seen to move.
        QTest.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert not text.textCursor().hasSelection()
    assert opened == []


def test_a_link_that_is_selected_with_the_mouse_is_not_opened(text: LinkedText, opened: list[str]) -> None:
    text.show_text(f"Look at {STATUS}")
    begin = place_of(text, STATUS)
    QTest.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(text.viewport(), begin + QPoint(60, 0))
    QTest.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=begin + QPoint(60, 0))
    assert text.textCursor().hasSelection()
    assert opened == []


def test_keys_open_one_link_and_ask_which_one_of_several(text: LinkedText, opened: list[str]) -> None:
    text.show_text(f"Look at {STATUS}")
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert opened == [STATUS]
    text.show_text(f"{STATUS} {HELP} {STATUS}")
    words = [action.text() for action in text.menu().actions()][-2:]
    assert words == [f"Open {STATUS.replace('&', '&&')}", f"Open {HELP}"]
    text.menu().actions()[-1].trigger()
    assert opened == [STATUS, HELP]
    QTest.keyClick(text, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert opened == [STATUS, HELP], "which one is asked first"
    menu.close()
    text.show_text("No address")
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is None


def test_a_hostile_text_is_shown_as_it_is_without_links(text: LinkedText) -> None:
    text.show_text(HOSTILE)
    assert text.toPlainText() == HOSTILE
    assert not any("Open" in action.text() for action in text.menu().actions())


def test_links_follow_the_look_and_marks_stand_over_them(text: LinkedText, theme: Theme) -> None:
    text.show_text(f"No wifi: {STATUS}")
    text.mark(["wifi"], LIGHT)
    link, mark = text.extraSelections()
    assert (link.cursor.selectedText(), mark.cursor.selectedText()) == (STATUS, "wifi")
    before = link.format.foreground().color()
    theme.choose(ThemeChoice.DARK)
    assert text.extraSelections()[0].format.foreground().color() != before
    theme.choose(ThemeChoice.LIGHT)


def test_the_cursor_shows_what_can_be_clicked(text: LinkedText) -> None:
    text.show_text(f"Look at {STATUS}")
    for words, shape in ((STATUS, Qt.CursorShape.PointingHandCursor), ("Look", Qt.CursorShape.IBeamCursor)):
        QTest.mouseMove(text.viewport(), place_of(text, words))
        assert text.viewport().cursor().shape() == shape
