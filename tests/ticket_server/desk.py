"""A ticket server without its network: a real database, writer, feed and help desk in the test's event loop."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field

from campusdesk.access import Caller
from campusdesk.rules import Action, Category, Role
from ticket_server.encoder.reading import NoReader, Reader
from ticket_server.feed import ChangeFeed
from ticket_server.helpdesk import HelpDesk
from ticket_server.judging import Judging
from ticket_server.refining import Refining
from ticket_server.similar.finder import Finder
from ticket_server.similar.keeper import Keeper
from ticket_server.storage.engine import Database, open_database
from ticket_server.storage.queries import Queries
from ticket_server.storage.writer import Writer
from ticket_server.ticket import Change, Message, Ticket

USER = Caller(Role.USER, "LAB-B105-07")
STAFF = Caller(Role.HELPDESK, "Desk 2")
NOON_US = 1_780_000_000_000_000


@dataclass(frozen=True)
class Guess:
    """What the categoriser of these tests answers: services for a text about people, technical IT for all else."""

    category: Category
    confidence: float


def categorise(text: str) -> Guess:
    """Judge by a single word, so that a test knows the answer."""
    if "rude" in text:
        return Guess(Category.SERVICES_COMPLAINTS, 0.75)
    return Guess(Category.TECHNICAL_IT, 0.5)


def speaking(text: str, _category: Category) -> tuple[str, ...]:
    """Say that the first word spoke for it."""
    return tuple(text.split()[:1])


@dataclass
class Clock:
    """A clock that a test sets."""

    now_us: int = NOON_US

    def __call__(self) -> int:
        return self.now_us


@dataclass
class Desk:
    """The parts, and short words for what most tests do."""

    database: Database
    queries: Queries
    feed: ChangeFeed
    writer: Writer
    helpdesk: HelpDesk
    judging: Judging
    refining: Refining
    clock: Clock
    keeper: Keeper
    published: list[Sequence[Change]] = field(default_factory=list)

    async def report(self, description: str = "The beamer stays dark", contact: str = "") -> Ticket:
        return await self.helpdesk.create_ticket(USER, new_id(), description, "B105", contact)

    async def edit(self, ticket: Ticket, caller: Caller = USER, **edits: str | Category | None) -> Ticket:
        return await self.helpdesk.update_ticket(caller, new_id(), ticket.id, edits, ticket.revision)

    async def activate(self, ticket: Ticket) -> Ticket:
        return await self.helpdesk.activate_ticket(STAFF, new_id(), ticket.id)

    async def close(self, ticket: Ticket) -> Ticket:
        return await self.helpdesk.close_ticket(STAFF, new_id(), ticket.id)

    async def post(self, ticket: Ticket, text: str = "Any news?", caller: Caller = USER) -> Message:
        return await self.helpdesk.post_message(caller, new_id(), ticket.id, text)

    async def note(self, ticket: Ticket, text: str = "He calls every day") -> Message:
        """Post an internal note."""
        return await self.helpdesk.post_message(STAFF, new_id(), ticket.id, text, internal=True)

    async def refined(self, ticket: Ticket) -> Change:
        """Wait for the change by which the server refines the ticket's category, and return it."""
        after = 0
        while True:
            assert await self.feed.changed(after, 20)
            for change in await self.feed.since(after, 100):
                after = change.revision
                if change.action == Action.CATEGORISE and change.ticket.id == ticket.id:
                    return change

    async def vector(self, ticket_id: int) -> bytes | None:
        """Return the ticket's vector in memory, None where it has none."""
        return await self.keeper.ask(lambda index, _closed: index.vector(ticket_id))

    async def closed(self) -> Ticket:
        """Return a ticket that went all the way."""
        return await self.close(await self.activate(await self.report()))


def new_id() -> str:
    return str(uuid.uuid4())


@asynccontextmanager
async def open_desk(
    url: str,
    *,
    kept: int = 100,
    resume_horizon: int = 1_000,
    reader: Reader | None = None,
    most_waiting: int = 10,
    shared: bool = False,
) -> AsyncIterator[Desk]:
    """Open the database and put a desk on it; everything is let go at the end."""
    published: list[Sequence[Change]] = []
    with open_database(url, shared=shared) as database:
        queries = Queries(database)
        counter, loop, clock = await queries.counter(), asyncio.get_running_loop(), Clock()
        feed = ChangeFeed(
            queries,
            counter.lineage,
            counter.last_revision,
            loop,
            kept=kept,
            resume_horizon=resume_horizon,
            behind_s=20.0 if shared else 0.0,
        )

        def publish(changes: Sequence[Change]) -> None:
            published.append(changes)
            feed.publish(changes)
            keeper.publish(changes)

        judging = Judging(categorise, speaking, reader or NoReader())
        keeper = Keeper(queries, lambda: judging.version, clock)
        with closing(Writer(database, counter, publish, understood=keeper.understand)) as writer:
            refining = Refining(judging, writer, clock, most_waiting=most_waiting, pause_s=0)
            finder = Finder(keeper, queries, judging, clock)
            helpdesk = HelpDesk(writer, queries, judging, refining, finder, clock)
            async with finder.running(counter.open_count + counter.active_count), refining.running():
                yield Desk(database, queries, feed, writer, helpdesk, judging, refining, clock, keeper, published)
