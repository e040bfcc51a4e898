"""The command line of the analytics servers: flags, variables, defaults, and plain refusals."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from analytics import server
from analytics.__main__ import main
from analytics.settings import Analysis, Settings
from campusdesk.address import Address
from campusdesk.options import ServerOptions

DEFAULT_TICKETS = (Address("127.0.0.1", 47600),)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """Note the settings instead of serving."""
    noted: list[Settings] = []

    def run(settings: Settings) -> int:
        noted.append(settings)
        return 0

    monkeypatch.setattr(server, "run", run)
    return noted


@pytest.mark.parametrize("analysis", Analysis)
def test_without_flags_the_defaults_hold(analysis: Analysis, asked: list[Settings]) -> None:
    assert CliRunner().invoke(main, [analysis.value, "--workstation", "w"]).exit_code == 0
    assert asked == [
        Settings(analysis, ServerOptions(analysis.default_listen), DEFAULT_TICKETS, ZoneInfo("Europe/Rome"), "w")
    ]


def test_flags_come_before_variables(asked: list[Settings]) -> None:
    variables = {
        "CAMPUSDESK_TICKETS": "tickets.example.org:1",
        "CAMPUSDESK_TIME_ZONE": "America/New_York",
        "CAMPUSDESK_BACKLOG_LISTEN": "[::1]:2",
        "CAMPUSDESK_WORKSTATION": "Löß-7",
    }
    flags = [
        "backlog",
        "--tickets",
        "other.example.org:3",
        "--until-eof",
        "--key-file",
        "own.key",
        "--tls-ca",
        "ca.pem",
    ]

    assert CliRunner().invoke(main, flags, env=variables).exit_code == 0
    options, tickets = ServerOptions(Address("::1", 2), until_eof=True), (Address("other.example.org", 3),)
    zone, files = ZoneInfo("America/New_York"), (Path("own.key"), Path("ca.pem"))
    assert asked == [Settings(Analysis.BACKLOG, options, tickets, zone, "Löß-7", *files)]


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (["backlog", "--listen", "here"], "is no address"),
        (["backlog", "--tickets", "127.0.0.1:99999"], "no port between"),
        (["category-load", "--time-zone", "Mars/Olympus"], "is no time zone"),
        (["resolution-time", "--workstation", "w" * 65], "at most 64 characters"),
        (["forecast"], "No such command"),
    ],
)
def test_a_wrong_flag_is_refused_in_words(flags: list[str], words: str, asked: list[Settings]) -> None:
    refused = CliRunner().invoke(main, flags)

    assert refused.exit_code == 2
    assert words in refused.output
    assert asked == []
