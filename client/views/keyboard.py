"""Turns the table of commands into keys of the window: what is bound acts, by key and from the table's menu."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

from campusdesk.rules import Role
from client.views.commands import ENTRIES, Command, Group, Place, entries_of, words_of

# Held down, they go on.
_REPEATED = frozenset({Command.NEXT, Command.PREVIOUS, Command.EXTEND_DOWN, Command.EXTEND_UP})


def _always() -> bool:
    return True


class Keyboard(QObject):
    """The keys of one role's window; Qt itself leaves bare letters to fields that text is typed into."""

    def __init__(self, window: QWidget, table: QAbstractScrollArea, role: Role) -> None:
        """Take no key yet: each command gets its keys when it is bound."""
        super().__init__(window)
        self._window, self._table, self._role = window, table, role
        self._possible: dict[Command, Callable[[], bool]] = {}
        self.actions: dict[Command, QAction] = {}
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)

    def bind(self, command: Command, act: Callable[[], object], possible: Callable[[], bool] = _always) -> None:
        """Have the command's keys do this; `possible` says whether the menu offers it now."""
        entry = ENTRIES[command]
        action = QAction(words_of(command), self)
        action.setShortcuts([QKeySequence(key) for key in entry.keys])
        in_table = entry.place is Place.TABLE
        context = Qt.ShortcutContext.WidgetShortcut if in_table else Qt.ShortcutContext.WindowShortcut
        action.setShortcutContext(context)
        action.setAutoRepeat(command in _REPEATED)
        action.triggered.connect(lambda _checked=False: act())
        (self._table if in_table else self._window).addAction(action)
        self.actions[command], self._possible[command] = action, possible

    def rest(self, resting: bool, *, but: Collection[Command]) -> None:
        """Let no key act but those of some commands, or all again: something stands over the window."""
        for command, action in self.actions.items():
            action.setEnabled(not resting or command in but)

    def menu(self) -> QMenu:
        """Make the menu of what can be done with the chosen tickets; what cannot be done now is grey."""
        menu = QMenu(self._table)
        group = Group.MOVE
        for command, entry in entries_of(self._role):
            if entry.in_menu and command in self.actions:
                if entry.group is not group:
                    menu.addSeparator()
                group = entry.group
                action = self.actions[command]
                action.setEnabled(self._possible[command]())
                menu.addAction(action)
        # A grey command would have no key any more.
        menu.aboutToHide.connect(self._enable_all)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _show_menu(self, at: QPoint) -> None:
        self.menu().popup(self._table.viewport().mapToGlobal(at))

    def _enable_all(self) -> None:
        for action in self.actions.values():
            action.setEnabled(True)
