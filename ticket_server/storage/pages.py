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


def _page(statuses: Sequence[Status], *, of_category: bool, of_workstation: bool) -> Select[Any]:
    """Return the newest tickets before an id; each status is read from its own index, at any depth alike."""

    def newest(status: Status | None, *columns: FromClause | ColumnElement[Any]) -> Select[Any]:
        found = select(*columns).where(ticket.c.id < bindparam("before"))
        if status is not None:
            found = found.where(ticket.c.status == int(status))
        if of_workstation:
            found = found.where(ticket.c.reported_from == bindparam("reported_from"))
        if of_category:
            found = found.where(ticket.c.category == bindparam("category"))
        return found.order_by(ticket.c.id.desc()).limit(bindparam("limit"))

    # The index of a workstation's tickets has them by their status.
    if of_workstation and not statuses:
        statuses = tuple(Status)
    if len(statuses) < 2:
        return newest(statuses[0] if statuses else None, ticket)
    # By their ids alone, which the indexes hold: most of the rows of all would be read for nothing.
    each = union_all(*(select(newest(status, ticket.c.id).subquery()) for status in statuses)).subquery()
    ids = select(each.c.id).order_by(each.c.id.desc()).limit(bindparam("limit"))
    return select(ticket).where(ticket.c.id.in_(ids)).order_by(ticket.c.id.desc())


_IN_SIGHT = (Status.OPEN, Status.ACTIVE)
_PAGES = {
    (statuses, of_category, of_workstation): Prepared(
        _page(statuses, of_category=of_category, of_workstation=of_workstation)
    )
    for statuses in ((), _IN_SIGHT, *((status,) for status in Status))
    for of_category in (False, True)
    for of_workstation in (False, True)
}


def read_page(
    connection: Connection,
    statuses: tuple[Status, ...],
    category: Category | None,
    before_id: int | None,
    limit: int,
    *,
    reported_from: str = "",
) -> list[Ticket]:
    """Return up to `limit` tickets with ids before `before_id`, newest first; of one workstation if it is named.

    `statuses` is empty for all of them, a single one, or (OPEN, ACTIVE).
    """
    values: dict[str, int | str] = {"before": before_id or _BEFORE_ALL, "limit": limit}
    if category is not None:
        values["category"] = int(category)
    if reported_from:
        values["reported_from"] = reported_from
    return tickets_of(_PAGES[statuses, category is not None, bool(reported_from)].rows(connection, **values))
