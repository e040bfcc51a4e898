"""How it stands with the server, in the status bar."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from client.state import ConnectionKind, ConnectionState
from client.text import connection_words
from client.views.labels import plain_label, set_tone

_TONES = {ConnectionKind.LIVE: "ok", ConnectionKind.CONNECTING: "muted", ConnectionKind.AWAY: "danger"}
# A server that is started anew, or a cable that was touched, is nothing to be alarmed about for so long.
RECONNECTING_MS = 5_000


class ConnectionBadge(QWidget):
    """A dot and words: live, connecting, reconnecting for a while, or away since when."""

    def __init__(self) -> None:
        super().__init__()
        self._dot = plain_label("●", tone="muted", scale="small")
        self.words = plain_label(tone="muted", scale="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._dot)
        row.addWidget(self.words)
        self._state: ConnectionState | None = None
        self._reconnecting = QTimer(self, singleShot=True, interval=RECONNECTING_MS)
        self._reconnecting.timeout.connect(self._show)

    def show_state(self, state: ConnectionState) -> None:
        """Say this state."""
        was_live = self._state is not None and self._state.kind is ConnectionKind.LIVE
        self._state = state
        if state.kind is not ConnectionKind.AWAY or state.is_refused or state.is_distrusted:
            self._reconnecting.stop()
        elif was_live:
            self._reconnecting.start()
        self._show()

    def _show(self) -> None:
        if self._state is None:
            return
        is_reconnecting = self._reconnecting.isActive()
        words = self.tr("Reconnecting …") if is_reconnecting else connection_words(self._state)
        self.words.setText(words)
        self.words.setAccessibleName(self.tr("Server: %1").replace("%1", words))
        is_away = self._state.kind is ConnectionKind.AWAY and not is_reconnecting
        set_tone(self._dot, "tone", "muted" if is_reconnecting else _TONES[self._state.kind])
        set_tone(self.words, "tone", "danger" if is_away else "muted")
