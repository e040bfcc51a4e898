"""Whole tickets: all of a load or nothing, the counter set by them, and everything of a ticket read back."""

from pathlib import Path

import pytest

from campusdesk.errors import DeskError
from campusdesk.rules import Action, Reason
from tests.ticket_server.desk import STAFF, open_desk
from ticket_server.storage.archive import Moved, Whole, loading, read_whole
from ticket_server.storage.engine import Database, open_database


async def lived(url: str) -> list[Moved]:
    """Return a closed, an active and an open ticket with all that was done to them."""
    async with open_desk(url) as desk:
        closed = await desk.closed()
        edited = await desk.edit(await desk.activate(await desk.report("Dark")), STAFF, contact="0551")
        await desk.post(edited)
        reported = await desk.report("Cold")
        present = [await desk.queries.ticket(ticket.id) for ticket in (closed, edited, reported)]
        made = [change for group in desk.published for change in group]
    return [
        (ticket, [change for change in made if change.ticket.id == ticket.id], [bytes([ticket.id] * 16)])
        for ticket in present
        if ticket
    ]


def stored(database: Database) -> list[Whole]:
    with database.snapshot() as connection:
        return list(read_whole(connection))


async def test_what_is_loaded_sets_the_counter_and_is_read_back_whole(tmp_path: Path, database_url: str) -> None:
    tickets = await lived(f"sqlite:///{tmp_path / 'lived.db'}")
    with open_database(database_url) as database:
        with loading(database) as loader:
            assert loader.is_empty
            loader.load(reversed(tickets), sample=True)
        whole = stored(database)
        with loading(database) as loader:
            assert not loader.is_empty
    async with open_desk(database_url) as desk:
        info = await desk.helpdesk.server_info()
        assert (info.revision, info.open_count, info.active_count, info.sample_data) == (8, 1, 1, True)
        assert (await desk.report()).id == 4
    assert [each.ticket for each in whole] == [ticket for ticket, _, _ in tickets]
    assert [each.installations for each in whole] == [[bytes([number] * 16)] for number in (1, 2, 3)]
    assert [[message.text for message in each.messages] for each in whole] == [[], ["Any news?"], []]
    # Reporting and activating stand in the ticket itself.
    assert [[entry.action for entry in each.entries] for each in whole] == [[Action.CLOSE], [Action.UPDATE], []]


def break_off_after(tickets: list[Moved], database: Database) -> None:
    with loading(database) as loader:
        loader.load(tickets, sample=False)
        raise ZeroDivisionError


async def test_a_load_that_fails_leaves_nothing_behind(tmp_path: Path, database_url: str) -> None:
    tickets = await lived(f"sqlite:///{tmp_path / 'lived.db'}")
    with open_database(database_url) as database:
        with pytest.raises(ZeroDivisionError):
            break_off_after(tickets, database)
        assert stored(database) == []
        with loading(database) as loader:
            assert loader.is_empty


async def test_what_the_database_cannot_take_is_said_as_such(tmp_path: Path, database_url: str) -> None:
    tickets = await lived(f"sqlite:///{tmp_path / 'lived.db'}")
    with open_database(database_url) as database:
        with pytest.raises(DeskError) as raised, loading(database) as loader:
            loader.load([tickets[0], tickets[0]], sample=False)
        assert raised.value.reason is Reason.STORE_FAILED
        assert stored(database) == []
