"""Servers as they run for other machines: who gets in over TLS with which key, and what changes while they run."""

import json
import shutil
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import grpc
import pytest
from google.protobuf.duration_pb2 import Duration

from campusdesk.access import Caller
from campusdesk.address import parse_address
from campusdesk.channel import open_channel
from campusdesk.follow import Applied, Follower, FollowState, Reset
from campusdesk.keys import read_key
from campusdesk.rules import Reason, Role
from campusdesk.v1 import analytics_pb2, analytics_pb2_grpc, change_feed_pb2, change_feed_pb2_grpc
from tests.campusdesk.certificate_files import Certificates, shown_by
from tests.system.programs import analytics_server, ticket_server, until
from tests.system.secured import TIMEOUT_S, Campus, Files, reason_of, report, roles_of, secured_campus
from tests.ticket_server.commands import command_line

DAY = analytics_pb2.WatchBacklogRequest(period=Duration(seconds=86_400))
WATCH = change_feed_pb2.WatchRequest()


@pytest.fixture(scope="module")
def campus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Campus]:
    with secured_campus(tmp_path_factory.mktemp("campus")) as running:
        yield running


def refused(channel: grpc.Channel) -> Reason:
    # A stream is not tried again, as a call would be.
    watch = change_feed_pb2_grpc.ChangeFeedServiceStub(channel).Watch(WATCH, timeout=30)
    with channel, pytest.raises(grpc.RpcError) as raised:
        next(watch)
    return reason_of(raised.value)


def test_a_desk_without_a_key_reports_as_a_simple_user(campus: Campus) -> None:
    with campus.files.channel(campus.tickets, Role.USER) as channel:
        assert report(channel).id > 0
        assert roles_of(channel) == [Role.USER]


def test_a_desk_with_its_key_enters_as_helpdesk_staff(campus: Campus) -> None:
    with campus.files.channel(campus.tickets, Role.USER, campus.files.desk_key) as channel:
        assert roles_of(channel) == [Role.USER, Role.HELPDESK]
    with campus.files.channel(campus.tickets, Role.HELPDESK, campus.files.desk_key) as channel:
        assert report(channel).id > 0


def test_a_desk_without_the_right_key_does_not(campus: Campus, tmp_path: Path) -> None:
    files, unknown = campus.files, tmp_path / "unknown.key"
    unknown.write_text("K" * 43)
    assert refused(files.channel(campus.tickets, Role.HELPDESK)) is Reason.KEY_REQUIRED
    assert refused(files.channel(campus.tickets, Role.HELPDESK, files.analytics_key)) is Reason.KEY_REQUIRED
    assert refused(files.channel(campus.tickets, Role.HELPDESK, unknown)) is Reason.KEY_UNKNOWN
    assert refused(files.channel(campus.tickets, Role.USER, unknown)) is Reason.KEY_UNKNOWN


def test_who_does_not_speak_tls_or_trusts_somebody_else_reaches_nobody(campus: Campus, tmp_path: Path) -> None:
    assert refused(open_channel(campus.tickets, Caller(Role.USER, "x"))) is Reason.SERVER_UNREACHABLE
    stranger = Files(tmp_path)
    assert refused(stranger.channel(campus.tickets, Role.USER)) is Reason.CERTIFICATE_UNTRUSTED


def test_an_analysis_follows_with_its_key_and_answers_staff_with_theirs(campus: Campus) -> None:
    with campus.files.channel(campus.tickets, Role.USER) as tickets:
        newest = report(tickets)
    with campus.files.channel(campus.analysis, Role.HELPDESK, campus.files.desk_key) as channel:
        for result in analytics_pb2_grpc.BacklogServiceStub(channel).WatchBacklog(DAY, timeout=30):
            if result.stamp.revision >= newest.revision:
                break
        assert result.stamp.live
        assert result.not_closed >= 1
    with campus.files.channel(campus.analysis, Role.HELPDESK) as channel, pytest.raises(grpc.RpcError) as raised:
        next(analytics_pb2_grpc.BacklogServiceStub(channel).WatchBacklog(DAY, timeout=30))
    assert reason_of(raised.value) is Reason.KEY_REQUIRED


def test_a_revoked_key_opens_nothing_any_more_and_its_watch_ends(campus: Campus) -> None:
    files = campus.files
    key = files.add_key("lost", "helpdesk")
    with files.channel(campus.tickets, Role.HELPDESK, key) as channel:
        watch = change_feed_pb2_grpc.ChangeFeedServiceStub(channel).Watch(WATCH, timeout=30)
        assert next(watch).HasField("snapshot")
        files.revoke_key("lost")
        with pytest.raises(grpc.RpcError) as raised:
            report(channel)
        assert reason_of(raised.value) is Reason.KEY_UNKNOWN
        with files.channel(campus.tickets, Role.USER) as other:
            hidden = report(other)
        told: list[int] = []
        with pytest.raises(grpc.RpcError) as raised:
            told.extend(change.ticket_id for event in watch for change in event.changes.changes)
    assert reason_of(raised.value) is Reason.KEY_UNKNOWN
    assert hidden.id not in told


def test_a_renewed_certificate_is_shown_without_a_restart(campus: Campus) -> None:
    ports = [int(address.rpartition(":")[2]) for address in (campus.tickets, campus.analysis)]
    with campus.files.channel(campus.tickets, Role.USER) as channel:
        report(channel)
        before = [shown_by(port) for port in ports]
        campus.files.renew()
        after = [shown_by(port) for port in ports]
        assert before[0] == before[1] != after[0] == after[1]
        # Who is connected stays so, and who comes anew believes it.
        report(channel)
    with campus.files.channel(campus.tickets, Role.USER) as channel:
        report(channel)


def test_no_server_says_a_key(campus: Campus, tmp_path: Path) -> None:
    unknown = tmp_path / "unknown.key"
    unknown.write_text("K" * 43)
    keys = [read_key(path) for path in (campus.files.desk_key, campus.files.analytics_key, unknown)]
    tickets, analysis = campus.programs
    with campus.files.channel(campus.tickets, Role.USER, unknown) as channel, pytest.raises(grpc.RpcError) as raised:
        report(channel)
    until(lambda: any(Reason.KEY_UNKNOWN in line for line in tickets.complaints), "the refusal is logged")
    said = "\n".join([*tickets.complaints, *analysis.complaints, str(raised.value)])
    assert not any(key in said for key in keys)


class Followed:
    """What a follower of the ticket server was told, one event at a time."""

    def __init__(self, channel: grpc.Channel) -> None:
        self.live: list[bool] = []
        self.events = iter(Follower(channel, self._note))

    def _note(self, state: FollowState) -> None:
        self.live.append(state.live)


def test_another_campus_ca_counts_for_the_next_connection(tmp_path: Path) -> None:
    files = Files(tmp_path / "old")
    other = Files(tmp_path / "new")
    database = tmp_path / "tickets.db"
    with ticket_server(database, "127.0.0.1:0", *files.server_options()) as server:
        address = server.address()
        with files.channel(address, Role.HELPDESK, files.desk_key) as channel:
            followed = Followed(channel)
            assert isinstance(next(followed.events), Reset)
            for name in ("server.pem", "server.key", "ca.pem"):
                shutil.copy(other.folder / name, files.folder / name)
            server.kill()
            with ticket_server(database, address, *files.server_options()) as again:
                again.address()
                report(channel)
                assert any(isinstance(event, Applied) for event in _up_to_change(followed))
    assert followed.live == [True, False, True]


def _up_to_change(followed: Followed) -> Iterator[object]:
    for event in followed.events:
        yield event
        if isinstance(event, Applied):
            return


def test_an_expired_certificate_is_said_and_refused(tmp_path: Path) -> None:
    expired = Certificates(tmp_path / "campus", age=timedelta(days=400))
    pair = ("--tls-cert", str(expired.certificate), "--tls-key", str(expired.key))
    with ticket_server(tmp_path / "tickets.db", "127.0.0.1:0", *pair) as server:
        address = server.address()
        with grpc.secure_channel(address, grpc.ssl_channel_credentials(expired.ca.read_bytes())) as channel:
            assert refused(channel) is Reason.CERTIFICATE_EXPIRED
        Certificates(tmp_path / "campus")
        with grpc.secure_channel(address, grpc.ssl_channel_credentials(expired.ca.read_bytes())) as channel:
            # Reached, and refused for what this bare channel does not say.
            assert refused(channel) is Reason.ROLE_UNKNOWN
    day = (datetime.now(UTC) - timedelta(days=3)).date()
    assert any(f"{expired.certificate} expired on {day}" in line for line in server.complaints)


@pytest.mark.parametrize(
    ("age", "host", "words"),
    [
        (timedelta(days=400), "127.0.0.1", "the server's certificate has expired"),
        (timedelta(days=-10), "127.0.0.1", "the server's certificate is not valid yet by the clock here"),
        (timedelta(), "127.0.0.2", "the server's certificate is for another name"),
        (None, "127.0.0.1", "the server's certificate is not from a CA that is trusted here"),
    ],
)
def test_a_server_that_is_not_believed_is_told_from_one_that_does_not_answer(
    age: timedelta | None, host: str, words: str, tmp_path: Path
) -> None:
    shown = Certificates(tmp_path / "campus", age=age or timedelta())
    trusted = shown if age is not None else Certificates(tmp_path / "other")
    pair = ("--tls-cert", str(shown.certificate), "--tls-key", str(shown.key))
    with ticket_server(tmp_path / "tickets.db", f"{host}:0", *pair) as server:
        address = server.address()
        asked = command_line.run("status", "--tickets", address, "--tls-ca", str(trusted.ca))
        assert (asked.exit_code, asked.output) == (2, f"Error: {address}: {words}\n")
        with analytics_server("backlog", address, "127.0.0.1:0", "--tls-ca", str(trusted.ca)) as analysis:
            analysis.line()
            said = f"the ticket server at {address} is not believed: {words}; trying on"
            until(lambda: any(said in line for line in analysis.complaints), "the distrust is logged")
            if age is None:
                shutil.copy(shown.ca, trusted.ca)
                until(lambda: any("answers again" in line for line in analysis.complaints), "it is believed")


@pytest.mark.parametrize("program", ["ticket_server", "backlog"])
def test_a_server_for_other_machines_needs_tls_and_a_key(program: str, tmp_path: Path) -> None:
    everywhere = "0.0.0.0:0"
    start = ticket_server(tmp_path / "x.db", everywhere) if program == "ticket_server" else None
    with start or analytics_server(program, "127.0.0.1:1", everywhere) as server:
        assert server.ended() == 1
    assert len(server.complaints) == 1
    assert "cannot start: other machines reach 0.0.0.0:0, and that needs TLS" in server.complaints[0]
    assert not (tmp_path / "x.db").exists()


def test_a_broken_keys_file_is_refused_at_the_start_in_one_plain_line(tmp_path: Path) -> None:
    (tmp_path / "keys.toml").write_text("[[key]\n")
    with ticket_server(tmp_path / "x.db", "127.0.0.1:0", "--keys", str(tmp_path / "keys.toml")) as server:
        assert server.ended() == 1
    assert server.complaints == [
        f"The ticket server cannot start: {tmp_path}/keys.toml is no TOML, at line 1, column 6"
    ]


@pytest.mark.parametrize("option", ["--key-file", "--tls-ca"])
def test_an_analytics_server_without_what_it_is_told_to_use_does_not_start(option: str, tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    with analytics_server("backlog", "127.0.0.1:1", "127.0.0.1:0", option, str(missing)) as server:
        assert server.ended() == 1
    assert (
        server.complaints[-1] == f"The backlog server cannot start: {missing} cannot be read: No such file or directory"
    )


def test_an_analytics_server_that_is_refused_says_why(tmp_path: Path) -> None:
    files = Files(tmp_path)
    with (
        ticket_server(tmp_path / "x.db", "127.0.0.1:0", "--keys", str(files.keys)) as tickets,
        analytics_server("backlog", tickets.address()) as server,
    ):
        server.line()
        words = "refuses: this role needs a workstation key"
        until(lambda: any(words in line for line in server.complaints), "the refusal is said")


def test_a_handshake_that_fails_puts_no_line_of_another_form_into_the_log(tmp_path: Path) -> None:
    options = (*Files(tmp_path).server_options(), "--log-format", "json")
    with ticket_server(tmp_path / "tickets.db", "127.0.0.1:0", *options) as program:
        address = parse_address(program.address())
        with socket.create_connection((address.host, address.port), timeout=TIMEOUT_S) as plain:
            plain.sendall(b"GET / HTTP/1.1\r\n\r\n")
            assert not plain.recv(1)
        assert program.stop() == 0
        assert program.complaints
        for line in program.complaints:
            assert json.loads(line)["event"]
