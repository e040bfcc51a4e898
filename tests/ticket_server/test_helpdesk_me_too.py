"""Who has a problem too: counted once an installation, and no modification of the ticket."""

import uuid

import pytest

from campusdesk.errors import DeskError
from campusdesk.facts import Facts, encode
from campusdesk.rules import Action, Category, Reason, Role
from campusdesk.v1.change_feed_pb2 import FactColumns
from tests.ticket_server.desk import STAFF, USER, Desk, new_id, open_desk
from ticket_server.storage.upkeep.inventory import read_inventory
from ticket_server.ticket import Ticket


async def join(desk: Desk, ticket: Ticket, installation: str | None = None) -> Ticket:
    return await desk.helpdesk.add_me_too(USER, new_id(), ticket.id, installation or new_id())


async def test_each_installation_counts_once_whatever_its_request_ids(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket, installation = await desk.report(), new_id()
        assert (await join(desk, ticket, installation)).me_too_count == 1
        again = await join(desk, ticket, installation.upper())
        assert (again.me_too_count, again.revision) == (1, 2)
        assert (await join(desk, ticket)).me_too_count == 2
        other = await desk.report()
        assert (await join(desk, other, installation)).me_too_count == 1
    async with open_desk(database_url) as desk:
        assert (await join(desk, ticket, installation)).me_too_count == 2
        with desk.database.connect_reader() as connection:
            assert read_inventory(connection).me_toos == 3
            assert not [*read_inventory(connection).disagreements()]


async def test_one_that_is_counted_is_a_change_and_no_modification(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        desk.clock.now_us += 5
        joined = await join(desk, ticket)
        assert joined == ticket._replace(me_too_count=1, revision=2)
        assert await desk.queries.ticket(ticket.id) == joined
        [first, second] = await desk.queries.changes(0, 9, 9)
        assert (first.ticket.me_too_count, second.ticket) == (0, joined)
        assert (second.action, second.change_us) == (Action.ADD_ME_TOO, ticket.open_us + 5)
        assert desk.published[-1][0].ticket == joined
        history = await desk.helpdesk.list_changes(USER, ticket.id, 0, 9)
        assert [entry.action for entry in history] == [Action.CREATE]


async def test_the_next_change_goes_on_from_the_count(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        await join(desk, ticket)
        done = await desk.activate(ticket)
        assert (done.me_too_count, done.revision) == (1, 3)
        [last] = await desk.queries.changes(2, 9, 9)
        assert last.ticket == done


async def test_a_snapshot_counts_as_of_its_moment(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        desk.clock.now_us += 5
        await join(desk, ticket)
        revision, [part] = desk.queries.facts_parts(Role.ANALYTICS)
        await join(desk, ticket)
        facts = Facts.from_snapshot([FactColumns(**encode(part()))]).at(0)
        assert (facts.me_too_count, facts.revision, facts.update_time) == (1, revision, ticket.update_us)
        _, [part] = desk.queries.facts_parts(Role.ANALYTICS)
        assert Facts.from_snapshot([FactColumns(**encode(part()))]).at(0).me_too_count == 2


async def test_an_edit_that_saw_the_ticket_before_is_not_overtaken(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        await join(desk, ticket)
        edited = await desk.edit(ticket, STAFF, description="Darker", category=Category.FACILITY_MANAGEMENT)
        assert (edited.description, edited.me_too_count) == ("Darker", 1)


async def test_the_same_request_finds_its_first_result(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket, request, installation = await desk.report(), new_id(), new_id()
        first = await desk.helpdesk.add_me_too(USER, request, ticket.id, installation)
        await join(desk, ticket)
        assert await desk.helpdesk.add_me_too(USER, request, ticket.id, installation) == first
        with pytest.raises(DeskError) as refused:
            await desk.helpdesk.add_me_too(USER, request, ticket.id, new_id())
        assert refused.value.reason == Reason.REQUEST_ID_REUSED


@pytest.mark.parametrize("installation", ["", "me", "1" * 32, f"{uuid.UUID(int=5)}\n", "\u0661" * 8 + "-1-1-1-1"])
async def test_an_installation_that_is_no_uuid_is_refused(database_url: str, installation: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        with pytest.raises(DeskError) as refused:
            await desk.helpdesk.add_me_too(USER, new_id(), ticket.id, installation)
        assert (refused.value.reason, refused.value.metadata) == (Reason.FIELD_INVALID, {"field": "installation_id"})


@pytest.mark.parametrize("ticket_id", [0, -1])
async def test_a_number_that_no_ticket_can_have_is_refused(database_url: str, ticket_id: int) -> None:
    async with open_desk(database_url) as desk:
        with pytest.raises(DeskError) as refused:
            await desk.helpdesk.add_me_too(USER, new_id(), ticket_id, new_id())
        assert (refused.value.reason, refused.value.metadata) == (Reason.FIELD_INVALID, {"field": "ticket_id"})
