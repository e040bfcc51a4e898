"""Frequent beginnings find what a plain list finds, whatever is closed, erased and settled while they are learned."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from campusdesk.rules import Action, Role
from tests.ticket_server.storage.search.test_index import Model, ticket
from ticket_server.storage import batch
from ticket_server.storage.engine import open_database
from ticket_server.storage.group import counted
from ticket_server.storage.reading import read_counter, read_tickets
from ticket_server.storage.search.frequent import FrequentBeginnings
from ticket_server.storage.search.index import index_of, write_changes
from ticket_server.storage.search.sqlite import FREQUENT
from ticket_server.ticket import Change, Stamp, advanced, erased, with_message, with_note

TICKETS = range(1, 61)
# Few words, so that most tickets hold most of them; rare ones too.
TEXTS = st.lists(st.sampled_from(["a", "ab", "abc", "b", "bc", "ca", "rare", "räre", "1"]), max_size=5).map(" ".join)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("close"), st.sampled_from(TICKETS), TEXTS, st.booleans()),
        st.tuples(st.just("erase"), st.sampled_from(TICKETS)),
        st.tuples(st.just("settle"), st.integers(1, 9)),
        st.tuples(st.just("learn"), st.integers(1, 200)),
        st.tuples(st.just("find"), TEXTS, st.integers(1, 9)),
    ),
    min_size=5,
    max_size=60,
)


@pytest.fixture
def file(tmp_path_factory: pytest.TempPathFactory) -> str:
    return f"sqlite:///{tmp_path_factory.mktemp('frequent') / 'tickets.db'}"


@pytest.fixture
def connections(file: str) -> Iterator[tuple[Connection, Connection]]:
    """Give the connection that writes and one that searches."""
    with open_database(file) as database, database.connect_writer() as writer, database.connect_reader() as reader:
        yield writer, reader


class Life:
    """Closes and erases tickets in the database and in the plain list."""

    def __init__(self, writer: Connection, reader: Connection, known: FrequentBeginnings) -> None:
        self.writer, self.reader, self.model = writer, reader, Model()
        reader.info[FREQUENT] = known

    def close(self, number: int, text: str, internal: bool = False) -> None:
        if number in self.model.texts:
            return
        with self.writer.begin():
            new = ticket(number)
            batch.write_tickets(self.writer, [new], ())
            counter = read_counter(self.writer)
            counter = replace(
                counter, last_ticket_id=max(counter.last_ticket_id, number), open_count=counter.open_count + 1
            )
            batch.write_counter(self.writer, counter)
            post = with_note if internal else with_message
            said = self.changed(post(new, self.stamp(), text))
            taken = self.changed(advanced(said.ticket, self.stamp(), Action.ACTIVATE))
            self.changed(advanced(taken.ticket, self.stamp(), Action.CLOSE))
        self.model.texts[number] = text
        self.model.closed.add(number)

    def erase(self, number: int) -> None:
        if number not in self.model.texts:
            return
        with self.writer.begin():
            present = read_tickets(self.writer, [number])[number]
            index_of(self.writer).erase(self.writer, number)
            self.changed(erased(present, self.stamp()), searched=False)
        self.model.texts[number] = ""

    def settle(self, most: int) -> None:
        index_of(self.writer).settle(self.writer, most)

    def learn(self, pieces: int) -> None:
        for _ in range(pieces):
            index_of(self.reader).learn(self.reader)

    def find(self, text: str, limit: int) -> None:
        wanted = text.replace("ä", "a").split()
        if wanted:
            found = index_of(self.reader).find(self.reader, wanted, limit, staff=True)
            assert found == self.model.find(text, limit, staff=True)

    def stamp(self) -> Stamp:
        return Stamp(read_counter(self.writer).last_revision + 1, Role.HELPDESK, "LAB", 2_000)

    def changed(self, change: Change, *, searched: bool = True) -> Change:
        before = read_tickets(self.writer, [change.ticket.id])[change.ticket.id]
        batch.write_tickets(self.writer, (), [change.ticket])
        batch.write_changes(self.writer, [change])
        if searched:
            write_changes(self.writer, [change])
        batch.write_counter(self.writer, counted(read_counter(self.writer), before.status, change))
        return change


def emptied(connection: Connection) -> None:
    with connection.begin():
        for table in ("search_row", "search_open", "search_noted", "search_closed", "message", "change", "ticket"):
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608  our names
        batch.write_counter(connection, replace(read_counter(connection), last_ticket_id=0, last_revision=0))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.dictionaries(st.sampled_from(TICKETS), TEXTS), STEPS)
def test_whatever_happens_while_it_is_learned_the_same_is_found(
    connections: tuple[Connection, Connection], closed: dict[int, str], steps: list[tuple[str, object]]
) -> None:
    emptied(connections[0])
    life = Life(*connections, FrequentBeginnings(share=0.3))
    for number, text in closed.items():
        life.close(number, text)
    for kind, *values in steps:
        getattr(life, kind)(*values)
    for text in ("a", "a b", "abc bc", "a rare", "b rar c", "1 a", "missing a"):
        life.find(text, 5)


@pytest.fixture
def life(connections: tuple[Connection, Connection]) -> Life:
    """Give 60 closed tickets with frequent words, all of them learned but for what rarely stands in them."""
    life = Life(*connections, FrequentBeginnings(share=0.3))
    for number in TICKETS:
        life.close(number, "dark lamp" + " rare" * (number % 20 == 0) + " seldom" * (number % 30 == 0))
    life.settle(100)
    life.learn(300)
    return life


def known(life: Life, *terms: str, limit: int = 9) -> list[int] | None:
    """Return what is found without FTS5 having to walk."""
    frequent: FrequentBeginnings = life.reader.info[FREQUENT]
    with life.reader.begin():
        return frequent.find(life.reader, terms, limit)


def test_frequent_words_are_found_from_memory_and_rare_ones_are_not(life: Life) -> None:
    assert known(life, "dark", "la") == [*range(60, 51, -1)]
    assert known(life, "lamp", "rare") == [60, 40, 20]
    assert known(life, "d", "rare", "seldom") == [60]
    assert known(life, "d", "missing") == []
    assert known(life, "rare") is None


def test_a_search_follows_what_was_closed_and_erased(life: Life) -> None:
    life.close(61, "dark lamp")
    life.erase(59)
    assert known(life, "dark") == [60, *range(58, 50, -1)]
    life.find("dark", 9)
    life.settle(9)
    assert known(life, "dark") == [61, 60, *range(58, 51, -1)]
    life.find("dark", 9)


def test_what_takes_long_to_follow_is_left_to_fts5_until_it_is_learned(life: Life) -> None:
    for number in range(60, 0, -1):
        life.erase(number)
    assert known(life, "dark") is None
    life.find("dark", 9)
    life.learn(3)
    assert known(life, "dark") == []


def test_all_is_learned_anew_when_there_are_many_more_tickets(life: Life) -> None:
    life.close(1_000, "dark")
    assert known(life, "dark") is None
    life.settle(9)
    life.learn(300)
    assert known(life, "dark", limit=2) == [1_000, 60]


def test_few_closed_tickets_are_not_worth_it(life: Life) -> None:
    del life.reader.info[FREQUENT]
    assert not index_of(life.reader).learn(life.reader)
    assert FREQUENT not in life.reader.info
