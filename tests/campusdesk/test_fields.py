"""What is left of an answer for each role, and which requests are refused for a field of theirs."""

import pytest
from google.protobuf import descriptor_pb2, field_mask_pb2, timestamp_pb2
from google.protobuf.descriptor import Descriptor
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass

from campusdesk import fields
from campusdesk.errors import DeskError
from campusdesk.rules import Reason, Role
from campusdesk.v1 import change_feed_pb2, ticket_pb2, ticket_service_pb2

TICKET = ticket_pb2.Ticket(
    id=7, status=ticket_pb2.STATUS_OPEN, description="Dark", location="B105", contact="me", reported_from="LAB-1"
)
# Field 99 with the text "x".
UNHEARD = b"\x9a\x06\x01x"
MESSAGE = ticket_pb2.Message(ticket_id=7, text="Soon", workstation="Desk 2")


def newer(message: Descriptor, number: int) -> Message:
    """Return an empty message of that name as a later contract has it: with one text more, `unheard`."""
    file = descriptor_pb2.FileDescriptorProto()
    message.file.CopyToProto(file)
    (grown,) = (kind for kind in file.message_type if kind.name == message.name)
    text = descriptor_pb2.FieldDescriptorProto
    grown.field.add(name="unheard", number=number, type=text.TYPE_STRING, label=text.LABEL_OPTIONAL)
    pool = DescriptorPool()
    for needed in (timestamp_pb2, field_mask_pb2, ticket_pb2):
        if needed.DESCRIPTOR.name != file.name:
            pool.AddSerializedFile(needed.DESCRIPTOR.serialized_pb)
    pool.Add(file)
    return GetMessageClass(pool.FindMessageTypeByName(message.full_name))()


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
    ticket = newer(ticket_pb2.Ticket.DESCRIPTOR, 99)
    ticket.ParseFromString(ticket_pb2.Ticket(id=7).SerializeToString() + UNHEARD)
    fields.hide(ticket, role)
    assert ticket.SerializeToString() == ticket_pb2.Ticket(id=7).SerializeToString()


@pytest.mark.parametrize("role", Role)
def test_a_field_without_a_row_may_be_set_by_nobody(role: Role) -> None:
    request = newer(ticket_service_pb2.CreateTicketRequest.DESCRIPTOR, 99)
    request.ParseFromString(UNHEARD)
    with pytest.raises(DeskError) as refused:
        fields.check_request(request, role)
    assert (refused.value.reason, refused.value.metadata) == (Reason.ROLE_FORBIDDEN, {"field": "unheard"})


@pytest.mark.parametrize("role", [Role.USER, Role.HELPDESK])
def test_what_is_not_set_needs_no_right(role: Role) -> None:
    request = newer(ticket_service_pb2.CreateTicketRequest.DESCRIPTOR, 99)
    request.ParseFromString(ticket_service_pb2.CreateTicketRequest(contact="me").SerializeToString())
    fields.check_request(request, role)


def test_a_role_without_the_method_may_set_nothing() -> None:
    with pytest.raises(DeskError) as refused:
        fields.check_request(ticket_service_pb2.CreateTicketRequest(contact="me"), Role.ANALYTICS)
    assert (refused.value.reason, refused.value.metadata) == (Reason.ROLE_FORBIDDEN, {"field": "contact"})
