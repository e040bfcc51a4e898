"""The terms of one ticket, and what each change of the ticket makes of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from campusdesk import terms
from campusdesk.rules import Action, Status
from ticket_server.ticket import Change, Message, Ticket

# So many different words are found of what is said under a ticket: no conversation can make its row costly to write.
MOST_SAID = 2_000

# These leave the words and the sight of a ticket as they are, unless they edit a text.
_OF_FACTS = frozenset({Action.ACTIVATE, Action.UPDATE, Action.CATEGORISE, Action.ADD_ME_TOO})
_FOUND_BY = frozenset({"description", "location"})


@dataclass(frozen=True, slots=True)
class SearchRow:
    """The terms of a ticket's own texts, of its messages and of its notes, each once and with a space between them.

    Those of the notes of a closed ticket stand among what was said: whoever finds that ticket reads them too.
    """

    ticket_id: int
    closed: bool = False
    own: str = ""
    said: str = ""
    noted: str = ""


def matters(change: Change) -> bool:
    """Say whether the change can make the ticket be found by other words, or by other people."""
    return change.action not in _OF_FACTS or any(field.field in _FOUND_BY for field in change.fields)


def after(row: SearchRow, change: Change) -> SearchRow:
    """Return the row after a change of its ticket."""
    if change.action == Action.ERASE:
        return SearchRow(row.ticket_id, row.closed)
    if change.action == Action.CLOSE:
        return _closed(row)
    if change.message is not None and change.message.internal:
        return replace(row, noted=_with(row.noted, (change.message.text,)))
    own = _own(change.ticket) if change.action in {Action.CREATE, Action.UPDATE} else row.own
    said = _with(row.said, (change.message.text,)) if change.message is not None else row.said
    return replace(row, own=own, said=said)


def whole(ticket: Ticket, messages: Iterable[Message]) -> SearchRow:
    """Return the row of a ticket and all its messages, oldest first."""
    said: dict[bool, list[str]] = {False: [], True: []}
    for message in messages:
        said[message.internal].append(message.text)
    row = row_of(ticket.id, own=(ticket.description, ticket.location), said=said[False], noted=said[True])
    return _closed(row) if ticket.status == Status.CLOSED else row


def row_of(ticket_id: int, *, own: Iterable[str], said: Iterable[str], noted: Iterable[str] = ()) -> SearchRow:
    """Return the row of an open ticket with these texts of its own, its messages and its notes, oldest first."""
    return SearchRow(ticket_id, False, " ".join(terms.cut(own)), _with("", said), _with("", noted))


def _closed(row: SearchRow) -> SearchRow:
    said = " ".join(dict.fromkeys((*row.said.split(), *row.noted.split())))
    return SearchRow(row.ticket_id, closed=True, own=row.own, said=said)


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
