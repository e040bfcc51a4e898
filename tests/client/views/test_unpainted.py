"""A window that was held while it became something else is painted then, and with each change from then on."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from client.views.unpainted import hold, release


class Paintings(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


@pytest.mark.parametrize("waits_to_be_painted", [True, False])
def test_a_window_is_painted_again_after_it_was_held(waits_to_be_painted: bool, qtbot: QtBot) -> None:
    window = QWidget()
    label = QLabel("before")
    QVBoxLayout(window).addWidget(label)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    paintings = Paintings(label)
    if waits_to_be_painted:
        label.update()
    hold(window)
    was = paintings.count
    label.setText("after")
    QCoreApplication.processEvents()
    assert paintings.count == was
    release(window)
    assert paintings.count > was
    was = paintings.count
    label.setText("later")
    qtbot.waitUntil(lambda: paintings.count > was)
