"""The keys file as servers read it: what it knows, when it is read again, and what is no keys file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campusdesk.keys import Keyring, digest_of, new_key, read_entries, read_key
from campusdesk.reread import FileBroken
from campusdesk.rules import Scope
from tests.campusdesk.key_files import ANALYTICS_KEY, DESK_KEY, KEYS, OTHER_KEY, table, write_keys


def test_a_key_is_256_random_bits_and_never_the_same() -> None:
    assert len({new_key() for _ in range(100)}) == 100
    assert len(new_key()) == 43


def test_a_keyring_knows_the_scope_of_each_key_and_no_other_key(tmp_path: Path) -> None:
    keyring = Keyring(write_keys(tmp_path / "keys.toml", KEYS))
    assert keyring.in_force
    # Twice: what was seen before is answered from memory.
    for _ in range(2):
        assert {key: keyring.scope_of(key) for key in KEYS} == KEYS
        assert keyring.scope_of(OTHER_KEY) is None


@given(st.text())
def test_no_text_is_taken_for_a_key(text: str) -> None:
    assert Keyring(None).scope_of(text) is None


def test_what_the_file_holds_is_no_key(tmp_path: Path) -> None:
    keyring = Keyring(write_keys(tmp_path / "keys.toml", KEYS))
    assert keyring.scope_of(digest_of(DESK_KEY).hex()) is None


def test_no_file_is_no_keys_until_there_is_one(tmp_path: Path) -> None:
    assert not Keyring(None).in_force
    keyring = Keyring(tmp_path / "keys.toml")
    seen = keyring.look()
    assert not keyring.in_force
    write_keys(tmp_path / "keys.toml", KEYS)
    assert keyring.look() != seen
    assert keyring.in_force
    assert keyring.scope_of(DESK_KEY) is Scope.HELPDESK


@pytest.mark.parametrize("ending", ["revoked", "gone"])
def test_the_last_key_taken_away_opens_nothing(tmp_path: Path, ending: str) -> None:
    path = write_keys(tmp_path / "keys.toml", {DESK_KEY: Scope.HELPDESK})
    keyring = Keyring(path)
    assert keyring.scope_of(DESK_KEY) is Scope.HELPDESK
    if ending == "gone":
        path.unlink()
    else:
        path.write_text("# all of them revoked\n")
    keyring.look()
    assert keyring.scope_of(DESK_KEY) is None
    assert keyring.in_force


def test_a_key_that_changes_its_scope_has_the_new_one_only(tmp_path: Path) -> None:
    path = write_keys(tmp_path / "keys.toml", KEYS)
    keyring = Keyring(path)
    assert keyring.scope_of(DESK_KEY) is Scope.HELPDESK
    write_keys(path, {DESK_KEY: Scope.ANALYTICS})
    keyring.look()
    assert keyring.scope_of(DESK_KEY) is Scope.ANALYTICS


def test_a_file_that_breaks_leaves_the_keys_in_force(tmp_path: Path) -> None:
    keyring = Keyring(write_keys(tmp_path / "keys.toml", KEYS))
    seen = keyring.look()
    (tmp_path / "keys.toml").write_text("[[key]\n")
    assert keyring.look() == seen
    assert keyring.scope_of(ANALYTICS_KEY) is Scope.ANALYTICS


BROKEN = {
    "no TOML": "[[key]\n",
    "a key where its name should be": f"{DESK_KEY} = helpdesk\n",
    "another table": table(DESK_KEY, "helpdesk").replace("[[key]]", "[[keys]]"),
    "no table": "key = 7\n",
    "no tables": "key = [7]\n",
    "no scope": table(DESK_KEY, "helpdesk").replace("scope", "scop"),
    "a line that is not understood": table(DESK_KEY, "helpdesk") + "revoked = true\n",
    "an unknown scope": table(DESK_KEY, "everything"),
    "the key itself": table(DESK_KEY, "helpdesk").replace(digest_of(DESK_KEY).hex(), DESK_KEY),
    "half a digest": table(DESK_KEY, "helpdesk").replace(digest_of(DESK_KEY).hex(), digest_of(DESK_KEY).hex()[:32]),
    "no date": table(DESK_KEY, "helpdesk").replace("2026-11-22", '"today"'),
    "a time": table(DESK_KEY, "helpdesk").replace("2026-11-22", "2026-11-22T10:00:00"),
    "no name": table(DESK_KEY, "helpdesk", ""),
    "a long name": table(DESK_KEY, "helpdesk", "x" * 65),
    "a name of two lines": table(DESK_KEY, "helpdesk", "a\\nb"),
    "two of a name": table(DESK_KEY, "helpdesk", "PC") + table(OTHER_KEY, "helpdesk", "PC"),
    "two of a key": table(DESK_KEY, "helpdesk", "PC") + table(DESK_KEY, "analytics", "PD"),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_file_that_is_no_keys_file_is_refused_without_quoting_it(content: str, tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    path.write_text(content)
    with pytest.raises(FileBroken) as raised:
        Keyring(path)
    assert str(path) in str(raised.value)
    assert DESK_KEY not in str(raised.value)


def test_a_file_that_is_no_text_or_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "keys.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(FileBroken, match="no text"):
        read_entries(tmp_path / "keys.toml")
    with pytest.raises(FileBroken, match="cannot be read"):
        read_entries(tmp_path)


def test_the_place_of_an_error_is_said(tmp_path: Path) -> None:
    (tmp_path / "keys.toml").write_text("# a comment\nname = = \n")
    with pytest.raises(FileBroken, match="no TOML, at line 2, column 8"):
        read_entries(tmp_path / "keys.toml")


def test_a_key_file_gives_its_key(tmp_path: Path) -> None:
    (tmp_path / "desk.key").write_text(f"{DESK_KEY}\n")
    assert read_key(tmp_path / "desk.key") == DESK_KEY


@pytest.mark.parametrize("content", ["", "\n", f"{DESK_KEY}\n{OTHER_KEY}", DESK_KEY[:-1], f"{DESK_KEY[:-1]}é"])
def test_a_file_that_holds_no_key_is_refused_without_quoting_it(content: str, tmp_path: Path) -> None:
    path = tmp_path / "desk.key"
    path.write_text(content)
    with pytest.raises(FileBroken) as raised:
        read_key(path)
    assert str(raised.value) == f"{path} holds no workstation key"
