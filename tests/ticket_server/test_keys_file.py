"""Editing a keys file: what people wrote stays, and what is broken is not touched."""

import stat
import threading
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campusdesk.keys import Keyring, digest_of, is_key_name, read_entries
from campusdesk.reread import FileBroken
from campusdesk.rules import Scope
from tests.campusdesk.key_files import DESK_KEY, OTHER_KEY, table
from ticket_server.keys_file import KeyNotFound, NameTaken, add_entry, revoke_entry

TODAY = date(2026, 11, 22)
FRONT = (
    table(DESK_KEY, "helpdesk", "front").replace("[[key]]", "[[key]]  # by the door").replace("22\n", "22  # left\n")
)
WRITTEN = f"""\
# The keys of the campus.
# Ask before you change one.

# the front desk
{FRONT}
# the back office
{table(OTHER_KEY, "helpdesk", "back")}
# at the end
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keys.toml"


def test_a_key_that_is_added_is_known_and_one_that_is_revoked_is_not(path: Path) -> None:
    add_entry(path, "front", Scope.HELPDESK, DESK_KEY, TODAY)
    add_entry(path, "server", Scope.ANALYTICS, OTHER_KEY, TODAY)
    keyring = Keyring(path)
    assert (keyring.scope_of(DESK_KEY), keyring.scope_of(OTHER_KEY)) == (Scope.HELPDESK, Scope.ANALYTICS)
    assert revoke_entry(path, "front") == ("front", Scope.HELPDESK, digest_of(DESK_KEY), TODAY)
    keyring.look()
    assert (keyring.scope_of(DESK_KEY), keyring.scope_of(OTHER_KEY)) == (None, Scope.ANALYTICS)
    revoke_entry(path, "server")
    assert read_entries(path) == []
    add_entry(path, "front", Scope.HELPDESK, OTHER_KEY, TODAY)
    assert [entry.name for entry in read_entries(path)] == ["front"]


def test_the_key_itself_is_not_in_the_file(path: Path) -> None:
    add_entry(path, "front", Scope.HELPDESK, DESK_KEY, TODAY)
    assert DESK_KEY not in path.read_text()


def test_what_people_wrote_stays_when_a_key_is_added(path: Path) -> None:
    path.write_text(WRITTEN)
    add_entry(path, "new", Scope.HELPDESK, "N" * 43, TODAY)
    assert path.read_text().startswith(WRITTEN)
    assert [entry.name for entry in read_entries(path)] == ["front", "back", "new"]


@pytest.mark.parametrize(("name", "gone"), [("front", ["by the door", "left"]), ("back", [])])
def test_the_comments_around_a_revoked_key_stay(name: str, gone: list[str], path: Path) -> None:
    path.write_text(WRITTEN)
    revoke_entry(path, name)
    comments = [line.partition("# ")[2] for line in WRITTEN.splitlines() if "# " in line]
    assert [line.partition("# ")[2] for line in path.read_text().splitlines() if "# " in line] == [
        comment for comment in comments if comment not in gone
    ]
    assert [entry.name for entry in read_entries(path)] == [{"front": "back", "back": "front"}[name]]


def test_a_name_is_given_once(path: Path) -> None:
    add_entry(path, "front", Scope.HELPDESK, DESK_KEY, TODAY)
    before = path.read_bytes()
    with pytest.raises(NameTaken):
        add_entry(path, "front", Scope.ANALYTICS, OTHER_KEY, TODAY)
    assert path.read_bytes() == before


@pytest.mark.parametrize("there", [True, False])
def test_a_key_that_is_not_there_cannot_be_revoked(there: bool, path: Path) -> None:
    if there:
        path.write_text(WRITTEN)
    with pytest.raises(KeyNotFound):
        revoke_entry(path, "side")
    assert path.exists() is there


def test_a_broken_file_is_left_as_it_is(path: Path) -> None:
    path.write_text("[[key]\n")
    with pytest.raises(FileBroken):
        add_entry(path, "front", Scope.HELPDESK, DESK_KEY, TODAY)
    with pytest.raises(FileBroken):
        revoke_entry(path, "front")
    assert path.read_text() == "[[key]\n"


def test_what_would_break_the_file_is_not_written(path: Path) -> None:
    # Good for readers, but no table can be added behind it.
    path.write_text("key = []\n")
    with pytest.raises(FileBroken):
        add_entry(path, "front", Scope.HELPDESK, DESK_KEY, TODAY)
    assert path.read_text() == "key = []\n"


def test_everybody_may_read_a_new_file_and_an_old_one_keeps_its_mode(path: Path) -> None:
    add_entry(path, "front", Scope.HELPDESK, DESK_KEY, TODAY)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    path.chmod(0o600)
    add_entry(path, "back", Scope.HELPDESK, OTHER_KEY, TODAY)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_to_the_file_stays_one(path: Path, tmp_path: Path) -> None:
    path.write_text(WRITTEN)
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    revoke_entry(link, "front")
    assert link.is_symlink()
    assert [entry.name for entry in read_entries(path)] == ["back"]


def test_those_who_edit_at_once_do_not_undo_each_other(path: Path) -> None:
    def add(number: int) -> None:
        add_entry(path, f"PC {number}", Scope.HELPDESK, f"{number:043}", TODAY)

    threads = [threading.Thread(target=add, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(entry.name for entry in read_entries(path)) == [f"PC {number}" for number in range(8)]


@settings(max_examples=30)
@given(names=st.lists(st.text(st.characters(exclude_categories=["C"]), max_size=64), max_size=4, unique=True))
def test_every_name_is_written_read_and_found_again(names: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    names = [name for name in names if is_key_name(name)]
    path = tmp_path_factory.mktemp("names") / "keys.toml"
    for number, name in enumerate(names):
        add_entry(path, name, Scope.HELPDESK, f"{number:043}", TODAY)
    assert [entry.name for entry in read_entries(path)] == names
    for name in names:
        revoke_entry(path, name)
    assert read_entries(path) in ([], ())
