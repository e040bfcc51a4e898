"""Tickets of the same incident over the real protocol: what may be asked, by whom, and what the answer holds."""

import pytest

from campusdesk.errors import DeskError
from campusdesk.rules import Reason
from campusdesk.v1 import ticket_service_pb2
from tests.ticket_server.rpc.conftest import Desk, closed, refused
from ticket_server.asked import Wanted
from ticket_server.rpc import codec

_service = ticket_service_pb2
Asked = ticket_service_pb2.FindSimilarTicketsRequest
TEXT, PLACE = "The projector shows nothing but blue", "B2.14"
ODD = [
    "\u202e\U0001f525" * 5_000,
    "\x1b[2J '; DROP TABLE ticket; -- %s {0}",
    "漏" * 10_000,
    "e\u0301" * 5_000,
    "\ufdfa" * 10_000,
]

REFUSED = [
    (Asked(), "description", Reason.TEXT_EMPTY),
    (Asked(description=" \u200b\n"), "description", Reason.TEXT_EMPTY),
    (Asked(description="x" * 10_001), "description", Reason.TEXT_TOO_LONG),
    (Asked(description=TEXT, location="y" * 201), "location", Reason.TEXT_TOO_LONG),
    (Asked(description="a\x00b"), "description", Reason.FIELD_INVALID),
    (Asked(description=TEXT, limit=-1), "limit", Reason.FIELD_INVALID),
    (Asked(description=TEXT, least_confidence=-0.01), "least_confidence", Reason.FIELD_INVALID),
    (Asked(description=TEXT, least_confidence=1.01), "least_confidence", Reason.FIELD_INVALID),
    (Asked(description=TEXT, least_confidence=float("nan")), "least_confidence", Reason.FIELD_INVALID),
    (Asked(description=TEXT, ticket_id=1), "description", Reason.FIELD_INVALID),
    (Asked(ticket_id=-1), "ticket_id", Reason.FIELD_INVALID),
]


async def found(desk: Desk, request: Asked) -> list[int]:
    answer = await desk.call("FindSimilarTickets", request)
    assert isinstance(answer, _service.FindSimilarTicketsResponse)
    likely = [one.confidence for one in answer.tickets]
    assert likely == sorted(likely, reverse=True)
    assert all(0 < one <= 1 for one in likely)
    return [one.ticket.id for one in answer.tickets]


async def test_what_cannot_be_asked_is_refused_with_its_field(staff: Desk) -> None:
    for request, field, reason in REFUSED:
        error = await refused(staff.call("FindSimilarTickets", request))
        assert (error.reason, error.metadata["field"]) == (reason, field), request


async def test_a_user_asks_by_text_alone_and_never_among_closed_tickets(user: Desk, analytics: Desk) -> None:
    ticket = await user.report(TEXT, location=PLACE)
    for request in (Asked(ticket_id=ticket.id), Asked(description=TEXT, include_closed=True)):
        assert (await refused(user.call("FindSimilarTickets", request))).reason is Reason.ROLE_FORBIDDEN
    error = await refused(analytics.call("FindSimilarTickets", Asked(description=TEXT)))
    assert error.reason is Reason.ROLE_FORBIDDEN


async def test_a_ticket_that_is_not_there_is_like_none(staff: Desk) -> None:
    error = await refused(staff.call("FindSimilarTickets", Asked(ticket_id=17)))
    assert error.reason is Reason.TICKET_NOT_FOUND


async def test_what_is_told_is_bounded_and_seen_as_the_role_may(user: Desk, staff: Desk) -> None:
    ids = [(await user.report(TEXT, location=PLACE, contact="me@example.org")).id for _ in range(22)]
    gone = await closed(user, staff)
    request = Asked(description=TEXT, location=PLACE, least_confidence=0.0)
    for limit, told in ((0, 3), (1, 1), (20, 20), (2**31 - 1, 20)):
        request.limit = limit
        assert await found(user, request) == ids[::-1][:told]
    assert gone not in await found(user, request)
    answer = await user.call("FindSimilarTickets", request)
    assert isinstance(answer, _service.FindSimilarTicketsResponse)
    assert {one.ticket.contact for one in answer.tickets} == {""}
    assert ids[0] not in await found(staff, Asked(ticket_id=ids[0], limit=20, least_confidence=0.0))


async def test_odd_texts_are_answered(user: Desk) -> None:
    await user.report(TEXT, location=PLACE)
    for text in ODD:
        assert await found(user, Asked(description=text, location=text[:200], limit=20)) == []
        suggested = await user.call("SuggestCategory", _service.SuggestCategoryRequest(description=text))
        assert isinstance(suggested, _service.SuggestCategoryResponse)
        assert suggested.category in {1, 2, 3}
        assert 0 < suggested.confidence <= 1
        assert len(suggested.words) <= 5
        assert all(word in text for word in suggested.words)


def test_what_is_not_said_has_its_default_and_too_much_the_most() -> None:
    assert codec.decode_wanted(Asked(description="a", location="b")) == Wanted("a", "b", 0, False, 3, None)
    whole = Asked(ticket_id=7, include_closed=True, limit=21, least_confidence=0.0)
    assert codec.decode_wanted(whole) == Wanted("", "", 7, True, 20, 0.0)
    with pytest.raises(DeskError):
        codec.decode_wanted(Asked(limit=-1))
