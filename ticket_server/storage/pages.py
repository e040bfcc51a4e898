"""Pages of tickets, newest first: any depth costs the same."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, bindparam, select, union_all

from campusdesk.rules import Category, Status
from ticket_server.storage.prepared import Prepared
from ticket_server.storage.rows import tickets_of
from ticket_server.storage.schema import ticket
from ticket_server.ticket import Ticket

_BEFORE_ALL = 2**63 - 1


def _page(statuses: Sequence[Status], *, of_category: bool) -> Select[Any]:
    """Return the newest tickets before an id; each status is read from its own index, at any depth alike."""

    def newest(status: Status | None, *columns: FromClause | ColumnElement[Any]) -> Select[Any]:
        found = select(*columns).where(ticket.c.id < bindparam("before"))
        if status is not None:
            found = found.where(ticket.c.status == int(status))
        if of_category:
            found = found.where(ticket.c.category == bindparam("category"))
        return found.order_by(ticket.c.id.desc()).limit(bindparam("limit"))

    if len(statuses) < 2:
        return newest(statuses[0] if statuses else None, ticket)
    # By their ids alone, which the indexes hold: most of the rows of both would be read for nothing.
    both = union_all(*(select(newest(status, ticket.c.id).subquery()) for status in statuses)).subquery()
    ids = select(both.c.id).order_by(both.c.id.desc()).limit(bindparam("limit"))
    return select(ticket).where(ticket.c.id.in_(ids)).order_by(ticket.c.id.desc())


_IN_SIGHT = (Status.OPEN, Status.ACTIVE)
_PAGES = {
    (statuses, of_category): Prepared(_page(statuses, of_category=of_category))
    for statuses in ((), _IN_SIGHT, *((status,) for status in Status))
    for of_category in (False, True)
}


def read_page(
    connection: Connection, statuses: tuple[Status, ...], category: Category | None, before_id: int | None, limit: int
) -> list[Ticket]:
    """Return up to `limit` tickets with ids before `before_id`, newest first.

    `statuses` is empty for all of them, a single one, or (OPEN, ACTIVE).
    """
    values = {"before": before_id or _BEFORE_ALL, "limit": limit}
    if category is not None:
        values["category"] = int(category)
    return tickets_of(_PAGES[statuses, category is not None].rows(connection, **values))
