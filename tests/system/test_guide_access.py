"""What the operator guide says of keys and TLS, done on running servers, with the answers that it promises."""

import re
import shutil
from datetime import timedelta
from pathlib import Path

import grpc
import pytest

from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.keys import key_file
from campusdesk.rules import Reason, Role
from campusdesk.tls import Trust
from tests.campusdesk.certificate_files import Certificates
from tests.system.guide import drill, section, type_in
from tests.system.programs import Program, analytics_server, ticket_server, until
from tests.system.secured import reason_of, report, run
from tests.ticket_server.commands import command_line

TLS = ("--tls-cert", "tls/server.pem", "--tls-key", "tls/server.key")


def logged(server: Program, words: str) -> None:
    until(lambda: any(words in line for line in server.complaints), f"the server logs {words!r}")


def refusal(channel: grpc.Channel) -> Reason:
    with pytest.raises(grpc.RpcError) as raised:
        report(channel)
    return reason_of(raised.value)


def staff(address: str, trust: Trust | None = None) -> grpc.Channel:
    return open_channel(address, Caller(Role.HELPDESK, "Front desk"), key_file(Path("front-desk.key")), trust)


def user(address: str, authorities: Path) -> grpc.Channel:
    return open_channel(address, Caller(Role.USER, "LAB-1"), trust=Trust(authorities))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the guide's relative paths be those of the test's own folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def add_key(out: str) -> None:
    run("key", "add", "Front desk", "--scope", "helpdesk", "--out", out, "--keys", "keys.toml")


def test_a_key_that_leaked_is_revoked_and_replaced_while_all_runs(folder: Path) -> None:
    add_key("front-desk.key")
    with (
        ticket_server(folder / "tickets.db", "127.0.0.1:0", "--keys", "keys.toml") as server,
        staff(server.address()) as channel,
    ):
        report(channel)
        drill("A key leaked, or its PC is gone")
        assert refusal(channel) is Reason.KEY_UNKNOWN
        logged(server, "keys.toml was read again")
        add_key("new.key")
        Path("new.key").replace("front-desk.key")
        report(channel)


def test_a_certificate_that_expired_is_renewed_without_a_restart(folder: Path) -> None:
    Certificates(folder / "tls", age=timedelta(days=400))
    with ticket_server(folder / "tickets.db", "127.0.0.1:0", *TLS) as server:
        address = server.address()
        title, symptom = "The certificate expired", "the certificate in tls/server.pem expired on "
        assert symptom in section(title).replace("\n", " ")
        logged(server, symptom)
        type_in(
            title, {"127.0.0.1:47600": address, "/etc/campusdesk/tls/ca.pem": str(folder / "tls" / "ca.pem")}, code=2
        )
        drill(title, number=1)
        status = ("status", "--tickets", address, "--tls-ca", "tls/ca.pem", "--backup-max-age", "0")
        with user(address, Path("tls/ca.pem")) as channel:
            report(channel)
        assert command_line.run(*status).exit_code == 0


def test_the_campus_ca_is_exchanged_while_all_runs(folder: Path) -> None:
    steps = section("The campus CA must be exchanged")
    old, new = Certificates(folder / "tls"), Certificates(folder / "tls-new")
    shutil.copy(old.ca, "ca.pem")
    with ticket_server(folder / "tickets.db", "127.0.0.1:0", *TLS) as server:
        address = server.address()
        with user(address, Path("ca.pem")) as standing:
            report(standing)
            assert "cat tls/ca.pem tls-new/ca.pem > ca.pem" in steps
            Path("ca.pem").write_bytes(old.ca.read_bytes() + new.ca.read_bytes())
            report(standing)
            for file in ("server.key", "server.pem"):
                assert f"`tls-new/{file}`" in steps
                shutil.copy(Path("tls-new", file), Path("tls", file))
            with user(address, Path("ca.pem")) as comer:
                report(comer)
            shutil.copy(new.ca, "ca.pem")
            report(standing)
        with user(address, old.ca) as left_behind:
            assert refusal(left_behind) is Reason.CERTIFICATE_UNTRUSTED


def test_an_analytics_server_that_is_refused_says_so_in_the_guides_words(folder: Path) -> None:
    add_key("front-desk.key")
    [line] = re.findall(
        "^    (.*)", section("An analytics server shows old numbers and says that it is refused"), re.MULTILINE
    )
    with (
        ticket_server(folder / "tickets.db", "127.0.0.1:0", "--keys", "keys.toml") as tickets,
        analytics_server("backlog", address := tickets.address()) as server,
    ):
        logged(server, line.replace("127.0.0.1:47600", address))


def test_a_file_that_breaks_is_said_and_mended_while_all_runs(folder: Path) -> None:
    words = section("A server says that what was read before stays in force")
    add_key("front-desk.key")
    good = Path("keys.toml").read_text()
    with (
        ticket_server(folder / "tickets.db", "127.0.0.1:0", "--keys", "keys.toml") as server,
        staff(server.address()) as channel,
    ):
        Path("keys.toml").write_text("\n" * 6 + "a b\n")
        report(channel)
        [said] = re.findall("`(keys.toml is no TOML.*)`", words)
        logged(server, f"{said}; what was read before stays in force")
        Path("keys.toml").write_text(good)
        report(channel)
        logged(server, "keys.toml was read again")
