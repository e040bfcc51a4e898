"""Says calmly when what is typed cannot be kept on this PC, or when what was kept could not be read."""

from PySide6.QtCore import QTimer

from client.store import Store
from client.store_file import DAMAGED_NAME
from client.views.elided_label import ElidedLabel
from client.views.labels import set_tone

# Milliseconds that people have to read what is said once.
_ONCE_MS = 60_000


class KeepingNotice(ElidedLabel):
    """Empty while all is well; one line in the status bar, whole in its tooltip."""

    def __init__(self, store: Store) -> None:
        """Follow the store, also in what it told before."""
        super().__init__(tone="danger", scale="small")
        self._store = store
        self._once = QTimer(self, singleShot=True, interval=_ONCE_MS)
        self._once.timeout.connect(self._show_state)
        store.keeping.connect(self._show_state)
        store.put_aside.connect(self._tell_once)
        self._tell_once()

    def _tell_once(self) -> None:
        if self._store.was_put_aside:
            self._store.was_put_aside = False
            self._once.start()
        self._show_state()

    def _show_state(self) -> None:
        words = ""
        if not self._store.is_keeping:
            words = self.tr("What you type is not kept on this PC: its disk is full, or may not be written.")
        elif self._once.isActive():
            words = self.tr("What an earlier start had kept was damaged. It was put aside: %1.")
        set_tone(self, "tone", "danger" if not self._store.is_keeping else "muted")
        self.setText(words.replace("%1", DAMAGED_NAME))
        self.setToolTip(self.text())
        self.setAccessibleName(self.text())
        self.setVisible(bool(words))
