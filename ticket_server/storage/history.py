"""What happened, oldest first: a ticket's messages and changes, and the changes of all tickets for the feed."""

from sqlalchemy import ColumnElement, Connection, Table, bindparam, select

from campusdesk.rules import Action
from ticket_server.storage.prepared import Prepared
from ticket_server.storage.rows import change_of, entry_of, message_of
from ticket_server.storage.schema import change, message, ticket
from ticket_server.ticket import Change, HistoryEntry, Message


def _of_ticket(table: Table, *conditions: ColumnElement[bool]) -> Prepared:
    """Return the statement for the next rows of a ticket after a revision."""
    rows = select(table).where(table.c.ticket_id == bindparam("ticket_id"), table.c.revision > bindparam("after"))
    return Prepared(rows.where(*conditions).order_by(table.c.revision).limit(bindparam("limit")))


# With internal notes and without: what is left out in Python would leave pages short, and tell of itself.
_MESSAGES = {True: _of_ticket(message), False: _of_ticket(message, message.c.internal == 0)}
# Who else has the problem is counted, and no part of what was done about it.
_DONE = change.c.action != int(Action.ADD_ME_TOO)
_HISTORY = {
    True: _of_ticket(change, _DONE),
    False: _of_ticket(change, _DONE, change.c.action != int(Action.POST_NOTE)),
}
_FEED = Prepared(
    select(change, ticket, message)
    .join_from(change, ticket, ticket.c.id == change.c.ticket_id)
    .outerjoin(message, message.c.revision == change.c.revision)
    .where(change.c.revision > bindparam("after"), change.c.revision <= bindparam("until"))
    .order_by(change.c.revision)
    .limit(bindparam("limit"))
)


def read_messages(connection: Connection, ticket_id: int, after: int, limit: int, *, notes: bool) -> list[Message]:
    """Return up to `limit` messages of a ticket posted after a revision; internal notes too if asked."""
    rows = _MESSAGES[notes].rows(connection, ticket_id=ticket_id, after=after, limit=limit)
    return [message_of(row) for row in rows]


def read_history(connection: Connection, ticket_id: int, after: int, limit: int, *, notes: bool) -> list[HistoryEntry]:
    """Return up to `limit` changes of a ticket after a revision; that a note was posted too if asked."""
    rows = _HISTORY[notes].rows(connection, ticket_id=ticket_id, after=after, limit=limit)
    return [entry_of(row) for row in rows]


def read_changes(connection: Connection, after: int, until: int, limit: int) -> list[Change]:
    """Return up to `limit` changes of all tickets after one revision and up to another.

    They carry the tickets' facts after each change, but their present texts.
    """
    return [change_of(row) for row in _FEED.rows(connection, after=after, until=until, limit=limit)]
