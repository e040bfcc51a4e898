"""What is left of an answer for each role, and which requests are refused for a field of theirs."""

import grpc
import pytest

from campusdesk import fields
from campusdesk.access import Caller, Gate
from campusdesk.channel import OPTIONS
from campusdesk.errors import DeskError, from_rpc_error
from campusdesk.interceptors import Guard
from campusdesk.keys import Keyring
from campusdesk.rules import Reason, Role
from campusdesk.v1 import change_feed_pb2, ticket_pb2, ticket_service_pb2
from tests.campusdesk.contract import UNHEARD, newer

TICKET = ticket_pb2.Ticket(
    id=7, status=ticket_pb2.STATUS_OPEN, description="Dark", location="B105", contact="me", reported_from="LAB-1"
)
MESSAGE = ticket_pb2.Message(ticket_id=7, text="Soon", workstation="Desk 2")


def shown(role: Role) -> ticket_pb2.Ticket:
    ticket = ticket_pb2.Ticket()
    ticket.CopyFrom(TICKET)
    fields.hide(ticket, role)
    return ticket


def test_helpdesk_staff_see_the_whole_ticket() -> None:
    assert shown(Role.HELPDESK) == TICKET


def test_a_simple_user_sees_all_but_the_contact() -> None:
    assert shown(Role.USER).contact == ""
    assert shown(Role.USER).description == "Dark"


def test_an_analytics_server_sees_facts_alone() -> None:
    assert shown(Role.ANALYTICS) == ticket_pb2.Ticket(id=7, status=ticket_pb2.STATUS_OPEN)


def test_what_is_hidden_is_hidden_deep_inside_too() -> None:
    changes = [change_feed_pb2.Change(revision=1, ticket=TICKET, message=MESSAGE, workstation="LAB-1")] * 2
    event = change_feed_pb2.WatchResponse(changes=change_feed_pb2.Changes(changes=changes, revision=2))
    fields.hide(event, Role.ANALYTICS)
    assert list(event.changes.changes) == [change_feed_pb2.Change(revision=1, ticket=shown(Role.ANALYTICS))] * 2
    assert event.changes.revision == 2


def test_hiding_in_what_is_absent_does_not_make_it() -> None:
    change = change_feed_pb2.Change(revision=1, removed=True)
    fields.hide(change, Role.USER)
    assert not change.HasField("ticket")


@pytest.mark.parametrize("role", Role)
def test_a_field_without_a_row_is_hidden_from_everybody(role: Role) -> None:
    ticket = newer(ticket_pb2.Ticket.DESCRIPTOR)()
    ticket.ParseFromString(ticket_pb2.Ticket(id=7).SerializeToString() + UNHEARD)
    fields.hide(ticket, role)
    assert ticket.SerializeToString() == ticket_pb2.Ticket(id=7).SerializeToString()


@pytest.mark.parametrize("role", Role)
def test_a_field_without_a_row_may_be_set_by_nobody(role: Role) -> None:
    request = newer(ticket_service_pb2.CreateTicketRequest.DESCRIPTOR)()
    request.ParseFromString(UNHEARD)
    with pytest.raises(DeskError) as refused:
        fields.check_request(request, role)
    assert (refused.value.reason, refused.value.metadata) == (Reason.ROLE_FORBIDDEN, {"field": "unheard"})


@pytest.mark.parametrize("role", [Role.USER, Role.HELPDESK])
def test_what_is_not_set_needs_no_right(role: Role) -> None:
    request = newer(ticket_service_pb2.CreateTicketRequest.DESCRIPTOR)()
    request.ParseFromString(ticket_service_pb2.CreateTicketRequest(contact="me").SerializeToString())
    fields.check_request(request, role)


def test_a_role_without_the_method_may_set_nothing() -> None:
    with pytest.raises(DeskError) as refused:
        fields.check_request(ticket_service_pb2.CreateTicketRequest(contact="me"), Role.ANALYTICS)
    assert (refused.value.reason, refused.value.metadata) == (Reason.ROLE_FORBIDDEN, {"field": "contact"})


async def test_the_guard_refuses_a_field_without_a_row_and_hides_it_in_an_answer() -> None:
    request, answer = newer(ticket_service_pb2.CreateTicketRequest.DESCRIPTOR), newer(ticket_pb2.Ticket.DESCRIPTOR)

    async def create(_request: object, _context: object) -> object:
        return answer.FromString(ticket_pb2.Ticket(id=7).SerializeToString() + UNHEARD)

    server = grpc.aio.server(interceptors=(Guard(Gate(Keyring(None))),), options=(("grpc.so_reuseport", 0),))
    method = grpc.unary_unary_rpc_method_handler(create, request.FromString, answer.SerializeToString)
    service = "campusdesk.v1.TicketService"
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(service, {"CreateTicket": method}),))
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    async with grpc.aio.insecure_channel(f"127.0.0.1:{port}", options=OPTIONS) as channel:
        call: grpc.aio.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary(f"/{service}/CreateTicket")
        user = Caller(Role.USER, "LAB-1").metadata()
        assert await call(b"", metadata=user, timeout=10) == ticket_pb2.Ticket(id=7).SerializeToString()
        with pytest.raises(grpc.RpcError) as raised:
            await call(UNHEARD, metadata=user, timeout=10)
    assert from_rpc_error(raised.value).metadata == {"field": "unheard"}
    await server.stop(None)
