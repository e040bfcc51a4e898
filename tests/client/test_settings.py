"""A person's settings survive the desk, and a broken file harms nobody."""

import uuid
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from campusdesk.rules import Role
from client import settings as settings_module
from client.languages import Language
from client.settings import FILE_NAME, Settings, Theme


def test_a_first_start_finds_defaults(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "new")
    assert (settings.role, settings.theme, settings.server) == (None, Theme.SYSTEM, "")
    assert (settings.geometry, settings.language) == (None, None)


def test_what_was_set_is_found_by_the_next_desk(tmp_path: Path) -> None:
    first = Settings(tmp_path)
    first.role, first.theme, first.server = Role.HELPDESK, Theme.DARK, "desk.example:47600"
    first.geometry = QByteArray(b"\x00\x01")
    first.language = Language.ITALIAN
    second = Settings(tmp_path)
    assert (second.role, second.theme, second.server) == (Role.HELPDESK, Theme.DARK, "desk.example:47600")
    assert second.geometry == QByteArray(b"\x00\x01")
    assert second.language is Language.ITALIAN


def test_nonsense_in_the_file_counts_as_nothing(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(
        "[General]\nrole=analytics\ntheme=pink\nserver=a b\ngeometry=7\nlanguage=tlh\n\x00garbage"
    )
    settings = Settings(tmp_path)
    assert (settings.role, settings.theme, settings.server, settings.geometry) == (None, Theme.SYSTEM, "", None)
    assert settings.language is None


def test_the_folder_can_be_named_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMPUSDESK_CONFIG_DIR", str(tmp_path / "mine"))
    Settings().theme = Theme.LIGHT
    assert (tmp_path / "mine" / FILE_NAME).exists()
    monkeypatch.delenv("CAMPUSDESK_CONFIG_DIR")
    assert settings_module.config_folder().name == "campusdesk"
    assert settings_module.local_folder().parent.name == "campusdesk"


def test_the_installation_makes_an_id_for_itself_once(tmp_path: Path) -> None:
    made = Settings(tmp_path).installation_id
    assert str(uuid.UUID(made)) == made
    # Read from the file: Qt shares what it knows of one among all who open it in one process.
    assert f"installation_id={made}" in (tmp_path / FILE_NAME).read_text()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / FILE_NAME).write_bytes((tmp_path / FILE_NAME).read_bytes())
    assert Settings(tmp_path / "other").installation_id == made


@pytest.mark.parametrize("damaged", ["[General]\ninstallation_id=17\n", "[General]\ninstallation_id=\n", "\x00\xff"])
def test_a_damaged_id_is_replaced_by_a_new_one(damaged: str, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(damaged)
    made = Settings(tmp_path).installation_id
    assert str(uuid.UUID(made)) == made
    assert f"installation_id={made}" in (tmp_path / FILE_NAME).read_text()


def test_an_id_that_cannot_be_kept_holds_for_this_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    settings = Settings(tmp_path / "file" / "folder")
    assert str(uuid.UUID(settings.installation_id)) == settings.installation_id
