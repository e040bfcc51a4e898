"""Values become rows and the same values again."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Table

from campusdesk.rules import Action, Category, CategorySource, Role
from ticket_server.judgement import Judgement
from ticket_server.storage import rows, schema
from ticket_server.ticket import Change, FieldChange, Message, Stamp, Ticket, opened

_tickets = st.builds(Ticket)
TEXTS = {"description": "Dark", "location": "B105", "contact": ""}


def _row(table: Table, values: rows.Values) -> tuple[object, ...]:
    """Return the values in the order of the table's columns."""
    assert set(values) == {column.name for column in table.c}
    return tuple(values[column.name] for column in table.c)


@given(ticket=_tickets)
def test_a_ticket_comes_back_from_its_row(ticket: Ticket) -> None:
    assert rows.ticket_of(_row(schema.ticket, rows.ticket_values(ticket))) == ticket


@given(message=st.builds(Message, role=st.sampled_from(Role)))
def test_a_message_comes_back_from_its_row(message: Message) -> None:
    assert rows.message_of(_row(schema.message, rows.message_values(message))) == message


@given(change=st.builds(Change, fields=st.lists(st.builds(FieldChange), max_size=3).map(tuple)))
def test_a_history_entry_comes_back_from_the_row_of_its_change(change: Change) -> None:
    entry = rows.entry_of(_row(schema.change, rows.change_values(change)))
    assert (entry.ticket_id, entry.revision, entry.change_us) == (
        change.ticket.id,
        change.revision,
        change.change_us,
    )
    assert (entry.action, entry.role, entry.workstation) == (change.action, change.role, change.workstation)
    assert entry.fields == change.fields


@given(change=st.builds(Change))
def test_the_facts_after_a_change_come_back_from_its_row(change: Change) -> None:
    then = change.ticket
    row = _row(schema.change, rows.change_values(change))
    after = rows.ticket_after(row, then)
    assert (after.status, after.category, after.confidence) == (then.status, then.category, then.confidence)
    assert (after.activate_us, after.close_us) == (then.activate_us, then.close_us)
    assert (after.message_count, after.last_message_role) == (then.message_count, then.last_message_role)
    assert (after.me_too_count, after.note_count) == (then.me_too_count, then.note_count)
    assert after.last_note_revision == then.last_note_revision


@given(change=st.builds(Change, revision=st.integers(1), ticket=st.builds(Ticket, revision=st.integers(1))))
def test_a_note_leaves_the_revision_of_its_ticket(change: Change) -> None:
    after = rows.ticket_after(_row(schema.change, rows.change_values(change)), change.ticket)
    assert after.revision == (change.ticket.revision if change.action == Action.POST_NOTE else change.revision)


MODIFY_NOTHING = {Action.CATEGORISE, Action.ADD_ME_TOO, Action.POST_NOTE}


@pytest.mark.parametrize("action", Action)
def test_only_what_modifies_a_ticket_moves_its_time_of_update(action: Action) -> None:
    change = opened(
        Stamp(3, Role.USER, "LAB", 5_000), 1, TEXTS, Judgement(Category.TECHNICAL_IT, 0.5, CategorySource.AUTOMATIC)
    )
    later = replace(change, action=action, change_us=9_000)
    after = rows.ticket_after(_row(schema.change, rows.change_values(later)), later.ticket)
    assert after.update_us == (5_000 if action in MODIFY_NOTHING else 9_000)


@pytest.mark.parametrize("place", [1, 5, 7, 17])
def test_a_row_that_nobody_wrote_is_damage_told_without_its_words(place: int) -> None:
    row: list[object] = [1, 1, "Dark", "B105", "", 2, 0.5, 1, 5, 0, 5, 0, "", "LAB", 1, 0, 0, 0, 0, 0, 0]
    rows.ticket_of(row)
    row[place] = "secret words"
    with pytest.raises(rows.DamagedRow) as raised:
        rows.ticket_of(row)
    assert "secret" not in repr(raised.value)
    assert raised.value.__cause__ is None


@pytest.mark.parametrize("text", ["[", "[1]", '[["a"]]', "null and void"])
def test_a_history_that_is_no_json_is_damage(text: str) -> None:
    with pytest.raises(rows.DamagedRow):
        rows.fields_of(text)
