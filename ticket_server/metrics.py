"""The ticket server's own metrics for Prometheus: what holds when it is scraped, and how long commits take."""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Gauge, Histogram

from ticket_server.condition import Condition
from ticket_server.refining import Refining

# Seconds; a commit takes a tenth of a millisecond on a good disk.
_BUCKETS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)


def commit_timer(registry: CollectorRegistry) -> Callable[[float], object]:
    """Return what is to be told the seconds of each commit."""
    words = "How long the transactions of the writer took, each for all writes that waited."
    return Histogram("campusdesk_commit_duration_seconds", words, buckets=_BUCKETS, registry=registry).observe


def offer_condition(condition: Condition, refining: Refining, registry: CollectorRegistry) -> None:
    """Let the registry ask for the server's condition whenever it is read."""
    database, writer = condition.database, condition.writer
    shown: tuple[tuple[str, str, Callable[[], float]], ...] = (
        ("revision", "The newest revision.", lambda: condition.feed.revision),
        ("watchers", "Open watches of the feed.", lambda: len(condition.watchers)),
        ("feed_lag_revisions", "How far the slowest watch is behind.", condition.feed_lag),
        ("writer_queue_length", "Writes that wait for the next commit.", lambda: writer.waiting),
        ("writer_healthy", "Whether the database could be written (1) or not (0).", lambda: writer.healthy),
        ("refinements_waiting", "Tickets whose category waits for the encoder.", lambda: refining.waiting),
        ("refinements_left", "Tickets left with the light model's category.", lambda: refining.left_light),
        ("database_bytes", "The size of the database without its log.", database.size_bytes),
        ("wal_bytes", "The size of the write-ahead log.", database.log_bytes),
        ("backup_age_seconds", "How old the newest good backup is; +Inf without one.", condition.backup_age_s),
    )
    for name, words, value in shown:
        Gauge(f"campusdesk_{name}", words, registry=registry).set_function(value)
    if database.path is not None:
        free = Gauge("campusdesk_disk_free_bytes", "Free bytes where the database is.", registry=registry)
        free.set_function(lambda: disk.free if (disk := condition.disk()) else 0)
