"""The verbs over the real protocol: what each role gets, and what it is refused."""

import uuid

import pytest
from google.protobuf.field_mask_pb2 import FieldMask

from campusdesk.rules import Category, Reason, Role, Status
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from tests.ticket_server.rpc.conftest import Desk, closed, refused

_service = ticket_service_pb2


def edit(
    ticket_id: int, expected_revision: int, paths: list[str] | None = None, **fields: str | int
) -> ticket_service_pb2.UpdateTicketRequest:
    return _service.UpdateTicketRequest(
        request_id=str(uuid.uuid4()),
        ticket=ticket_pb2.Ticket(id=ticket_id, **fields),  # type: ignore[arg-type]
        update_mask=FieldMask(paths=list(fields) if paths is None else paths),
        expected_revision=expected_revision,
    )


async def test_a_ticket_goes_from_open_to_closed_by_the_servers_clock(user: Desk, staff: Desk) -> None:
    reported = await user.report("No WiFi", location="Library", contact="me@campus.example")
    assert reported.status == ticket_pb2.STATUS_OPEN
    assert reported.reported_from == "user desk"
    assert reported.open_time == reported.update_time
    active = await staff.activate(reported.id)
    assert (active.status, active.taken_by) == (ticket_pb2.STATUS_ACTIVE, "helpdesk desk")
    assert active.activate_time == active.update_time
    done = await staff.close(reported.id)
    assert done.status == ticket_pb2.STATUS_CLOSED
    assert done.open_time.ToMicroseconds() <= done.activate_time.ToMicroseconds() <= done.close_time.ToMicroseconds()


async def test_only_helpdesk_staff_receive_the_contact(user: Desk, staff: Desk) -> None:
    reported = await user.report(contact="+39 02 555")
    assert reported.contact == ""
    assert (await user.get(reported.id)).contact == ""
    assert (await staff.get(reported.id)).contact == "+39 02 555"


async def test_pages_and_batches_tell_the_contact_to_helpdesk_staff_only(user: Desk, staff: Desk) -> None:
    contacts = ["+39 02 555", "room 5", ""]
    ids = [(await user.report(contact=contact)).id for contact in contacts]
    for desk, told in ((user, ["", "", ""]), (staff, contacts)):
        batch = await desk.call("BatchGetTickets", _service.BatchGetTicketsRequest(ids=ids))
        listed = await desk.call("ListTickets", _service.ListTicketsRequest())
        assert isinstance(batch, _service.BatchGetTicketsResponse)
        assert isinstance(listed, _service.ListTicketsResponse)
        assert [(ticket.id, ticket.contact) for ticket in batch.tickets] == list(zip(ids, told, strict=True))
        assert list(listed.tickets) == list(batch.tickets)[::-1]


async def test_tickets_of_a_workstation_are_listed_page_by_page(user: Desk, staff: Desk) -> None:
    own = [(await user.report()).id for _ in range(3)]
    of_staff = await staff.report()
    await closed(user, staff)
    for desk, place, expected in ((user, "user desk", own), (staff, of_staff.reported_from, [of_staff.id])):
        asked, told = _service.ListTicketsRequest(page_size=2, reported_from=place), []
        while True:
            listed = await desk.call("ListTickets", asked)
            assert isinstance(listed, _service.ListTicketsResponse)
            told += [ticket.id for ticket in listed.tickets]
            asked.page_token = listed.next_page_token
            if not asked.page_token:
                break
        assert told == expected[::-1]
    first = await user.call("ListTickets", _service.ListTicketsRequest(page_size=2, reported_from="user desk"))
    assert isinstance(first, _service.ListTicketsResponse)
    other = _service.ListTicketsRequest(reported_from="elsewhere", page_token=first.next_page_token)
    assert (await refused(user.call("ListTickets", other))).metadata["field"] == "page_token"
    for name, reason in (("x" * 65, Reason.TEXT_TOO_LONG), ("a\0b", Reason.FIELD_INVALID)):
        error = await refused(user.call("ListTickets", _service.ListTicketsRequest(reported_from=name)))
        assert (error.reason, error.metadata["field"]) == (reason, "reported_from")


async def test_a_category_is_always_one_of_three(user: Desk) -> None:
    for text in ("?", "漏水", "wifi", "x" * 10_000):
        reported = await user.report(text)
        assert int(reported.category) in list(Category)
        assert 0 <= reported.confidence <= 1
        assert reported.category_source == ticket_pb2.CATEGORY_SOURCE_AUTOMATIC


async def test_a_closed_ticket_does_not_exist_for_a_simple_user(user: Desk, staff: Desk) -> None:
    number = await closed(user, staff)
    for call in (
        user.get(number),
        user.post(number),
        user.call("UpdateTicket", edit(number, 1, description="x")),
        user.call("ListMessages", _service.ListMessagesRequest(ticket_id=number)),
        user.call("ListChanges", _service.ListChangesRequest(ticket_id=number)),
    ):
        assert (await refused(call)).reason is Reason.TICKET_CLOSED
    batch = await user.call("BatchGetTickets", _service.BatchGetTicketsRequest(ids=[number]))
    listed = await user.call("ListTickets", _service.ListTicketsRequest())
    assert isinstance(batch, _service.BatchGetTicketsResponse)
    assert isinstance(listed, _service.ListTicketsResponse)
    assert not batch.tickets
    assert not listed.tickets


async def test_closed_is_final_for_helpdesk_staff_too(user: Desk, staff: Desk) -> None:
    number = await closed(user, staff)
    assert (await staff.get(number)).status == ticket_pb2.STATUS_CLOSED
    for call in (staff.post(number), staff.call("UpdateTicket", edit(number, 1, category=Category.TECHNICAL_IT))):
        assert (await refused(call)).reason is Reason.TICKET_FINAL
    for step in (staff.activate(number), staff.close(number)):
        error = await refused(step)
        assert error.reason is Reason.WRONG_TRANSITION
        assert error.metadata["status"] == "CLOSED"


async def test_no_status_is_skipped_and_only_staff_advance(user: Desk, staff: Desk) -> None:
    number = (await user.report()).id
    assert (await refused(staff.close(number))).reason is Reason.WRONG_TRANSITION
    assert (await refused(user.activate(number))).reason is Reason.ROLE_FORBIDDEN
    await staff.activate(number)
    assert (await refused(staff.activate(number))).reason is Reason.WRONG_TRANSITION
    assert (await refused(user.close(number))).reason is Reason.ROLE_FORBIDDEN


async def test_a_corrected_category_stays_when_the_text_is_edited(user: Desk, staff: Desk) -> None:
    ticket = await user.report("The WiFi password does not work")
    other = Category.SERVICES_COMPLAINTS
    await staff.call("UpdateTicket", edit(ticket.id, ticket.revision, category=other))
    await user.call("UpdateTicket", edit(ticket.id, ticket.revision, description="The router is broken"))
    now = await staff.get(ticket.id)
    assert (int(now.category), now.category_source) == (other, ticket_pb2.CATEGORY_SOURCE_CORRECTED)
    assert now.description == "The router is broken"


async def test_a_correction_is_taken_back_and_its_history_tells_both(user: Desk, staff: Desk) -> None:
    ticket = await user.report("The WiFi password does not work")
    corrected = await staff.call("UpdateTicket", edit(ticket.id, 1, category=Category.SERVICES_COMPLAINTS))
    assert isinstance(corrected, ticket_pb2.Ticket)
    cleared = await staff.call("UpdateTicket", edit(ticket.id, corrected.revision, ["category"]))
    assert isinstance(cleared, ticket_pb2.Ticket)
    assert (cleared.category, cleared.confidence) == (ticket.category, ticket.confidence)
    assert cleared.category_source == ticket_pb2.CATEGORY_SOURCE_AUTOMATIC
    answer = await staff.call("ListChanges", ticket_service_pb2.ListChangesRequest(ticket_id=ticket.id))
    assert isinstance(answer, ticket_service_pb2.ListChangesResponse)
    edited = [(field.before, field.after) for change in answer.changes for field in change.fields]
    mine, theirs = "CATEGORY_TECHNICAL_IT", "CATEGORY_SERVICES_COMPLAINTS"
    assert edited == [(mine, theirs), (theirs, mine)]


@pytest.mark.parametrize("field", ["contact", "category"])
async def test_a_simple_user_edits_text_and_location_only(user: Desk, field: str) -> None:
    ticket = await user.report()
    request = edit(ticket.id, ticket.revision, [field], contact="x", category=Category.TECHNICAL_IT)
    error = await refused(user.call("UpdateTicket", request))
    assert error.reason is Reason.ROLE_FORBIDDEN


async def test_edits_of_different_fields_merge_and_the_same_field_is_overtaken(user: Desk, staff: Desk) -> None:
    ticket = await user.report("It drips", location="Hall", contact="secret")
    await staff.call("UpdateTicket", edit(ticket.id, ticket.revision, location="Hall B"))
    merged = await user.call("UpdateTicket", edit(ticket.id, ticket.revision, description="It drips a lot"))
    assert isinstance(merged, ticket_pb2.Ticket)
    assert (merged.location, merged.description) == ("Hall B", "It drips a lot")
    error = await refused(user.call("UpdateTicket", edit(ticket.id, ticket.revision, location="Hall C")))
    assert error.reason is Reason.EDIT_OVERTAKEN
    assert error.current is not None
    assert (error.current.location, error.current.contact) == ("Hall B", "")


@pytest.mark.parametrize(
    ("paths", "fields", "named"),
    [
        ([], {}, "update_mask"),
        (["status"], {"status": Status.CLOSED}, "update_mask"),
        (["id"], {}, "update_mask"),
        (["category"], {"category": 9}, "category"),
        (["description"], {"description": " "}, "description"),
    ],
)
async def test_an_edit_that_is_none_names_its_field(
    user: Desk, staff: Desk, paths: list[str], fields: dict[str, str | int], named: str
) -> None:
    ticket = await user.report()
    error = await refused(staff.call("UpdateTicket", edit(ticket.id, ticket.revision, paths, **fields)))
    assert error.reason in {Reason.FIELD_INVALID, Reason.TEXT_EMPTY}
    assert error.metadata["field"] == named


@pytest.mark.parametrize("ticket_id", [0, -1, -(2**63), 2**63 - 1, 404])
async def test_an_id_that_no_ticket_has(user: Desk, ticket_id: int) -> None:
    assert (await refused(user.get(ticket_id))).reason in {Reason.FIELD_INVALID, Reason.TICKET_NOT_FOUND}


async def test_a_repeated_request_finds_its_own_result(user: Desk) -> None:
    request = _service.CreateTicketRequest(request_id=str(uuid.uuid4()), description="It drips")
    first = await user.call("CreateTicket", request)
    assert await user.call("CreateTicket", request) == first
    request.description = "It pours"
    assert (await refused(user.call("CreateTicket", request))).reason is Reason.REQUEST_ID_REUSED


@pytest.mark.parametrize("request_id", ["", "1", "x" * 36, "\u0661" * 36])
async def test_a_write_needs_a_request_id(user: Desk, request_id: str) -> None:
    error = await refused(
        user.call("CreateTicket", _service.CreateTicketRequest(request_id=request_id, description="It drips"))
    )
    assert (error.reason, error.metadata["field"]) == (Reason.FIELD_INVALID, "request_id")


async def test_pages_hold_every_ticket_once_newest_first(user: Desk) -> None:
    numbers = [(await user.report(f"Problem {index}")).id for index in range(7)]
    seen: list[int] = []
    token = ""
    for _ in range(4):
        page = await user.call("ListTickets", _service.ListTicketsRequest(page_size=2, page_token=token))
        assert isinstance(page, _service.ListTicketsResponse)
        seen += [ticket.id for ticket in page.tickets]
        token = page.next_page_token
    assert seen == numbers[::-1]
    assert token == ""


async def test_a_page_token_is_bound_to_its_role_and_filter(user: Desk, staff: Desk) -> None:
    for _ in range(3):
        await user.report()
    page = await staff.call("ListTickets", _service.ListTicketsRequest(page_size=1))
    assert isinstance(page, _service.ListTicketsResponse)
    token = page.next_page_token
    for call in (
        user.call("ListTickets", _service.ListTicketsRequest(page_token=token)),
        staff.call("ListTickets", _service.ListTicketsRequest(page_token=token, status=ticket_pb2.STATUS_OPEN)),
        staff.call("ListTickets", _service.ListTicketsRequest(page_token="%%")),
        staff.call("ListTickets", _service.ListTicketsRequest(page_token="AAAA")),
    ):
        assert (await refused(call)).metadata["field"] == "page_token"


@pytest.mark.parametrize(("field", "value"), [("page_size", -1), ("status", 9), ("category", 9)])
async def test_a_list_of_what_is_not_names_its_field(user: Desk, field: str, value: int) -> None:
    request = _service.ListTicketsRequest(**{field: value})  # type: ignore[arg-type]
    error = await refused(user.call("ListTickets", request))
    assert (error.reason, error.metadata["field"]) == (Reason.FIELD_INVALID, field)


async def test_a_conversation_and_a_history_come_in_pages(user: Desk, staff: Desk) -> None:
    number = (await user.report()).id
    for index in range(3):
        await staff.post(number, f"<b>{index}</b>")
    first = await user.call("ListMessages", _service.ListMessagesRequest(ticket_id=number, page_size=2))
    assert isinstance(first, _service.ListMessagesResponse)
    assert ([message.text for message in first.messages], first.more) == (["<b>0</b>", "<b>1</b>"], True)
    after = first.messages[-1].revision
    rest = await user.call("ListMessages", _service.ListMessagesRequest(ticket_id=number, after_revision=after))
    assert isinstance(rest, _service.ListMessagesResponse)
    assert ([message.text for message in rest.messages], rest.more) == (["<b>2</b>"], False)
    assert {message.workstation for message in rest.messages} == {"helpdesk desk"}
    history = await user.call("ListChanges", _service.ListChangesRequest(ticket_id=number))
    assert isinstance(history, _service.ListChangesResponse)
    assert [change.action for change in history.changes] == [
        ticket_pb2.ACTION_CREATE,
        *[ticket_pb2.ACTION_POST_MESSAGE] * 3,
    ]


async def test_history_tells_the_contact_to_helpdesk_staff_only(user: Desk, staff: Desk) -> None:
    ticket = await user.report()
    await staff.call("UpdateTicket", edit(ticket.id, ticket.revision, contact="room 5"))
    told = {}
    for desk in (user, staff):
        history = await desk.call("ListChanges", _service.ListChangesRequest(ticket_id=ticket.id))
        assert isinstance(history, _service.ListChangesResponse)
        told[desk.role] = [field.after for change in history.changes for field in change.fields]
    assert told == {Role.USER: [], Role.HELPDESK: ["room 5"]}


async def test_history_tells_a_category_by_its_enum_name(user: Desk, staff: Desk) -> None:
    ticket = await user.report("The WiFi password does not work")
    await staff.call("UpdateTicket", edit(ticket.id, ticket.revision, category=Category.SERVICES_COMPLAINTS))
    history = await user.call("ListChanges", _service.ListChangesRequest(ticket_id=ticket.id))
    assert isinstance(history, _service.ListChangesResponse)
    (field,) = history.changes[-1].fields
    assert field.before == ticket_pb2.Category.Name(ticket.category)
    assert field.after == "CATEGORY_SERVICES_COMPLAINTS"


async def test_the_server_counts_what_is_open_and_active(user: Desk, staff: Desk) -> None:
    numbers = [(await user.report()).id for _ in range(3)]
    await staff.activate(numbers[0])
    info = await user.call("GetServerInfo", _service.GetServerInfoRequest())
    assert isinstance(info, _service.ServerInfo)
    assert (info.open_count, info.active_count, info.revision, info.sample_data) == (2, 1, 4, False)
    # A server without keys lets everybody choose.
    assert [Role(role) for role in info.roles] == list(Role)
