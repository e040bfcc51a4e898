"""The keeper: filled in the end, whatever the database does at the start, and without telling old news."""

import gc
import logging
from collections.abc import Generator
from dataclasses import replace

import pytest
from sqlalchemy import update

from campusdesk.errors import DeskError
from campusdesk.rules import Action, Reason, Role, Status
from tests.ticket_server.desk import NOON_US, Clock, open_desk
from tests.ticket_server.readers import VECTOR, PromptReader
from ticket_server.judgement import Meaning
from ticket_server.similar import keeper as keepers
from ticket_server.similar.keeper import Keeper
from ticket_server.storage.engine import Database
from ticket_server.storage.meanings import Stored, StoredVector
from ticket_server.storage.queries import Queries
from ticket_server.storage.schema import vector
from ticket_server.ticket import Change


class Failing(Queries):
    """Cannot be read a few times: the first time not at all, then after the first part."""

    def __init__(self, database: Database, failures: int) -> None:
        super().__init__(database)
        self.failures = failures
        self.tried = 0

    def told(self, status: Status) -> Generator[list[Stored], None, None]:
        self._fail(after=0)
        for part in super().told(status):
            for stored in part:
                yield [stored]
                self._fail(after=1)

    def closed_vectors(self) -> Generator[list[StoredVector], None, None]:
        self._fail(after=0)
        yield from super().closed_vectors()

    def _fail(self, after: int) -> None:
        if self.tried < self.failures and self.tried % 2 == after:
            self.tried += 1
            raise DeskError(Reason.STORE_FAILED)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keepers, "FIRST_PAUSE_S", 0.0)


async def test_what_cannot_be_read_at_the_start_is_read_again(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with open_desk(sqlite_url, reader=PromptReader()) as desk:
        for _ in range(3):
            await desk.report()
        await desk.activate(await desk.report())
        queries = Failing(desk.database, 4)
        keeper = Keeper(queries, lambda: "prompt", Clock())
        with caplog.at_level(logging.ERROR):
            await keeper.fill()
        vectors = await keeper.ask(lambda index, _closed: [index.vector(ticket_id) for ticket_id in (1, 2, 3, 4)])
        assert vectors == [VECTOR] * 4
        assert queries.tried == caplog.text.count("tickets cannot be read to be compared") == 4
        keeper.close()


async def test_what_is_kept_is_not_looked_through_for_garbage(sqlite_url: str) -> None:
    async with open_desk(sqlite_url, reader=PromptReader()) as desk:
        await desk.report()
        keeper = Keeper(desk.queries, lambda: "prompt", Clock())
        gc.unfreeze()
        await keeper.fill()
        index = await keeper.ask(lambda index, _closed: index)
        assert not any(each is index for each in gc.get_objects())
        keeper.close()
        gc.unfreeze()


async def test_closed_tickets_that_could_not_be_read_are_read_for_the_next_question(sqlite_url: str) -> None:
    async with open_desk(sqlite_url, reader=PromptReader()) as desk:
        closed = await desk.closed()
        keeper = Keeper(Failing(desk.database, 1), lambda: "prompt", Clock(NOON_US))
        for known in (False, True):
            await keeper.read_closed()
            assert await keeper.ask(lambda _index, held: held is not None and closed.id in held) is known
        keeper.close()


async def test_what_is_stored_of_the_readers_own_model_replaces_what_another_left(sqlite_url: str) -> None:
    async with open_desk(sqlite_url, reader=PromptReader()) as desk:
        former = await desk.report()
        other = await desk.report()
        with desk.database.connect_writer() as connection, connection.begin():
            connection.execute(update(vector).where(vector.c.ticket_id == other.id).values(version="another"))
        loaded = ""
        keeper = Keeper(desk.queries, lambda: loaded, Clock())
        await keeper.fill()
        assert keeper.compares("another")
        loaded = "prompt"
        keeper.understand({other.id: Meaning(other.description, "prompt", VECTOR)})
        vectors = await keeper.ask(lambda index, _closed: [index.vector(ticket.id) for ticket in (former, other)])
        assert vectors == [VECTOR] * 2
        assert keeper.compares("prompt")
        keeper.close()


async def test_a_note_puts_no_ticket_among_those_that_are_compared(sqlite_url: str) -> None:
    async with open_desk(sqlite_url, reader=PromptReader()) as desk:
        ticket = await desk.report()
        await desk.note(ticket)
        [note] = desk.published[-1]
        message = replace(note, action=Action.POST_MESSAGE)
        keeper = Keeper(desk.queries, lambda: "prompt", Clock())
        for change, is_known in ((note, False), (message, True)):
            keeper.publish([change])
            assert await keeper.ask(lambda index, _closed: ticket.id in index) is is_known
        keeper.close()


async def test_what_cannot_be_compared_is_told_by_its_kind_and_holds_nothing_up(
    sqlite_url: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_told: object) -> None:
        raise ValueError("secret words")

    async with open_desk(sqlite_url, reader=PromptReader()) as desk:
        ticket = await desk.report()
        keeper = Keeper(desk.queries, lambda: "prompt", Clock())
        change = Change(1, Action.CREATE, Role.USER, "LAB-1", ticket.open_us, ticket)
        with monkeypatch.context() as broken, caplog.at_level(logging.ERROR):
            broken.setattr("ticket_server.similar.pair.report_of", unreadable)
            keeper.publish([change])
            assert await keeper.ask(lambda index, _closed: len(index)) == 0
        assert "what was committed is not compared (ValueError)" in caplog.text
        assert "secret words" not in caplog.text
        keeper.publish([change])
        assert await keeper.ask(lambda index, _closed: len(index)) == 1
        keeper.close()
