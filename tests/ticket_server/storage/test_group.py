"""What a group decides: each unit on top of the ones before it, and a repeated request only once."""

import asyncio

import pytest
from sqlalchemy import func, select

from campusdesk.errors import DeskError
from campusdesk.rules import Category, CategorySource, Reason, Status
from tests.ticket_server.desk import NOON_US, STAFF, USER, new_id, open_desk
from tests.ticket_server.storage.commits import Commits
from ticket_server import ticket as step
from ticket_server.judgement import Judgement, Meaning
from ticket_server.storage.group import Situation, Unit, own_unit
from ticket_server.storage.schema import request
from ticket_server.ticket import Change, Stamp


async def test_a_unit_sees_what_the_ones_before_it_in_its_group_did(database_url: str, commits: Commits) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        first = asyncio.create_task(desk.report())
        with commits.held_back():
            await asyncio.sleep(0)
            writes = [asyncio.create_task(desk.helpdesk.activate_ticket(STAFF, new_id(), ticket.id)) for _ in range(2)]
            writes.append(asyncio.create_task(desk.edit(ticket, location="C1")))
            writes.append(asyncio.create_task(desk.edit(ticket, location="D2")))
            writes.append(asyncio.create_task(desk.close(ticket)))
            await asyncio.sleep(0)
        taken, again, edited, overtaken, closed = await asyncio.gather(*writes, return_exceptions=True)
        await first
        assert not isinstance(taken, BaseException)
        assert taken.status == Status.ACTIVE
        assert isinstance(again, DeskError)
        assert again.reason == Reason.WRONG_TRANSITION
        assert not isinstance(edited, BaseException)
        assert isinstance(overtaken, DeskError)
        assert overtaken.reason == Reason.EDIT_OVERTAKEN
        assert not isinstance(closed, BaseException)
        assert (closed.status, closed.location, closed.taken_by) == (Status.CLOSED, "C1", "Desk 2")
        assert await desk.queries.ticket(ticket.id) == closed
        counter = await desk.queries.counter()
        assert (counter.open_count, counter.active_count) == (1, 0)


async def test_what_the_server_did_to_a_category_in_the_same_group_overtakes_no_edit(
    database_url: str, commits: Commits
) -> None:
    def refine(situation: Situation) -> Change | None:
        assert situation.ticket is not None
        judgement = Judgement(Category.FACILITY_MANAGEMENT, 0.9, CategorySource.AUTOMATIC)
        return step.categorised(situation.ticket, Stamp(situation.next_revision, STAFF.role, "", NOON_US), judgement)

    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        with commits.held_back():
            before = asyncio.create_task(desk.report())
            await asyncio.sleep(0)
            refined = desk.writer.submit(Unit(b"the server's own", b"digest of 16 oct", ticket.id, NOON_US, refine))
            edit = asyncio.create_task(desk.edit(ticket, STAFF, category=Category.SERVICES_COMPLAINTS))
            await asyncio.sleep(0)
        assert (await refined).ticket.category == Category.FACILITY_MANAGEMENT
        assert (await edit).category == Category.SERVICES_COMPLAINTS
        await before


async def test_what_the_server_does_by_itself_leaves_no_request_behind(database_url: str, commits: Commits) -> None:
    async with open_desk(database_url) as desk:
        tickets = [await desk.report(), await desk.report()]
        with commits.held_back():
            before = asyncio.create_task(desk.report())
            await asyncio.sleep(0)
            meaning = Meaning(tickets[0].description, "1", bytes(128))
            own = [
                desk.writer.submit(own_unit(ticket.id, NOON_US, lambda _situation: None, meaning)) for ticket in tickets
            ]
        await before
        assert [(await done).ticket for done in own] == tickets
        assert all([await desk.queries.vector(ticket.id) for ticket in tickets])
        with desk.database.connect_reader() as connection:
            assert connection.execute(select(func.count()).select_from(request)).scalar_one() == 3


async def test_a_request_that_comes_again_finds_its_own_result(database_url: str) -> None:
    ids = [new_id() for _ in range(5)]
    async with open_desk(database_url) as desk:
        first = await desk.helpdesk.create_ticket(USER, ids[0], "Dark", "B1", "0551")
        said = await desk.helpdesk.post_message(USER, ids[1], 1, "Any news?")
        edited = await desk.helpdesk.update_ticket(
            STAFF, ids[2], 1, {"description": "They were rude", "contact": "0552"}, 2
        )
        taken = await desk.helpdesk.activate_ticket(STAFF, ids[3], 1)
        await desk.edit(taken, STAFF, category=Category.FACILITY_MANAGEMENT, location="C1")
        done = await desk.helpdesk.close_ticket(STAFF, ids[4], 1)
    for _ in range(2):
        async with open_desk(database_url) as desk:
            assert await desk.helpdesk.create_ticket(USER, ids[0].upper(), "Dark", " B1", "0551") == first
            assert await desk.helpdesk.post_message(USER, ids[1], 1, "Any news?") == said
            again = await desk.helpdesk.update_ticket(
                STAFF, ids[2], 1, {"contact": "0552", "description": "They were rude"}, 2
            )
            assert again == edited
            assert await desk.helpdesk.activate_ticket(STAFF, ids[3], 1) == taken
            assert await desk.helpdesk.close_ticket(STAFF, ids[4], 1) == done
            assert (await desk.queries.counter()).last_revision == done.revision
            assert desk.published == []


async def test_the_same_request_twice_in_one_group_is_done_once(database_url: str, commits: Commits) -> None:
    async with open_desk(database_url) as desk:
        request_id = new_id()
        with commits.held_back():
            writes = [
                asyncio.create_task(desk.helpdesk.create_ticket(USER, request_id, "Dark", "", "")) for _ in range(5)
            ]
            await asyncio.sleep(0)
        tickets = await asyncio.gather(*writes)
        assert tickets == [tickets[0]] * 5
        assert (await desk.queries.counter()).last_ticket_id == 1


async def test_a_request_id_with_other_content_is_refused(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        request_id = new_id()
        await desk.helpdesk.create_ticket(USER, request_id, "Dark", "", "")
        with pytest.raises(DeskError) as refused:
            await desk.helpdesk.create_ticket(USER, request_id, "Darker", "", "")
        assert (refused.value.reason, refused.value.metadata) == (Reason.REQUEST_ID_REUSED, {"field": "request_id"})
        with pytest.raises(DeskError):
            await desk.helpdesk.activate_ticket(STAFF, request_id, 1)


async def test_a_refused_request_may_come_again(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        request_id = new_id()
        with pytest.raises(DeskError):
            await desk.helpdesk.activate_ticket(STAFF, request_id, 1)
        await desk.report()
        assert (await desk.helpdesk.activate_ticket(STAFF, request_id, 1)).status == Status.ACTIVE
