"""Somebody's stay at this PC: what was done in it stays at a person's own PC, and goes at one that people share."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from client.languages import speak, system_language
from client.presence import IDLE_US, Presence
from client.settings import Settings
from client.state import Clock, wall_clock_us
from client.store import Store
from client.views.leaving_card import LeavingCard
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from client.drafts import Drafts

# When somebody was seen here last, on disk for a desk that starts after a crash; written that often.
_KIND, _KEY = "presence", "seen"
_MARK_US = 30 * 1_000_000
# Milliseconds that who leaves waits for the server to take what was sent.
_FINISH_MS = 2_000


class Staying(QObject):
    """Does nothing unless the store `forgets`; `left` when nobody is here any more.

    Whoever leaves has `finish` called, then the work ended, then `forget`.
    """

    left = Signal()

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        settings: Settings,
        store: Store,
        clock: Clock = wall_clock_us,
        idle_us: int = IDLE_US,
    ) -> None:
        """Watch whether somebody is here."""
        super().__init__(window)
        self._theme, self._settings, self._store = theme, settings, store
        self._clock, self._idle_us = clock, idle_us
        self._drafts: Drafts | None = None
        self._marked_us = 0
        self.card = LeavingCard(window) if store.forgets else None
        self.presence = Presence(self, clock, idle_us) if store.forgets else None
        if self.presence is not None:
            self.presence.leaving.connect(self._count_down)
            self.presence.left.connect(self.left)
            self.presence.seen.connect(self._mark)
            store.loaded.connect(self._look_at_former_start)

    def begin(self, drafts: "Drafts") -> None:
        """Have it that somebody works with these drafts from now on."""
        self._drafts = drafts
        if self.presence is not None:
            self.presence.note()

    def finish(self) -> bool:
        """Give the server a moment to take what was sent; say whether nothing is forgotten that it did not take."""
        drafts, self._drafts = self._drafts, None
        if not self._store.forgets or drafts is None or not drafts.unconfirmed():
            return True
        loop = QEventLoop()
        drafts.changed.connect(lambda: None if drafts.unconfirmed() else loop.quit())
        QTimer.singleShot(_FINISH_MS, loop, loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return not drafts.unconfirmed()

    def forget(self) -> None:
        """Have nothing of what was done here any more, neither in memory nor on disk; look and words are the first."""
        if self._store.forgets:
            self._clear()
            self._theme.choose(self._settings.theme)
            speak(self._settings.language or system_language())

    def end(self) -> None:
        """Watch no longer, and forget."""
        if self.presence is not None:
            self.presence.end()
            self._clear()

    def _clear(self) -> None:
        self._marked_us = 0
        self._store.clear()
        self._settings.forget_person()

    def _count_down(self, seconds: int) -> None:
        if self.card is not None:
            self.card.show_seconds(seconds if self._drafts is not None else 0)

    def _mark(self) -> None:
        now_us = self._clock()
        if self._store.is_loaded and not 0 <= now_us - self._marked_us < _MARK_US:
            self._marked_us = now_us
            self._store.put(_KIND, _KEY, now_us)

    def _look_at_former_start(self) -> None:
        """Forget what a start left that ended without a word, unless that was just now."""
        seen_us = self._store.get(_KIND, _KEY)
        if not isinstance(seen_us, int) or not 0 <= self._clock() - seen_us < self._idle_us:
            self._store.clear_former()
            self._settings.forget_person()
