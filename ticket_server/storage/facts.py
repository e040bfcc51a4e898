"""The facts of all tickets as they were at one revision, in columns; read part by part, in no lasting transaction."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from sqlalchemy import Connection, bindparam, func, select

from campusdesk.facts import DTYPES, Column
from campusdesk.rules import Status
from ticket_server.storage.rows import Counter
from ticket_server.storage.schema import change, ticket

_Row = Sequence[Any]

# Of a busy campus a few tickets change while a snapshot is read; more than these at once no statement takes.
_MOST_IDS = 500

_NOW = {
    "id": ticket.c.id,
    "open_time": ticket.c.open_us,
    "activate_time": ticket.c.activate_us,
    "update_time": ticket.c.update_us,
    "close_time": ticket.c.close_us,
    "revision": ticket.c.revision,
    "last_message_revision": ticket.c.last_message_revision,
    "status": ticket.c.status,
    "category": ticket.c.category,
    "confidence": ticket.c.confidence,
    "category_source": ticket.c.category_source,
    "last_message_role": ticket.c.last_message_role,
    "message_count": ticket.c.message_count,
}
_THEN = {
    **_NOW,
    "activate_time": change.c.activate_us,
    "update_time": change.c.change_us,
    "close_time": change.c.close_us,
    "revision": change.c.revision,
    "last_message_revision": change.c.last_message_revision,
    "status": change.c.status,
    "category": change.c.category,
    "confidence": change.c.confidence,
    "category_source": change.c.category_source,
    "last_message_role": change.c.last_message_role,
    "message_count": change.c.message_count,
}
_REVISION = list(DTYPES).index("revision")

_FACTS = (
    select(*(_NOW[name] for name in DTYPES))
    .where(
        ticket.c.id > bindparam("after"),
        ticket.c.id <= bindparam("last_ticket_id"),
        ticket.c.status <= bindparam("last_status"),
    )
    .order_by(ticket.c.id)
    .limit(bindparam("limit"))
)
_FACTS_THEN = (
    select(*(_THEN[name] for name in DTYPES))
    .join_from(change, ticket, ticket.c.id == change.c.ticket_id)
    .where(
        change.c.revision.in_(
            select(func.max(change.c.revision))
            .where(change.c.ticket_id.in_(bindparam("ids", expanding=True)), change.c.revision <= bindparam("revision"))
            .group_by(change.c.ticket_id)
        )
    )
)


def read_facts(
    connection: Connection, moment: Counter, last_status: Status, after: int, limit: int
) -> tuple[int, Mapping[str, Column]]:
    """Return the facts of the next tickets after an id, as they were at the moment of the counter row.

    Left out are tickets that by now have a status beyond `last_status`. The first value is the id to go on after; it
    is the moment's last one when nothing is left. What changed since the moment is told by the history, which stays:
    so the parts need no common transaction, and a caller may take them at any speed.
    """
    values = {"after": after, "last_ticket_id": moment.last_ticket_id, "last_status": int(last_status), "limit": limit}
    rows: list[_Row] = [tuple(row) for row in connection.execute(_FACTS, values)]
    _take_back(connection, rows, moment.last_revision)
    return rows[-1][0] if len(rows) == limit else moment.last_ticket_id, _columns(rows)


def _take_back(connection: Connection, rows: list[_Row], revision: int) -> None:
    """Replace the rows of tickets that changed after the revision by what they were at it."""
    places = {row[0]: place for place, row in enumerate(rows) if row[_REVISION] > revision}
    changed = list(places)
    for start in range(0, len(changed), _MOST_IDS):
        ids = changed[start : start + _MOST_IDS]
        for row in connection.execute(_FACTS_THEN, {"ids": ids, "revision": revision}):
            rows[places[row[0]]] = tuple(row)


def _columns(rows: Sequence[_Row]) -> dict[str, Column]:
    """Cut rows into columns; a value too large for its column becomes the largest it can hold."""
    values = zip(*rows, strict=True) if rows else ((),) * len(DTYPES)
    columns = {name: np.array(column) for name, column in zip(DTYPES, values, strict=True)}
    # As Python rounds, whatever the store would do.
    columns["confidence"] = np.rint(columns["confidence"] * 100)
    return {name: np.minimum(columns[name], np.iinfo(dtype).max).astype(dtype) for name, dtype in DTYPES.items()}
