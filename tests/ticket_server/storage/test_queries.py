"""What is read: pages against a plain list, facts against the tickets, and reads beside a write."""

import asyncio
from dataclasses import replace

import numpy as np
import pytest

from campusdesk.errors import DeskError
from campusdesk.facts import DTYPES, Facts, encode
from campusdesk.rules import Category, CategorySource, Reason, Role, Status
from campusdesk.v1.change_feed_pb2 import FactColumns
from tests.ticket_server.desk import STAFF, USER, Desk, new_id, open_desk
from tests.ticket_server.storage.sabotage import execute
from ticket_server.storage.engine import open_database
from ticket_server.storage.facts import WITHIN
from ticket_server.storage.queries import Queries
from ticket_server.ticket import Ticket


async def many(desk: Desk) -> list[Ticket]:
    """Make tickets of every status and of two categories, in no order; return them newest first."""
    made: list[Ticket] = []
    for number in range(24):
        ticket = await desk.report("They were rude" if number % 5 in {1, 3} else "Dark")
        for step in (desk.activate, desk.close)[: number * 7 % 3]:
            ticket = await step(ticket)
        made.append(ticket)
    return made[::-1]


IN_SIGHT = (Status.OPEN, Status.ACTIVE)


@pytest.mark.parametrize("statuses", [(), IN_SIGHT, *((status,) for status in Status)])
@pytest.mark.parametrize("category", [None, Category.TECHNICAL_IT, Category.FACILITY_MANAGEMENT])
async def test_pages_hold_the_newest_first_and_each_ticket_once(
    database_url: str, statuses: tuple[Status, ...], category: Category | None
) -> None:
    async with open_desk(database_url) as desk:
        expected = [
            ticket
            for ticket in await many(desk)
            if (not statuses or ticket.status in statuses) and category in {None, ticket.category}
        ]
        for limit in (1, 5, 100):
            found: list[Ticket] = []
            while page := await desk.queries.page(statuses, category, found[-1].id if found else None, limit):
                assert len(page) <= limit
                found += page
            assert found == expected


OTHER = replace(USER, workstation="LAB-B105-7")


@pytest.mark.parametrize("statuses", [(), IN_SIGHT, *((status,) for status in Status)])
@pytest.mark.parametrize("category", [None, Category.TECHNICAL_IT])
async def test_pages_of_a_workstation_hold_what_was_reported_there(
    database_url: str, statuses: tuple[Status, ...], category: Category | None
) -> None:
    async with open_desk(database_url) as desk:
        made = await many(desk)
        for caller in (OTHER, USER, OTHER):
            ticket = await desk.helpdesk.create_ticket(caller, new_id(), "They were rude", "", "")
            made.insert(0, await desk.activate(ticket) if caller is OTHER else ticket)
        for place in ("LAB-B105-07", "LAB-B105-7", "lab-b105-07", "LAB-B105-0", "%"):
            expected = [
                ticket
                for ticket in made
                if ticket.reported_from == place
                and (not statuses or ticket.status in statuses)
                and category in {None, ticket.category}
            ]
            found: list[Ticket] = []
            while page := await desk.queries.page(
                statuses, category, found[-1].id if found else None, 4, reported_from=place
            ):
                found += page
            assert found == expected


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("size", [1, 7, 10_000])
async def test_the_facts_are_those_of_the_tickets_that_the_role_sees(database_url: str, role: Role, size: int) -> None:
    async with open_desk(database_url) as desk:
        oldest = (await many(desk))[-1]
        await desk.post(oldest, caller=STAFF)
        await desk.note(oldest)
        tickets = {ticket.id: ticket for ticket in await desk.queries.page((), None, None, 100)}
        seen = [ticket for ticket in tickets.values() if role != Role.USER or ticket.status != Status.CLOSED]
        revision, parts = desk.queries.facts_parts(role, size)
        assert revision == (await desk.queries.counter()).last_revision
        facts = Facts.from_snapshot(FactColumns(**encode(part())) for part in parts)
        assert len(facts) == len(seen)
        for ticket in seen:
            row = facts.row_of(ticket.id)
            assert row is not None
            at = facts.at(row)
            assert (at.open_time, at.activate_time, at.update_time, at.close_time) == (
                ticket.open_us,
                ticket.activate_us,
                ticket.update_us,
                ticket.close_us,
            )
            assert (at.status, at.category, at.confidence) == (
                ticket.status,
                ticket.category,
                round(ticket.confidence * 100),
            )
            assert (at.revision, at.message_count, at.last_message_role) == (
                ticket.revision,
                ticket.message_count,
                ticket.last_message_role or 0,
            )
            assert (at.note_count, at.last_note_revision) == (ticket.note_count, ticket.last_note_revision)


async def test_facts_are_of_one_moment_and_come_in_the_columns_types(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        first = await desk.report()
        await desk.report()
        revision, parts = desk.queries.facts_parts(Role.HELPDESK, 1)
        await desk.report()
        await desk.activate(first)
        told = [await asyncio.to_thread(part) for part in parts]
        assert revision == 2
        assert [part["id"].tolist() for part in told] == [[1], [2]]
        assert told[0]["status"].tolist() == [Status.OPEN]
        assert {name: column.dtype for name, column in told[0].items()} == dict(DTYPES)


async def test_facts_of_one_moment_hold_no_later_note_and_the_earlier_one(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        first = await desk.report()
        noted = await desk.note(first)
        await desk.post(first)
        revision, [part] = desk.queries.facts_parts(Role.HELPDESK)
        await desk.note(first)
        await desk.activate(first)
        told = {name: column.tolist() for name, column in (await asyncio.to_thread(part)).items()}
        assert (revision, told["revision"], told["message_count"]) == (3, [3], [1])
        assert (told["note_count"], told["last_note_revision"]) == ([1], [noted.revision])
        _, [part] = desk.queries.facts_parts(Role.HELPDESK)
        await desk.note(first)
        told = {name: column.tolist() for name, column in (await asyncio.to_thread(part)).items()}
        assert (told["revision"], told["note_count"], told["last_note_revision"]) == ([5], [2], [4])


async def test_facts_after_a_note_alone_tell_the_tickets_own_revision(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        first = await desk.report()
        await desk.note(first)
        _, [part] = desk.queries.facts_parts(Role.HELPDESK)
        await desk.edit(first, location="C7")
        told = {name: column.tolist() for name, column in (await asyncio.to_thread(part)).items()}
        assert (told["revision"], told["note_count"]) == ([1], [1])
        assert told["update_time"] == [first.update_us]


async def test_an_empty_database_has_no_facts(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        revision, [part] = desk.queries.facts_parts(Role.HELPDESK)
        assert revision == 0
        assert {name: column.tolist() for name, column in part().items()} == {name: [] for name in DTYPES}


async def test_a_count_too_large_for_its_column_stays_at_the_largest(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        await desk.report()
        execute(database_url, "UPDATE ticket SET message_count = 70000")
        _, [part] = desk.queries.facts_parts(Role.HELPDESK)
        assert part()["message_count"].tolist() == [np.iinfo(np.uint16).max]


LARGEST_REVISIONS = "revision = 140737488355327, last_note_revision = 140737488355327"


# As large as each can be, or is ever going to be: small numbers are read within large ones.
@pytest.mark.parametrize(
    ("values", "facts"),
    [
        (
            "confidence = 0, last_message_role = 0, message_count = 0, revision = 1, note_count = 0",
            (0, 0, 0, 1, 0, 0),
        ),
        (
            "confidence = 1, last_message_role = 3, message_count = 65535, note_count = 65535, " + LARGEST_REVISIONS,
            (100, max(Role), 2**16 - 1, 2**47 - 1, 2**16 - 1, 2**47 - 1),
        ),
    ],
)
async def test_facts_do_not_touch_one_another_at_their_limits(
    database_url: str, values: str, facts: tuple[int, ...]
) -> None:
    async with open_desk(database_url) as desk:
        await desk.close(await desk.activate(await desk.report()))
        execute(database_url, f"UPDATE ticket SET category = 3, category_source = 2, {values}")  # noqa: S608  our words
        execute(database_url, "UPDATE counter SET last_revision = 140737488355327")
        _, [part] = desk.queries.facts_parts(Role.HELPDESK)
        found = {name: column.item() for name, column in part().items()}
        kinds = (found["status"], found["category"], found["category_source"])
        assert kinds == (max(Status), max(Category), max(CategorySource))
        names = ("confidence", "last_message_role", "message_count", "revision", "note_count", "last_note_revision")
        assert tuple(found[name] for name in names) == facts


def test_every_kind_has_room_in_its_bits() -> None:
    kinds = {"status": Status, "category": Category, "category_source": CategorySource, "last_message_role": Role}
    for name, kind in kinds.items():
        assert max(kind) < 2 ** WITHIN["confidence"][name]


async def test_a_snapshot_that_lies_unfinished_holds_nothing_back_and_stays_true(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        tickets = [await desk.report() for _ in range(6)]
        await desk.activate(tickets[3])
        revision, parts = desk.queries.facts_parts(Role.HELPDESK, 2)
        expected = [part() for part in desk.queries.facts_parts(Role.HELPDESK, 2)[1]]
        told = [parts[0]()]
        await desk.report()
        await desk.edit(tickets[2], STAFF, category=Category.FACILITY_MANAGEMENT)
        await desk.post(tickets[2])
        await desk.close(tickets[3])
        await desk.activate(tickets[5])
        desk.writer.close()
        with desk.database.connect_writer() as connection:
            assert desk.database.fold_log(connection)
        told += [part() for part in parts[1:]]
        assert revision == 7
        for part, then in zip(told, expected, strict=True):
            assert {name: column.tolist() for name, column in part.items()} == {
                name: column.tolist() for name, column in then.items()
            }


async def test_a_ticket_that_was_closed_while_a_snapshot_is_read_is_not_told_to_a_simple_user(
    database_url: str,
) -> None:
    async with open_desk(database_url) as desk:
        tickets = [await desk.activate(await desk.report()) for _ in range(4)]
        _, parts = desk.queries.facts_parts(Role.USER, 1)
        assert parts[0]()["id"].tolist() == [1]
        await desk.close(tickets[1])
        assert [part()["id"].tolist() for part in parts[1:]] == [[], [3], [4]]


async def test_a_database_that_cannot_be_read_is_a_refusal(database_url: str) -> None:
    with open_database(database_url) as database:
        execute(database_url, "DROP TABLE message")
        with pytest.raises(DeskError) as refused:
            await Queries(database).messages(1, 0, 10, notes=True)
        assert refused.value.reason == Reason.STORE_FAILED
        assert (await Queries(database).counter()).last_revision == 0
