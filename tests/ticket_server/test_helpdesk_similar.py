"""Tickets of the same incident as a text or a ticket: current with every change, and never more than a role may see."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import pytest

from campusdesk.errors import DeskError
from campusdesk.rules import Category, Reason
from tests.ticket_server.desk import NOON_US, STAFF, USER, Desk, new_id, open_desk
from ticket_server.asked import Wanted
from ticket_server.encoder.reading import DIMENSIONS, Reading
from ticket_server.storage.engine import open_database
from ticket_server.storage.upkeep.erasure import erase
from ticket_server.ticket import Ticket

_Answer = TypeVar("_Answer")


class Topics:
    """Reads texts by a few words: each has a direction of its own."""

    version = "topics 1"
    expected = True
    WORDS = ("projector", "beamer", "wifi", "heat", "queue")

    def wait_s(self, text: str) -> float:
        del text
        return 0.0

    async def read(self, text: str, *, explain: bool = False) -> Reading | None:
        del explain
        places = {place for place, word in enumerate(self.WORDS) if word in text.lower()} or {9}
        # The two first are the same thing in two languages.
        places = {0 if "beamer" in text.lower() else place for place in places}
        vector = [round(127 / len(places) ** 0.5) if place in places else 0 for place in range(DIMENSIONS)]
        return Reading(Category.TECHNICAL_IT, 0.9, bytes(vector))


def asking(description: str = "", location: str = "", **others: object) -> Wanted:
    values = {"ticket_id": 0, "include_closed": False, "limit": 3, "least_confidence": None, **others}
    return Wanted(description, location, **values)  # type: ignore[arg-type]


async def report(desk: Desk, description: str, location: str) -> Ticket:
    return await desk.helpdesk.create_ticket(USER, new_id(), description, location, "")


async def found(desk: Desk, *texts: str, caller: object = USER, **others: object) -> list[int]:
    similar = await desk.helpdesk.find_similar_tickets(caller, asking(*texts, **others))  # type: ignore[arg-type]
    assert all(0 <= one.confidence <= 1 for one in similar)
    return [one.ticket.id for one in similar]


async def until(condition: Callable[[], Awaitable[_Answer]], expected: _Answer) -> None:
    async with asyncio.timeout(10):
        while await condition() != expected:  # noqa: ASYNC110  each asks the server's thread
            await asyncio.sleep(0)


async def test_reports_of_the_same_incident_are_found_whoever_words_them(database_url: str) -> None:
    async with open_desk(database_url, reader=Topics()) as desk:
        projector = await report(desk, "The projector shows nothing", "B2.14")
        await report(desk, "The projector shows nothing", "B2.15")
        await report(desk, "No heat at all", "B2.14")
        assert await found(desk, "Beamer zeigt kein Bild", "b 2.14") == [projector.id]
        assert await found(desk, "Long queue at the office", "Segreteria") == []
    async with open_desk(database_url, reader=Topics()) as desk:
        await until(lambda: found(desk, "Beamer zeigt kein Bild", "b 2.14"), [projector.id])


async def test_what_is_found_follows_edits_and_closing(database_url: str) -> None:
    async with open_desk(database_url, reader=Topics()) as desk:
        ticket = await report(desk, "No wifi", "Torre Archimede")
        assert await found(desk, "wifi down", "torre archimede") == [ticket.id]
        ticket = await desk.edit(ticket, location="Torre Galilei")
        assert await found(desk, "wifi down", "torre archimede") == []
        assert await found(desk, "wifi down", "torre galilei") == [ticket.id]
        ticket = await desk.activate(ticket)
        assert await found(desk, "wifi down", "torre galilei") == [ticket.id]
        await desk.close(ticket)
        assert await found(desk, "wifi down", "torre galilei", caller=STAFF) == []


async def test_staff_find_closed_tickets_of_a_year_and_users_never(database_url: str) -> None:
    async with open_desk(database_url, reader=Topics()) as desk:
        first = await desk.close(await desk.activate(await report(desk, "No wifi", "Torre Archimede")))
        second = await desk.close(await desk.activate(await report(desk, "No wifi at all", "Torre Archimede")))
        third = await report(desk, "wifi is dead", "Torre Archimede")
        texts = ("wifi down", "torre archimede")
        assert await found(desk, *texts, include_closed=True) == [third.id]
        every = {first.id, second.id, third.id}
        assert set(await found(desk, *texts, caller=STAFF, include_closed=True)) == every
        await desk.close(await desk.activate(third))
        assert set(await found(desk, *texts, caller=STAFF, include_closed=True)) == every
        like = await found(desk, caller=STAFF, ticket_id=first.id, include_closed=True)
        assert set(like) == every - {first.id}
        desk.clock.now_us = NOON_US + 366 * 24 * 3_600 * 1_000_000
        assert await found(desk, *texts, caller=STAFF, include_closed=True) == []


class Turned(Topics):
    """A newer version, by which heat means what a projector meant."""

    version = "topics 2"
    WORDS = ("heat", "another", "wifi", "projector", "queue")


async def test_a_ticket_is_not_like_itself(database_url: str) -> None:
    async with open_desk(database_url, reader=Topics()) as desk:
        one, other = [await report(desk, "No wifi", "Torre Archimede") for _ in range(2)]
        assert await found(desk, caller=STAFF, ticket_id=one.id) == [other.id]


async def test_vectors_of_two_versions_are_never_compared(database_url: str) -> None:
    async with open_desk(database_url, reader=Topics()) as desk:
        old = await report(desk, "The projector shows nothing", "B2.14")
        assert await found(desk, "Beamer zeigt kein Bild", "B2.14") == [old.id]
    async with open_desk(database_url, reader=Turned()) as desk:
        await until(lambda: found(desk, "The projector", "B2.14", least_confidence=0.0), [old.id])
        new = await report(desk, "No heat", "B2.15")
        await until(lambda: found(desk, "No heat at all", "B2.15"), [new.id])
        assert await found(desk, "No heat at all", "B2.14") == []


async def test_without_an_encoder_places_and_words_must_do(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await report(desk, "Beamer zeigt kein Bild, HDMI probiert", "B2.14")
        await report(desk, "Beamer zeigt kein Bild, HDMI probiert", "B2.15")
        assert await found(desk, "Beamer ohne Bild trotz HDMI", "B2.14", least_confidence=0.0) == [ticket.id]


async def test_what_was_read_before_is_compared_while_there_is_no_encoder(database_url: str) -> None:
    async with open_desk(database_url, reader=Topics()) as desk:
        closed = await desk.close(await desk.activate(await report(desk, "No wifi", "Torre Archimede")))
        present = await report(desk, "wifi is dead", "Torre Archimede")
    async with open_desk(database_url) as desk:
        like = {"caller": STAFF, "ticket_id": present.id, "include_closed": True}
        await until(lambda: found(desk, **like), [closed.id])


async def test_an_erased_ticket_is_found_no_more(database_url: str) -> None:
    async with open_desk(database_url, reader=Topics()) as desk:
        other = await report(desk, "No wifi at all", "Torre Archimede")
        ticket = await report(desk, "No wifi", "Torre Archimede")
        assert await desk.queries.vector(ticket.id) is not None
        await desk.helpdesk.add_me_too(USER, new_id(), ticket.id, new_id())
    with open_database(database_url) as database:
        erase(database, ticket.id, NOON_US + 5)
    async with open_desk(database_url, reader=Topics()) as desk:
        assert await desk.queries.vector(ticket.id) is None
        present = await desk.queries.ticket(ticket.id)
        assert present is not None
        assert present.me_too_count == 1
        # The older is read last.
        await until(lambda: found(desk, "No wifi", "Torre Archimede"), [other.id])


async def test_an_edited_description_loses_its_old_vector(database_url: str) -> None:
    async with open_desk(database_url, reader=Topics()) as desk:
        ticket = await report(desk, "No wifi", "Torre Archimede")
        before = await desk.queries.vector(ticket.id)
        await desk.edit(ticket, description="No heat")
        after = await desk.queries.vector(ticket.id)
        assert before is not None
        assert after is not None
        assert before[0] == after[0] == "topics 1"
        assert before[1] != after[1]
    async with open_desk(database_url) as desk:
        await desk.edit(await desk.helpdesk.get_ticket(STAFF, ticket.id), description="Too hot")
        assert await desk.queries.vector(ticket.id) is None


@pytest.mark.parametrize(
    ("wanted", "reason", "field"),
    [
        (asking(), Reason.TEXT_EMPTY, "description"),
        (asking("x" * 10_001), Reason.TEXT_TOO_LONG, "description"),
        (asking("x", "y" * 201), Reason.TEXT_TOO_LONG, "location"),
        (asking(ticket_id=-1), Reason.FIELD_INVALID, "ticket_id"),
    ],
)
async def test_what_cannot_be_asked_is_refused(database_url: str, wanted: Wanted, reason: Reason, field: str) -> None:
    async with open_desk(database_url) as desk:
        with pytest.raises(DeskError) as refused:
            await desk.helpdesk.find_similar_tickets(STAFF, wanted)
        assert (refused.value.reason, refused.value.metadata["field"]) == (reason, field)
