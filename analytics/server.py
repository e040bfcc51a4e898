"""The composition of an analytics server: its metric, the replica under it, the watch of the feed, the service."""

import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial

from analytics import rpc
from analytics.backlog import BacklogMetric
from analytics.campus_calendar import CampusCalendar
from analytics.category_load import CategoryLoadMetric
from analytics.condition import told
from analytics.metric import Metric, QueryT, ResultT
from analytics.replica import FeedThread, Replica, Report
from analytics.resolution_time import ResolutionTimeMetric
from analytics.settings import Analysis, Settings
from campusdesk import serving
from campusdesk.access import Caller
from campusdesk.address import Address
from campusdesk.channel import open_channel
from campusdesk.errors import DeskError
from campusdesk.follow import Follower, FollowState
from campusdesk.keys import key_file
from campusdesk.listening import CannotStart
from campusdesk.reread import FileBroken
from campusdesk.rules import DISTRUST, Reason, Role
from campusdesk.tls import Trust

_log = logging.getLogger(__name__)

# So long the listening line waits for the one that would say that the ticket server does not answer.
_PATIENCE_S = 1.0


def run(settings: Settings) -> int:
    """Serve the analysis until told to stop; return the exit code."""
    calendar = CampusCalendar(settings.zone)
    match settings.analysis:
        case Analysis.BACKLOG:
            return _run(settings, partial(BacklogMetric, calendar), rpc.add_backlog)
        case Analysis.RESOLUTION_TIME:
            return _run(settings, partial(ResolutionTimeMetric, calendar), rpc.add_resolution_time)
        case Analysis.CATEGORY_LOAD:
            return _run(settings, CategoryLoadMetric, rpc.add_category_load)


def _run(
    settings: Settings,
    make_metric: Callable[[], Metric[QueryT, ResultT]],
    add_service: Callable[[rpc.Server, Replica[QueryT, ResultT]], str],
) -> int:
    @asynccontextmanager
    async def services(host: serving.Host) -> AsyncIterator[Callable[[], None]]:
        replica = Replica(make_metric())
        host.names.append(add_service(host.server, replica))
        channel = _open_channel(settings)
        feed = FeedThread(replica, make_metric, partial(Follower, channel), announcer(settings.tickets))
        await feed.start(_PATIENCE_S)
        try:
            async with told(replica, host):
                yield replica.stop
        finally:
            await feed.stop()
            channel.close()

    name = f"The {settings.analysis.value} server"
    return serving.serve(settings.options, name, services)


def _open_channel(settings: Settings) -> rpc.Channel:
    caller = Caller(Role.ANALYTICS, settings.workstation)
    try:
        key = key_file(settings.key_file) if settings.key_file is not None else None
        trust = Trust(settings.tls_ca) if settings.tls_ca is not None else None
    except FileBroken as error:
        raise CannotStart(str(error)) from None
    return open_channel(",".join(map(str, settings.tickets)), caller, key, trust)


def announcer(tickets: Sequence[Address]) -> Report:
    """Return what logs once that the ticket server is away, or why it is not reached, and once that it is back."""
    said, where = "", " or ".join(map(str, tickets))

    def announce(state: FollowState) -> None:
        nonlocal said
        level, amiss = (logging.INFO, "") if state.live else _amiss(state.error)
        if amiss != said:
            _log.log(level, "the ticket server at %s %s", where, f"{amiss}; trying on" if amiss else "answers again")
        said = amiss

    return announce


def _amiss(error: DeskError | None) -> tuple[int, str]:
    """Return how bad it is, and what; a server that is away may be back without anybody's help."""
    if error is not None and error.reason in (Reason.KEY_UNKNOWN, Reason.KEY_REQUIRED):
        return logging.ERROR, f"refuses: {error}"
    if error is not None and error.reason in DISTRUST:
        return logging.ERROR, f"is not believed: {error}"
    return logging.WARNING, "does not answer"
