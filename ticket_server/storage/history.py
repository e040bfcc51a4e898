"""What happened, oldest first: a ticket's messages and changes, and the changes of all tickets for the feed."""

from sqlalchemy import Connection, bindparam, select

from campusdesk.rules import Action
from ticket_server.storage.prepared import Prepared
from ticket_server.storage.rows import change_of, entry_of, message_of
from ticket_server.storage.schema import change, message, ticket
from ticket_server.ticket import Change, HistoryEntry, Message

_MESSAGES = Prepared(
    select(message)
    .where(message.c.ticket_id == bindparam("ticket_id"), message.c.revision > bindparam("after"))
    .order_by(message.c.revision)
    .limit(bindparam("limit"))
)
# Who else has the problem is counted, and no part of what was done about it.
_HISTORY = Prepared(
    select(change)
    .where(
        change.c.ticket_id == bindparam("ticket_id"),
        change.c.revision > bindparam("after"),
        change.c.action != int(Action.ADD_ME_TOO),
    )
    .order_by(change.c.revision)
    .limit(bindparam("limit"))
)
_FEED = Prepared(
    select(change, ticket, message)
    .join_from(change, ticket, ticket.c.id == change.c.ticket_id)
    .outerjoin(message, message.c.revision == change.c.revision)
    .where(change.c.revision > bindparam("after"), change.c.revision <= bindparam("until"))
    .order_by(change.c.revision)
    .limit(bindparam("limit"))
)


def read_messages(connection: Connection, ticket_id: int, after: int, limit: int) -> list[Message]:
    """Return up to `limit` messages of a ticket posted after a revision."""
    rows = _MESSAGES.rows(connection, ticket_id=ticket_id, after=after, limit=limit)
    return [message_of(row) for row in rows]


def read_history(connection: Connection, ticket_id: int, after: int, limit: int) -> list[HistoryEntry]:
    """Return up to `limit` changes of a ticket after a revision."""
    return [entry_of(row) for row in _HISTORY.rows(connection, ticket_id=ticket_id, after=after, limit=limit)]


def read_changes(connection: Connection, after: int, until: int, limit: int) -> list[Change]:
    """Return up to `limit` changes of all tickets after one revision and up to another.

    They carry the tickets' facts after each change, but their present texts.
    """
    return [change_of(row) for row in _FEED.rows(connection, after=after, until=until, limit=limit)]
