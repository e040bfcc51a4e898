"""New tickets and replies, told together to somebody who works in another window."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from campusdesk.rules import Action, Role
from campusdesk.v1 import change_feed_pb2
from client.unread import Unread
from client.views.outside import Outside

# Milliseconds. What comes together is told together; who was told is left alone for a while.
GATHER_MS, QUIET_MS = 1_500, 15_000
_REPLIES = frozenset({Action.POST_MESSAGE, Action.POST_NOTE})


class Notices(QObject):
    """`opened` tells the first ticket of what was told, when the person follows it.

    They are numbers only. Texts of tickets are anybody's: desktops read markup in notifications, and show them on
    screens that are locked or projected.
    """

    opened = Signal(int)

    def __init__(
        self, unread: Unread, role: Role, workstation: str, window: QWidget, is_wanted: Callable[[], bool]
    ) -> None:
        """Tell what is news to this role and workstation, as long as `is_wanted` says so."""
        super().__init__(window)
        self._role, self._workstation, self._window, self._is_wanted = int(role), workstation, window, is_wanted
        self.outside = Outside(window)
        self.outside.followed.connect(self._follow)
        # Tickets in the order in which they came, one for each thing that happened.
        self._new: list[int] = []
        self._replied: list[int] = []
        self._first = 0
        self._gather = QTimer(self, singleShot=True)
        self._gather.timeout.connect(self._tell)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        unread.news.connect(self._take)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # noqa: S101 - for the type checker
        application.applicationStateChanged.connect(self._forget_if_here)

    @property
    def is_away(self) -> bool:
        """Say whether the person does not look at the window."""
        is_active = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        return not is_active or self._window.window().isMinimized()

    def _take(self, changes: Sequence[change_feed_pb2.Change]) -> None:
        if not self._is_wanted() or not self.is_away:
            return
        self._new += [change.ticket_id for change in changes if int(change.action) == Action.CREATE]
        self._replied += [change.ticket_id for change in changes if self._is_reply(change)]
        if (self._new or self._replied) and not self._gather.isActive():
            self._gather.start(max(GATHER_MS, self._quiet.remainingTime()))

    def _is_reply(self, change: change_feed_pb2.Change) -> bool:
        """Say whether it was said to this person; what colleagues write concerns staff in their own tickets alone."""
        is_own = change.ticket.taken_by == self._workstation
        is_to_us = is_own or int(Role.USER) in {self._role, int(change.role)}
        return is_to_us and int(change.action) in _REPLIES

    def _tell(self) -> None:
        if self.is_away:
            self._first = [*self._new, *self._replied][0]
            self.outside.tell(self._words())
            self._quiet.start()
        self._new, self._replied = [], []

    def _words(self) -> str:
        if len(self._new) + len(self._replied) == 1:
            words = self.tr("New ticket: %1") if self._new else self.tr("New message under %1")
            return words.replace("%1", f"#{self._first}")
        new = self.tr("%Ln new ticket(s)", "", len(self._new)) if self._new else ""
        replies = self.tr("%Ln new message(s)", "", len(self._replied)) if self._replied else ""
        if new and replies:
            return self.tr("%1, %2").replace("%1", new).replace("%2", replies)
        return new or replies

    def _forget_if_here(self) -> None:
        if not self.is_away:
            self._new, self._replied = [], []
            self._gather.stop()
            self.outside.take_back()

    def _follow(self) -> None:
        window = self._window.window()
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        if self._first:
            self.opened.emit(self._first)
