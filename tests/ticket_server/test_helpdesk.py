"""The verbs of the help desk on a real database."""

import pytest

from campusdesk.access import Caller
from campusdesk.errors import DeskError
from campusdesk.rules import Action, Category, CategorySource, Reason, Role, Status
from tests.ticket_server.desk import NOON_US, STAFF, USER, Desk, new_id, open_desk
from ticket_server.answering import MOST_TICKETS, ServerInfo
from ticket_server.editing import Overtaken
from ticket_server.instant import time_text
from ticket_server.ticket import Ticket


def refusal(refused: pytest.ExceptionInfo[DeskError]) -> tuple[Reason, dict[str, str]]:
    return refused.value.reason, dict(refused.value.metadata)


async def test_a_ticket_goes_all_the_way(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.helpdesk.create_ticket(USER, new_id(), " They were rude \n", "B105 ", " 0551 ")
        assert (ticket.id, ticket.revision, ticket.status, ticket.open_us) == (1, 1, Status.OPEN, NOON_US)
        assert (ticket.description, ticket.location, ticket.contact) == ("They were rude", "B105", "0551")
        assert (ticket.category, ticket.confidence) == (Category.SERVICES_COMPLAINTS, 0.75)
        desk.clock.now_us += 10
        assert (await desk.activate(ticket)).taken_by == "Desk 2"
        message = await desk.post(ticket, " On my way ", STAFF)
        assert (message.text, message.role, message.workstation) == ("On my way", Role.HELPDESK, "Desk 2")
        done = await desk.close(ticket)
        assert done == await desk.helpdesk.get_ticket(STAFF, 1)
        assert (done.status, done.close_us, done.message_count, done.revision) == (Status.CLOSED, NOON_US + 10, 1, 4)


async def test_what_was_written_is_there_after_a_restart(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        message = await desk.post(ticket)
        before = await desk.helpdesk.get_ticket(USER, ticket.id)
        lineage = (await desk.helpdesk.server_info()).lineage
    async with open_desk(database_url) as desk:
        assert await desk.helpdesk.get_ticket(USER, ticket.id) == before
        assert await desk.helpdesk.list_messages(USER, ticket.id, 0, 10) == [message]
        assert await desk.helpdesk.server_info() == ServerInfo(lineage, 2, False, 1, 0)
        assert (await desk.report()).id == 2


# Which answer each role gets when it does something to a ticket of each status; None: it may.
ANSWERS: dict[tuple[Role, Action], tuple[Reason | None, ...]] = {
    (Role.USER, Action.UPDATE): (None, None, Reason.TICKET_CLOSED),
    (Role.USER, Action.POST_MESSAGE): (None, None, Reason.TICKET_CLOSED),
    (Role.USER, Action.ADD_ME_TOO): (None, None, Reason.TICKET_CLOSED),
    (Role.USER, Action.ACTIVATE): (Reason.ROLE_FORBIDDEN,) * 3,
    (Role.USER, Action.CLOSE): (Reason.ROLE_FORBIDDEN,) * 3,
    (Role.HELPDESK, Action.UPDATE): (None, None, Reason.TICKET_FINAL),
    (Role.HELPDESK, Action.POST_MESSAGE): (None, None, Reason.TICKET_FINAL),
    (Role.HELPDESK, Action.ADD_ME_TOO): (None, None, Reason.TICKET_FINAL),
    (Role.HELPDESK, Action.ACTIVATE): (None, Reason.WRONG_TRANSITION, Reason.WRONG_TRANSITION),
    (Role.HELPDESK, Action.CLOSE): (Reason.WRONG_TRANSITION, None, Reason.WRONG_TRANSITION),
    **{(Role.ANALYTICS, action): (Reason.ROLE_FORBIDDEN,) * 3 for action in Action if action != Action.CREATE},
}


async def do(desk: Desk, caller: Caller, action: Action, ticket: Ticket) -> None:
    if action == Action.UPDATE:
        await desk.edit(ticket, caller, location="C1")
    elif action == Action.POST_MESSAGE:
        await desk.post(ticket, "Hello", caller)
    elif action == Action.POST_NOTE:
        await desk.helpdesk.post_message(caller, new_id(), ticket.id, "Hello", internal=True)
    elif action == Action.ADD_ME_TOO:
        await desk.helpdesk.add_me_too(caller, new_id(), ticket.id, new_id())
    elif action == Action.ACTIVATE:
        await desk.helpdesk.activate_ticket(caller, new_id(), ticket.id)
    else:
        await desk.helpdesk.close_ticket(caller, new_id(), ticket.id)


@pytest.mark.parametrize(("role", "action"), list(ANSWERS))
async def test_who_may_do_what_to_which_ticket(database_url: str, role: Role, action: Action) -> None:
    async with open_desk(database_url) as desk:
        for status, reason in zip(Status, ANSWERS[role, action], strict=True):
            ticket = await desk.report()
            for step in (desk.activate, desk.close)[: status - 1]:
                ticket = await step(ticket)
            if reason is None:
                await do(desk, Caller(role, "Here"), action, ticket)
                assert (await desk.helpdesk.get_ticket(STAFF, ticket.id)).revision == ticket.revision + 1
                continue
            with pytest.raises(DeskError) as refused:
                await do(desk, Caller(role, "Here"), action, ticket)
            about = {} if reason == Reason.ROLE_FORBIDDEN else {"ticket_id": str(ticket.id)}
            if reason == Reason.WRONG_TRANSITION:
                about["status"] = status.name
            if reason == Reason.TICKET_CLOSED:
                about["close_time"] = time_text(ticket.close_us)
            assert refusal(refused) == (reason, about)
            assert await desk.helpdesk.get_ticket(STAFF, ticket.id) == ticket


async def test_analytics_report_nothing(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        with pytest.raises(DeskError) as refused:
            await desk.helpdesk.create_ticket(Caller(Role.ANALYTICS, "a"), new_id(), "x", "", "")
        assert refusal(refused) == (Reason.ROLE_FORBIDDEN, {})


async def test_a_ticket_that_is_not_there(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        for action in (Action.UPDATE, Action.POST_MESSAGE, Action.ADD_ME_TOO, Action.ACTIVATE, Action.CLOSE):
            with pytest.raises(DeskError) as refused:
                await do(desk, STAFF, action, ticket._replace(id=99))
            assert refusal(refused) == (Reason.TICKET_NOT_FOUND, {"ticket_id": "99"})
        with pytest.raises(DeskError) as refused:
            await desk.helpdesk.get_ticket(STAFF, 99)
        assert refusal(refused) == (Reason.TICKET_NOT_FOUND, {"ticket_id": "99"})


async def test_a_simple_user_reads_nothing_of_a_closed_ticket(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket, other = await desk.closed(), await desk.report()
        closed_at = {"ticket_id": str(ticket.id), "close_time": time_text(ticket.close_us)}
        for read in (
            lambda: desk.helpdesk.get_ticket(USER, ticket.id),
            lambda: desk.helpdesk.list_messages(USER, ticket.id, 0, 10),
            lambda: desk.helpdesk.list_changes(USER, ticket.id, 0, 10),
        ):
            with pytest.raises(DeskError) as refused:
                await read()
            assert refusal(refused) == (Reason.TICKET_CLOSED, closed_at)
        with pytest.raises(DeskError) as refused:
            await desk.helpdesk.list_tickets(USER, Status.CLOSED, None, None, 10)
        assert refused.value.reason == Reason.TICKET_CLOSED
        assert await desk.helpdesk.list_tickets(USER, None, None, None, 10) == [other]
        assert await desk.helpdesk.batch_get_tickets(USER, [other.id, 77, ticket.id, other.id]) == [other]
        assert await desk.helpdesk.batch_get_tickets(STAFF, [other.id, ticket.id]) == [other, ticket]


async def test_too_many_tickets_at_once(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        with pytest.raises(DeskError) as refused:
            await desk.helpdesk.batch_get_tickets(STAFF, range(1, MOST_TICKETS + 2))
        assert refusal(refused) == (Reason.FIELD_INVALID, {"field": "ids", "limit": "200"})
        with pytest.raises(DeskError) as refused:
            await desk.helpdesk.batch_get_tickets(STAFF, [1, 0])
        assert refusal(refused) == (Reason.FIELD_INVALID, {"field": "ids"})


async def test_edits_of_different_fields_merge(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        seen = await desk.report()
        await desk.edit(seen, STAFF, location="C1", contact="0551")
        await desk.post(seen)
        merged = await desk.edit(seen, description="They were rude")
        assert (merged.description, merged.location, merged.contact) == ("They were rude", "C1", "0551")
        assert merged.category == Category.SERVICES_COMPLAINTS


async def test_an_edit_of_what_somebody_else_edited_meets_the_present_ticket(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        seen = await desk.report()
        present = await desk.edit(seen, STAFF, location="C1")
        with pytest.raises(Overtaken) as refused:
            await desk.edit(seen, location="D2", description="Other words")
        assert refused.value.reason == Reason.EDIT_OVERTAKEN
        assert refused.value.ticket == present == await desk.helpdesk.get_ticket(USER, seen.id)
        # Who wants what is there already loses nothing.
        assert (await desk.edit(seen, location="C1")) == present
        assert (await desk.edit(present, location="D2")).location == "D2"


@pytest.mark.parametrize("expected_revision", [0, -1, 3, 2**40])
async def test_a_revision_that_nobody_can_have_seen(database_url: str, expected_revision: int) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        await desk.report()
        with pytest.raises(DeskError) as refused:
            await desk.helpdesk.update_ticket(USER, new_id(), ticket.id, {"location": "X"}, expected_revision)
        assert refusal(refused) == (Reason.FIELD_INVALID, {"field": "expected_revision"})


async def test_an_edit_that_changes_nothing_makes_no_revision(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        request_id = new_id()
        for _ in range(2):
            same = await desk.helpdesk.update_ticket(USER, request_id, ticket.id, {"location": " B105"}, 1)
            assert same == ticket
        assert (await desk.queries.counter()).last_revision == 1
        assert desk.published == [await desk.feed.since(0, 10)]


async def test_a_corrected_category_outlives_new_words(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.edit(await desk.report(), STAFF, category=Category.FACILITY_MANAGEMENT)
        assert (ticket.confidence, ticket.category_source) == (1.0, CategorySource.CORRECTED)
        edited = await desk.edit(ticket, description="They were rude")
        assert (edited.category, edited.category_source) == (Category.FACILITY_MANAGEMENT, CategorySource.CORRECTED)


async def test_the_history_tells_who_changed_what(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report(contact="0551")
        ticket = await desk.edit(ticket, STAFF, contact="0552", location="C1")
        await desk.activate(ticket)
        await desk.post(ticket)
        entries = await desk.helpdesk.list_changes(STAFF, ticket.id, 0, 10)
        assert [entry.action for entry in entries] == [
            Action.CREATE,
            Action.UPDATE,
            Action.ACTIVATE,
            Action.POST_MESSAGE,
        ]
        assert {(field.field, field.before, field.after) for field in entries[1].fields} == {
            ("contact", "0551", "0552"),
            ("location", "B105", "C1"),
        }
        assert (entries[1].role, entries[1].workstation) == (Role.HELPDESK, "Desk 2")
        for_user = await desk.helpdesk.list_changes(USER, ticket.id, 1, 2)
        assert [[field.field for field in entry.fields] for entry in for_user] == [["location"], []]


async def test_messages_are_listed_from_where_one_left_off(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket, other = await desk.report(), await desk.report()
        said = [await desk.post(ticket, f"line {number}") for number in range(4)]
        await desk.post(other)
        assert await desk.helpdesk.list_messages(USER, ticket.id, 0, 3) == said[:3]
        assert await desk.helpdesk.list_messages(USER, ticket.id, said[2].revision, 3) == said[3:]
