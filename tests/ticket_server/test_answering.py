"""Search as a caller meets it: by words, by what the caller may see, by number, and with whatever somebody types."""

import pytest

from campusdesk.access import Caller
from campusdesk.errors import DeskError
from campusdesk.rules import Reason
from tests.ticket_server.desk import STAFF, USER, Desk, open_desk
from ticket_server.answering import Found

NOTHING = Found([], more=False, numbered=0)


async def find(desk: Desk, text: str, caller: Caller = USER, limit: int = 10) -> list[int]:
    return (await desk.helpdesk.search_tickets(caller, text, limit)).ids


async def test_words_are_found_by_their_beginnings_wherever_in_the_ticket_they_stand(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report("Der Beamer bleibt dunkel – früher ging er")
        await desk.post(ticket, "The technician's bulb arrives on Friday")
        for text in ("beamer", "BEA", "b105 fruher", "technicians", "bulb dunkel b10", "FRÜH", "s technician"):
            assert await find(desk, text) == ([ticket.id] if text != "technicians" else []), text
        for text in ("eamer", "beamer missing", "beamers"):
            assert await find(desk, text) == [], text


async def test_the_newest_come_first_and_more_tells_of_the_others(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ids = [(await desk.report(f"Dark lamp {number}")).id for number in range(7)]
        assert await find(desk, "lamp") == ids[::-1]
        assert await desk.helpdesk.search_tickets(USER, "lamp", 3) == Found(ids[:3:-1], more=True, numbered=0)
        assert await desk.helpdesk.search_tickets(USER, "lamp", 7) == Found(ids[::-1], more=False, numbered=0)


async def test_a_simple_user_never_learns_of_a_closed_ticket(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        closed, active, opened = [await desk.report("Dark") for _ in range(3)]
        await desk.close(await desk.activate(closed))
        await desk.activate(active)
        seen = [opened.id, active.id]
        assert await desk.helpdesk.search_tickets(USER, "dark", 2) == Found(seen, more=False, numbered=0)
        assert await desk.helpdesk.search_tickets(USER, f"#{closed.id}", 2) == NOTHING
        assert await desk.helpdesk.search_tickets(STAFF, "dark", 2) == Found(seen, more=True, numbered=0)
        assert await find(desk, "dark", STAFF) == [*seen, closed.id]


async def test_nobody_is_found_by_the_contact(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        await desk.report("Dark", contact="Rossi 5551234")
        for text in ("rossi", "5551234", "555"):
            assert await find(desk, text, STAFF) == []


async def test_a_number_jumps_to_its_ticket_and_is_a_word_all_the_same(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        first, second = await desk.report("Dark"), await desk.report("Room 1 is dark")
        for text in ("1", "#1", " 1 ", "#001"):
            assert (await desk.helpdesk.search_tickets(USER, text, 5)).numbered == first.id, text
        assert await find(desk, "#1") == [second.id]
        for text in ("3", "0", "#", "##1", "# 1", "１", "²", "-1", "1.0", "9" * 19, "1" * 199, str(2**63)):
            assert (await desk.helpdesk.search_tickets(STAFF, text, 5)).numbered == 0, text


async def test_what_was_edited_is_found_by_its_new_words_only(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report("Beamer dark")
        await desk.post(ticket, "Still dark, and hot")
        edited = await desk.edit(ticket, description="Radiator cold", location="C7")
        assert (await find(desk, "radiator c7 hot dark"), await find(desk, "beamer")) == ([ticket.id], [])
        await desk.edit(edited, description="Window open")
        assert (await find(desk, "window dark"), await find(desk, "radiator")) == ([ticket.id], [])


@pytest.mark.parametrize("text", ["", "   ", "!?", '"', "🙂", "\x00", "\u202e", "\ud800", "_"])
async def test_a_text_without_words_finds_nothing(database_url: str, text: str) -> None:
    async with open_desk(database_url) as desk:
        await desk.report("Anything _ at all")
        assert await desk.helpdesk.search_tickets(USER, text, 5) == NOTHING


@pytest.mark.parametrize(
    "text",
    ['"dark', "dark*", "AND dark", "dark OR", "it's dark", "C++ dark", "-dark", "(dark", "dark\x00", "NEAR(dark)"],
)
async def test_what_other_searches_take_for_commands_are_words(database_url: str, text: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report("It's dark AND cold OR near C++")
        assert await find(desk, text) == [ticket.id]


async def test_a_text_may_be_long_but_not_too_long(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        assert await find(desk, f"  {'x' * 200}  ") == []
        with pytest.raises(DeskError) as refused:
            await find(desk, "x" * 201)
        assert (refused.value.reason, refused.value.metadata) == (
            Reason.TEXT_TOO_LONG,
            {"field": "text", "limit": "200"},
        )
