"""Erasing what people wrote in a ticket: nothing brings it back, and the facts stay."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from campusdesk.errors import DeskError
from campusdesk.rules import Action, Category, Reason
from tests.ticket_server.desk import NOON_US, STAFF, USER, Desk, new_id, open_desk
from ticket_server.storage import batch
from ticket_server.storage.engine import open_database
from ticket_server.storage.search.index import index_of
from ticket_server.storage.snapshot import open_snapshot
from ticket_server.storage.upkeep.erasure import Erased, TracesLeft, erase
from ticket_server.storage.upkeep.inventory import read_inventory
from ticket_server.ticket import Ticket

# Lower case and one word each, so that an index of words would hold them as they are.
WORDS = ("quokkaone", "quokkatwo", "quokkathree", "quokkafour", "quokkafive", "quokkasix", "quokkaseven")
LATER_US = NOON_US + 1_000_000


@dataclass(frozen=True)
class Written:
    """A ticket with words everywhere, and what it was reported with."""

    url: str
    request: tuple[str, str, str, str]
    ticket: Ticket


@pytest.fixture
async def written(database_url: str) -> Written:
    request = (new_id(), f"It drips {WORDS[0]} " * 300, WORDS[1], WORDS[2])
    async with open_desk(database_url) as desk:
        await desk.report("Another ticket")
        ticket = await desk.helpdesk.create_ticket(USER, *request)
        ticket = await desk.edit(ticket, description=f"It pours {WORDS[3]}")
        ticket = await desk.edit(ticket, STAFF, category=Category.FACILITY_MANAGEMENT, contact=WORDS[5])
        await desk.post(ticket, f"{WORDS[4]} " * 900)
        await desk.note(ticket, f"{WORDS[6]} " * 700)
    with open_database(database_url) as database, database.connect_writer() as connection:
        # Where tickets are found by words that came long ago.
        assert not index_of(connection).settle(connection, 100)
    async with open_desk(database_url) as desk:
        ticket = await desk.close(await desk.activate(ticket))
    return Written(database_url, request, ticket)


def erased(written: Written, time_us: int = LATER_US) -> Erased:
    with open_database(written.url) as database:
        return erase(database, written.ticket.id, time_us)


async def everything(desk: Desk, ticket_id: int) -> str:
    """Return all that the desk tells of a ticket."""
    told = [
        await desk.queries.ticket(ticket_id),
        await desk.queries.messages(ticket_id, 0, 100, notes=True),
        await desk.queries.history(ticket_id, 0, 100, notes=True),
        await desk.queries.changes(0, 1_000, 100),
    ]
    return repr(told)


def holding(folder: Path) -> set[str]:
    """Return the words that stand in the bytes of any file of the folder."""
    content = b"".join(file.read_bytes() for file in folder.iterdir())
    return {word for word in WORDS if word.encode() in content}


async def test_nobody_is_told_the_texts_any_more(written: Written) -> None:
    async with open_desk(written.url) as desk:
        told = await everything(desk, written.ticket.id)
    assert [word for word in WORDS if word in told] == [*WORDS]
    assert erased(written).had_texts
    async with open_desk(written.url) as desk:
        told = await everything(desk, written.ticket.id)
        assert not [word for word in WORDS if word in told]
        assert "Another ticket" in told
        for word in WORDS:
            assert not (await desk.helpdesk.search_tickets(STAFF, word, 10)).ids


def test_no_trace_is_left_in_the_files(written: Written, tmp_path: Path) -> None:
    if not written.url.startswith("sqlite"):
        pytest.skip("the files of this store are not its own")
    assert holding(tmp_path) == {*WORDS}
    erased(written)
    assert holding(tmp_path) == set()


async def test_the_facts_stay(written: Written) -> None:
    after = erased(written).ticket
    assert after == written.ticket._replace(
        description="",
        location="",
        contact="",
        revision=written.ticket.revision + 1,
        update_us=LATER_US,
    )
    async with open_desk(written.url) as desk:
        assert await desk.queries.ticket(after.id) == after
        message, note = await desk.queries.messages(after.id, 0, 10, notes=True)
        history = await desk.queries.history(after.id, 0, 10, notes=True)
    assert (message.text, message.role, message.workstation) == ("", USER.role, USER.workstation)
    assert (note.text, note.internal, note.workstation) == ("", True, STAFF.workstation)
    assert [entry.action for entry in history] == [
        Action.CREATE,
        Action.UPDATE,
        Action.UPDATE,
        Action.POST_MESSAGE,
        Action.POST_NOTE,
        Action.ACTIVATE,
        Action.CLOSE,
        Action.ERASE,
    ]
    assert {field.field: field.after for entry in history for field in entry.fields} == {
        "description": "",
        "contact": "",
        "category": "facility management",
    }
    with open_snapshot(written.url) as connection:
        assert not [*read_inventory(connection).disagreements()]


async def test_who_was_away_is_told_by_a_change_of_its_own(written: Written) -> None:
    erased(written)
    async with open_desk(written.url) as desk:
        await desk.feed.check_resumable(desk.feed.lineage, written.ticket.revision)
        (change,) = await desk.feed.since(written.ticket.revision, 10)
    assert (change.action, change.ticket.description, change.change_us) == (Action.ERASE, "", LATER_US)


async def test_a_request_that_comes_again_brings_no_text_back(written: Written) -> None:
    erased(written)
    async with open_desk(written.url) as desk:
        again = await desk.helpdesk.create_ticket(USER, *written.request)
    assert again.id == written.ticket.id
    assert (again.description, again.location, again.contact) == ("", "", "")


def test_doing_it_again_changes_nothing(written: Written) -> None:
    first = erased(written)
    assert erased(written, LATER_US + 1) == Erased(first.ticket, had_texts=False)


async def test_what_is_written_after_it_can_be_erased_too(written: Written) -> None:
    async with open_desk(written.url) as desk:
        fresh = await desk.report("quokkaseven")
    for words in ("quokkaeight", "quokkanine"):
        assert erased(replace(written, ticket=fresh)).had_texts
        async with open_desk(written.url) as desk:
            await desk.post(fresh, words)
    assert erased(replace(written, ticket=fresh)).had_texts


def test_a_ticket_that_is_none_is_refused(written: Written) -> None:
    with pytest.raises(DeskError) as refused:
        erased(replace(written, ticket=written.ticket._replace(id=99)))
    assert refused.value.reason is Reason.TICKET_NOT_FOUND


def test_traces_that_stay_are_told_and_go_the_next_time(written: Written, tmp_path: Path) -> None:
    if not written.url.startswith("sqlite"):
        pytest.skip("the files of this store are not its own")
    with open_snapshot(written.url), pytest.raises(TracesLeft, match="Erase the ticket again"):
        erased(written)
    assert holding(tmp_path)
    assert not erased(written).had_texts
    assert holding(tmp_path) == set()


def test_what_fails_half_way_erases_nothing(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(batch, "write_counter", interrupted)
        with pytest.raises(KeyboardInterrupt):
            erased(written)
    assert erased(written).had_texts
