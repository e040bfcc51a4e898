"""The commands on workstation keys."""

import grp
import os
import stat
from pathlib import Path

import pytest

from campusdesk.keys import Keyring, read_key
from campusdesk.rules import Scope
from tests.ticket_server.commands.command_line import run


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    return tmp_path / "keys.toml"


def test_a_key_that_is_added_is_in_its_file_alone(keys: Path, tmp_path: Path) -> None:
    out = tmp_path / "desk.key"
    result = run("key", "add", "Front desk", "--scope", "helpdesk", "--out", str(out), "--keys", str(keys))
    assert result.exit_code == 0
    key = read_key(out)
    assert Keyring(keys).scope_of(key) is Scope.HELPDESK
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert key not in result.output
    assert key not in keys.read_text()


def test_a_group_may_read_its_key(keys: Path, tmp_path: Path) -> None:
    group = grp.getgrgid(os.getgid()).gr_name
    out = tmp_path / "desk.key"
    add = ("key", "add", "x", "--scope", "analytics", "--keys", str(keys))
    assert run(*add, "--out", str(out), "--group", group).exit_code == 0
    assert (stat.S_IMODE(out.stat().st_mode), out.stat().st_gid) == (0o640, os.getgid())


def test_a_group_that_is_not_there_leaves_nothing(keys: Path, tmp_path: Path) -> None:
    result = run(
        *("key", "add", "x", "--scope", "helpdesk", "--keys", str(keys)),
        *("--out", str(tmp_path / "x.key"), "--group", "no such group"),
    )
    assert result.exit_code == 1
    assert "no such group" in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_group_is_refused_in_words_where_files_have_none(
    keys: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As on Windows.
    monkeypatch.delattr(os, "chown")
    add = ("key", "add", "x", "--scope", "helpdesk", "--keys", str(keys), "--out", str(tmp_path / "x.key"))
    result = run(*add, "--group", "helpdesk")
    assert result.exit_code == 2
    assert "'--group': Windows has no such groups" in result.output.splitlines()[-1]
    assert list(tmp_path.iterdir()) == []
    assert run(*add).exit_code == 0


def test_a_file_that_is_there_is_not_replaced(keys: Path, tmp_path: Path) -> None:
    out = tmp_path / "desk.key"
    out.write_text("precious")
    result = run("key", "add", "x", "--scope", "helpdesk", "--out", str(out), "--keys", str(keys))
    assert result.exit_code == 1
    assert result.output.splitlines() == [f"Error: {out}: File exists"]
    assert out.read_text() == "precious"
    assert not keys.exists()


@pytest.mark.parametrize("content", ["[[key]\n", "key = 3\n"])
def test_no_key_is_left_that_no_server_knows(content: str, keys: Path, tmp_path: Path) -> None:
    keys.write_text(content)
    result = run("key", "add", "x", "--scope", "helpdesk", "--out", str(tmp_path / "x.key"), "--keys", str(keys))
    assert result.exit_code == 1
    assert str(keys) in result.output
    assert not (tmp_path / "x.key").exists()


@pytest.mark.parametrize("name", ["", " ", "x" * 65, "a\nb", "a\x1b[2J"])
def test_a_name_that_is_none_is_refused(name: str, keys: Path, tmp_path: Path) -> None:
    result = run("key", "add", name, "--scope", "helpdesk", "--out", str(tmp_path / "x.key"), "--keys", str(keys))
    assert result.exit_code == 2
    assert not keys.exists()


def test_keys_are_listed_without_what_they_are_known_by(keys: Path, tmp_path: Path) -> None:
    assert run("key", "list", "--keys", str(keys)).output == f"There is no key in {keys}.\n"
    for name, scope in (("Front desk", "helpdesk"), ("analytics", "analytics")):
        run("key", "add", name, "--scope", scope, "--out", str(tmp_path / f"{name}.key"), "--keys", str(keys))
    lines = run("key", "list", "--keys", str(keys)).output.splitlines()
    assert [(line.split()[0], line.split("  ")[-1]) for line in lines] == [
        ("helpdesk", "Front desk"),
        ("analytics", "analytics"),
    ]


def test_a_revoked_key_is_forgotten(keys: Path, tmp_path: Path) -> None:
    out = tmp_path / "desk.key"
    run("key", "add", "Front desk", "--scope", "helpdesk", "--out", str(out), "--keys", str(keys))
    result = run("key", "revoke", "Front desk", "--keys", str(keys))
    assert result.exit_code == 0
    assert "is revoked" in result.output
    assert Keyring(keys).scope_of(read_key(out)) is None
    result = run("key", "revoke", "Front desk", "--keys", str(keys))
    assert result.exit_code == 1
    assert result.output.splitlines() == [f"Error: there is no key 'Front desk' in {keys}"]


def test_the_keys_file_may_be_named_by_a_variable(keys: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMPUSDESK_KEYS", str(keys))
    assert run("key", "add", "x", "--scope", "helpdesk", "--out", str(tmp_path / "x.key")).exit_code == 0
    assert keys.exists()
