"""The settings of the ticket server."""

from pathlib import Path

import pytest

from ticket_server.settings import default_database, program_version


def test_the_default_database_is_a_file_in_the_users_own_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for variable in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA"):
        monkeypatch.setenv(variable, str(tmp_path))
    url = default_database()
    assert url.startswith("sqlite:///")
    file = Path(url.removeprefix("sqlite:///"))
    assert file.is_relative_to(tmp_path)
    assert file.parts[-3:] == ("campusdesk", "server", "tickets.db")


def test_an_installed_program_knows_its_version() -> None:
    assert program_version()[0].isdigit()
