"""How an analytics server is: told to its health, and to Prometheus where somebody reads metrics."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

from analytics.replica import Replica
from campusdesk.background import in_background
from campusdesk.health import Health
from campusdesk.serving import Host

# Results that are older than this are not what a server should be asked for; a restart of the ticket server is shorter.
OUT_OF_DATE_S = 60.0
_LOOK_S = 1.0

_Replica: TypeAlias = Replica[Any, Any]


@asynccontextmanager
async def told(replica: _Replica, host: Host) -> AsyncIterator[None]:
    """Tell how the replica is until the context is left."""
    if host.metrics is not None:
        _offer_metrics(replica, host)
    async with in_background(keep_health(replica, host.health)):
        yield


async def keep_health(replica: _Replica, health: Health) -> None:
    """Report that the server can do its work while it has facts and they are not out of date, and that it cannot."""
    while True:
        version, serving = replica.version, replica.loaded and replica.age_s() <= OUT_OF_DATE_S
        if serving != health.serving:
            await health.report(serving=serving)
        await replica.changed(version, _LOOK_S)


def _offer_metrics(replica: _Replica, host: Host) -> None:
    from prometheus_client import Gauge

    shown = (
        ("campusdesk_replica_revision", "The newest revision that results are true for.", lambda: replica.revision),
        ("campusdesk_replica_tickets", "How many tickets the replica has.", lambda: replica.ticket_count),
        ("campusdesk_replica_age_seconds", "How long ago the ticket server was last heard.", replica.age_s),
    )
    for name, words, value in shown:
        Gauge(name, words, registry=host.metrics).set_function(value)
