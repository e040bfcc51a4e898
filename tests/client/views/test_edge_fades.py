"""What goes on beyond an edge fades there, and nothing else does."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from client.views.edge_fades import EdgeFades
from client.views.theme.theme import Theme


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    """Give a place of 100 pixels for a black part of 400."""
    area, part = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    part.setFixedSize(80, 400)
    part.setStyleSheet("background: black")
    area.setWidget(part)
    area.resize(120, 100)
    area.show()
    return area


def test_only_edges_with_more_beyond_them_fade(area: QScrollArea) -> None:
    fades, bar = EdgeFades(area), area.verticalScrollBar()
    shown = []
    for value in (bar.minimum(), bar.maximum() // 2, bar.maximum()):
        bar.setValue(value)
        shown.append((fades.above.isVisible(), fades.below.isVisible()))
    assert shown == [(False, True), (True, True), (True, False)]


def test_an_edge_fades_into_the_ground_and_the_middle_stays(theme: Theme, area: QScrollArea) -> None:
    EdgeFades(area)
    QApplication.processEvents()
    seen = area.grab().toImage()
    lights = [seen.pixelColor(20, y).lightness() for y in (10, 50, 88, 98)]
    assert lights[0] == lights[1] == 0 < lights[2] < lights[3]
    assert lights[3] > 0.8 * QColor(theme.tokens.surface).lightness()


def test_they_follow_the_size_and_take_no_click(qtbot: QtBot) -> None:
    text = QPlainTextEdit("one\n" * 200)
    qtbot.addWidget(text)
    fades = EdgeFades(text)
    text.resize(300, 200)
    text.show()
    QApplication.processEvents()
    seen = text.viewport().geometry()
    assert (fades.below.geometry().bottom(), fades.below.width()) == (seen.bottom(), seen.width())
    inside = text.viewport().mapTo(text, text.viewport().rect().bottomLeft())
    assert text.childAt(inside) is text.viewport()
    text.clear()
    assert not fades.below.isVisible()
