"""A desk of the helpdesk at work with several tickets."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from client.views.main_window import MainWindow
from tests.client.views.answers import PATIENCE_MS


class StaffDesk:
    """A desk of the helpdesk at work, and what its bar says."""

    def __init__(self, main: MainWindow, qtbot: QtBot) -> None:
        assert main.work is not None
        self.main, self.qtbot, self.work = main, qtbot, main.work
        main.activateWindow()

    @property
    def told(self) -> list[str]:
        return [line.words for line in self.work.bar.lines]

    def statuses(self) -> set[int]:
        facts = map(self.main.tickets.facts, self.main.table.chosen_ids())
        return {each.status for each in facts if each is not None}

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.main.table, key, modifier)

    def wait_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.told, timeout=PATIENCE_MS)
