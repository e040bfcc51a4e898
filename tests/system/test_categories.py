"""Categories on a running server: suggested while typed, set with the report, corrected, and automatic again."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import grpc
import pytest
from google.protobuf.field_mask_pb2 import FieldMask

from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.errors import from_rpc_error
from campusdesk.rules import Category, Reason, Role
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from campusdesk.v1.ticket_service_pb2_grpc import TicketServiceStub
from tests.system.programs import Program, ticket_server, until
from tests.system.secured import report

TEXT = "Bonjour, the RADIATOR in my office is cold and l'ascenseur est bloqué"
HOSTILE = ["a" * 10_000, "\U0001f525" * 5_000, "\x1b[2J\x07 \x7f;", "-'" * 4_999 + "a", "漏水" * 5_000]


@contextmanager
def desks(server: Program) -> Iterator[tuple[TicketServiceStub, TicketServiceStub]]:
    """Give a simple user's calls and the helpdesk's."""
    address = server.address()
    with (
        open_channel(address, Caller(Role.USER, "LAB-1")) as user,
        open_channel(address, Caller(Role.HELPDESK, "Desk 2")) as staff,
    ):
        yield TicketServiceStub(user), TicketServiceStub(staff)


def suggest(desk: TicketServiceStub, text: str) -> ticket_service_pb2.SuggestCategoryResponse:
    return desk.SuggestCategory(ticket_service_pb2.SuggestCategoryRequest(description=text))


def create(desk: TicketServiceStub, text: str) -> ticket_pb2.Ticket:
    request = ticket_service_pb2.CreateTicketRequest(request_id=str(uuid.uuid4()), description=text)
    return desk.CreateTicket(request)


def set_category(desk: TicketServiceStub, seen: ticket_pb2.Ticket, category: Category | None) -> ticket_pb2.Ticket:
    request = ticket_service_pb2.UpdateTicketRequest(
        request_id=str(uuid.uuid4()),
        ticket=ticket_pb2.Ticket(id=seen.id, category=ticket_pb2.Category.ValueType(category or 0)),
        update_mask=FieldMask(paths=["category"]),
        expected_revision=seen.revision,
    )
    return desk.UpdateTicket(request)


def judged(ticket: ticket_pb2.Ticket) -> tuple[int, float, int]:
    return ticket.category, ticket.confidence, ticket.category_source


def test_a_category_is_suggested_set_corrected_and_automatic_again(tmp_path: Path) -> None:
    with ticket_server(tmp_path / "tickets.db", "127.0.0.1:0") as server, desks(server) as (user, staff):
        suggestion = suggest(user, TEXT)
        assert suggestion.category == ticket_pb2.CATEGORY_FACILITY_MANAGEMENT
        assert 0 < len(suggestion.words) <= 5
        assert set(suggestion.words) <= {*TEXT.replace(",", "").split()}
        assert "RADIATOR" in suggestion.words
        made = create(user, TEXT)
        assert (made.category, made.confidence) == (suggestion.category, suggestion.confidence)
        corrected = set_category(staff, made, Category.SERVICES_COMPLAINTS)
        assert judged(corrected) == (3, 1.0, ticket_pb2.CATEGORY_SOURCE_CORRECTED)
        cleared = set_category(staff, corrected, None)
        assert judged(cleared) == judged(made)
        history = staff.ListChanges(ticket_service_pb2.ListChangesRequest(ticket_id=made.id)).changes
        automatic, person = "CATEGORY_FACILITY_MANAGEMENT", "CATEGORY_SERVICES_COMPLAINTS"
        edits = [(field.field, field.before, field.after) for change in history for field in change.fields]
        assert edits == [("category", automatic, person), ("category", person, automatic)]
        # To clear what is automatic already changes nothing.
        assert set_category(staff, cleared, None) == cleared
        with pytest.raises(grpc.RpcError) as refused:
            set_category(user, cleared, None)
        assert from_rpc_error(refused.value).reason is Reason.ROLE_FORBIDDEN


def test_no_text_keeps_the_server_from_answering(tmp_path: Path) -> None:
    with ticket_server(tmp_path / "tickets.db", "127.0.0.1:0") as server, desks(server) as (user, _staff):
        for text in HOSTILE:
            suggestion = suggest(user, text)
            made = create(user, text)
            assert (made.category, made.confidence) == (suggestion.category, suggestion.confidence)
            assert all(word in text for word in suggestion.words)
        assert server.stop() == 0
    assert any("CreateTicket" in line for line in server.complaints)
    assert not any("\U0001f525" in line or "漏水" in line for line in server.complaints)


def test_questions_have_a_limit_of_their_own_that_tells_when_to_ask_again(tmp_path: Path) -> None:
    few = ("--questions-per-second", "0.01", "--question-burst", "2")
    with ticket_server(tmp_path / "tickets.db", "127.0.0.1:0", *few) as server:
        address = server.address()
        for _ in range(2):
            with open_channel(address, Caller(Role.USER, "LAB-1")) as channel:
                suggest(TicketServiceStub(channel), "It drips")
        with open_channel(address, Caller(Role.USER, "another name")) as channel:
            with pytest.raises(grpc.RpcError) as refused:
                suggest(TicketServiceStub(channel), "It drips")
            refusal = from_rpc_error(refused.value)
            assert refusal.reason is Reason.RATE_LIMITED
            assert refusal.retry_delay_s is not None
            assert 50 < refusal.retry_delay_s <= 100
            report(channel)


def test_what_is_reported_before_the_encoder_is_loaded_is_refined_once_it_is(tmp_path: Path) -> None:
    with ticket_server(tmp_path / "tickets.db", "127.0.0.1:0", "--encoder") as server:
        address = server.address()
        with open_channel(address, Caller(Role.USER, "LAB-1")) as channel:
            user = TicketServiceStub(channel)
            # At once: the encoder is loaded a second after the start.
            first = create(user, TEXT)
            asked = ticket_service_pb2.ListChangesRequest(ticket_id=first.id, after_revision=first.revision)
            until(lambda: bool(user.ListChanges(asked).changes), "the ticket is refined")
            [change] = user.ListChanges(asked).changes
            assert change.action == ticket_pb2.ACTION_CATEGORISE
            refined = user.GetTicket(ticket_service_pb2.GetTicketRequest(id=first.id))
            assert refined.category_source == ticket_pb2.CATEGORY_SOURCE_AUTOMATIC
            assert (refined.description, refined.update_time) == (first.description, first.update_time)
            assert refined.revision > first.revision
            until(lambda: suggest(user, TEXT).confidence == refined.confidence, "the encoder itself suggests")
            assert set(suggest(user, TEXT).words) <= {*TEXT.replace(",", "").split()}
        assert server.stop() == 0
