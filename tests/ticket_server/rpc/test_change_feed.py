"""The feed over the real protocol: snapshot, changes, resume, and what each role is never told."""

import asyncio
import threading
import uuid
from collections.abc import Callable
from contextlib import aclosing
from functools import partial

import grpc
import pytest

from campusdesk.errors import DeskError, from_rpc_error
from campusdesk.facts import Facts
from campusdesk.rules import Reason, Role
from campusdesk.v1 import change_feed_pb2, ticket_pb2, ticket_service_pb2
from tests.ticket_server.rpc.conftest import Desk, WatchCall, running
from ticket_server.rpc import change_feed
from ticket_server.rpc.change_feed import read_ahead

PATIENCE_S = 20.0


async def event(watch: WatchCall) -> change_feed_pb2.WatchResponse:
    answer = await watch.read()
    assert isinstance(answer, change_feed_pb2.WatchResponse)
    return answer


async def changes(watch: WatchCall, until: int) -> list[change_feed_pb2.Change]:
    """Return the changes that the watch brings up to a revision."""
    found: list[change_feed_pb2.Change] = []
    while True:
        told = await event(watch)
        found += told.changes.changes
        if max(told.changes.revision, told.snapshot.revision) >= until:
            return found


async def lineage(desk: Desk) -> str:
    info = await desk.call("GetServerInfo", ticket_service_pb2.GetServerInfoRequest())
    assert isinstance(info, ticket_service_pb2.ServerInfo)
    return info.lineage


async def test_an_empty_database_has_an_empty_snapshot_and_then_changes(user: Desk, staff: Desk) -> None:
    watch = staff.watch()
    first = (await event(watch)).snapshot
    assert (first.revision, first.last, len(Facts.from_snapshot([first.facts]))) == (0, True, 0)
    reported = await user.report("It drips", contact="me")
    (change,) = await changes(watch, 1)
    assert (change.revision, change.action, change.workstation) == (1, ticket_pb2.ACTION_CREATE, "user desk")
    assert change.ticket == await staff.get(reported.id)
    assert change.ticket.contact == "me"


async def test_a_snapshot_is_true_for_its_revision_and_hides_closed_tickets(user: Desk, staff: Desk) -> None:
    numbers = [(await user.report(f"Problem {index}")).id for index in range(5)]
    await staff.activate(numbers[0])
    await staff.close(numbers[0])
    await staff.post(numbers[1])
    told = {}
    for desk in (user, staff):
        part = (await event(desk.watch())).snapshot
        facts = Facts.from_snapshot([part.facts])
        told[desk.role] = facts.columns()["id"].tolist()
        assert (part.revision, part.last) == (8, True)
        assert facts.at(facts.row_of(numbers[1]) or 0).message_count == 1
    assert told == {Role.USER: numbers[1:], Role.HELPDESK: numbers}


async def test_parts_come_in_their_order_though_the_next_one_is_made_meanwhile() -> None:
    made = [threading.Event() for _ in range(3)]

    def part(number: int) -> int:
        if number == 0:
            assert made[1].wait(PATIENCE_S)
        made[number].set()
        return number

    async with aclosing(read_ahead(partial(part, number) for number in range(3))) as parts:
        first = await anext(parts)
        # No more than one was begun besides: who is slow to take them fills no memory.
        assert (first, made[2].is_set()) == (0, False)
        assert [number async for number in parts] == [1, 2]


async def test_a_part_that_cannot_be_read_ends_the_snapshot_after_those_before_it() -> None:
    def part(number: int) -> int:
        if number:
            raise DeskError(Reason.STORE_FAILED)
        return number

    async with aclosing(read_ahead(partial(part, number) for number in range(4))) as parts:
        assert await anext(parts) == 0
        with pytest.raises(DeskError):
            await anext(parts)


async def test_a_simple_user_is_told_that_a_closed_ticket_left_and_when(user: Desk, staff: Desk) -> None:
    watch = user.watch()
    await event(watch)
    number = (await user.report("It drips", contact="me")).id
    opened = await changes(watch, 1)
    assert opened[0].ticket.contact == ""
    await staff.activate(number)
    closed = await staff.close(number)
    last = (await changes(watch, 3))[-1]
    left = change_feed_pb2.Change(revision=3, ticket_id=number, removed=True, close_time=closed.close_time)
    assert last == left
    assert closed.close_time.seconds > 0


async def test_on_resume_a_simple_user_meets_only_the_leaving_of_a_ticket_closed_since(user: Desk, staff: Desk) -> None:
    number = (await user.report("It drips")).id
    follower = user.watch(0, await lineage(user))
    assert [change.revision for change in await changes(follower, 1)] == [1]
    await staff.activate(number)
    at = (await staff.close(number)).close_time
    resumed = await changes(user.watch(0, await lineage(user)), 3)
    assert resumed == [change_feed_pb2.Change(revision=3, ticket_id=number, removed=True, close_time=at)]


async def test_staff_are_told_a_note_and_nobody_else_that_there_is_one(
    user: Desk, staff: Desk, analytics: Desk
) -> None:
    number = (await user.report("It drips")).id
    name = await lineage(user)
    watches = [desk.watch(1, name) for desk in (staff, user, analytics)]
    for watch in watches:
        assert (await event(watch)).progress.revision == 1
    noted = await staff.note(number, "Third time")
    [told] = (await event(watches[0])).changes.changes
    assert (told.revision, told.action, told.message) == (2, ticket_pb2.ACTION_POST_NOTE, noted)
    assert told.message.internal
    assert (told.ticket.revision, told.ticket.note_count, told.ticket.last_note_revision) == (1, 1, 2)
    await user.post(number, "Any news?")
    for watch in watches[1:]:
        [seen] = (await event(watch)).changes.changes
        assert (seen.revision, seen.ticket.revision, seen.ticket.message_count) == (3, 3, 1)
        assert (seen.ticket.note_count, seen.ticket.last_note_revision, seen.message.internal) == (0, 0, False)


async def test_a_note_holds_up_nothing_that_is_told_after_it(
    user: Desk, staff: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(change_feed, "TICK_S", 3_600.0)
    number = (await user.report("It drips")).id
    watch = user.watch(1, await lineage(user))
    await event(watch)
    await staff.note(number)
    await user.post(number, "Any news?")
    [told] = (await event(watch)).changes.changes
    assert told.revision == 3


@pytest.mark.parametrize("role", [Role.USER, Role.ANALYTICS])
async def test_who_resumes_over_a_note_is_told_nothing_but_a_revision(
    user: Desk, staff: Desk, desk: Callable[[Role], Desk], role: Role, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(change_feed, "PROGRESS_S", 0.2)
    number = (await user.report("It drips")).id
    await staff.note(number)
    await staff.note(number)
    watch = desk(role).watch(1, await lineage(user))
    told = [await event(watch) for _ in range(3)]
    assert [one.WhichOneof("event") for one in told] == ["progress"] * 3
    assert [one.progress.revision for one in told] == [1, 3, 3]


async def test_who_resumes_over_notes_is_told_at_once_how_far_that_is(
    user: Desk, staff: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(change_feed, "PROGRESS_S", 3_600.0)
    monkeypatch.setattr(change_feed, "BATCH", 2)
    number = (await user.report("It drips")).id
    await user.post(number)
    for _ in range(4):
        await staff.note(number)
    watch = user.watch(1, await lineage(user))
    told = [await event(watch) for _ in range(4)]
    assert [one.changes.revision or one.progress.revision for one in told] == [1, 3, 5, 6]


async def test_progress_is_told_though_notes_never_cease(
    user: Desk, staff: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(change_feed, "PROGRESS_S", 0.2)
    number = (await user.report("It drips")).id
    watch = user.watch(1, await lineage(user))
    await event(watch)
    writing = asyncio.create_task(_noting(staff, number))
    assert (await event(watch)).progress.revision > 1
    writing.cancel()


async def _noting(staff: Desk, number: int) -> None:
    while True:
        await staff.note(number)


@pytest.mark.parametrize("role", list(Role))
async def test_a_snapshot_tells_of_notes_to_staff_only(
    user: Desk, staff: Desk, desk: Callable[[Role], Desk], role: Role
) -> None:
    number = (await user.report("It drips")).id
    before = (await event(desk(role).watch())).snapshot.facts
    await staff.note(number)
    after = (await event(desk(role).watch())).snapshot.facts
    if role is Role.HELPDESK:
        assert Facts.from_snapshot([after]).at(0) == Facts.from_snapshot([before]).at(0)._replace(
            note_count=1, last_note_revision=2
        )
    else:
        assert after == before
        assert not after.note_count


async def test_analytics_receive_facts_and_no_words(user: Desk, staff: Desk, analytics: Desk) -> None:
    number = (await user.report("It drips", location="Hall", contact="me")).id
    await staff.post(number, "words")
    await staff.activate(number)
    told = await changes(analytics.watch(0, await lineage(analytics)), 3)
    assert [change.revision for change in told] == [1, 2, 3]
    wire = b"".join(change.SerializeToString() for change in told)
    assert not [word for word in (b"drips", b"Hall", b"words", b"desk") if word in wire]
    assert told[-1].ticket.message_count == 1


@pytest.mark.parametrize("after", [-1, 1, 2**62])
async def test_a_revision_that_cannot_be_resumed_from(staff: Desk, after: int) -> None:
    watch = staff.watch(after, await lineage(staff))
    with pytest.raises(grpc.RpcError) as raised:
        await watch.read()
    assert from_rpc_error(raised.value).reason is Reason.REVISION_COMPACTED


async def test_another_lineage_cannot_be_resumed_from(staff: Desk) -> None:
    watch = staff.watch(0, str(uuid.uuid4()))
    with pytest.raises(grpc.RpcError) as raised:
        await watch.read()
    assert from_rpc_error(raised.value).reason is Reason.REVISION_COMPACTED


async def test_every_watcher_is_told_each_change_once_and_in_order(desk: Callable[[Role], Desk]) -> None:
    watches = [desk(Role.HELPDESK).watch(), desk(Role.HELPDESK).watch(), desk(Role.USER).watch()]
    for watch in watches:
        await event(watch)
    user = desk(Role.USER)
    await asyncio.gather(*(user.report(f"Problem {index}") for index in range(250)))
    for watch in watches:
        told = await changes(watch, 250)
        assert [change.revision for change in told] == list(range(1, 251))


async def test_a_restarted_server_resumes_its_watchers(database_url: str) -> None:
    async with running(database_url) as desk:
        await desk(Role.USER).report("before")
        known = await lineage(desk(Role.USER))
        watch = desk(Role.HELPDESK).watch(1, known)
        assert (await event(watch)).progress.revision == 1
    # By the server that stopped, or by the channel that was closed behind it.
    with pytest.raises((grpc.RpcError, asyncio.CancelledError)):
        await watch.read()
    async with running(database_url) as desk:
        await desk(Role.USER).report("after")
        told = await changes(desk(Role.HELPDESK).watch(1, known), 2)
        assert [change.ticket.description for change in told] == ["after"]
