"""What a database holds, counted row by row, and whether its own counters say the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, inspect, select

from campusdesk.rules import Status
from ticket_server.storage.reading import read_counter
from ticket_server.storage.rows import Counter
from ticket_server.storage.schema import change, me_too, message, request, ticket, vector


@dataclass(frozen=True, slots=True)
class Inventory:
    """The rows of each table, and what the counter row says of them."""

    counter: Counter
    tickets: int
    messages: int
    changes: int
    requests: int
    me_toos: int
    vectors: int
    newest_ticket_id: int
    newest_revision: int
    open_count: int
    active_count: int
    # Tickets to which more installations said "me too" than are counted.
    miscounted: int

    def disagreements(self) -> Iterator[str]:
        """Yield in words where the counter row and the rows disagree."""
        kept = self.counter
        compared = {
            "the newest ticket": (kept.last_ticket_id, self.newest_ticket_id),
            "the newest revision": (kept.last_revision, self.newest_revision),
            "the number of changes": (kept.last_revision, self.changes),
            "the open tickets": (kept.open_count, self.open_count),
            "the active tickets": (kept.active_count, self.active_count),
        }
        for name, (said, found) in compared.items():
            if said != found:
                yield f"{name}: the counter says {said:,}, the rows say {found:,}"
        if self.miscounted:
            yield f"{self.miscounted:,} tickets count fewer who have the problem too than there are"


def read_inventory(connection: Connection) -> Inventory:
    """Count the database; the connection should see one moment of it."""
    by_status = select(ticket.c.status, func.count()).group_by(ticket.c.status)
    statuses = {row[0]: row[1] for row in connection.execute(by_status)}
    return Inventory(
        counter=read_counter(connection),
        tickets=sum(statuses.values()),
        messages=_count(connection, message),
        changes=_count(connection, change),
        requests=_count(connection, request),
        me_toos=_count(connection, me_too),
        vectors=_count(connection, vector),
        newest_ticket_id=connection.execute(select(func.coalesce(func.max(ticket.c.id), 0))).scalar_one(),
        newest_revision=connection.execute(select(func.coalesce(func.max(change.c.revision), 0))).scalar_one(),
        open_count=statuses.get(int(Status.OPEN), 0),
        active_count=statuses.get(int(Status.ACTIVE), 0),
        miscounted=_miscounted(connection),
    )


def _miscounted(connection: Connection) -> int:
    if not inspect(connection).has_table(me_too.name):
        return 0
    # They may be fewer: what tells installations apart goes with an erased ticket's texts, and may be in no file
    # that was imported.
    joined = select(me_too.c.ticket_id, func.count().label("said")).group_by(me_too.c.ticket_id).subquery()
    fewer = joined.join(ticket, ticket.c.id == joined.c.ticket_id)
    too_few = select(func.count()).select_from(fewer).where(ticket.c.me_too_count < joined.c.said)
    return connection.execute(too_few).scalar_one()


def _count(connection: Connection, table: Table) -> int:
    # A backup may be in a shape from before the table.
    if not inspect(connection).has_table(table.name):
        return 0
    return connection.execute(select(func.count()).select_from(table)).scalar_one()
