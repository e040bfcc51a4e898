"""The mark takes the colour of the theme."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from client.settings import Theme as ThemeChoice
from client.views.brand import Brand
from client.views.theme.theme import Theme


def test_the_mark_follows_the_theme_and_the_name_stays(theme: Theme, qtbot: QtBot) -> None:
    brand = Brand(theme)
    qtbot.addWidget(brand)
    mark, name = brand.findChildren(QLabel)
    light = mark.pixmap().toImage()
    theme.choose(ThemeChoice.DARK)
    assert mark.pixmap().toImage() != light
    assert name.text() == "Campus Desk"
