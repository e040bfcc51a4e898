"""The command that makes certificates."""

from pathlib import Path

import pytest

from campusdesk.tls import ServerTls, Trust
from tests.ticket_server.commands.command_line import run


def test_the_first_time_makes_a_campus_and_a_server(tmp_path: Path) -> None:
    result = run("certificates", "--out", str(tmp_path / "tls"), "--host", "desk.example", "--host", "10.1.2.3")
    assert result.exit_code == 0
    assert f"{tmp_path}/tls/ca.pem is the new campus CA: give it to every desk (--tls-ca)." in result.output
    Trust(tmp_path / "tls" / "ca.pem")
    ServerTls(tmp_path / "tls" / "server.pem", tmp_path / "tls" / "server.key")


def test_the_next_times_are_for_servers_alone(tmp_path: Path) -> None:
    run("certificates", "--out", str(tmp_path), "--host", "desk.example")
    campus = (tmp_path / "ca.pem").read_bytes()
    result = run("certificates", "--out", str(tmp_path), "--host", "other.example", "--name", "other")
    assert "campus CA" not in result.output
    assert (tmp_path / "ca.pem").read_bytes() == campus
    ServerTls(tmp_path / "other.pem", tmp_path / "other.key")


def test_what_cannot_be_made_is_one_plain_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "tls").mkdir()
    for file in ("ca.pem", "ca.key"):
        (tmp_path / "tls" / file).write_text("nothing")
    for out, host, words in (
        (tmp_path / "new", "a b", "'a b' is neither the name nor the address of a host"),
        (tmp_path / "file" / "under", "desk.example", "Not a directory"),
        (tmp_path / "tls", "desk.example", "hold no certificate and private key"),
    ):
        result = run("certificates", "--out", str(out), "--host", host)
        assert result.exit_code == 1
        assert len(result.output.splitlines()) == 1
        assert words in result.output
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["ca", "CA", "../elsewhere", "a/b", "", ".", "-x"])
def test_no_server_takes_the_place_of_the_campus_or_of_other_files(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "tls"
    run("certificates", "--out", str(folder), "--host", "desk.example")
    before = {file: file.read_bytes() for file in tmp_path.rglob("*.*")}
    result = run("certificates", "--out", str(folder), "--host", "desk.example", "--name", name)
    assert result.exit_code == 1
    assert result.output.startswith(f"Error: {name!r} is ")
    assert {file: file.read_bytes() for file in tmp_path.rglob("*.*")} == before
