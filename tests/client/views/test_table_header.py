"""The head of the table says what it is sorted by, in the words that fit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QStandardItemModel
from pytestqt.qtbot import QtBot

from client.settings import Theme as ThemeChoice
from client.views.table_header import TableHeader
from client.views.theme.theme import Theme
from client.views.theme.tokens import DARK, LIGHT


@pytest.fixture
def header(theme: Theme, qtbot: QtBot) -> TableHeader:
    header = TableHeader(theme, None)  # type: ignore[arg-type]  # it stands alone
    qtbot.addWidget(header)
    model = QStandardItemModel(0, 2, header)
    model.setHorizontalHeaderLabels(["Number", "Messages"])
    header.setModel(model)
    header.resize(200, 32)
    header.show()
    return header


def section(header: TableHeader, at: int) -> QImage:
    left = header.sectionViewportPosition(at)
    return header.viewport().grab().toImage().copy(left, 0, header.sectionSize(at), header.height())


def test_only_what_it_is_sorted_by_is_marked_and_by_its_direction(header: TableHeader) -> None:
    plain = section(header, 0), section(header, 1)
    header.setSortIndicatorShown(True)
    header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    rising = section(header, 0)
    header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    falling = section(header, 0)
    assert len({bytes(image.constBits()) for image in (plain[0], rising, falling)}) == 3
    assert section(header, 1) == plain[1]


def test_short_words_stand_in_where_there_is_little_room(header: TableHeader) -> None:
    long = section(header, 1)
    header.short_words = {1: "Msg"}
    header.viewport().update()
    short = section(header, 1)
    assert short != long
    header.short_words = {}
    header.viewport().update()
    assert section(header, 1) == long


def test_its_ground_follows_the_theme(header: TableHeader, theme: Theme) -> None:
    assert section(header, 0).pixelColor(1, 1) == QColor(LIGHT.surface)
    theme.choose(ThemeChoice.DARK)
    assert section(header, 0).pixelColor(1, 1) == QColor(DARK.surface)
