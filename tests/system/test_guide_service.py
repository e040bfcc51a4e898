"""What the operator guide says of installing, monitoring and upgrades, done on servers as its units start them."""

import json
import re
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import grpc
import pytest
from sqlalchemy import NullPool, create_engine

from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.keys import key_file
from campusdesk.rules import Reason, Role
from campusdesk.tls import Trust
from tests.system.guide import blurred, commands, prose, section, shell, type_in
from tests.system.installed import LINUX, Installation, installation, unit
from tests.system.programs import ticket_server, until
from tests.system.secured import reason_of, report
from tests.ticket_server.commands.command_line import run
from tests.ticket_server.storage.sabotage import execute
from ticket_server.storage import migrations

DATABASE = "sqlite:///tickets.db"
TICKETS_METRICS, BACKLOG_METRICS = "http://127.0.0.1:47650/metrics", "http://127.0.0.1:47651/metrics"
# Whether this machine's disk is nearly full is not of interest here.
_FULL = "of the disk is free"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with installation(tmp_path_factory.mktemp("installed")) as running:
        backups = Path(running.places["/var/backups/campusdesk"])
        until(lambda: any(backups.glob("campusdesk-*.db")), "the first backup")
        yield running
        assert [program.stop() for program in running.programs.values()] == [0, 0, 0, 0]


def read_metrics(installed: Installation, url: str) -> str:
    with urllib.request.urlopen(installed.places[url], timeout=10) as answer:  # noqa: S310  a server of this test
        return str(answer.read().decode())


def staff(installed: Installation, key: str | None) -> grpc.Channel:
    shown = key_file(installed.settings / key) if key is not None else None
    trust = Trust(installed.settings / "tls" / "ca.pem")
    return open_channel(installed.places["127.0.0.1:47600"], Caller(Role.HELPDESK, "Front desk"), shown, trust)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here to read the units")
@pytest.mark.parametrize("name", ["campusdesk-tickets", "campusdesk-analytics@"])
def test_systemd_understands_the_units_and_finds_little_exposed(name: str, tmp_path: Path) -> None:
    started = name + "backlog" * name.endswith("@") + ".service"
    # The program is not where the guide puts it, and systemd looks whether it is there.
    told = re.sub("(?m)^ExecStart=[^ ]*", "ExecStart=/bin/true", (LINUX / f"{name}.service").read_text("utf-8"))
    (tmp_path / started).write_text(told, "utf-8")
    assert systemd_analyze("verify", "--man=no", f"./{started}", folder=tmp_path) == (0, "")
    # Of 100; without any sandbox it is 96.
    code, output = systemd_analyze("security", "--offline=yes", "--threshold=20", f"./{started}", folder=tmp_path)
    assert code == 0, output


def systemd_analyze(*words: str, folder: Path) -> tuple[int, str]:
    command = ["systemd-analyze", "--no-pager", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    return done.returncode, done.stdout + done.stderr


def test_the_units_serve_over_tls_and_with_keys(installed: Installation) -> None:
    with staff(installed, "front-desk.key") as channel:
        told = report(channel)
    with staff(installed, None) as channel, pytest.raises(grpc.RpcError) as raised:
        report(channel)
    assert reason_of(raised.value) is Reason.KEY_REQUIRED
    for port in (47651, 47652, 47653):
        url = f"http://127.0.0.1:{port}/metrics"
        has_it = f"campusdesk_replica_revision {told.revision:.1f}"
        until(lambda url=url, words=has_it: words in read_metrics(installed, url), f"{url} says {has_it}")  # type: ignore[misc]


def test_a_unit_may_write_what_its_settings_name_and_nothing_else() -> None:
    tickets, analytics = unit("campusdesk-tickets")["Service"], unit("campusdesk-analytics@")["Service"]
    assert (tickets["StateDirectory"], tickets["ReadWritePaths"]) == ("campusdesk", "-/var/backups/campusdesk")
    assert not {"StateDirectory", "ReadWritePaths"} & {*analytics}
    for service in (tickets, analytics):
        assert (service["ProtectSystem"], service["User"], service["Restart"]) == ("strict", "campusdesk", "always")


def well(code: int, output: str) -> bool:
    return code == (1 if _FULL in output else 0)


def test_the_status_is_told_in_the_guides_words(installed: Installation) -> None:
    [command] = commands("Ask a server how it is")
    code, output = shell(command.words, installed.places)
    assert well(code, output)
    assert [line for line in blurred(output) if _FULL not in line] == blurred(command.answer)


def test_cron_is_silent_while_all_is_well_and_told_when_it_is_not(installed: Installation, tmp_path: Path) -> None:
    [line] = re.findall(r"^    \*/15 \* \* \* \* campusdesk (.*)", section("Ask a server how it is"), re.MULTILINE)
    places = {**installed.places, "/opt/campusdesk/.venv/bin/campusdesk-server": "python -m ticket_server"}
    told = f"export CAMPUSDESK_TICKETS={places['127.0.0.1:47600']}; {line}"
    _, said = shell(told, places)
    assert said == "" or _FULL in said
    with ticket_server(tmp_path / "tickets.db") as gone:
        address = gone.address()
    assert shell(f"export CAMPUSDESK_TICKETS={address}; {line}", places)[1] == f"Error: {address}: no server answers\n"


def test_every_series_that_the_guide_names_is_offered(installed: Installation) -> None:
    named = set(re.findall(r"`((?:campusdesk|process)_[a-z_]+)", section("Metrics")))
    offered = read_metrics(installed, TICKETS_METRICS) + read_metrics(installed, BACKLOG_METRICS)
    families = set(re.findall(r"^# TYPE (\S+)", offered, re.MULTILINE))
    assert len(named) > 15
    assert named <= families


def test_the_guide_tells_every_field_of_a_call_in_the_log(installed: Installation) -> None:
    with staff(installed, "front-desk.key") as channel:
        report(channel)
    log = installed.programs["tickets"].complaints
    until(lambda: any("CreateTicket" in line for line in log), "the line")
    fields = set(json.loads(next(line for line in log if "CreateTicket" in line)))
    table = "".join(line.partition("| ")[2].partition(" |")[0] for line in section("Logs").splitlines())
    assert fields - {"timestamp"} <= set(re.findall(r"`(\w+)`", table))


def make_older(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a database in the shape before the newest."""
    with monkeypatch.context() as patch, create_engine(database, poolclass=NullPool).begin() as connection:
        patch.setattr(migrations, "STEPS", migrations.STEPS[:-1])
        migrations.upgrade(connection)


def test_an_upgrade_is_announced_made_and_cannot_be_undone_by_an_older_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make_older(DATABASE, monkeypatch)
    [announced] = re.findall("`(warning  schema: .*?)`", prose("Upgrades").replace("warning schema", "warning  schema"))
    checked = blurred(run("check", "--database", DATABASE).output)
    assert blurred(announced)[0] in checked
    assert not [line for line in checked if line.startswith("failed")]
    backup = re.findall(r"^ +python -m ticket_server (backup .*)", section("Upgrades"), re.MULTILINE)
    code, output = shell(f"python -m ticket_server {backup[0]}", {"/var/backups/campusdesk/": ""})
    assert code == 0, output
    type_in("Upgrades", {})
    execute(DATABASE, "UPDATE alembic_version SET version_num = '9999'")
    [refusal] = re.findall("^    (The ticket server cannot start: .*)", section("Upgrades"), re.MULTILINE)
    with ticket_server(Path("tickets.db")) as older:
        assert older.ended() == 1
    assert older.complaints[-1].replace(f"{tmp_path}/", "") == refusal
    assert run("restore", "before-upgrade.db", "--database", DATABASE).exit_code == 0
