"""Where something is to be saved: the system's dialog, which holds nothing up, and the folder of last time."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from campusdesk.rules import Role
from client.store import Store

_FOLDER = "folder"


class SavingFolder:
    """The folder in which a role last saved something at this PC; a PC that people share forgets it."""

    def __init__(self, store: Store, role: Role) -> None:
        """Remember it in the store."""
        self._store, self._key = store, role.word

    @property
    def last(self) -> Path:
        """Return it, or where the system keeps documents."""
        told = self._store.get(_FOLDER, self._key)
        return Path(told if isinstance(told, str) and told else _documents())

    def keep(self, folder: Path) -> None:
        """Remember that something was saved there."""
        if not self._store.forgets:
            self._store.put(_FOLDER, self._key, str(folder))


def file_name(subject: str, day: date, suffix: str) -> str:
    """Return a name for a file by what is in it and the day, such as campus-desk-all-2026-11-23.csv."""
    return f"campus-desk-{subject.replace('_', '-')}-{day.isoformat()}.{suffix}"


def ask_where(
    window: QWidget, title: str, name: str, folder: SavingFolder, save: Callable[[Path], object]
) -> QFileDialog:
    """Ask where to save what has this name at first, and call `save` with what was chosen; nothing waits for that."""
    dialog = QFileDialog(window, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    suffix = Path(name).suffix.removeprefix(".")
    dialog.setDefaultSuffix(suffix)
    dialog.setNameFilter(f"{suffix.upper()} (*.{suffix})")
    dialog.setDirectory(str(folder.last))
    dialog.selectFile(name)

    def chosen(told: str) -> None:
        folder.keep(Path(told).parent)
        save(Path(told))

    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
