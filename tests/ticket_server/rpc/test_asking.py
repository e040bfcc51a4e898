"""What people ask beside their tickets over the real protocol: categories of texts, and what holds some words."""

import pytest

from campusdesk.rules import Reason
from campusdesk.v1 import ticket_service_pb2
from tests.ticket_server.rpc.conftest import Desk, closed, refused

_service = ticket_service_pb2


async def test_a_category_is_suggested_with_the_words_that_spoke_for_it(user: Desk, staff: Desk) -> None:
    request = ticket_service_pb2.SuggestCategoryRequest(description="The WiFi password does not work")
    ticket = await user.report(request.description)
    for desk in (user, staff):
        answer = await desk.call("SuggestCategory", request)
        assert isinstance(answer, ticket_service_pb2.SuggestCategoryResponse)
        assert (answer.category, answer.confidence) == (ticket.category, ticket.confidence)
        assert "password" in answer.words


@pytest.mark.parametrize(
    ("description", "reason"),
    [("", Reason.TEXT_EMPTY), (" \u200b", Reason.TEXT_EMPTY), ("a" * 10_001, Reason.TEXT_TOO_LONG)],
)
async def test_no_category_is_suggested_for_a_text_that_no_ticket_may_have(
    user: Desk, description: str, reason: Reason
) -> None:
    error = await refused(
        user.call("SuggestCategory", ticket_service_pb2.SuggestCategoryRequest(description=description))
    )
    assert (error.reason, error.metadata["field"]) == (reason, "description")


async def test_what_is_searched_is_found_by_what_the_role_sees(user: Desk, staff: Desk, analytics: Desk) -> None:
    first, gone = await user.report("Il proiettore è spento"), await closed(user, staff)
    answer = await user.call("SearchTickets", _service.SearchTicketsRequest(text="PROIETTORE E"))
    assert answer == _service.SearchTicketsResponse(ids=[first.id])
    assert await user.call("SearchTickets", _service.SearchTicketsRequest(text=f"#{gone}")) == (
        _service.SearchTicketsResponse()
    )
    assert await staff.call("SearchTickets", _service.SearchTicketsRequest(text=f"#{gone}")) == (
        _service.SearchTicketsResponse(numbered=gone)
    )
    assert (await refused(analytics.call("SearchTickets", _service.SearchTicketsRequest(text="it")))).reason is (
        Reason.ROLE_FORBIDDEN
    )


async def test_how_many_are_found_is_bounded(user: Desk) -> None:
    ids = [(await user.report()).id for _ in range(3)]
    for limit, told, more in ((1, 1, True), (3, 3, False), (2**31 - 1, 3, False), (0, 3, False)):
        answer = await user.call("SearchTickets", _service.SearchTicketsRequest(text="drips", limit=limit))
        assert answer == _service.SearchTicketsResponse(ids=ids[::-1][:told], more=more)
    refusal = await refused(user.call("SearchTickets", _service.SearchTicketsRequest(text="drips", limit=-1)))
    assert (refusal.reason, refusal.metadata) == (Reason.FIELD_INVALID, {"field": "limit"})
    refusal = await refused(user.call("SearchTickets", _service.SearchTicketsRequest(text="x" * 201)))
    assert refusal.reason is Reason.TEXT_TOO_LONG
