"""The ticket server put together: database, feed, writer, categoriser, help desk and servicers."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager, nullcontext
from functools import partial
from typing import TYPE_CHECKING

from campusdesk.listening import CannotStart
from campusdesk.serving import Host, serve
from campusdesk.stopping import ended_at_once
from campusdesk.v1 import operations_pb2_grpc, ticket_service_pb2_grpc
from ticket_server.adaptation.light import AdaptedLight
from ticket_server.adaptation.versions import Versions
from ticket_server.categoriser.model import Categoriser
from ticket_server.condition import Condition
from ticket_server.encoder.reading import NoReader, Reader
from ticket_server.feed import ChangeFeed
from ticket_server.helpdesk import HelpDesk
from ticket_server.judging import Judging
from ticket_server.refining import Refining
from ticket_server.rpc.change_feed import SERVICE as FEED
from ticket_server.rpc.change_feed import ChangeFeedServicer, add_change_feed
from ticket_server.rpc.operations import SERVICE as OPERATIONS
from ticket_server.rpc.operations import OperationsServicer
from ticket_server.rpc.ticket_service import SERVICE as TICKETS
from ticket_server.rpc.ticket_service import TicketServicer
from ticket_server.settings import Settings, program_version
from ticket_server.similar.catching_up import CatchingUp
from ticket_server.similar.finder import Finder
from ticket_server.similar.keeper import Keeper
from ticket_server.storage.engine import CannotOpen, Database, open_database
from ticket_server.storage.queries import Queries
from ticket_server.storage.rows import Counter
from ticket_server.storage.writer import Writer
from ticket_server.ticket import Change
from ticket_server.watchers import Watchers

if TYPE_CHECKING:
    from ticket_server.backup_keeper import BackupKeeper

NAME = "The ticket server"
# Whoever starts a server asks it at once: what takes a processor for seconds begins so many seconds later.
_REST_S = 1.0
_BEHIND_S = 2.0


def run(settings: Settings) -> int:
    """Serve tickets until stopped; return the exit code."""
    return serve(settings.options, NAME, partial(services, settings))


@asynccontextmanager
async def services(settings: Settings, host: Host) -> AsyncIterator[Callable[[], None]]:
    """Open the database and register the servicers; raises CannotStart when the database cannot be opened."""
    try:
        # It may take minutes to bring an older database to the newest shape, in one transaction.
        with ended_at_once():
            database = open_database(settings.database, shared=True)
    except CannotOpen as error:
        raise CannotStart(str(error)) from error
    with database, _backups(settings) as backups:
        reader, kept_alive = _reader(settings)
        queries, watchers = Queries(database), Watchers()
        # Before the writer starts: its thread, when it finds nothing to do, would hold up what is left of the start.
        light = AdaptedLight(Categoriser.load(), Versions(settings.versions).follow())
        version = program_version()
        counter = await queries.counter()
        feed = _feed(database, queries, counter)
        judging = Judging(light.categorise, light.speaking, reader)
        finder = Finder(Keeper(queries, lambda: judging.version, clock_us), queries, judging, clock_us)
        writer = _writer(database, counter, feed, finder.keeper, host)
        refining = Refining(judging, writer, clock_us)
        helpdesk = HelpDesk(writer, queries, judging, refining, finder, clock_us)
        condition = Condition(database, queries, writer, feed, watchers, backups, clock_us)
        verbs = TicketServicer(helpdesk, clock_us, version)
        ticket_service_pb2_grpc.add_TicketServiceServicer_to_server(verbs, host.server)
        add_change_feed(ChangeFeedServicer(feed, queries, watchers, clock_us), host.server)
        _add_operations(condition, refining, version, host)
        host.names.extend((TICKETS, FEED, OPERATIONS))
        try:
            async with (
                kept_alive,
                finder.running(counter.open_count + counter.active_count, _REST_S),
                CatchingUp(queries, writer, judging, clock_us).running(),
                refining.running(),
                condition.told_to(host.health),
            ):
                yield feed.close
        finally:
            await asyncio.to_thread(writer.close)


def _reader(settings: Settings) -> tuple[Reader, AbstractAsyncContextManager[object]]:
    """Return what reads texts, and the context in which it does."""
    if not settings.encoder:
        return NoReader(), nullcontext()
    from ticket_server.encoder.workers import Workers, reading_command

    workers = Workers(reading_command(settings.versions))
    return workers, workers.running(_REST_S)


def _feed(database: Database, queries: Queries, counter: Counter) -> ChangeFeed:
    # Of what another server told a watcher before it came here, this one hears in a moment.
    behind_s = _BEHIND_S if database.is_shared else 0.0
    loop = asyncio.get_running_loop()
    return ChangeFeed(queries, counter.lineage, counter.last_revision, loop, behind_s=behind_s)


def _writer(database: Database, told: Counter, feed: ChangeFeed, keeper: Keeper, host: Host) -> Writer:
    def publish(changes: Sequence[Change]) -> None:
        feed.publish(changes)
        keeper.publish(changes)

    if host.metrics is None:
        return Writer(database, told, publish, understood=keeper.understand)
    from ticket_server.metrics import commit_timer

    return Writer(database, told, publish, commit_timer(host.metrics), keeper.understand)


def _add_operations(condition: Condition, refining: Refining, version: str, host: Host) -> None:
    """Let the server tell its condition, and Prometheus ask for it where metrics are read."""
    tls = host.tls
    expires = (lambda: tls.expires) if tls is not None else None
    servicer = OperationsServicer(condition, version, expires)
    operations_pb2_grpc.add_OperationsServiceServicer_to_server(servicer, host.server)
    if host.metrics is not None:
        from ticket_server.metrics import offer_condition

        offer_condition(condition, refining, host.metrics)


def _backups(settings: Settings) -> AbstractContextManager["BackupKeeper | None"]:
    """Return what makes the planned backups while the server runs, None where none are planned."""
    if settings.backups is None:
        return nullcontext()
    # Not every server makes backups, and what copies a database is imported with it.
    from ticket_server.backup_keeper import BackupKeeper

    return BackupKeeper(settings.database, settings.backups, clock_us)


def clock_us() -> int:
    """Return this machine's time in microseconds since 1970 UTC."""
    return time.time_ns() // 1_000
