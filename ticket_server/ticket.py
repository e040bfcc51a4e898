"""A ticket, its messages and its changes as plain values; each step makes the change that the next state comes from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from campusdesk.rules import Action, Category, CategorySource, Role, Status
from ticket_server.judgement import Judgement


# Pages and batches make many: a frozen dataclass of so many fields takes five times as long.
class Ticket(NamedTuple):
    """One reported problem. Times are microseconds since 1970 UTC, 0 = has not happened."""

    id: int
    status: Status
    description: str
    location: str
    contact: str
    category: Category
    confidence: float
    category_source: CategorySource
    open_us: int
    activate_us: int
    update_us: int
    close_us: int
    taken_by: str
    reported_from: str
    revision: int
    message_count: int
    last_message_revision: int
    last_message_role: Role | None
    me_too_count: int
    note_count: int
    last_note_revision: int


@dataclass(frozen=True, slots=True)
class Message:
    """One message under a ticket; its revision is its identity and its place in the conversation.

    An internal one is a note that only helpdesk staff read.
    """

    ticket_id: int
    revision: int
    role: Role
    workstation: str
    text: str
    post_us: int
    internal: bool = False


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after an edit, as text; a category by its word."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One committed change: the ticket after it, what was edited, and the message or note that was posted.

    A change that was read back from history carries the ticket's facts after it but its present texts; `since_closed`
    says that the ticket was found closed by a later change. A change that was just made carries the installation
    (16 bytes) that said "me too" by it.
    """

    revision: int
    action: Action
    role: Role
    workstation: str
    change_us: int
    ticket: Ticket
    fields: tuple[FieldChange, ...] = ()
    message: Message | None = None
    since_closed: bool = False
    installation: bytes = b""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change of a ticket as its history tells it: who did what when, without the ticket's texts.

    `category_source` is who had set the category once it was done.
    """

    ticket_id: int
    revision: int
    action: Action
    role: Role
    workstation: str
    change_us: int
    fields: tuple[FieldChange, ...]
    category_source: CategorySource


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who makes a change, when by the server's clock (microseconds since 1970 UTC), and under which revision."""

    revision: int
    role: Role
    workstation: str
    time_us: int


# Confidences that differ by less are the same to people.
_TOLD_APART = 0.001


def opened(stamp: Stamp, ticket_id: int, texts: Mapping[str, str], judgement: Judgement) -> Change:
    """Report a problem; `texts` are its description, location and contact."""
    ticket = Ticket(
        id=ticket_id,
        status=Status.OPEN,
        description=texts["description"],
        location=texts["location"],
        contact=texts["contact"],
        category=judgement.category,
        confidence=judgement.confidence,
        category_source=judgement.source,
        open_us=stamp.time_us,
        activate_us=0,
        update_us=stamp.time_us,
        close_us=0,
        taken_by="",
        reported_from=stamp.workstation,
        revision=stamp.revision,
        message_count=0,
        last_message_revision=0,
        last_message_role=None,
        me_too_count=0,
        note_count=0,
        last_note_revision=0,
    )
    return _change(stamp, Action.CREATE, ticket)


def edited(
    ticket: Ticket, stamp: Stamp, texts: Mapping[str, str], judgement: Judgement | None, *, clears: bool = False
) -> Change | None:
    """Edit texts, and the category when there is a judgement; return None when nothing would change.

    An automatic judgement comes with a new description, and replaces a person's only where that `clears` a correction.
    """
    fields = [FieldChange(name, getattr(ticket, name), text) for name, text in texts.items()]
    fields = [field for field in fields if field.before != field.after]
    after = _with_texts(ticket, texts)._replace(revision=stamp.revision, update_us=_now(ticket, stamp))
    if judgement is not None and _replaces(judgement, ticket, after, clears=clears):
        after = _judged(after, judgement)
        # A person's confirmation of what the categoriser guessed, and its end, are changes though the category stays.
        if after.category != ticket.category or after.category_source != ticket.category_source:
            fields.append(FieldChange("category", ticket.category.word, after.category.word))
    return _change(stamp, Action.UPDATE, after, tuple(fields)) if fields else None


def categorised(ticket: Ticket, stamp: Stamp, judgement: Judgement) -> Change | None:
    """Set the category anew by what was understood later; return None when that is none of it, or nothing would change.

    It modifies nothing: neither does the ticket's time of update move, nor is it touched once a person has set its
    category or it is closed.
    """
    if ticket.status == Status.CLOSED or ticket.category_source == CategorySource.CORRECTED:
        return None
    if judgement.category == ticket.category and abs(judgement.confidence - ticket.confidence) < _TOLD_APART:
        return None
    after = _judged(ticket, judgement)._replace(revision=stamp.revision)
    moved = judgement.category != ticket.category
    fields = (FieldChange("category", ticket.category.word, judgement.category.word),) if moved else ()
    change_us = _now(ticket, stamp)
    return Change(stamp.revision, Action.CATEGORISE, stamp.role, stamp.workstation, change_us, after, fields)


def advanced(ticket: Ticket, stamp: Stamp, action: Action) -> Change:
    """Take the ticket (ACTIVATE) or close it (CLOSE); whether it may be done is the rules' business."""
    now = _now(ticket, stamp)
    after = ticket._replace(revision=stamp.revision, update_us=now)
    if action == Action.ACTIVATE:
        after = after._replace(status=Status.ACTIVE, activate_us=now, taken_by=stamp.workstation)
    else:
        after = after._replace(status=Status.CLOSED, close_us=now)
    return _change(stamp, action, after)


def with_message(ticket: Ticket, stamp: Stamp, text: str) -> Change:
    """Post a message under the ticket."""
    now = _now(ticket, stamp)
    message = Message(ticket.id, stamp.revision, stamp.role, stamp.workstation, text, now)
    after = ticket._replace(
        revision=stamp.revision,
        update_us=now,
        message_count=ticket.message_count + 1,
        last_message_revision=stamp.revision,
        last_message_role=stamp.role,
    )
    return _change(stamp, Action.POST_MESSAGE, after, (), message)


def with_note(ticket: Ticket, stamp: Stamp, text: str) -> Change:
    """Post an internal note under the ticket.

    It modifies nothing that others see: the ticket's own revision stays too, so that nobody can tell.
    """
    now = _now(ticket, stamp)
    note = Message(ticket.id, stamp.revision, stamp.role, stamp.workstation, text, now, internal=True)
    after = ticket._replace(note_count=ticket.note_count + 1, last_note_revision=stamp.revision)
    return replace(_change(stamp, Action.POST_NOTE, after, (), note), change_us=now)


def joined(ticket: Ticket, stamp: Stamp, installation: bytes) -> Change:
    """Count an installation that has the problem too; that modifies nothing."""
    after = ticket._replace(revision=stamp.revision, me_too_count=ticket.me_too_count + 1)
    return replace(_change(stamp, Action.ADD_ME_TOO, after), change_us=_now(ticket, stamp), installation=installation)


def erased(ticket: Ticket, stamp: Stamp) -> Change:
    """Blank the ticket's texts; its facts stay."""
    after = _with_texts(ticket, {"description": "", "location": "", "contact": ""})._replace(
        revision=stamp.revision,
        update_us=_now(ticket, stamp),
    )
    return _change(stamp, Action.ERASE, after)


def undone(ticket: Ticket, fields: Iterable[FieldChange]) -> Ticket:
    """Return the ticket with the texts that it had before these edits, given newest first."""
    return _with_texts(ticket, {field.field: field.before for field in fields})


def _with_texts(ticket: Ticket, texts: Mapping[str, str]) -> Ticket:
    return ticket._replace(
        description=texts.get("description", ticket.description),
        location=texts.get("location", ticket.location),
        contact=texts.get("contact", ticket.contact),
    )


def _replaces(judgement: Judgement, before: Ticket, after: Ticket, *, clears: bool) -> bool:
    """Say whether the judgement counts: a person's does unless it is the same.

    The categoriser's does for new words, or in the place of a correction that is cleared.
    """
    if judgement.source == CategorySource.CORRECTED:
        return (judgement.category, judgement.source) != (before.category, before.category_source)
    if before.category_source == CategorySource.CORRECTED:
        return clears
    return before.description != after.description


def _judged(ticket: Ticket, judgement: Judgement) -> Ticket:
    return ticket._replace(
        category=judgement.category, confidence=judgement.confidence, category_source=judgement.source
    )


def _now(ticket: Ticket, stamp: Stamp) -> int:
    """Return the time of the change: never before the ticket's own past, even when the clock was set back."""
    return max(stamp.time_us, ticket.update_us)


def _change(
    stamp: Stamp,
    action: Action,
    after: Ticket,
    fields: tuple[FieldChange, ...] = (),
    message: Message | None = None,
) -> Change:
    return Change(stamp.revision, action, stamp.role, stamp.workstation, after.update_us, after, fields, message)
