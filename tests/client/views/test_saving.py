"""Where something is saved: asked without waiting, and offered again next time."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.store import Store
from client.views.saving import SavingFolder, ask_where, file_name


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def name_field(dialog: QFileDialog) -> QLineEdit:
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    return field


def test_a_file_is_named_after_what_is_in_it_and_the_day() -> None:
    assert file_name("closed_today", date(2026, 11, 23), "csv") == "campus-desk-closed-today-2026-11-23.csv"


def test_nothing_waits_for_the_answer(window: QWidget, store: Store, tmp_path: Path) -> None:
    saved: list[Path] = []
    folder = SavingFolder(store, Role.HELPDESK)
    folder.keep(tmp_path)
    dialog = ask_where(window, "Export", "list.csv", folder, saved.append)
    assert dialog.isVisible()
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert (saved, name_field(dialog).text()) == ([], "list.csv")
    name_field(dialog).setText("other")
    dialog.accept()
    assert saved == [tmp_path / "other.csv"], "with the suffix that says what it is"


def test_the_folder_is_offered_again_to_the_same_role(window: QWidget, store: Store, tmp_path: Path) -> None:
    chosen = tmp_path / "chosen"
    chosen.mkdir()
    dialog = ask_where(window, "Export", "list.csv", SavingFolder(store, Role.HELPDESK), lambda _path: None)
    name_field(dialog).setText(str(chosen / "list.csv"))
    dialog.accept()
    assert SavingFolder(store, Role.HELPDESK).last == chosen
    assert SavingFolder(store, Role.USER).last != chosen
    again = ask_where(window, "Export", "list.csv", SavingFolder(store, Role.HELPDESK), lambda _path: None)
    assert Path(again.directory().absolutePath()) == chosen
    again.reject()


def test_who_does_not_save_changes_nothing(window: QWidget, store: Store) -> None:
    saved: list[Path] = []
    folder = SavingFolder(store, Role.USER)
    before = folder.last
    ask_where(window, "Export", "list.csv", folder, saved.append).reject()
    assert (saved, folder.last) == ([], before)


@pytest.mark.usefixtures("qapp")
def test_a_pc_that_people_share_remembers_no_folder(tmp_path: Path) -> None:
    shared = Store(tmp_path / "shared", forgets=True)
    folder = SavingFolder(shared, Role.USER)
    before = folder.last
    folder.keep(tmp_path)
    assert folder.last == before
    shared.close()


def test_a_folder_that_is_gone_holds_nobody_up(window: QWidget, store: Store, tmp_path: Path) -> None:
    folder = SavingFolder(store, Role.USER)
    folder.keep(tmp_path / "gone")
    dialog = ask_where(window, "Export", "list.csv", folder, lambda _path: None)
    assert dialog.directory().exists()
    assert name_field(dialog).text() == "list.csv"
    dialog.reject()
