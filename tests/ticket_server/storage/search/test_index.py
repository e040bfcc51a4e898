"""What is found in each store, against a plain list that is looked through from its end."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from campusdesk import terms
from campusdesk.rules import Category, CategorySource, Role
from tests.ticket_server.desk import STAFF, open_desk
from ticket_server.judgement import Judgement
from ticket_server.storage import batch
from ticket_server.storage.engine import open_database
from ticket_server.storage.search.index import index_of, load_whole
from ticket_server.storage.search.row import SearchRow, row_of
from ticket_server.ticket import Message, Stamp, Ticket, opened

AUTOMATIC = Judgement(Category.TECHNICAL_IT, 0.5, CategorySource.AUTOMATIC)
TICKETS = range(1, 5)
# Few letters, so that words begin one another; and what has troubled searches.
WORDS = st.text(st.sampled_from("abAé\u0301ß1厕"), min_size=1, max_size=5) | st.sampled_from(
    ["AND", "or", "NEAR", "it's", "C++", '"', "'", "*", "a:*", "-b", "(", "\\", "ﬁ", "½", "\x00", "İ", "NOT", "own:a"]
)
TEXTS = st.lists(WORDS, max_size=4).map(" ".join) | st.text(max_size=12)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.sampled_from(TICKETS), TEXTS, TEXTS, st.just("") | TEXTS),
        st.tuples(st.just("close"), st.sampled_from(TICKETS)),
        st.tuples(st.just("erase"), st.sampled_from(TICKETS)),
        st.tuples(st.just("settle"), st.integers(1, 4)),
    ),
    max_size=12,
)


@pytest.fixture
def connection(database_url: str) -> Iterator[Connection]:
    """Give the one connection of a database that has tickets to search for."""
    with open_database(database_url) as database, database.connect_writer() as opened_connection:
        with opened_connection.begin():
            batch.write_tickets(opened_connection, map(ticket, TICKETS), ())
        yield opened_connection


def ticket(number: int) -> Ticket:
    texts = {"description": "Dark", "location": "B105", "contact": ""}
    return opened(Stamp(number, Role.USER, "LAB", 1_000), number, texts, AUTOMATIC).ticket


def said(number: int, text: str, *, internal: bool = False) -> Message:
    return Message(number, 1, Role.HELPDESK, "Desk", text, 1_000, internal)


@dataclass
class Model:
    """The texts of tickets, their notes, and which of them are closed."""

    texts: dict[int, str] = field(default_factory=dict)
    noted: dict[int, str] = field(default_factory=dict)
    closed: set[int] = field(default_factory=set)

    def find(self, text: str, limit: int, *, staff: bool) -> list[int]:
        wanted = terms.cut((text,))
        return [
            number
            for number in sorted(self.texts, reverse=True)
            if (staff or number not in self.closed) and wanted
            if all(any(held.startswith(word) for held in self.held(number, staff=staff)) for word in wanted)
        ][:limit]

    def held(self, number: int, *, staff: bool) -> list[str]:
        return terms.cut((self.texts.get(number, ""), self.noted.get(number, "") if staff else ""))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(STEPS, TEXTS, st.integers(1, 9))
def test_whatever_is_written_and_typed_the_same_is_found(
    connection: Connection, steps: list[tuple[object, ...]], typed: str, limit: int
) -> None:
    index, model = index_of(connection), Model()
    with connection.begin():
        for number in TICKETS:
            index.erase(connection, number)
    for step in steps:
        apply(connection, model, *step)
    wanted = terms.asked(typed)
    for staff in (False, True):
        found = index.find(connection, wanted, limit, staff=staff) if wanted else []
        assert found == model.find(typed, limit, staff=staff)
    connection.rollback()


def apply(connection: Connection, model: Model, kind: object, *values: object) -> None:
    """Do one step to the index and to the model; a closed ticket is never written."""
    index = index_of(connection)
    if kind == "settle":
        [most] = values
        assert isinstance(most, int)
        index.settle(connection, most)
        return
    number, *texts = values
    assert isinstance(number, int)
    with connection.begin():
        if kind == "erase":
            index.erase(connection, number)
            model.texts.pop(number, None)
            model.noted.pop(number, None)
        elif number not in model.closed:
            own, said, noted = map(str, texts) if texts else (" ".join(model.held(number, staff=True)), "", "")
            row = row_of(number, own=(own,), said=(said,), noted=(noted,))
            index.write(connection, [replace(row, closed=kind == "close")])
            model.texts[number], model.noted[number] = f"{own} {said}", noted
            model.closed |= {number} if kind == "close" else set()


def test_a_row_is_read_back_whether_it_waits_or_is_settled(connection: Connection) -> None:
    index = index_of(connection)
    rows = [
        SearchRow(1, own="dark lamp", said="bulb", noted="rossi knows"),
        SearchRow(2, own="", said=""),
        SearchRow(3, own="cold"),
    ]
    with connection.begin():
        for number in TICKETS:
            index.erase(connection, number)
        index.write(connection, rows)
        waiting = index.read(connection, [1, 2, 3, 4])
    assert not index.settle(connection, 9)
    with connection.begin():
        settled = index.read(connection, [1, 2, 3, 4])
        index.write(connection, [SearchRow(1, own="dark", said="")])
        assert index.read(connection, [1]) == {1: SearchRow(1, own="dark")}
        assert index.find(connection, ["lamp"], 9, staff=False) == []
    assert sorted_words(waiting) == sorted_words(settled) == sorted_words({row.ticket_id: row for row in rows})


def sorted_words(rows: dict[int, SearchRow]) -> dict[int, list[list[str]]]:
    """Put the words in order: a store keeps them in one of its own."""
    return {number: [sorted(words.split()) for words in (row.own, row.said, row.noted)] for number, row in rows.items()}


def test_however_few_are_wanted_simple_users_find_neither_closed_tickets_nor_notes(connection: Connection) -> None:
    index = index_of(connection)
    rows = [
        row_of(1, own=("dark",), said=()),
        replace(row_of(2, own=("dark",), said=()), closed=True),
        row_of(3, own=(), said=(), noted=("dark",)),
        row_of(4, own=("dark",), said=()),
    ]
    with connection.begin():
        for number in TICKETS:
            index.erase(connection, number)
        index.write(connection, rows)
    for settled in (False, True):
        if settled:
            assert not index.settle(connection, 9), "nothing waits any more"
        for limit in range(1, 6):
            assert index.find(connection, ["dark"], limit, staff=False) == [4, 1][:limit]
            assert index.find(connection, ["dark"], limit, staff=True) == [4, 3, 2, 1][:limit]


def test_where_few_tickets_are_closed_there_is_nothing_to_learn(connection: Connection) -> None:
    with connection.begin():
        index_of(connection).write(connection, [SearchRow(1, closed=True, own="dark")])
    assert not index_of(connection).learn(connection)


def test_a_settled_row_is_replaced_when_it_is_written_again(connection: Connection) -> None:
    index = index_of(connection)
    for row in (SearchRow(1, own="dark lamp"), SearchRow(1, own="cold"), SearchRow(1, closed=True, own="cold")):
        with connection.begin():
            index.write(connection, [row])
        assert not index.settle(connection, 9)
    with connection.begin():
        assert index.find(connection, ["dark"], 9, staff=True) == []
        assert index.find(connection, ["cold"], 9, staff=False) == []
        assert index.find(connection, ["cold"], 9, staff=True) == [1]


def test_as_many_words_as_can_be_typed_are_searched_for(connection: Connection) -> None:
    index = index_of(connection)
    many = [chr(0x4E00 + number) for number in range(200)]
    with connection.begin():
        index.erase(connection, 1)
        index.write(connection, [SearchRow(1, own=" ".join(many))])
        assert index.find(connection, many, 9, staff=True) == [1]
    index.settle(connection, 9)
    with connection.begin():
        assert index.find(connection, many, 9, staff=True) == [1]
        assert index.find(connection, [*many, "x"], 9, staff=True) == []


def test_what_is_loaded_is_found_at_once(connection: Connection) -> None:
    index = index_of(connection)
    with connection.begin():
        for number in TICKETS:
            index.erase(connection, number)
        load_whole(
            connection, [(ticket(1), [said(1, "Any news?")]), (ticket(2), [said(2, "Expensive", internal=True)])]
        )
        assert index.find(connection, ["dark"], 9, staff=False) == [2, 1]
        assert index.find(connection, ["b1", "new"], 9, staff=True) == [1]
        assert index.find(connection, ["exp"], 9, staff=True) == [2]
        assert index.find(connection, ["exp"], 9, staff=False) == []


async def test_the_rows_of_a_life_of_verbs_are_those_of_the_texts_at_its_end(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        first, second = await desk.report("Dark lamp in the hall"), await desk.report("Cold")
        await asyncio.gather(desk.post(first, "Is it the bulb?"), desk.post(first, "Bulb ordered"), desk.closed())
        await desk.activate(second)
        await desk.edit(first, description="Bright lamp", location="C7")
        await desk.post(second, "Colder")
        await asyncio.gather(desk.note(first, "The bulb is the third"), desk.note(first, "Ask Rossi"))
        await desk.edit(first, STAFF, contact="Rossi")
        texts = {
            ticket.id: (ticket.description, ticket.location) for ticket in await desk.queries.page((), None, None, 9)
        }
        messages = [message for number in texts for message in await desk.queries.messages(number, 0, 9, notes=True)]
        said = {
            (number, internal): [row.text for row in messages if (row.ticket_id, row.internal) == (number, internal)]
            for number in texts
            for internal in (False, True)
        }
        with desk.database.connect_reader() as reader:
            kept = index_of(reader).read(reader, [first.id, second.id])
    expected = {
        number: row_of(number, own=texts[number], said=said[number, False], noted=said[number, True])
        for number in (first.id, second.id)
    }
    assert sorted_words(kept) == sorted_words(expected)
    assert not any(row.closed for row in kept.values())


def test_old_tickets_are_found_behind_many_new_ones(connection: Connection) -> None:
    index, many = index_of(connection), range(5, 2_105)
    with connection.begin():
        for number in TICKETS:
            index.erase(connection, number)
        batch.write_tickets(connection, map(ticket, many), ())
        index.write(connection, [SearchRow(number, closed=number == 5, own="dark", said="") for number in many])
        index.write(connection, [SearchRow(2, own="dark rare"), SearchRow(3, closed=True, own="rare")])
        assert index.find(connection, ["dark", "rar"], 9, staff=False) == [2]
        assert index.find(connection, ["rare"], 9, staff=True) == [3, 2]
        assert index.find(connection, ["dark"], 2_100, staff=False) == [*range(2_104, 5, -1), 2]
        assert index.find(connection, ["dark"], 3, staff=True) == [2_104, 2_103, 2_102]
        connection.rollback()
