"""The table of commands has each key once, and the sheet and the tooltips say what it says."""

import re
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from campusdesk.rules import Category, Role
from client.text import category_within_words
from client.views.commands import (
    CATEGORY_COMMANDS,
    ENTRIES,
    VIEWS,
    Command,
    Place,
    entries_of,
    hint,
    keys_of,
    sheet_lines,
    words_of,
)

# What people have learnt by heart, and what the work with tickets is told with.
LEARNT = {
    Command.NEXT: "J Down",
    Command.PREVIOUS: "K Up",
    Command.EXTEND_DOWN: "Shift+J",
    Command.EXTEND_UP: "Shift+K",
    Command.CHOOSE_ALL: "Ctrl+A",
    Command.READ: "Enter",
    Command.BACK: "Esc",
    Command.NEXT_PANE: "F6",
    Command.PREVIOUS_PANE: "Shift+F6",
    Command.NEXT_UNREAD: "N",
    Command.ACTIVATE: "A",
    Command.CLOSE: "C",
    Command.FACILITY: "1",
    Command.TECHNICAL: "2",
    Command.SERVICES: "3",
    Command.TAKE_BACK: "0",
    Command.EDIT: "E",
    Command.MARK_UNREAD: "U",
    Command.UNDO: "Ctrl+Z",
    Command.COPY_NUMBER: "Ctrl+Shift+C",
    Command.COPY_TEXT: "Ctrl+C",
    Command.REPLY: "R",
    Command.NOTE: "I",
    Command.SEND: "Ctrl+Enter",
    Command.SEND_AND_CLOSE: "Ctrl+Shift+Enter",
    Command.SEARCH: "/ Ctrl+F",
    Command.VIEW_1: "Ctrl+1",
    Command.VIEW_2: "Ctrl+2",
    Command.VIEW_3: "Ctrl+3",
    Command.VIEW_4: "Ctrl+4",
    Command.VIEW_5: "Ctrl+5",
    Command.VIEW_6: "Ctrl+6",
    Command.VIEW_7: "Ctrl+7",
    Command.EXPORT: "Ctrl+S",
    Command.REPORT: "Ctrl+N",
    Command.SHEET: "? F1",
}


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Keys are read by Qt."""


def test_every_command_is_in_the_table_and_has_a_key() -> None:
    assert set(ENTRIES) == set(Command)
    assert all(entry.keys for entry in ENTRIES.values())


def test_each_command_has_the_keys_that_people_have_learnt() -> None:
    assert {command: " ".join(keys_of(command)) for command in Command} == LEARNT
    # On the two keys that end a line the same is done.
    enters = {command: [key for key in ENTRIES[command].keys if "Enter" in key] for command in Command}
    for command, keys in enters.items():
        assert all(key.replace("Enter", "Return") in ENTRIES[command].keys for key in keys)


def test_each_category_has_the_command_that_names_it() -> None:
    named = {category: words_of(command) for category, command in CATEGORY_COMMANDS.items()}
    assert named == {category: f"Set to {category_within_words(category)}" for category in Category}


def test_a_view_is_named_by_its_place_in_the_rail() -> None:
    assert [words_of(view) for view in VIEWS[:2]] == ["View 1 of the rail", "View 2 of the rail"]


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
