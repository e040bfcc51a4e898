"""One ticket and its whole life as a line of JSON, read and written."""

import json
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from campusdesk.rules import Action, Category, CategorySource, Role, Status
from ticket_server import ticket as step
from ticket_server.instant import time_text
from ticket_server.judgement import Judgement, Verdict, automatic
from ticket_server.ticket import Change, FieldChange, HistoryEntry, Message, Stamp, Ticket
from ticket_server.transfer.fields import Fields, Wrong, checked_text, checked_word

_STATUSES = {status.word: status for status in Status}
_CATEGORIES = {category.word: category for category in Category}
_SOURCES = {source.word: source for source in CategorySource}
_WRITERS = {role.word: role for role in (Role.USER, Role.HELPDESK)}
_EDITS = {Action.UPDATE.word: Action.UPDATE}
_TEXTS = ("description", "location", "contact")
# What comes first when two things happened in the same microsecond.
_ORDER = {
    Action.CREATE: 0,
    Action.ACTIVATE: 1,
    Action.UPDATE: 2,
    Action.POST_MESSAGE: 2,
    Action.POST_NOTE: 2,
    Action.CLOSE: 3,
    Action.ERASE: 4,
}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a ticket, at a time in microseconds since 1970 UTC."""

    time_us: int
    action: Action
    role: Role
    workstation: str
    fields: tuple[FieldChange, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """A ticket's number and present texts, what was judged of it (None: the server's to judge), and all its events."""

    ticket_id: int
    texts: dict[str, str]
    judgement: Judgement | None
    update_us: int
    me_too_count: int
    installations: Sequence[bytes]
    events: tuple[Event, ...]


def read_line(line: str) -> Life:
    """Return the life that a line of JSON tells; raises Wrong, saying what is wrong with it."""
    try:
        fields = Fields(json.loads(line), "the line")
    except (ValueError, RecursionError):
        raise Wrong("the line is not JSON") from None
    ticket_id = fields.number("id")
    erase_us = fields.time_us("erase_time")
    erased = erase_us > 0
    texts = {
        "description": fields.text("description", "description", erased=erased),
        "location": fields.text("location", "location", ""),
        "contact": fields.text("contact", "contact", ""),
    }
    judgement = _judgement(fields)
    steps, update_us = _steps(fields), fields.time_us("update_time")
    me_too_count, installations = fields.count("me_too_count"), fields.uuids("me_too_installations")
    said = [_message(value, erased=erased) for value in fields.list("messages")]
    edits = [_edit(value, erased=erased) for value in fields.list("history")]
    erasing = [Event(erase_us, Action.ERASE, Role.HELPDESK, "")] if erased else []
    fields.end()
    _check_times(steps, said, edits, erasing, update_us)
    if len(installations) > me_too_count:
        raise Wrong("me_too_installations are more than me_too_count")
    if judgement is None and any(field.field == "category" for edit in edits for field in edit.fields):
        raise Wrong("category is missing, though the history edits it")
    events = sorted([*steps, *edits, *said, *erasing], key=lambda event: (event.time_us, _ORDER[event.action]))
    last_us = max(update_us, *(event.time_us for event in events if event.action != Action.POST_NOTE))
    return Life(ticket_id, texts, judgement, last_us, me_too_count, installations, tuple(events))


def changes(life: Life, revisions: Sequence[int], categorise: Callable[[str], Verdict]) -> Iterator[Change]:
    """Yield the life's changes under these revisions, one an event; the last one's ticket is the present one.

    Before an edit of the category the ticket had the other category; its texts and its count of me-toos are the
    present ones throughout.
    """
    judgement = life.judgement or automatic(categorise(life.texts["description"]))
    edited = [field for event in life.events for field in event.fields if field.field == "category"]
    first = Judgement(_CATEGORIES[edited[0].before], judgement.confidence, judgement.source) if edited else judgement
    ticket: Ticket | None = None
    for event, revision in zip(life.events, revisions, strict=True):
        stamp = Stamp(revision, event.role, event.workstation, event.time_us)
        if ticket is None:
            change = step.opened(stamp, life.ticket_id, life.texts, first)
            change = replace(change, ticket=change.ticket._replace(me_too_count=life.me_too_count))
        else:
            change = _after(ticket, event, stamp)
        if event is life.events[-1]:
            # What the server itself made of the category since its last edit is in no line of the history.
            change = replace(change, ticket=change.ticket._replace(category=judgement.category))
        ticket = change.ticket
        yield change


def present(life: Life, last: Ticket) -> Ticket:
    """Return the ticket as it stands after its last change, by what the line says of it."""
    return last._replace(update_us=life.update_us)


def write_line(
    ticket: Ticket, messages: Sequence[Message], history: Sequence[HistoryEntry], installations: Sequence[bytes]
) -> str:
    """Return the line of JSON for a ticket, its messages, and those of its changes that edited, closed or erased it.

    With the installations that said "me too" to it, so that none of them counts again elsewhere.
    """
    closed_by = [entry.workstation for entry in history if entry.action == Action.CLOSE]
    times = {
        "activate_time": ticket.activate_us,
        "update_time": ticket.update_us,
        "close_time": ticket.close_us,
        "erase_time": max((entry.change_us for entry in history if entry.action == Action.ERASE), default=0),
    }
    values = {
        "id": ticket.id,
        "status": ticket.status.word,
        **{name: getattr(ticket, name) for name in _TEXTS},
        "category": ticket.category.word,
        "confidence": ticket.confidence,
        "category_source": ticket.category_source.word,
        "reported_from": ticket.reported_from,
        "taken_by": ticket.taken_by,
        **({"closed_by": closed_by[0]} if closed_by else {}),
        "open_time": time_text(ticket.open_us),
        **{name: time_text(time_us) for name, time_us in times.items() if time_us},
        **({"me_too_count": ticket.me_too_count} if ticket.me_too_count else {}),
        **({"me_too_installations": [str(uuid.UUID(bytes=one)) for one in installations]} if installations else {}),
        "messages": [_message_values(message, ticket) for message in sorted(messages, key=lambda said: said.post_us)],
        "history": [_edit_values(entry) for entry in history if entry.action == Action.UPDATE],
    }
    return json.dumps(values, ensure_ascii=False)


def _message_values(message: Message, ticket: Ticket) -> dict[str, object]:
    # Nothing of the ticket remembers when a note was posted: a clock that was set back may have closed it before.
    post_us = min(message.post_us, ticket.close_us or message.post_us)
    return {
        "time": time_text(post_us),
        "role": message.role.word,
        "workstation": message.workstation,
        "text": message.text,
        **({"internal": True} if message.internal else {}),
    }


def _edit_values(entry: HistoryEntry) -> dict[str, object]:
    return {
        "time": time_text(entry.change_us),
        "role": entry.role.word,
        "workstation": entry.workstation,
        "action": entry.action.word,
        "changes": {field.field: [field.before, field.after] for field in entry.fields},
    }


def _judgement(fields: Fields) -> Judgement | None:
    """Return what the line says of the category: a person's word unless it says otherwise."""
    if not fields.has("category"):
        if fields.has("confidence") or fields.has("category_source"):
            raise Wrong("category is missing, though confidence or category_source is there")
        return None
    category = fields.word("category", _CATEGORIES)
    default = CategorySource.AUTOMATIC if fields.has("confidence") else CategorySource.CORRECTED
    source = fields.word("category_source", _SOURCES) if fields.has("category_source") else default
    certain = source == CategorySource.CORRECTED
    confidence = fields.share("confidence") if fields.has("confidence") else float(certain)
    if certain and confidence != 1:
        raise Wrong("confidence must be 1 where the category was corrected")
    return Judgement(category, confidence, source)


def _steps(fields: Fields) -> list[Event]:
    """Return the reporting, taking and closing that the times tell, which must agree with the status."""
    status = fields.word("status", _STATUSES)
    reported_from = fields.text("reported_from", "workstation")
    taken_by = fields.text("taken_by", "workstation", "")
    times = {name: fields.time_us(name) for name in ("open_time", "activate_time", "close_time")}
    happened = [bool(time_us) for time_us in times.values()]
    if happened != [True, status != Status.OPEN, status == Status.CLOSED]:
        raise Wrong("status does not agree with the times")
    if status == Status.OPEN and taken_by:
        raise Wrong("taken_by is there, though the ticket is open")
    if fields.has("closed_by") and status != Status.CLOSED:
        raise Wrong("closed_by is there, though the ticket is not closed")
    closed_by = fields.text("closed_by", "workstation", taken_by)
    who = (
        (Action.CREATE, Role.USER, reported_from),
        (Action.ACTIVATE, Role.HELPDESK, taken_by),
        (Action.CLOSE, Role.HELPDESK, closed_by),
    )
    return [Event(time_us, *by) for time_us, by in zip(times.values(), who, strict=True) if time_us]


def _message(value: object, *, erased: bool) -> Event:
    fields = Fields(value, "a message")
    internal = fields.flag("internal")
    event = Event(
        _happened(fields),
        Action.POST_NOTE if internal else Action.POST_MESSAGE,
        fields.word("role", _WRITERS),
        fields.text("workstation", "workstation"),
        text=fields.text("text", "message", erased=erased),
    )
    fields.end()
    if internal and event.role != Role.HELPDESK:
        raise Wrong("internal is true, though the role is not helpdesk")
    return event


def _edit(value: object, *, erased: bool) -> Event:
    fields = Fields(value, "an entry of the history")
    event = Event(
        _happened(fields),
        fields.word("action", _EDITS),
        fields.word("role", _WRITERS),
        fields.text("workstation", "workstation"),
        _field_changes(fields.take("changes"), erased=erased),
    )
    fields.end()
    return event


def _happened(fields: Fields) -> int:
    time_us = fields.time_us("time")
    if not time_us:
        raise Wrong("time is missing")
    return time_us


def _field_changes(value: object, *, erased: bool) -> tuple[FieldChange, ...]:
    if not isinstance(value, dict) or not value:
        raise Wrong("changes must be an object that is not empty")
    return tuple(_field_change(name, sides, erased=erased) for name, sides in value.items())


def _field_change(name: str, sides: object, *, erased: bool) -> FieldChange:
    if not isinstance(sides, list) or len(sides) != 2:
        raise Wrong("each of the changes must be a list of two: before and after")
    if name == "category":
        before, after = (checked_word(name, side, _CATEGORIES).word for side in sides)
    elif name in _TEXTS:
        before, after = (checked_text(name, side, name, erased=erased) for side in sides)
    else:
        raise Wrong("changes may hold description, location, contact and category")
    return FieldChange(name, before, after)


def _check_times(
    steps: Sequence[Event], said: Sequence[Event], edits: Sequence[Event], erasing: Sequence[Event], update_us: int
) -> None:
    """Raise Wrong unless everything happened in its order and between the ticket's opening and its closing.

    A ticket may be erased at any time after its opening.
    """
    for events in (steps, said, edits):
        if any(earlier.time_us > later.time_us for earlier, later in pairwise(events)):
            raise Wrong("the times are not in order")
    first, last = steps[0].time_us, steps[-1].time_us
    within = [*said, *edits]
    closed = steps[-1].action == Action.CLOSE
    if any(event.time_us < first or (closed and event.time_us > last) for event in within):
        raise Wrong("a message or an edit lies before the opening or after the closing")
    if any(event.time_us < first for event in erasing):
        raise Wrong("erase_time lies before the opening")
    # A note modifies nothing.
    newest = max(event.time_us for event in (*steps, *within, *erasing) if event.action != Action.POST_NOTE)
    if update_us and (update_us < newest or (closed and update_us > newest)):
        raise Wrong("update_time is not the time of the last change")


def _after(ticket: Ticket, event: Event, stamp: Stamp) -> Change:
    if event.action == Action.POST_MESSAGE:
        return step.with_message(ticket, stamp, event.text)
    if event.action == Action.POST_NOTE:
        return step.with_note(ticket, stamp, event.text)
    if event.action not in (Action.UPDATE, Action.ERASE):
        return step.advanced(ticket, stamp, event.action)
    category = next((_CATEGORIES[field.after] for field in event.fields if field.field == "category"), ticket.category)
    after = ticket._replace(category=category, revision=stamp.revision, update_us=event.time_us)
    return Change(stamp.revision, event.action, event.role, event.workstation, event.time_us, after, event.fields)
