"""Between the wire and the domain: the only place that knows both."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from google.protobuf.timestamp_pb2 import Timestamp

from campusdesk.errors import DeskError
from campusdesk.policy import EDITABLE
from campusdesk.rules import Category, Reason, Status
from campusdesk.v1 import change_feed_pb2, ticket_pb2, ticket_service_pb2
from ticket_server.asked import Wanted
from ticket_server.editing import Overtaken
from ticket_server.feed import Sight
from ticket_server.judging import Suggestion
from ticket_server.similar.finder import SimilarTicket
from ticket_server.ticket import Change, FieldChange, HistoryEntry, Message, Ticket

if TYPE_CHECKING:
    from google.protobuf.internal.containers import RepeatedCompositeFieldContainer

_Enum = TypeVar("_Enum", bound=IntEnum)

_CATEGORY_NAMES = {category.word: f"CATEGORY_{category.name}" for category in Category}
# A field that nobody may edit is no field to edit; what this caller may edit is the help desk's question.
_EDITABLE = frozenset().union(*EDITABLE.values())
_DEFAULT_PAGE = 50
_LARGEST_PAGE = 200
_MOST_FOUND = 1_000
_DEFAULT_SIMILAR = 3
_MOST_SIMILAR = 20


def encode_ticket(ticket: Ticket) -> ticket_pb2.Ticket:
    """Return the whole ticket; on its way out it loses what its receiver may not see."""
    message = ticket_pb2.Ticket()
    _write_ticket(ticket, message)
    return message


def write_tickets(tickets: Iterable[Ticket], answer: "RepeatedCompositeFieldContainer[ticket_pb2.Ticket]") -> None:
    """Add whole tickets to an answer's, where they are to be: tickets that are put into it are copied slowly."""
    for ticket in tickets:
        _write_ticket(ticket, answer.add())


# Field by field takes five sixths of the time that a message takes to find what a dictionary names.
def _write_ticket(ticket: Ticket, message: ticket_pb2.Ticket) -> None:
    message.id = ticket.id
    message.description = ticket.description
    message.location = ticket.location
    message.contact = ticket.contact
    message.confidence = ticket.confidence
    message.taken_by = ticket.taken_by
    message.reported_from = ticket.reported_from
    message.revision = ticket.revision
    message.message_count = ticket.message_count
    message.last_message_revision = ticket.last_message_revision
    message.me_too_count = ticket.me_too_count
    message.note_count = ticket.note_count
    message.last_note_revision = ticket.last_note_revision
    # Members of our enumerations are the numbers of the contract's; to say so to the type checker would take time.
    kinds: Any = message
    kinds.status = ticket.status
    kinds.category = ticket.category
    kinds.category_source = ticket.category_source
    kinds.last_message_role = ticket.last_message_role or 0
    # To name a time is to make it present.
    if ticket.open_us:
        _write_time(ticket.open_us, message.open_time)
    if ticket.activate_us:
        _write_time(ticket.activate_us, message.activate_time)
    if ticket.update_us:
        _write_time(ticket.update_us, message.update_time)
    if ticket.close_us:
        _write_time(ticket.close_us, message.close_time)


def _write_time(microseconds: int, time: Timestamp) -> None:
    time.seconds, rest = divmod(microseconds, 1_000_000)
    time.nanos = rest * 1_000


def encode_message(message: Message) -> ticket_pb2.Message:
    """Return the message."""
    return ticket_pb2.Message(
        ticket_id=message.ticket_id,
        revision=message.revision,
        role=ticket_pb2.Role.ValueType(message.role),
        workstation=message.workstation,
        text=message.text,
        post_time=timestamp(message.post_us),
        internal=message.internal,
    )


def encode_change(change: Change, sight: Sight) -> change_feed_pb2.Change:
    """Return the change for the feed; of a ticket that left sight its number and when it was closed, and no more."""
    if sight is Sight.REMOVED:
        closed = timestamp(change.ticket.close_us)
        return change_feed_pb2.Change(
            revision=change.revision, ticket_id=change.ticket.id, removed=True, close_time=closed
        )
    return change_feed_pb2.Change(
        revision=change.revision,
        ticket_id=change.ticket.id,
        ticket=encode_ticket(change.ticket),
        message=encode_message(change.message) if change.message is not None else None,
        action=ticket_pb2.Action.ValueType(change.action),
        role=ticket_pb2.Role.ValueType(change.role),
        workstation=change.workstation,
    )


def encode_history(entry: HistoryEntry) -> ticket_pb2.TicketChange:
    """Return the entry of a ticket's history; the help desk has left out what the caller may not see."""
    return ticket_pb2.TicketChange(
        ticket_id=entry.ticket_id,
        revision=entry.revision,
        action=ticket_pb2.Action.ValueType(entry.action),
        role=ticket_pb2.Role.ValueType(entry.role),
        workstation=entry.workstation,
        change_time=timestamp(entry.change_us),
        fields=[_encode_field(field) for field in entry.fields],
        category_source=ticket_pb2.CategorySource.ValueType(entry.category_source),
    )


def _encode_field(field: FieldChange) -> ticket_pb2.FieldChange:
    if field.field != "category":
        return ticket_pb2.FieldChange(field=field.field, before=field.before, after=field.after)
    before, after = (_CATEGORY_NAMES[word] for word in (field.before, field.after))
    return ticket_pb2.FieldChange(field=field.field, before=before, after=after)


def encode_suggestion(suggestion: Suggestion) -> ticket_service_pb2.SuggestCategoryResponse:
    """Return the category that a text would get, and why."""
    return ticket_service_pb2.SuggestCategoryResponse(
        category=ticket_pb2.Category.ValueType(suggestion.category),
        confidence=suggestion.confidence,
        words=suggestion.words,
    )


@contextmanager
def telling_conflicts() -> Iterator[None]:
    """Give an overtaken edit the ticket that it met."""
    try:
        yield
    except Overtaken as error:
        error.current = encode_ticket(error.ticket)
        raise


def timestamp(microseconds: int) -> Timestamp | None:
    """Return the time, or None for 0: absent."""
    if not microseconds:
        return None
    time = Timestamp()
    _write_time(microseconds, time)
    return time


def decode_edits(request: ticket_service_pb2.UpdateTicketRequest) -> dict[str, str | Category | None]:
    """Return the new value of each field in the mask; None for a category that is to be automatic again.

    Raises DeskError FIELD_INVALID for an empty mask, a field that is none to edit, or an unknown category.
    """
    edits: dict[str, str | Category | None] = {}
    for path in request.update_mask.paths:
        if path == "category":
            edits[path] = decode_category(request.ticket.category)
        elif path in _EDITABLE:
            edits[path] = str(getattr(request.ticket, path))
        else:
            _invalid("update_mask")
    return edits or _invalid("update_mask")


def decode_status(value: int) -> Status | None:
    """Return the status to filter by, None for any; raises DeskError FIELD_INVALID."""
    return _member(Status, value, "status")


def decode_category(value: int) -> Category | None:
    """Return the category, None when unspecified; raises DeskError FIELD_INVALID."""
    return _member(Category, value, "category")


def decode_page_size(value: int) -> int:
    """Return how many are asked for, by AIP-158: 0 is the default, and more than the largest page is the largest."""
    if value < 0:
        _invalid("page_size")
    return min(value or _DEFAULT_PAGE, _LARGEST_PAGE)


def decode_search_limit(value: int) -> int:
    """Return how many are to be found: 0 is the default of a page, and more than the most is the most."""
    if value < 0:
        _invalid("limit")
    return min(value or _DEFAULT_PAGE, _MOST_FOUND)


def decode_wanted(request: ticket_service_pb2.FindSimilarTicketsRequest) -> Wanted:
    """Return what similar tickets are asked for; raises DeskError FIELD_INVALID."""
    if request.limit < 0:
        _invalid("limit")
    if request.ticket_id and request.description:
        _invalid("description")
    least = request.least_confidence if request.HasField("least_confidence") else None
    if least is not None and not 0 <= least <= 1:
        _invalid("least_confidence")
    limit = min(request.limit or _DEFAULT_SIMILAR, _MOST_SIMILAR)
    return Wanted(request.description, request.location, request.ticket_id, request.include_closed, limit, least)


def write_similar(
    found: Iterable[SimilarTicket], answer: "RepeatedCompositeFieldContainer[ticket_service_pb2.SimilarTicket]"
) -> None:
    """Add similar tickets to an answer's."""
    for one in found:
        added = answer.add(confidence=one.confidence)
        _write_ticket(one.ticket, added.ticket)


def _member(kind: type[_Enum], value: int, field: str) -> _Enum | None:
    if value == 0:
        return None
    try:
        return kind(value)
    except ValueError:
        _invalid(field)


def _invalid(field: str) -> NoReturn:
    raise DeskError(Reason.FIELD_INVALID, field=field)
