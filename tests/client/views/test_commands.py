"""The table of commands has each key once, and the sheet and the tooltips say what it says."""

import re
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from campusdesk.rules import Role
from client.views.commands import ENTRIES, VIEWS, Command, Place, entries_of, hint, keys_of, sheet_lines, words_of


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Keys are read by Qt."""


def test_every_command_is_in_the_table_and_has_a_key() -> None:
    assert set(ENTRIES) == set(Command)
    assert all(entry.keys for entry in ENTRIES.values())


def test_no_two_commands_share_a_key() -> None:
    sequences = [QKeySequence(key).toString() for entry in ENTRIES.values() for key in (*entry.keys, *entry.also)]
    assert [key for key, times in Counter(sequences).items() if times > 1] == []
    assert "" not in sequences, "Qt knows every key"


def test_bare_letters_and_digits_count_in_the_window_only() -> None:
    bare = [entry for entry in ENTRIES.values() if any(re.fullmatch(r"\w|\?|/", key) for key in entry.keys)]
    assert len(bare) > 10
    assert {entry.place for entry in bare} == {Place.WINDOW}


@pytest.mark.parametrize("role", [Role.USER, Role.HELPDESK])
def test_every_command_of_a_role_is_in_its_sheet(role: Role) -> None:
    said = [(words, keys) for _, words, keys in sheet_lines(role, set(Command))]
    expected = [command for command, _ in entries_of(role) if command not in VIEWS]
    assert [line for line in said if "Ctrl+1" not in line[1][0]] == [
        (words_of(each), keys_of(each)) for each in expected
    ]
    assert len({words for words, _ in said}) == len(said)


def test_all_views_have_one_line_in_the_sheet() -> None:
    lines = [keys for _, _, keys in sheet_lines(Role.HELPDESK, {*VIEWS[:6], Command.SHEET}) if "Ctrl+1" in keys[0]]
    assert lines == [["Ctrl+1 … Ctrl+6"]]


def test_what_is_not_bound_is_not_promised() -> None:
    said = [words for _, words, _ in sheet_lines(Role.HELPDESK, {Command.SHEET})]
    assert said == [words_of(Command.SEND), words_of(Command.SHEET)], "a field that is written into sends by itself"


def test_simple_users_have_no_steps_of_the_helpdesk() -> None:
    assert not {Command.ACTIVATE, Command.CLOSE, Command.NOTE, Command.FACILITY} & {
        each for each, _ in entries_of(Role.USER)
    }


def test_a_tooltip_tells_the_key() -> None:
    assert hint("Close this ticket; 100 %1", Command.CLOSE) == "Close this ticket; 100 %1 (C)"
