"""The page takes an address that has the form of one, and says what is wrong with any other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from client.views.server_page import ServerPage
from client.views.theme.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> ServerPage:
    made = ServerPage(theme)
    qtbot.addWidget(made)
    return made


def test_an_address_is_told_with_its_port(page: ServerPage, qtbot: QtBot) -> None:
    QTest.keyClicks(page.field, "desk.example")
    with qtbot.waitSignal(page.chosen) as chosen:
        QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert chosen.args == ["desk.example:47600"]


def test_what_is_no_address_is_refused_in_words_beside_the_field(page: ServerPage, qtbot: QtBot) -> None:
    page.field.setText("not an address")
    with qtbot.assertNotEmitted(page.chosen):
        QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert "not an address" in page.error
    assert page.field.text() == "not an address"
    QTest.keyClick(page.field, Qt.Key.Key_Backspace)
    assert page.error == ""
