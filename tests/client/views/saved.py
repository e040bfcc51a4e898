"""What the tests of exports share: saving in the dialog, what is said of it, and what is in the file then."""

import csv
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from client.views.main_window import MainWindow
from client.views.work_line import WorkLine
from tests.client.views.answers import PATIENCE_MS


def dialog(main: MainWindow) -> QFileDialog:
    (asked,) = [each for each in main.window().findChildren(QFileDialog) if each.isVisible()]
    return asked


def save(main: MainWindow, path: Path) -> None:
    """Choose the path in the dialog that is open."""
    field = dialog(main).findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    field.setText(str(path))
    dialog(main).accept()


def line(main: MainWindow) -> WorkLine:
    (shown,) = main.export.bar.lines
    return shown


def words_in_the_end(main: MainWindow, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: not line(main).away.isHidden(), timeout=PATIENCE_MS)
    return line(main).words


def exported(main: MainWindow, folder: Path, qtbot: QtBot) -> list[dict[str, str]]:
    main.export.ask()
    save(main, folder / "list.csv")
    words_in_the_end(main, qtbot)
    return read(folder / "list.csv")


def read(path: Path, separator: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=separator, strict=True))


def left(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())
