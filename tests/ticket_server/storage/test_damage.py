"""A file with flipped bytes: whatever is read of it, it is read, or refused as a failure of the store."""

import asyncio
import random
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

from campusdesk.errors import DeskError
from campusdesk.rules import Category, Reason
from tests.ticket_server.desk import STAFF, Desk, open_desk
from ticket_server.storage.engine import CannotOpen

TICKETS = 12
ROUNDS = 12
FLIPS = 6


async def fill(url: str) -> None:
    async with open_desk(url) as desk:
        for number in range(TICKETS):
            ticket = await desk.report(f"Beamer {number} stays dark")
            ticket = await desk.edit(ticket, STAFF, description=f"Changed {number}", category=Category.TECHNICAL_IT)
            await desk.post(ticket)
            if number % 2:
                await desk.close(await desk.activate(ticket))


async def outcome(read: Awaitable[object]) -> Reason | None:
    try:
        await read
    except DeskError as refusal:
        return refusal.reason
    return None


async def read_all(desk: Desk) -> set[Reason | None]:
    """Return what came of every way to read."""
    by_ticket: tuple[Callable[[int], Awaitable[object]], ...] = (
        lambda number: desk.helpdesk.get_ticket(STAFF, number),
        lambda number: desk.helpdesk.list_messages(STAFF, number, 0, 10),
        lambda number: desk.helpdesk.list_changes(STAFF, number, 0, 10),
    )
    reads = [read(number) for number in range(1, TICKETS + 1) for read in by_ticket]
    reads.append(desk.helpdesk.list_tickets(STAFF, None, None, None, 50))
    reads.append(desk.helpdesk.search_tickets(STAFF, "beamer", 50))
    reads.append(desk.feed.since(0, 1_000))
    return {await outcome(read) for read in reads}


def damaged(content: bytes, choice: random.Random) -> bytes:
    """Return the content with some bytes changed, near what people wrote."""
    places = [found.start() for found in re.finditer(b"Beamer|Changed|Any news|Desk 2", content)]
    ruined = bytearray(content)
    for _ in range(FLIPS):
        ruined[choice.choice(places) + choice.randint(-40, 40)] = choice.randrange(256)
    return bytes(ruined)


def test_flipped_bytes_are_a_failure_of_the_store_and_never_of_the_program(tmp_path: Path) -> None:
    database = tmp_path / "tickets.db"
    url = f"sqlite:///{database}"
    asyncio.run(fill(url))
    content, choice = database.read_bytes(), random.Random(3)
    outcomes: set[Reason | None] = set()

    async def look() -> None:
        async with open_desk(url) as desk:
            outcomes.update(await read_all(desk))

    for _ in range(ROUNDS):
        for file in tmp_path.glob("tickets.db-*"):
            file.unlink()
        database.write_bytes(damaged(content, choice))
        try:
            asyncio.run(look())
        except CannotOpen:
            continue
    assert outcomes <= {None, Reason.STORE_FAILED, Reason.TICKET_NOT_FOUND}
    assert {None, Reason.STORE_FAILED} <= outcomes
