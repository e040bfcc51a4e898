"""The promises of the change feed: ordered, unique, reliable, atomic, resumable; and what each role sees of it."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campusdesk.errors import DeskError
from campusdesk.rules import Action, Reason, Role, Status
from tests.ticket_server.desk import Desk, open_desk
from ticket_server.feed import ChangeFeed, Sight
from ticket_server.ticket import Change, Ticket


async def read_all(feed: ChangeFeed, after: int, limit: int) -> list[Change]:
    """Read as a watcher does: again and again from the last revision that it was told."""
    told: list[Change] = []
    while batch := await feed.since(told[-1].revision if told else after, limit):
        assert len(batch) <= limit
        told += batch
    return told


async def step(desk: Desk, tickets: list[Ticket], choice: int) -> None:
    """Do something to some ticket, as the number chooses."""
    ticket = tickets[choice // 4 % len(tickets)] if tickets else None
    index = choice // 4 % len(tickets) if tickets else 0
    if ticket is None or choice % 4 == 0:
        tickets.append(await desk.report(f"Report {choice}"))
    elif choice % 4 == 1 and ticket.status != Status.CLOSED:
        await desk.post(ticket)
    elif choice % 4 == 2 and ticket.status != Status.CLOSED:
        tickets[index] = await desk.edit(ticket, description=f"Edit {choice}")
    elif ticket.status != Status.CLOSED:
        tickets[index] = await (desk.activate if ticket.status == Status.OPEN else desk.close)(ticket)


@settings(max_examples=15)
@given(
    choices=st.lists(st.integers(0, 40), min_size=1, max_size=25),
    kept=st.integers(1, 8),
    after=st.integers(0, 25),
    limit=st.integers(1, 7),
)
def test_a_watcher_is_told_everything_once_and_in_order(choices: list[int], kept: int, after: int, limit: int) -> None:
    async def scenario(url: str) -> None:
        async with open_desk(url, kept=kept) as desk:
            tickets: list[Ticket] = []
            for choice in choices:
                await step(desk, tickets, choice)
            last = desk.feed.revision
            assert last == (await desk.queries.counter()).last_revision
            told = await read_all(desk.feed, after, limit)
            assert [change.revision for change in told] == list(range(after + 1, last + 1))
            # What stays after the last change of each ticket is the ticket itself.
            for change in {change.ticket.id: change for change in told}.values():
                assert change.ticket == await desk.queries.ticket(change.ticket.id)

    with TemporaryDirectory() as folder:
        asyncio.run(scenario(f"sqlite:///{Path(folder) / 'tickets.db'}"))


async def test_history_tells_the_same_as_memory(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        await desk.activate(ticket)
        await desk.post(ticket)
        from_memory, from_history = await desk.feed.since(0, 10), await desk.queries.changes(0, 3, 10)
        assert from_history == from_memory
        assert from_history[0].ticket.taken_by == ""
        assert await desk.queries.changes(0, 2, 10) == from_memory[:2]


async def test_history_carries_the_facts_of_then_and_the_words_of_now(database_url: str) -> None:
    async with open_desk(database_url, kept=1) as desk:
        ticket = await desk.edit(await desk.report(), description="They were rude")
        first, second = await desk.queries.changes(0, 2, 10)
        assert (first.ticket.description, second.ticket.description) == ("They were rude",) * 2
        assert (first.ticket.category.word, second.ticket.category.word) == ("technical IT", "services complaints")
        assert second.ticket == ticket
        assert second.fields == (await desk.feed.since(1, 1))[0].fields


@pytest.mark.parametrize("kept", [1, 100])
async def test_a_simple_user_is_told_of_a_closed_ticket_only_that_it_left(database_url: str, kept: int) -> None:
    async with open_desk(database_url, kept=kept) as desk:
        done, other = await desk.closed(), await desk.report()
        await desk.post(other)
        told = await read_all(desk.feed, 0, 10)
        assert [desk.feed.visible(Role.USER, change) for change in told] == [
            Sight.HIDDEN,
            Sight.HIDDEN,
            Sight.REMOVED,
            Sight.WHOLE,
            Sight.WHOLE,
        ]
        assert told[2].ticket.id == done.id
        for role in (Role.HELPDESK, Role.ANALYTICS):
            assert {desk.feed.visible(role, change) for change in told} == {Sight.WHOLE}


async def test_a_change_that_was_read_before_the_closing_is_hidden_after_it(database_url: str) -> None:
    async with open_desk(database_url, kept=2) as desk:
        ticket = await desk.activate(await desk.report())
        from_history, from_memory = (await desk.queries.changes(0, 1, 1))[0], (await desk.feed.since(1, 1))[0]
        assert desk.feed.visible(Role.USER, from_history) == desk.feed.visible(Role.USER, from_memory) == Sight.WHOLE
        await desk.close(ticket)
        assert desk.feed.visible(Role.USER, from_history) == desk.feed.visible(Role.USER, from_memory) == Sight.HIDDEN


async def test_memory_does_not_grow_and_nothing_is_lost_by_that(database_url: str) -> None:
    async with open_desk(database_url, kept=4) as desk:
        for _ in range(30):
            await desk.report()
        assert [change.revision for change in await read_all(desk.feed, 0, 3)] == list(range(1, 31))
        assert await desk.feed.since(30, 3) == []
        assert await desk.feed.since(99, 3) == []


async def test_a_restarted_feed_goes_on_from_history(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        await desk.closed()
        before = await desk.feed.since(0, 10)
    async with open_desk(database_url) as desk:
        await desk.report()
        assert await desk.feed.since(0, 3) == [
            *await desk.queries.changes(0, 2, 10),
            before[2],
        ]
        assert [change.revision for change in await read_all(desk.feed, 1, 2)] == [2, 3, 4]


async def test_waiting_ends_with_news_or_with_time(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        assert not await desk.feed.changed(0, 0.01)
        waiting = [asyncio.create_task(desk.feed.changed(0, 30)) for _ in range(3)]
        await asyncio.sleep(0)
        waiting.pop().cancel()
        await desk.report()
        assert await asyncio.gather(*waiting) == [True, True]
        assert await desk.feed.changed(0, 0)


async def test_a_closed_feed_sends_its_watchers_away(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        waiting = asyncio.create_task(desk.feed.changed(0, 30))
        await asyncio.sleep(0)
        desk.feed.close()
        with pytest.raises(DeskError) as refused:
            await waiting
        assert refused.value.reason == Reason.SERVER_STOPPING
        assert desk.feed.stopped


@pytest.mark.parametrize(
    ("lineage", "after", "resumable"),
    [
        (str, 10, True),
        (str, 5, True),
        (str, 4, False),
        (str, 11, False),
        (str, -1, False),
        (lambda _: "another", 10, False),
    ],
)
async def test_only_a_near_past_of_the_same_lineage_is_resumed(
    database_url: str, lineage: Callable[[str], str], after: int, resumable: bool
) -> None:
    async with open_desk(database_url, resume_horizon=5) as desk:
        for _ in range(10):
            await desk.report()
        if resumable:
            await desk.feed.check_resumable(lineage(desk.feed.lineage), after)
        else:
            with pytest.raises(DeskError) as refused:
                await desk.feed.check_resumable(lineage(desk.feed.lineage), after)
            assert refused.value.reason == Reason.REVISION_COMPACTED


async def test_a_change_that_was_never_told_is_found_in_history(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        for _ in range(3):
            await desk.report()
        missed = await desk.feed.since(0, 10)
        loop = asyncio.get_running_loop()
        feed = ChangeFeed(desk.queries, desk.feed.lineage, 0, loop)
        feed.publish(missed[:1])
        feed.publish(missed[2:])
        assert await feed.changed(1, 5)
        assert [change.action for change in await read_all(feed, 0, 10)] == [Action.CREATE] * 3
