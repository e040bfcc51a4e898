"""Serving by command: what the server is told."""

from pathlib import Path

import pytest

from campusdesk.address import Address
from campusdesk.options import ServerOptions
from tests.ticket_server.commands.command_line import run
from ticket_server import server
from ticket_server.settings import BackupPlan, Settings, default_database


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """Note the settings instead of serving."""
    noted: list[Settings] = []

    def serve(settings: Settings) -> int:
        noted.append(settings)
        return 3

    # The suite's other servers are told to do without an encoder.
    monkeypatch.delenv("CAMPUSDESK_SERVE_ENCODER", raising=False)
    monkeypatch.setattr(server, "run", serve)
    return noted


def test_serving_without_flags_takes_the_defaults_and_ends_as_the_server_ends(asked: list[Settings]) -> None:
    assert run("serve").exit_code == 3
    assert asked == [Settings(ServerOptions(Address("127.0.0.1", 47600)), default_database())]


def test_backups_are_planned_once_there_is_a_folder_for_them(asked: list[Settings], tmp_path: Path) -> None:
    run("serve", "--backup-folder", tmp_path)
    run("serve", "--backup-folder", tmp_path, "--backup-every", "1.5", "--backup-keep", "3")
    assert [settings.backups for settings in asked] == [BackupPlan(tmp_path, 24, 14), BackupPlan(tmp_path, 1.5, 3)]


def test_flags_come_before_variables(asked: list[Settings]) -> None:
    variables = {"CAMPUSDESK_DATABASE": "sqlite:///told.db", "CAMPUSDESK_SERVE_LISTEN": "[::1]:2"}
    run("serve", "--database", "sqlite:///flag.db", "--until-eof", **variables)
    assert asked == [Settings(ServerOptions(Address("::1", 2), until_eof=True), "sqlite:///flag.db")]


def test_the_folder_of_versions_is_told_by_flag_or_by_the_variable_that_all_commands_know(
    asked: list[Settings], tmp_path: Path
) -> None:
    run("serve", "--categoriser-folder", tmp_path)
    run("serve", CAMPUSDESK_CATEGORISER_FOLDER=str(tmp_path))
    assert [settings.versions for settings in asked] == [tmp_path, tmp_path]
