"""Who is told of every call of a server: always the log, and the metrics where somebody reads them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Optional

from campusdesk.address import Address
from campusdesk.call import Observer
from campusdesk.call_log import CallLog
from campusdesk.listening import told_plainly
from campusdesk.tls import ServerTls

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry


@dataclass(frozen=True, slots=True)
class Observation:
    """The observers, where metrics are kept, and where they are offered; the last two only if they were asked for."""

    observers: Sequence[Observer]
    registry: Optional["CollectorRegistry"] = None
    metrics_at: Address | None = None


@contextmanager
def observed(metrics: Address | None, tls: ServerTls | None) -> Iterator[Observation]:
    """Observe a server while it runs; offer metrics at that address, if any, and until when its certificate is valid.

    Raises CannotStart when the address cannot be listened on. The log must be configured before.
    """
    if metrics is None:
        yield Observation([CallLog()])
        return
    # It takes long to import, and not everybody reads metrics.
    from campusdesk.metrics import CallMetrics, new_registry, offer, tell_expiry

    registry = new_registry()
    if tls is not None:
        tell_expiry(registry, lambda: tls.expires)
    with told_plainly(metrics):
        offered = offer(registry, metrics)
    with offered as address:
        yield Observation([CallLog(), CallMetrics(registry)], registry, address)
