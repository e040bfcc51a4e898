"""The writer: what waits is committed together, faults in its midst, the log, and the end."""

import asyncio

import pytest

from campusdesk.errors import DeskError
from campusdesk.rules import Action, Reason
from tests.ticket_server.desk import USER, open_desk
from tests.ticket_server.storage.commits import Commits
from tests.ticket_server.storage.sabotage import refuse_rows, take_rows
from ticket_server.storage import committing
from ticket_server.storage.group import Situation, Unit
from ticket_server.ticket import Change


async def test_units_that_wait_together_are_committed_together(database_url: str, commits: Commits) -> None:
    async with open_desk(database_url) as desk:
        before = commits.count
        with commits.held_back():
            writes = [asyncio.create_task(desk.report(f"Report {number}")) for number in range(50)]
            await asyncio.sleep(0)
        tickets = await asyncio.gather(*writes)
        assert [ticket.id for ticket in tickets] == list(range(1, 51))
        assert [ticket.revision for ticket in tickets] == list(range(1, 51))
        # The first few may have been on their way alone; the writer also looks at the counter row and for old requests.
        assert commits.count - before <= 5
        assert [change.revision for changes in desk.published for change in changes] == list(range(1, 51))
        assert (await desk.queries.counter()).open_count == 50


def broken(ticket_id: int) -> Unit:
    """Return a unit whose change the database refuses."""

    def decide(situation: Situation) -> Change:
        assert situation.ticket is not None
        after = situation.ticket._replace(revision=situation.next_revision, confidence=7.0)
        return Change(situation.next_revision, Action.UPDATE, USER.role, "x", after.update_us, after)

    return Unit(b"broken unit's id", b"digest of 16 oct", ticket_id, 1, decide)


async def test_a_unit_that_the_database_refuses_harms_no_other(database_url: str, commits: Commits) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        with commits.held_back():
            before = asyncio.create_task(desk.report())
            await asyncio.sleep(0)
            fault = desk.writer.submit(broken(ticket.id))
            after = [asyncio.create_task(desk.report()) for _ in range(3)]
            await asyncio.sleep(0)
        with pytest.raises(DeskError) as refused:
            await fault
        assert refused.value.reason == Reason.STORE_FAILED
        made = [await before, *await asyncio.gather(*after)]
        assert [one.revision for one in made] == [2, 3, 4, 5]
        assert [change.revision for change in await desk.feed.since(0, 10)] == [1, 2, 3, 4, 5]
        assert await desk.queries.ticket(ticket.id) == ticket


async def test_a_unit_with_a_fault_of_its_own_harms_no_other(database_url: str, commits: Commits) -> None:
    def decide(_situation: Situation) -> Change:
        raise ZeroDivisionError

    async with open_desk(database_url) as desk:
        with commits.held_back():
            writes = [asyncio.create_task(desk.report())]
            await asyncio.sleep(0)
            fault = desk.writer.submit(Unit(b"faulty unit's id", b"digest of 16 oct", None, 1, decide))
            writes.append(asyncio.create_task(desk.report()))
            await asyncio.sleep(0)
        assert [ticket.id for ticket in await asyncio.gather(*writes)] == [1, 2]
        with pytest.raises(ZeroDivisionError):
            await fault


async def test_a_database_that_cannot_be_written_is_a_refusal_and_recovers(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        refuse_rows(database_url, "change", "NEW.revision > 0")
        for write in (desk.report(), desk.activate(ticket), desk.post(ticket)):
            with pytest.raises(DeskError) as refused:
                await write
            assert refused.value.reason == Reason.STORE_FAILED
        assert await desk.helpdesk.get_ticket(USER, ticket.id) == ticket
        take_rows(database_url)
        assert (await desk.activate(ticket)).revision == 2
        assert desk.feed.revision == 2


async def test_who_stops_waiting_does_not_disturb_the_others(database_url: str, commits: Commits) -> None:
    async with open_desk(database_url) as desk:
        with commits.held_back():
            impatient, patient = (asyncio.create_task(desk.report()) for _ in range(2))
            await asyncio.sleep(0)
            impatient.cancel()
        assert (await patient).id == 2
        assert (await desk.queries.counter()).last_ticket_id == 2


async def test_closing_commits_what_waits_and_takes_no_more(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        writes = [asyncio.create_task(desk.report()) for _ in range(3)]
        await asyncio.sleep(0)
        desk.writer.close()
        assert [ticket.id for ticket in await asyncio.gather(*writes)] == [1, 2, 3]
        with pytest.raises(DeskError) as refused:
            await desk.report()
        assert refused.value.reason == Reason.SERVER_STOPPING


async def test_the_log_is_folded_into_the_database_in_a_pause(sqlite_url: str) -> None:
    async with open_desk(sqlite_url) as desk:
        before = desk.database.size_bytes()
        await desk.report("x" * 10_000)
        async with asyncio.timeout(30):
            while desk.database.size_bytes() == before:  # noqa: ASYNC110  a file tells nobody that it grows
                await asyncio.sleep(0.01)


async def test_the_log_is_folded_without_a_pause_once_it_is_large(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a machine with much to do there may be pauses between two writes.
    monkeypatch.setattr(committing, "_PAUSE_S", 60.0)
    async with open_desk(sqlite_url) as desk:
        ticket, sizes = await desk.report(), []
        for number in range(400):
            ticket = await desk.edit(ticket, description=f"{number} " + "😀" * 9_000)
            sizes.append(desk.database.log_bytes())
        assert max(sizes) > 30 * 2**20
        assert max(sizes) < 36 * 2**20
        assert sizes[-1] < max(sizes)
