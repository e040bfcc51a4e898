"""What crosses the wire: tickets and changes, as they are and as they are asked for."""

from collections.abc import Callable

import pytest
from google.protobuf.field_mask_pb2 import FieldMask
from google.protobuf.timestamp_pb2 import Timestamp
from hypothesis import given
from hypothesis import strategies as st

from campusdesk.errors import DeskError
from campusdesk.rules import Action, Category, CategorySource, Reason, Role, Status
from campusdesk.v1 import change_feed_pb2, ticket_pb2, ticket_service_pb2
from ticket_server.editing import Overtaken
from ticket_server.feed import Sight
from ticket_server.judgement import Judgement
from ticket_server.rpc import codec
from ticket_server.ticket import FieldChange, HistoryEntry, Stamp, Ticket, advanced, opened, with_message

CREATED = opened(
    Stamp(1, Role.USER, "LAB-1", 1_000_001),
    7,
    {"description": "Dark", "location": "B105", "contact": "me"},
    Judgement(Category.TECHNICAL_IT, 0.5, CategorySource.AUTOMATIC),
)
POSTED = with_message(CREATED.ticket, Stamp(2, Role.HELPDESK, "Desk 2", 2_000_000), "Soon")
CLOSED = advanced(POSTED.ticket, Stamp(3, Role.HELPDESK, "Desk 2", 3_000_000), Action.CLOSE)


def refused(call: Callable[[], object], field: str) -> None:
    with pytest.raises(DeskError) as raised:
        call()
    assert raised.value.reason is Reason.FIELD_INVALID
    assert raised.value.metadata["field"] == field


@pytest.mark.parametrize(("asked", "given_size"), [(0, 50), (1, 1), (200, 200), (201, 200), (2**31 - 1, 200)])
def test_a_page_size_is_kept_within_bounds(asked: int, given_size: int) -> None:
    assert codec.decode_page_size(asked) == given_size


def test_a_negative_page_size_is_refused() -> None:
    refused(lambda: codec.decode_page_size(-1), "page_size")


def test_a_ticket_is_encoded_whole() -> None:
    encoded = codec.encode_ticket(CREATED.ticket)
    assert (encoded.id, int(encoded.status), int(encoded.category)) == (7, Status.OPEN, Category.TECHNICAL_IT)
    assert (encoded.description, encoded.location, encoded.contact) == ("Dark", "B105", "me")
    assert (encoded.reported_from, encoded.taken_by, encoded.revision) == ("LAB-1", "", 1)


_times = st.integers(0, 2**53)
_counts = st.integers(0, 2**31 - 1)
_tickets = st.builds(
    Ticket,
    **dict.fromkeys(("open_us", "activate_us", "update_us", "close_us"), _times),
    **dict.fromkeys(("id", "revision", "message_count", "last_message_revision", "me_too_count"), _counts),
    **dict.fromkeys(("note_count", "last_note_revision"), _counts),
    confidence=st.floats(0, 1, width=32),
)


@given(tickets=st.lists(_tickets, max_size=3))
def test_a_page_has_every_field_of_its_tickets(tickets: list[Ticket]) -> None:
    answer = ticket_service_pb2.ListTicketsResponse()
    codec.write_tickets(tickets, answer.tickets)
    assert len(answer.tickets) == len(tickets)
    for ticket, encoded in zip(tickets, answer.tickets, strict=True):
        named = {field.removesuffix("_us"): value for field, value in ticket._asdict().items()}
        present = {field.name for field, _ in encoded.ListFields()}
        for field in encoded.DESCRIPTOR.fields:
            value = getattr(encoded, field.name)
            if field.name.endswith("_time"):
                moment = named[field.name.removesuffix("_time")]
                assert (value.ToMicroseconds(), field.name in present) == (moment, moment > 0)
            else:
                assert value == (named[field.name] or type(value)())


def test_a_time_that_has_not_happened_is_absent() -> None:
    encoded = codec.encode_ticket(CREATED.ticket)
    assert encoded.open_time.ToMicroseconds() == 1_000_001
    assert not encoded.HasField("activate_time")
    assert not encoded.HasField("close_time")


def test_a_change_carries_its_message() -> None:
    told = codec.encode_change(POSTED, Sight.WHOLE)
    assert (told.message.text, int(told.message.role), told.workstation) == ("Soon", Role.HELPDESK, "Desk 2")
    assert not codec.encode_change(CREATED, Sight.WHOLE).HasField("message")


def test_a_ticket_that_left_is_told_by_its_number_and_when_it_was_closed() -> None:
    told = codec.encode_change(CLOSED, Sight.REMOVED)
    left = change_feed_pb2.Change(revision=3, ticket_id=7, removed=True, close_time=Timestamp(seconds=3))
    assert told == left


def test_a_history_tells_categories_by_their_enum_names_and_texts_as_they_are() -> None:
    fields = FieldChange("category", "technical IT", "services complaints"), FieldChange("location", "technical IT", "")
    source = CategorySource.CORRECTED
    told = codec.encode_history(HistoryEntry(7, 3, Action.UPDATE, Role.HELPDESK, "Desk 2", 5, fields, source))
    assert told.category_source == ticket_pb2.CATEGORY_SOURCE_CORRECTED
    assert [(field.before, field.after) for field in told.fields] == [
        ("CATEGORY_TECHNICAL_IT", "CATEGORY_SERVICES_COMPLAINTS"),
        ("technical IT", ""),
    ]


def test_an_overtaken_edit_tells_the_ticket_that_it_met() -> None:
    with pytest.raises(Overtaken) as raised, codec.telling_conflicts():
        raise Overtaken(CREATED.ticket._replace(location="C1"))
    assert raised.value.current is not None
    assert raised.value.current.location == "C1"


def update(*paths: str, **fields: object) -> ticket_service_pb2.UpdateTicketRequest:
    ticket = ticket_pb2.Ticket(**fields)  # type: ignore[arg-type]
    return ticket_service_pb2.UpdateTicketRequest(ticket=ticket, update_mask=FieldMask(paths=paths))


def test_only_what_is_in_the_mask_is_edited() -> None:
    request = update("location", "category", description="not meant", category=int(Category.SERVICES_COMPLAINTS))
    assert codec.decode_edits(request) == {"location": "", "category": Category.SERVICES_COMPLAINTS}


def test_a_category_that_is_asked_for_and_unspecified_is_to_be_automatic_again() -> None:
    assert codec.decode_edits(update("category")) == {"category": None}


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        (update(description="x"), "update_mask"),
        (update("status"), "update_mask"),
        (update("description", "nothing"), "update_mask"),
        (update("category", category=99), "category"),
    ],
)
def test_an_edit_that_is_none_is_refused(request_: ticket_service_pb2.UpdateTicketRequest, field: str) -> None:
    refused(lambda: codec.decode_edits(request_), field)


def test_a_filter_is_a_known_member_or_none() -> None:
    assert codec.decode_status(0) is None
    assert codec.decode_status(2) is Status.ACTIVE
    assert codec.decode_category(3) is Category.SERVICES_COMPLAINTS
    refused(lambda: codec.decode_status(9), "status")
    refused(lambda: codec.decode_category(-1), "category")
