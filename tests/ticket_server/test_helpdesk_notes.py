"""Internal notes: helpdesk staff write and read them, and nothing tells anybody else that there are any."""

import asyncio

import pytest

from campusdesk.access import Caller
from campusdesk.errors import DeskError
from campusdesk.rules import Action, Category, Reason, Role, Status
from tests.ticket_server.desk import STAFF, USER, Desk, new_id, open_desk
from ticket_server.storage.engine import open_database
from ticket_server.storage.upkeep.erasure import erase
from ticket_server.ticket import Message, Ticket


async def reasons(desk: Desk, caller: Caller, ticket: Ticket) -> Reason | None:
    try:
        await desk.helpdesk.post_message(caller, new_id(), ticket.id, "Third lamp", internal=True)
    except DeskError as refusal:
        return refusal.reason
    return None


async def test_a_note_changes_only_what_staff_are_told_of_notes(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        desk.clock.now_us += 5
        note = await desk.note(ticket, "Third lamp this year")
        assert note == Message(ticket.id, 2, Role.HELPDESK, "Desk 2", "Third lamp this year", desk.clock.now_us, True)
        after = ticket._replace(note_count=1, last_note_revision=2)
        assert await desk.queries.ticket(ticket.id) == after
        [_, change] = await desk.queries.changes(0, 9, 9)
        assert desk.published[-1] == [change]
        assert (change.action, change.change_us, change.message) == (Action.POST_NOTE, desk.clock.now_us, note)
        assert (change.revision, change.ticket) == (2, after)
        counter = await desk.queries.counter()
        assert (counter.last_revision, counter.open_count, counter.active_count) == (2, 1, 0)


async def test_who_may_write_a_note_under_which_ticket(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        opened, active, closed = await desk.report(), await desk.activate(await desk.report()), await desk.closed()
        for ticket, of_staff in ((opened, None), (active, None), (closed, Reason.TICKET_FINAL)):
            assert await reasons(desk, STAFF, ticket) is of_staff
            for role in (Role.USER, Role.ANALYTICS):
                assert await reasons(desk, Caller(role, "Here"), ticket) is Reason.ROLE_FORBIDDEN
        missing = opened._replace(id=99)
        assert await reasons(desk, STAFF, missing) is Reason.TICKET_NOT_FOUND
        assert await reasons(desk, USER, missing) is Reason.ROLE_FORBIDDEN


async def test_only_staff_list_notes_and_every_page_of_others_is_full(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        for text in ("one", "two", "three"):
            await desk.note(ticket, f"note {text}")
            await desk.post(ticket, text)
        of_user = await desk.helpdesk.list_messages(USER, ticket.id, 0, 9)
        assert [message.text for message in of_user] == ["one", "two", "three"]
        assert await desk.helpdesk.list_messages(USER, ticket.id, 0, 2) == of_user[:2]
        of_staff = await desk.helpdesk.list_messages(STAFF, ticket.id, 0, 9)
        assert [message.internal for message in of_staff] == [True, False] * 3
        assert [message for message in of_staff if not message.internal] == of_user
        done = await desk.helpdesk.list_changes(USER, ticket.id, 0, 4)
        assert [entry.action for entry in done] == [Action.CREATE, *[Action.POST_MESSAGE] * 3]
        all_done = await desk.helpdesk.list_changes(STAFF, ticket.id, 0, 9)
        assert [entry.action for entry in all_done[1:]] == [Action.POST_NOTE, Action.POST_MESSAGE] * 3


async def test_a_note_overtakes_nobodys_edit_and_the_next_change_goes_on_from_it(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        await desk.post(ticket)
        waiting = await desk.helpdesk.get_ticket(STAFF, ticket.id)
        await desk.note(ticket)
        noted = await desk.helpdesk.get_ticket(STAFF, ticket.id)
        assert (noted.last_message_role, noted.revision) == (Role.USER, waiting.revision)
        edited = await desk.edit(waiting, STAFF, location="C7", category=Category.SERVICES_COMPLAINTS)
        assert (edited.revision, edited.note_count, edited.last_note_revision) == (4, 1, 3)
        [last] = await desk.queries.changes(3, 9, 9)
        assert last.ticket == edited
        active = await desk.activate(edited)
        assert (active.note_count, active.last_note_revision) == (1, 3)


async def test_a_repeated_request_finds_its_note_and_is_not_one_for_a_message(database_url: str) -> None:
    request = new_id()
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        note = await desk.helpdesk.post_message(STAFF, request, ticket.id, "Third lamp", internal=True)
        await desk.note(ticket, "another")
    async with open_desk(database_url) as desk:
        assert await desk.helpdesk.post_message(STAFF, request, ticket.id, "Third lamp", internal=True) == note
        for caller in (USER, STAFF):
            with pytest.raises(DeskError) as refused:
                await desk.helpdesk.post_message(caller, request, ticket.id, "Third lamp")
            assert refused.value.reason is Reason.REQUEST_ID_REUSED
        assert (await desk.queries.counter()).last_revision == 3


async def test_an_edit_of_nothing_after_a_note_is_answered_alike_when_it_is_sent_again(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        await desk.note(ticket)
        request, edits = new_id(), {"location": ticket.location}
        first = await desk.helpdesk.update_ticket(STAFF, request, ticket.id, edits, ticket.revision)
        await desk.note(ticket)
        again = await desk.helpdesk.update_ticket(STAFF, request, ticket.id, edits, ticket.revision)
        assert first == again == ticket._replace(note_count=1, last_note_revision=2)


async def test_notes_and_other_changes_of_one_group_are_decided_in_their_order(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        await asyncio.gather(desk.note(ticket, "a"), desk.post(ticket), desk.note(ticket, "b"), desk.activate(ticket))
        present = await desk.queries.ticket(ticket.id)
        assert present is not None
        assert (present.revision, present.status) == (5, Status.ACTIVE)
        assert (present.message_count, present.note_count, present.last_note_revision) == (1, 2, 4)
        told = await desk.queries.changes(0, 9, 9)
        assert told[1:] == [change for published in desk.published[1:] for change in published]
        assert [change.ticket.revision for change in told] == [1, 1, 3, 3, 5]


async def found(desk: Desk, caller: Caller, text: str) -> list[int]:
    answer = await desk.helpdesk.search_tickets(caller, text, 9)
    assert not answer.more
    return answer.ids


@pytest.mark.parametrize("settled", [False, True])
async def test_only_staff_find_the_words_of_notes(database_url: str, settled: bool) -> None:
    async with open_desk(database_url) as desk:
        ticket, other = await desk.report("Dark lamp"), await desk.report("Cold")
        await desk.post(ticket, "Third bulb")
        await desk.note(ticket, "Rossi ordered the third")
        await desk.note(other, "Lamp too")
        if settled:
            await desk.report("Something else")
            await asyncio.to_thread(desk.writer.close)
        by_user = {
            "rossi": [],
            "third": [ticket.id],
            "lamp": [ticket.id],
            "dark ordered": [],
            "third bulb": [ticket.id],
        }
        by_staff = {
            "rossi": [ticket.id],
            "third": [ticket.id],
            "lamp": [other.id, ticket.id],
            "dark ordered": [ticket.id],
            "third bulb": [ticket.id],
        }
        assert {text: await found(desk, USER, text) for text in by_user} == by_user
        assert {text: await found(desk, STAFF, text) for text in by_staff} == by_staff


async def test_a_closed_ticket_is_still_found_by_its_notes(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        await desk.note(ticket, "Rossi ordered the third")
        await desk.close(await desk.activate(ticket))
        assert await found(desk, STAFF, "beamer rossi") == [ticket.id]
        assert await found(desk, USER, "rossi") == []


async def test_what_is_erased_are_notes_too(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        await desk.note(ticket, "Rossi ordered the third")
    with open_database(database_url) as database:
        erased = erase(database, ticket.id, 10**16).ticket
        assert (erased.note_count, erased.last_note_revision) == (1, 2)
    async with open_desk(database_url) as desk:
        [note] = await desk.helpdesk.list_messages(STAFF, ticket.id, 0, 9)
        assert (note.text, note.internal) == ("", True)
        assert await found(desk, STAFF, "rossi") == []
