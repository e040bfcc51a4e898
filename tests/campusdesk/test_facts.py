"""The column store of facts against a plain dictionary of tickets."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campusdesk.facts import DTYPES, Facts, TicketFacts, encode, facts_of
from campusdesk.v1 import change_feed_pb2, ticket_pb2
from campusdesk.v1.change_feed_pb2 import FactColumns

TIMES = st.integers(0, 4_000_000_000_000_000)
SMALL = st.integers(0, 255)


def facts_of_ticket(ids: st.SearchStrategy[int]) -> st.SearchStrategy[TicketFacts]:
    return st.builds(
        TicketFacts,
        id=ids,
        open_time=TIMES,
        activate_time=TIMES,
        update_time=TIMES,
        close_time=TIMES,
        revision=st.integers(1, 2**62),
        last_message_revision=st.integers(0, 2**62),
        status=st.integers(0, 3),
        category=st.integers(0, 3),
        confidence=st.integers(0, 100),
        category_source=st.integers(0, 2),
        last_message_role=st.integers(0, 3),
        message_count=st.integers(0, 65_535),
        me_too_count=st.integers(0, 65_535),
        last_note_revision=st.integers(0, 2**62),
        note_count=st.integers(0, 65_535),
    )


IDS = st.integers(1, 60)
TICKETS = st.lists(facts_of_ticket(IDS), max_size=40)


def ticket_of(facts: TicketFacts) -> ticket_pb2.Ticket:
    """Return the ticket that travels with these facts."""
    ticket = ticket_pb2.Ticket(id=facts.id, confidence=facts.confidence / 100, description="never looked at")
    ticket.status = ticket_pb2.Status.ValueType(facts.status)
    ticket.category = ticket_pb2.Category.ValueType(facts.category)
    ticket.category_source = ticket_pb2.CategorySource.ValueType(facts.category_source)
    ticket.last_message_role = ticket_pb2.Role.ValueType(facts.last_message_role)
    ticket.revision, ticket.last_message_revision = facts.revision, facts.last_message_revision
    ticket.message_count, ticket.me_too_count = facts.message_count, facts.me_too_count
    ticket.note_count, ticket.last_note_revision = facts.note_count, facts.last_note_revision
    for name in ("open_time", "activate_time", "update_time", "close_time"):
        if getattr(facts, name):
            getattr(ticket, name).FromMicroseconds(getattr(facts, name))
    return ticket


def columns_of(rows: Sequence[TicketFacts]) -> dict[str, list[int]]:
    return {name: [getattr(row, name) for row in rows] for name in DTYPES}


def rows_of(facts: Facts) -> list[TicketFacts]:
    return [facts.at(row) for row in range(len(facts))]


def by_id(rows: Sequence[TicketFacts]) -> list[TicketFacts]:
    return sorted({row.id: row for row in rows}.values())


@given(TICKETS, st.integers(1, 7))
def test_a_snapshot_in_parts_comes_out_as_it_went_in(tickets: list[TicketFacts], size: int) -> None:
    rows = by_id(tickets)
    parts = [FactColumns(**encode(columns_of(rows[start : start + size]))) for start in range(0, len(rows), size)]
    received = [change_feed_pb2.FactColumns.FromString(part.SerializeToString()) for part in parts]

    assert rows_of(Facts.from_snapshot(received)) == rows


@given(TICKETS, st.lists(facts_of_ticket(IDS) | IDS, max_size=40))
def test_applying_and_removing_in_any_order_is_a_dictionary_sorted_by_id(
    tickets: list[TicketFacts], steps: list[TicketFacts | int]
) -> None:
    expected = {row.id: row for row in tickets}
    facts = Facts.from_snapshot([FactColumns(**encode(columns_of(sorted(expected.values()))))])
    for step in steps:
        if isinstance(step, TicketFacts):
            assert facts.put(facts_of(ticket_of(step))) == expected.get(step.id)
            expected[step.id] = step
        else:
            assert facts.remove(step) == expected.pop(step, None)

    assert rows_of(facts) == sorted(expected.values())
    assert [facts.row_of(ticket_id) is not None for ticket_id in range(62)] == [i in expected for i in range(62)]
    assert {name: column.tolist() for name, column in facts.columns().items()} == columns_of(sorted(expected.values()))


def test_it_tells_when_rows_moved_and_not_when_one_was_added_or_changed() -> None:
    facts = Facts()
    for ticket_id, shifts in ((5, 0), (9, 0), (5, 0), (7, 1)):
        facts.put(TicketFacts(ticket_id, *range(1, 16)))
        assert facts.shifts == shifts
    facts.remove(8)
    assert facts.shifts == 1
    facts.remove(5)
    assert facts.shifts == 2


@given(st.frozensets(IDS), st.frozensets(IDS))
def test_it_tells_which_tickets_others_lack(ours: frozenset[int], theirs: frozenset[int]) -> None:
    stores = Facts(), Facts()
    for store, ids in zip(stores, (ours, theirs), strict=True):
        for ticket_id in ids:
            store.put(TicketFacts(ticket_id, *range(1, 16)))
    assert stores[0].without(stores[1]) == sorted(ours - theirs)


def test_the_wire_is_little_endian_and_has_the_widths_of_the_contract() -> None:
    one = TicketFacts(1, 2, 3, 4, 5, 6, 7, 3, 2, 98, 1, 2, 258, 3, 4, 5)

    part = FactColumns(**encode(columns_of([one])))

    assert part.open_time == b"\x02\0\0\0\0\0\0\0"
    assert part.confidence == b"\x62"
    assert part.message_count == b"\x02\x01"
    assert part.me_too_count == b"\x03\0"
    assert part.last_note_revision == b"\x04\0\0\0\0\0\0\0"
    assert part.note_count == b"\x05\0"


def test_columns_of_unequal_length_are_refused() -> None:
    part = FactColumns(**encode(columns_of([TicketFacts(*range(1, 17)), TicketFacts(*range(2, 18))])))
    part.status = part.status[:1]

    with pytest.raises(ValueError, match="length"):
        Facts.from_snapshot([part])


def test_a_column_that_ends_within_a_value_is_refused() -> None:
    part = FactColumns(**encode(columns_of([TicketFacts(*range(1, 17))])))
    part.open_time = part.open_time[:-1]

    with pytest.raises(ValueError, match="multiple"):
        Facts.from_snapshot([part])


@pytest.mark.parametrize("ids", [[2, 1], [1, 1], [0, 1], [-3, 1]])
def test_ids_that_do_not_rise_from_one_are_refused(ids: list[int]) -> None:
    rows = [TicketFacts(*range(1, 17))._replace(id=ticket_id) for ticket_id in ids]

    with pytest.raises(ValueError, match="rise"):
        Facts.from_snapshot([FactColumns(**encode(columns_of(rows)))])
    with pytest.raises(ValueError, match="rise"):
        Facts.from_snapshot([FactColumns(**encode(columns_of([row]))) for row in rows])


def test_more_than_the_columns_hold_is_told_as_the_most() -> None:
    facts = facts_of(ticket_pb2.Ticket(id=1, message_count=70_000, me_too_count=70_001, note_count=70_002))
    assert (facts.message_count, facts.me_too_count, facts.note_count) == (65_535, 65_535, 65_535)


@pytest.mark.parametrize("names", [("me_too_count",), ("note_count", "last_note_revision")])
def test_what_an_older_server_or_another_role_is_not_told_is_none(names: tuple[str, ...]) -> None:
    rows = [TicketFacts(*range(1, 17)), TicketFacts(*range(2, 18))]
    columns = encode(columns_of(rows))
    part = FactColumns(**{name: column for name, column in columns.items() if name not in names})

    assert rows_of(Facts.from_snapshot([part])) == [row._replace(**dict.fromkeys(names, 0)) for row in rows]


def test_a_row_that_is_not_there_is_an_error() -> None:
    facts = Facts()
    facts.apply(ticket_pb2.Ticket(id=5))

    for row in (-1, 1):
        with pytest.raises(IndexError):
            facts.at(row)


def test_rising_ids_are_appended_without_copying_the_store_each_time() -> None:
    facts, buffers = Facts(), list[object]()
    for ticket_id in range(1, 20_001):
        facts.apply(ticket_pb2.Ticket(id=ticket_id))
        buffer = facts.columns()["id"].base
        if not (buffers and buffers[-1] is buffer):
            buffers.append(buffer)

    assert len(buffers) < 25
    assert np.array_equal(facts.columns()["id"], np.arange(1, 20_001))
