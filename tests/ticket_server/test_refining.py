"""Refining: one later change by what the reader understood too late, and nothing that a person did is touched."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from campusdesk.rules import Action, Category, CategorySource
from tests.ticket_server.desk import STAFF, Desk, open_desk
from tests.ticket_server.readers import VECTOR, EndingReader, FailingReader, HeldReader, PromptReader, reading_of
from ticket_server.encoder.reading import Reading
from ticket_server.refining import MOST_TRIES
from ticket_server.storage.group import Result, Unit
from ticket_server.storage.schema import vector
from ticket_server.storage.upkeep.erasure import erase
from ticket_server.ticket import Change, FieldChange, Ticket

RUDE = "They were rude"
SERVICES, FACILITY = Category.SERVICES_COMPLAINTS, Category.FACILITY_MANAGEMENT
Step = Callable[[Desk, Ticket], Awaitable[object]]


async def settled(desk: Desk, reader: HeldReader) -> None:
    """Let the reader go and wait until all that waited is done: whoever came last is refined last."""
    last = await desk.report("They were rude, and this is the last of them")
    reader.free.set()
    await desk.refined(last)


def refinements(desk: Desk, ticket: Ticket) -> list[Change]:
    changes = [change for commit in desk.published for change in commit]
    return [change for change in changes if (change.action, change.ticket.id) == (Action.CATEGORISE, ticket.id)]


def vectors(desk: Desk) -> dict[int, bytes]:
    with desk.database.connect_reader() as connection:
        return {row.ticket_id: bytes(row.numbers) for row in connection.execute(vector.select())}


async def test_what_is_read_in_time_is_committed_with_the_ticket(database_url: str) -> None:
    async with open_desk(database_url, reader=PromptReader()) as desk:
        ticket = await desk.report(RUDE)
        assert (ticket.category, ticket.confidence, ticket.revision) == (FACILITY, 0.95, 1)
        assert vectors(desk) == {1: VECTOR}
        edited = await desk.edit(ticket, description="The screen is dark")
        assert (edited.category, edited.revision) == (Category.TECHNICAL_IT, 2)
        assert (await desk.queries.counter()).last_revision == 2


async def test_what_is_read_later_is_one_later_change_that_modifies_nothing(database_url: str) -> None:
    reader = HeldReader()
    async with open_desk(database_url, reader=reader) as desk:
        ticket = await desk.report(RUDE)
        assert (ticket.category, ticket.confidence) == (SERVICES, 0.75)
        assert vectors(desk) == {}
        desk.clock.now_us += 5_000_000
        reader.free.set()
        change = await desk.refined(ticket)
        expected = ticket._replace(category=FACILITY, confidence=0.95, revision=2)
        assert change.ticket == expected == await desk.queries.ticket(ticket.id)
        assert change.fields == (FieldChange("category", SERVICES.word, FACILITY.word),)
        assert (change.change_us, change.workstation) == (desk.clock.now_us, "")
        assert vectors(desk) == {1: VECTOR}
        assert reader.asked == [RUDE]


async def test_a_change_that_refined_is_told_the_same_from_history(database_url: str) -> None:
    reader = HeldReader()
    async with open_desk(database_url, reader=reader) as desk:
        ticket = await desk.report(RUDE)
        desk.clock.now_us += 5_000_000
        reader.free.set()
        change = await desk.refined(ticket)
    async with open_desk(database_url) as desk:
        [_, again] = await desk.feed.since(0, 10)
        assert again.ticket == change.ticket
        assert (again.action, again.change_us) == (Action.CATEGORISE, change.change_us)
        [_, entry] = await desk.queries.history(ticket.id, 0, 10, notes=True)
        assert (entry.action, entry.fields) == (Action.CATEGORISE, change.fields)


async def test_a_confidence_alone_is_refined_too(sqlite_url: str) -> None:
    reader = HeldReader()
    async with open_desk(sqlite_url, reader=reader) as desk:
        ticket = await desk.report("The screen is dark")
        reader.free.set()
        change = await desk.refined(ticket)
        assert (change.ticket.category, change.ticket.confidence) == (ticket.category, 0.95)
        assert change.fields == ()


async def test_nothing_is_changed_where_the_reader_says_the_same(sqlite_url: str) -> None:
    class Agreeing(HeldReader):
        async def read(self, text: str, *, explain: bool = False) -> Reading | None:
            await super().read(text)
            return Reading(SERVICES, 0.7500001, VECTOR) if text == RUDE else reading_of(text)

    reader = Agreeing()
    async with open_desk(sqlite_url, reader=reader) as desk:
        ticket = await desk.report(RUDE)
        await settled(desk, reader)
        assert await desk.queries.ticket(ticket.id) == ticket
        assert vectors(desk)[ticket.id] == VECTOR


async def test_an_edit_that_the_reader_reads_late_is_refined_as_well(sqlite_url: str) -> None:
    reader = HeldReader()
    async with open_desk(sqlite_url) as desk:
        await desk.report("The screen is dark")
    async with open_desk(sqlite_url, reader=reader) as desk:
        [ticket] = await desk.helpdesk.list_tickets(STAFF, None, None, None, 10)
        edited = await desk.edit(ticket, description=RUDE)
        assert edited.category == SERVICES
        reader.free.set()
        assert (await desk.refined(ticket)).ticket.category == FACILITY


async def test_a_correction_that_is_taken_back_gives_way_to_what_the_reader_says(sqlite_url: str) -> None:
    async with open_desk(sqlite_url, reader=PromptReader()) as desk:
        corrected = await desk.edit(await desk.report(RUDE), STAFF, category=SERVICES)
        cleared = await desk.edit(corrected, STAFF, category=None)
        assert (cleared.category, cleared.confidence) == (FACILITY, 0.95)
        assert cleared.category_source == CategorySource.AUTOMATIC


async def correct(desk: Desk, ticket: Ticket) -> None:
    await desk.edit(ticket, STAFF, category=Category.TECHNICAL_IT)


async def close(desk: Desk, ticket: Ticket) -> None:
    await desk.close(await desk.activate(ticket))


@pytest.mark.parametrize("step", [correct, close])
async def test_what_a_person_did_meanwhile_stands_and_the_vector_is_kept(sqlite_url: str, step: Step) -> None:
    reader = HeldReader()
    async with open_desk(sqlite_url, reader=reader) as desk:
        ticket = await desk.report(RUDE)
        await step(desk, ticket)
        before = await desk.queries.ticket(ticket.id)
        await settled(desk, reader)
        assert await desk.queries.ticket(ticket.id) == before
        assert refinements(desk, ticket) == []
        assert vectors(desk)[ticket.id] == VECTOR


async def test_a_description_that_has_changed_gets_the_category_of_its_own_words(sqlite_url: str) -> None:
    reader = HeldReader()
    async with open_desk(sqlite_url, reader=reader) as desk:
        ticket = await desk.report(RUDE)
        await desk.edit(ticket, description="The screen was rude")
        await settled(desk, reader)
        [change] = refinements(desk, ticket)
        assert (change.ticket.category, change.ticket.description) == (Category.TECHNICAL_IT, "The screen was rude")


async def test_an_erased_ticket_gets_neither_category_nor_vector(sqlite_url: str) -> None:
    reader = HeldReader()
    async with open_desk(sqlite_url, reader=reader) as desk:
        ticket = await desk.report(RUDE)
        # As an operator does it, whose connection is another while no commit is under way.
        erase(desk.database, ticket.id, desk.clock.now_us)
        await settled(desk, reader)
        assert refinements(desk, ticket) == []
        assert ticket.id not in vectors(desk)


async def test_a_refinement_overtakes_nobodys_edit(database_url: str) -> None:
    reader = HeldReader()
    async with open_desk(database_url, reader=reader) as desk:
        seen = await desk.report(RUDE)
        reader.free.set()
        await desk.refined(seen)
        corrected = await desk.edit(seen, STAFF, category=Category.TECHNICAL_IT)
        assert corrected.category_source == CategorySource.CORRECTED


async def test_beyond_the_most_that_wait_categories_stay_light_and_are_counted(sqlite_url: str) -> None:
    reader = HeldReader()
    async with open_desk(sqlite_url, reader=reader, most_waiting=2) as desk:
        # The first is no longer among those that wait when the second is reported.
        tickets = [await desk.report(f"They were rude {number}") for number in range(5)]
        assert (desk.refining.waiting, desk.refining.left_light) == (2, 2)
        reader.free.set()
        await desk.refined(tickets[2])
        present = await desk.queries.tickets([ticket.id for ticket in tickets])
        assert [present[ticket.id].category for ticket in tickets] == [FACILITY] * 3 + [SERVICES] * 2


async def test_a_reader_that_has_too_much_to_do_is_asked_again(sqlite_url: str) -> None:
    reader = HeldReader()
    reader.busy = True
    async with open_desk(sqlite_url, reader=reader) as desk:
        ticket = await desk.report(RUDE)
        reader.busy = False
        reader.free.set()
        assert (await desk.refined(ticket)).ticket.category == FACILITY


class Loading(PromptReader):
    """Is loaded after it was asked more often than a text is tried."""

    def __init__(self) -> None:
        super().__init__()
        self.version = ""

    async def read(self, text: str, *, explain: bool = False) -> Reading | None:
        self.asked.append(text)
        reading = reading_of(text) if self.version else None
        self.version = "loaded" if len(self.asked) > 2 * MOST_TRIES else ""
        return reading


async def test_what_was_reported_while_the_reader_was_loaded_is_refined_once_it_is(sqlite_url: str) -> None:
    async with open_desk(sqlite_url, reader=Loading()) as desk:
        ticket = await desk.report(RUDE)
        assert ticket.category == SERVICES
        assert (await desk.refined(ticket)).ticket.category == FACILITY
        assert desk.refining.left_light == 0


async def test_a_text_over_which_the_reader_ends_is_not_tried_for_ever(sqlite_url: str) -> None:
    reader = EndingReader()
    async with open_desk(sqlite_url, reader=reader) as desk, asyncio.timeout(20):
        await desk.report(reader.POISON)
        while not desk.refining.left_light:  # noqa: ASYNC110  it tells nobody
            await asyncio.sleep(0)
        # It may be loaded again just when it is asked, which does not count.
        assert 1 + MOST_TRIES <= len(reader.asked) <= 1 + 3 * MOST_TRIES


async def test_a_report_whose_caller_gave_up_is_refined_as_well(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = HeldReader()
    async with open_desk(sqlite_url, reader=reader) as desk:
        submit, giving_up = desk.writer.submit, asyncio.create_task(desk.report(RUDE))

        def submitted(unit: Unit) -> asyncio.Future[Result]:
            asyncio.get_running_loop().call_soon(giving_up.cancel)
            return submit(unit)

        monkeypatch.setattr(desk.writer, "submit", submitted)
        with pytest.raises(asyncio.CancelledError):
            await giving_up
        monkeypatch.undo()
        assert await desk.feed.changed(0, 20)
        [ticket] = await desk.helpdesk.list_tickets(STAFF, None, None, None, 10)
        reader.free.set()
        assert (await desk.refined(ticket)).ticket.category == FACILITY


async def test_a_ticket_with_other_words_by_now_than_were_judged_is_refined(sqlite_url: str) -> None:
    async with open_desk(sqlite_url) as desk:
        await desk.report("The screen is dark")
    async with open_desk(sqlite_url, reader=PromptReader()) as desk:
        [ticket] = await desk.helpdesk.list_tickets(STAFF, None, None, None, 10)
        desk.refining.add(ticket, await desk.judging.judged("What it said before"))
        assert (await desk.refined(ticket)).ticket.confidence == 0.95


class Choking(FailingReader):
    """Fails at one text, and says of every other at first that it has too much to do."""

    def __init__(self) -> None:
        super().__init__()
        self.given_up = asyncio.Event()

    async def read(self, text: str, *, explain: bool = False) -> Reading | None:
        if text == RUDE:
            if self.asked.count(RUDE) == MOST_TRIES:
                self.given_up.set()
            return await super().read(text)
        self.asked.append(text)
        return None if self.asked.count(text) == 1 else reading_of(text)


async def test_a_text_that_the_reader_never_reads_stays_light_and_holds_up_no_other(sqlite_url: str) -> None:
    reader = Choking()
    async with open_desk(sqlite_url, reader=reader) as desk:
        ticket = await desk.report(RUDE)
        await desk.refined(await desk.report("They were rude too"))
        await asyncio.wait_for(reader.given_up.wait(), 20)
        await desk.refined(await desk.report("They were rude at last"))
        assert desk.refining.left_light == 1
        assert reader.asked.count(RUDE) == 1 + MOST_TRIES
        assert await desk.queries.ticket(ticket.id) == ticket


async def test_what_waits_at_the_end_stays_light(sqlite_url: str) -> None:
    async with open_desk(sqlite_url, reader=HeldReader()) as desk:
        ticket = await desk.report(RUDE)
    async with open_desk(sqlite_url, reader=PromptReader()) as desk:
        await desk.report("Another")
        assert await desk.queries.ticket(ticket.id) == ticket
        assert refinements(desk, ticket) == []
