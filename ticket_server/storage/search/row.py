"""The terms of one ticket, and what each change of the ticket makes of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from campusdesk.rules import Action, Status
from ticket_server.storage.search import terms
from ticket_server.ticket import Change, Ticket

# So many different words are found of what is said under a ticket: no conversation can make its row costly to write.
MOST_SAID = 2_000

# These leave the words and the sight of a ticket as they are, unless they edit a text.
_OF_FACTS = frozenset({Action.ACTIVATE, Action.UPDATE, Action.CATEGORISE, Action.ADD_ME_TOO})
_FOUND_BY = frozenset({"description", "location"})


@dataclass(frozen=True, slots=True)
class SearchRow:
    """The terms of a ticket's own texts and of its messages, each once and with a space between them."""

    ticket_id: int
    closed: bool = False
    own: str = ""
    said: str = ""


def matters(change: Change) -> bool:
    """Say whether the change can make the ticket be found by other words, or by other people."""
    return change.action not in _OF_FACTS or any(field.field in _FOUND_BY for field in change.fields)


def after(row: SearchRow, change: Change) -> SearchRow:
    """Return the row after a change of its ticket."""
    if change.action == Action.ERASE:
        return SearchRow(row.ticket_id, row.closed)
    own = _own(change.ticket) if change.action in {Action.CREATE, Action.UPDATE} else row.own
    said = _with(row.said, (change.message.text,)) if change.message is not None else row.said
    return replace(row, closed=change.ticket.status == Status.CLOSED, own=own, said=said)


def whole(ticket: Ticket, messages: Iterable[str]) -> SearchRow:
    """Return the row of a ticket and the texts of all its messages, oldest first."""
    closed = ticket.status == Status.CLOSED
    return row_of(ticket.id, closed=closed, own=(ticket.description, ticket.location), said=messages)


def row_of(ticket_id: int, *, closed: bool, own: Iterable[str], said: Iterable[str]) -> SearchRow:
    """Return the row of a ticket with these texts of its own, and these of its messages, oldest first."""
    return SearchRow(ticket_id, closed, " ".join(terms.cut(own)), _with("", said))


def _own(ticket: Ticket) -> str:
    return " ".join(terms.cut((ticket.description, ticket.location)))


def _with(said: str, texts: Iterable[str]) -> str:
    """Return the terms with those of the texts added, until there are MOST_SAID."""
    words = dict.fromkeys(said.split())
    for text in texts:
        if len(words) >= MOST_SAID:
            break
        words.update(dict.fromkeys(terms.cut((text,))))
    return " ".join(list(words)[:MOST_SAID])
