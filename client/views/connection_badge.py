"""How it stands with the server, in the status bar."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from client.state import ConnectionKind, ConnectionState
from client.text import connection_words
from client.views.labels import plain_label, set_tone

_TONES = {ConnectionKind.LIVE: "ok", ConnectionKind.CONNECTING: "muted", ConnectionKind.AWAY: "danger"}


class ConnectionBadge(QWidget):
    """A dot and words: live, connecting, or away since when."""

    def __init__(self) -> None:
        super().__init__()
        self._dot = plain_label("●", tone="muted", scale="small")
        self.words = plain_label(tone="muted", scale="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._dot)
        row.addWidget(self.words)

    def show_state(self, state: ConnectionState) -> None:
        """Say this state."""
        self.words.setText(connection_words(state))
        self.words.setAccessibleName(self.tr("Server: %1").replace("%1", connection_words(state)))
        set_tone(self._dot, "tone", _TONES[state.kind])
        set_tone(self.words, "tone", "danger" if state.kind is ConnectionKind.AWAY else "muted")
