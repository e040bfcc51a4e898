"""A person's settings survive the desk, and a broken file harms nobody."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from campusdesk.rules import Role
from client import settings as settings_module
from client.settings import FILE_NAME, Settings, Theme


def test_a_first_start_finds_defaults(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "new")
    assert (settings.role, settings.theme, settings.server) == (None, Theme.SYSTEM, "")
    assert (settings.geometry, settings.window_state) == (None, None)


def test_what_was_set_is_found_by_the_next_desk(tmp_path: Path) -> None:
    first = Settings(tmp_path)
    first.role, first.theme, first.server = Role.HELPDESK, Theme.DARK, "desk.example:47600"
    first.geometry, first.window_state = QByteArray(b"\x00\x01"), QByteArray(b"\xff")
    second = Settings(tmp_path)
    assert (second.role, second.theme, second.server) == (Role.HELPDESK, Theme.DARK, "desk.example:47600")
    assert (second.geometry, second.window_state) == (QByteArray(b"\x00\x01"), QByteArray(b"\xff"))


def test_nonsense_in_the_file_counts_as_nothing(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("[General]\nrole=analytics\ntheme=pink\nserver=a b\ngeometry=7\n\x00garbage")
    settings = Settings(tmp_path)
    assert (settings.role, settings.theme, settings.server, settings.geometry) == (None, Theme.SYSTEM, "", None)


def test_the_folder_can_be_named_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMPUSDESK_CONFIG_DIR", str(tmp_path / "mine"))
    Settings().theme = Theme.LIGHT
    assert (tmp_path / "mine" / FILE_NAME).exists()
    monkeypatch.delenv("CAMPUSDESK_CONFIG_DIR")
    assert settings_module.config_folder().name == "campusdesk"
    assert settings_module.local_folder().parent.name == "campusdesk"
