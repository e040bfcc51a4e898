"""The composition of an analytics server: its metric, the replica under it, the watch of the feed, the service."""

import sys
from collections.abc import AsyncIterator, Callable
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
from campusdesk.follow import Follower, FollowState
from campusdesk.rules import Role

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
        channel = open_channel(str(settings.tickets), Caller(Role.ANALYTICS, settings.workstation))
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


def announcer(tickets: Address) -> Report:
    """Return what says in a line on standard error when the ticket server is away, and when it is back."""
    away = False

    def announce(state: FollowState) -> None:
        nonlocal away
        if state.live == away:
            words = "answers again" if away else "does not answer; trying on"
            sys.stderr.write(f"The ticket server at {tickets} {words}.\n")
        away = not state.live

    return announce
