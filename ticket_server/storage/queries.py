"""Every SELECT, built once: single tickets, pages, conversations, histories, changes of the feed and facts."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import numpy as np
from sqlalchemy import Connection, Integer, Select, bindparam, cast, func, select, union_all

from campusdesk.facts import DTYPES, Column
from campusdesk.rules import SEES_CLOSED, Action, Category, Role, Status
from ticket_server.storage import terms
from ticket_server.storage.engine import Database, refusing
from ticket_server.storage.rows import (
    Counter,
    change_of,
    entry_of,
    fields_of,
    message_of,
    ticket_after,
    ticket_of,
)
from ticket_server.storage.schema import change, counter, message, request, ticket
from ticket_server.ticket import Change, FieldChange, HistoryEntry, Message, Ticket, undone

_Answer = TypeVar("_Answer")

_BEFORE_ALL = 2**63 - 1

_COUNTER = select(
    counter.c.lineage,
    counter.c.last_ticket_id,
    counter.c.last_revision,
    counter.c.sample_data,
    counter.c.open_count,
    counter.c.active_count,
)
_TICKET = select(ticket).where(ticket.c.id == bindparam("ticket_id"))
_TICKETS = select(ticket).where(ticket.c.id.in_(bindparam("ids", expanding=True)))
_REQUESTS = select(request).where(request.c.request_id.in_(bindparam("request_ids", expanding=True)))
_MESSAGES = (
    select(message)
    .where(message.c.ticket_id == bindparam("ticket_id"), message.c.revision > bindparam("after"))
    .order_by(message.c.revision)
    .limit(bindparam("limit"))
)
_MESSAGE = select(message).where(message.c.revision == bindparam("revision"))
_CHANGE = select(change).where(change.c.revision == bindparam("revision"))
_HISTORY = (
    select(change)
    .where(change.c.ticket_id == bindparam("ticket_id"), change.c.revision > bindparam("after"))
    .order_by(change.c.revision)
    .limit(bindparam("limit"))
)
_EDITS = (
    select(change.c.fields)
    .where(
        change.c.ticket_id == bindparam("ticket_id"),
        change.c.revision > bindparam("after"),
        change.c.fields.is_not(None),
    )
    .order_by(change.c.revision.desc())
)
_FEED = (
    select(change, ticket, message)
    .join_from(change, ticket, ticket.c.id == change.c.ticket_id)
    .outerjoin(message, message.c.revision == change.c.revision)
    .where(change.c.revision > bindparam("after"), change.c.revision <= bindparam("until"))
    .order_by(change.c.revision)
    .limit(bindparam("limit"))
)


def _page(statuses: Sequence[Status], *, of_category: bool) -> Select[Any]:
    """Return the newest tickets before an id; each status is read from its own index, at any depth alike."""

    def newest(status: Status | None) -> Select[Any]:
        found = select(ticket).where(ticket.c.id < bindparam("before"))
        if status is not None:
            found = found.where(ticket.c.status == int(status))
        if of_category:
            found = found.where(ticket.c.category == bindparam("category"))
        return found.order_by(ticket.c.id.desc()).limit(bindparam("limit"))

    if len(statuses) < 2:
        return newest(statuses[0] if statuses else None)
    both = union_all(*(select(newest(status).subquery()) for status in statuses)).subquery()
    return select(both).order_by(both.c.id.desc()).limit(bindparam("limit"))


_IN_SIGHT = (Status.OPEN, Status.ACTIVE)
_PAGES = {
    (statuses, of_category): _page(statuses, of_category=of_category)
    for statuses in ((), _IN_SIGHT, *((status,) for status in Status))
    for of_category in (False, True)
}

_FACT_SOURCES = {
    "id": ticket.c.id,
    "open_time": ticket.c.open_us,
    "activate_time": ticket.c.activate_us,
    "update_time": ticket.c.update_us,
    "close_time": ticket.c.close_us,
    "revision": ticket.c.revision,
    "last_message_revision": ticket.c.last_message_revision,
    "status": ticket.c.status,
    "category": ticket.c.category,
    "confidence": cast(func.round(ticket.c.confidence * 100), Integer),
    "category_source": ticket.c.category_source,
    "last_message_role": ticket.c.last_message_role,
    "message_count": ticket.c.message_count,
}
_FACTS = (
    select(*(_FACT_SOURCES[name] for name in DTYPES))
    .where(ticket.c.id > bindparam("after"), ticket.c.status <= bindparam("last_status"))
    .order_by(ticket.c.id)
    .limit(bindparam("limit"))
)


def read_counter(connection: Connection) -> Counter:
    """Return the counter row."""
    return Counter(*connection.execute(_COUNTER).one())


def read_tickets(connection: Connection, ids: Collection[int]) -> dict[int, Ticket]:
    """Return those of the tickets that exist, by their ids."""
    rows = connection.execute(_TICKETS, {"ids": list(ids)}).all() if ids else ()
    return {row[0]: ticket_of(row) for row in rows}


def read_requests(connection: Connection, request_ids: Collection[bytes]) -> dict[bytes, tuple[bytes, int, int]]:
    """Return digest, ticket id and revision of those requests that were made before."""
    rows = connection.execute(_REQUESTS, {"request_ids": list(request_ids)}).all() if request_ids else ()
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


def read_edits(connection: Connection, ticket_id: int, after: int) -> list[FieldChange]:
    """Return the fields of a ticket that were edited after a revision, newest first."""
    rows = connection.execute(_EDITS, {"ticket_id": ticket_id, "after": after})
    return [field for (text,) in rows for field in reversed(fields_of(text))]


def read_result(connection: Connection, ticket_id: int, revision: int) -> tuple[Ticket, Message | None]:
    """Return the ticket as it was at one of its revisions, and the message that was posted then."""
    row = connection.execute(_CHANGE, {"revision": revision}).one()
    present = ticket_of(connection.execute(_TICKET, {"ticket_id": ticket_id}).one())
    then = undone(ticket_after(row, present), read_edits(connection, ticket_id, revision))
    posted = (
        connection.execute(_MESSAGE, {"revision": revision}).one_or_none() if row[2] == Action.POST_MESSAGE else None
    )
    return then, message_of(posted) if posted is not None else None


class Queries:
    """What is read from the database outside of writing; each answer is true for one moment.

    Every method raises DeskError (STORE_FAILED) when the database cannot be read. Not to be shared between threads,
    except `facts_parts`, which reads on a connection of its own.
    """

    def __init__(self, database: Database) -> None:
        """Read from the open database."""
        self._database = database
        self._connection = database.connect_reader()

    def close(self) -> None:
        """Let the connection go."""
        self._connection.close()

    def counter(self) -> Counter:
        """Return the counter row."""
        return self._read(read_counter)

    def ticket(self, ticket_id: int) -> Ticket | None:
        """Return one ticket, or None."""
        row = self._read(lambda connection: connection.execute(_TICKET, {"ticket_id": ticket_id}).one_or_none())
        return ticket_of(row) if row is not None else None

    def tickets(self, ids: Collection[int]) -> dict[int, Ticket]:
        """Return those of the tickets that exist, by their ids."""
        return self._read(lambda connection: read_tickets(connection, ids))

    def page(
        self, statuses: tuple[Status, ...], category: Category | None, before_id: int | None, limit: int
    ) -> list[Ticket]:
        """Return up to `limit` tickets with ids before `before_id`, newest first.

        `statuses` is empty for all of them, a single one, or (OPEN, ACTIVE).
        """
        statement = _PAGES[statuses, category is not None]
        values = {"before": before_id or _BEFORE_ALL, "limit": limit}
        if category is not None:
            values["category"] = int(category)
        return [ticket_of(row) for row in self._rows(statement, values)]

    def search(self, statuses: tuple[Status, ...], wanted: Sequence[str], limit: int) -> list[int]:
        """Return up to `limit` tickets that hold words with all these beginnings, newest first; none without words.

        `statuses` are as in `page`.
        """
        found: list[int] = []
        before = None
        while wanted and len(found) < limit and (page := self.page(statuses, None, before, 500)):
            before = page[-1].id
            found += [ticket.id for ticket in page if self._holds(ticket, wanted)]
        return found[:limit]

    def _holds(self, present: Ticket, wanted: Sequence[str]) -> bool:
        said = self.messages(present.id, 0, present.message_count)
        held = terms.cut([present.location, present.description, *(message.text for message in said)])
        return all(any(term.startswith(word) for term in held) for word in wanted)

    def messages(self, ticket_id: int, after: int, limit: int) -> list[Message]:
        """Return up to `limit` messages of a ticket posted after a revision, oldest first."""
        return [message_of(row) for row in self._rows(_MESSAGES, _part(ticket_id, after, limit))]

    def history(self, ticket_id: int, after: int, limit: int) -> list[HistoryEntry]:
        """Return up to `limit` changes of a ticket after a revision, oldest first."""
        return [entry_of(row) for row in self._rows(_HISTORY, _part(ticket_id, after, limit))]

    def changes(self, after: int, until: int, limit: int) -> list[Change]:
        """Return up to `limit` changes of all tickets after one revision and up to another, oldest first.

        They carry the tickets' facts after each change, but their present texts.
        """
        return [change_of(row) for row in self._rows(_FEED, {"after": after, "until": until, "limit": limit})]

    def facts_parts(self, role: Role, size: int = 10_000) -> tuple[int, Iterator[Mapping[str, Column]]]:
        """Return the newest revision, and the facts of all tickets that the role may see at it, `size` rows a part.

        The parts are one read transaction on a connection of its own, which ends with the last part; it may be read
        in another thread. There is no part when there is no ticket.
        """
        parts = self._facts(Status.CLOSED if SEES_CLOSED[role] else Status.ACTIVE, size)
        # The first part is no part but the revision: reading it has begun the transaction when this returns.
        revision = int(next(parts)["revision"][0])
        return revision, parts

    def _facts(self, last_status: Status, size: int) -> Iterator[Mapping[str, Column]]:
        with refusing(), self._database.snapshot() as connection:
            yield {"revision": np.array([read_counter(connection).last_revision])}
            after = 0
            while True:
                values = {"after": after, "last_status": int(last_status), "limit": size}
                rows = connection.execute(_FACTS, values).all()
                if not rows:
                    break
                table = np.array([tuple(row) for row in rows], dtype=np.int64)
                after = int(table[-1, 0])
                yield _columns(table)

    def _rows(self, statement: Select[Any], values: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        return self._read(lambda connection: connection.execute(statement, values).all())

    def _read(self, read: Callable[[Connection], _Answer]) -> _Answer:
        with refusing():
            return read(self._connection)


def _part(ticket_id: int, after: int, limit: int) -> dict[str, int]:
    return {"ticket_id": ticket_id, "after": after, "limit": limit}


def _columns(table: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> dict[str, Column]:
    """Cut rows of facts into columns; a value too large for its column becomes the largest it can hold."""
    return {
        name: np.minimum(table[:, index], np.iinfo(dtype).max).astype(dtype)
        for index, (name, dtype) in enumerate(DTYPES.items())
    }
