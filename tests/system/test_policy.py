"""Who may call what, and what comes of it: every method of every service x role x the ticket's status, as one table."""

import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pytest
from google.protobuf.duration_pb2 import Duration
from google.protobuf.field_mask_pb2 import FieldMask
from google.protobuf.message import Message

from campusdesk.rules import Reason, Role, Status
from campusdesk.v1 import analytics_pb2, change_feed_pb2, operations_pb2, ticket_pb2, ticket_service_pb2
from tests.campusdesk import contract
from tests.system.calls import Outcome, Servers, introduced
from tests.system.programs import UNLIMITED, campus

pb = ticket_service_pb2
TICKETS = "/campusdesk.v1.TicketService/"

# What a cell may say besides the reason of a refusal: the call is answered; its answer holds the ticket, or does not.
OK, SEEN, HIDDEN = "ok", "seen", "hidden"
FORBIDDEN, CLOSED, FINAL, WRONG = (
    Reason.ROLE_FORBIDDEN,
    Reason.TICKET_CLOSED,
    Reason.TICKET_FINAL,
    Reason.WRONG_TRANSITION,
)
_NEVER = (FORBIDDEN, FORBIDDEN, FORBIDDEN)
_ALWAYS = (OK, OK, OK)

# method: what a simple user, helpdesk staff and an analytics server meet when the ticket is open, active, closed.
TABLE = {
    TICKETS + "CreateTicket": (_ALWAYS, _ALWAYS, _NEVER),
    TICKETS + "GetTicket": ((SEEN, SEEN, CLOSED), (SEEN, SEEN, SEEN), _NEVER),
    TICKETS + "BatchGetTickets": ((SEEN, SEEN, HIDDEN), (SEEN, SEEN, SEEN), _NEVER),
    TICKETS + "ListTickets": ((SEEN, SEEN, HIDDEN), (SEEN, SEEN, SEEN), _NEVER),
    TICKETS + "SearchTickets": ((SEEN, SEEN, HIDDEN), (SEEN, SEEN, SEEN), _NEVER),
    TICKETS + "UpdateTicket": ((SEEN, SEEN, CLOSED), (SEEN, SEEN, FINAL), _NEVER),
    TICKETS + "ActivateTicket": (_NEVER, (SEEN, WRONG, WRONG), _NEVER),
    TICKETS + "CloseTicket": (_NEVER, (WRONG, SEEN, WRONG), _NEVER),
    TICKETS + "PostMessage": ((SEEN, SEEN, CLOSED), (SEEN, SEEN, FINAL), _NEVER),
    TICKETS + "ListMessages": ((OK, OK, CLOSED), _ALWAYS, _NEVER),
    TICKETS + "ListChanges": ((SEEN, SEEN, CLOSED), (SEEN, SEEN, SEEN), _NEVER),
    TICKETS + "AddMeToo": ((SEEN, SEEN, CLOSED), (SEEN, SEEN, FINAL), _NEVER),
    TICKETS + "FindSimilarTickets": (_ALWAYS, _ALWAYS, _NEVER),
    TICKETS + "SuggestCategory": (_ALWAYS, _ALWAYS, _NEVER),
    TICKETS + "GetServerInfo": (_ALWAYS, _ALWAYS, _ALWAYS),
    "/campusdesk.v1.ChangeFeedService/Watch": ((SEEN, SEEN, HIDDEN), (SEEN, SEEN, SEEN), (SEEN, SEEN, SEEN)),
    "/campusdesk.v1.OperationsService/GetServerStatus": (_ALWAYS, _ALWAYS, _ALWAYS),
    "/campusdesk.v1.BacklogService/WatchBacklog": (_NEVER, _ALWAYS, _NEVER),
    "/campusdesk.v1.ResolutionTimeService/WatchResolutionTimes": (_NEVER, _ALWAYS, _NEVER),
    "/campusdesk.v1.CategoryLoadService/WatchCategoryLoad": (_NEVER, _ALWAYS, _NEVER),
}
CELLS = [
    pytest.param(method, role, status, outcomes[role - 1][status - 1], id=f"{method[1:]}-{role.word}-{status.word}")
    for method, outcomes in TABLE.items()
    for role in Role
    for status in Status
]


@dataclass(frozen=True)
class Case:
    """A ticket in the wanted status, and a word that only its description holds."""

    id: int
    revision: int
    word: str


def _edit(case: Case) -> Message:
    return pb.UpdateTicketRequest(
        request_id=str(uuid.uuid4()),
        ticket=ticket_pb2.Ticket(id=case.id, location="Hall B"),
        update_mask=FieldMask(paths=["location"]),
        expected_revision=case.revision,
    )


def _join(case: Case) -> Message:
    return pb.AddMeTooRequest(request_id=str(uuid.uuid4()), ticket_id=case.id, installation_id=str(uuid.uuid4()))


# A lawful request of each method about the ticket.
REQUESTS: dict[str, Callable[[Case], Message]] = {
    "CreateTicket": lambda _: pb.CreateTicketRequest(request_id=str(uuid.uuid4()), description="It drips"),
    "GetTicket": lambda case: pb.GetTicketRequest(id=case.id),
    "BatchGetTickets": lambda case: pb.BatchGetTicketsRequest(ids=[case.id]),
    "ListTickets": lambda _: pb.ListTicketsRequest(page_size=200),
    "SearchTickets": lambda case: pb.SearchTicketsRequest(text=case.word),
    "UpdateTicket": _edit,
    "ActivateTicket": lambda case: pb.ActivateTicketRequest(request_id=str(uuid.uuid4()), id=case.id),
    "CloseTicket": lambda case: pb.CloseTicketRequest(request_id=str(uuid.uuid4()), id=case.id),
    "PostMessage": lambda case: pb.PostMessageRequest(request_id=str(uuid.uuid4()), ticket_id=case.id, text="Soon"),
    "ListMessages": lambda case: pb.ListMessagesRequest(ticket_id=case.id),
    "ListChanges": lambda case: pb.ListChangesRequest(ticket_id=case.id),
    "AddMeToo": _join,
    "FindSimilarTickets": lambda _: pb.FindSimilarTicketsRequest(description="It drips", least_confidence=0),
    "SuggestCategory": lambda _: pb.SuggestCategoryRequest(description="It drips"),
    "GetServerInfo": lambda _: pb.GetServerInfoRequest(),
    "Watch": lambda _: change_feed_pb2.WatchRequest(),
    "GetServerStatus": lambda _: operations_pb2.GetServerStatusRequest(),
    "WatchBacklog": lambda _: analytics_pb2.WatchBacklogRequest(period=Duration(seconds=3600)),
    "WatchResolutionTimes": lambda _: analytics_pb2.WatchResolutionTimesRequest(),
    "WatchCategoryLoad": lambda _: analytics_pb2.WatchCategoryLoadRequest(),
}


# The tickets that an answer, or the first event of a stream, tells of.
NUMBERS: dict[type[Message], Callable[..., Iterable[int]]] = {
    ticket_pb2.Ticket: lambda ticket: [ticket.id],
    ticket_pb2.Message: lambda message: [message.ticket_id],
    pb.BatchGetTicketsResponse: lambda batch: [ticket.id for ticket in batch.tickets],
    pb.ListTicketsResponse: lambda page: [ticket.id for ticket in page.tickets],
    pb.SearchTicketsResponse: lambda found: found.ids,
    pb.ListChangesResponse: lambda part: [change.ticket_id for change in part.changes],
    change_feed_pb2.WatchResponse: lambda event: np.frombuffer(event.snapshot.facts.id, "<i8").tolist(),
}


def told(outcome: Outcome, case: Case, expected: str | Reason) -> str | Reason:
    """Return what the outcome is in the words of the table."""
    if outcome.reason is not None:
        return outcome.reason
    assert outcome.answer is not None, outcome
    if expected == OK:
        return OK
    return SEEN if case.id in NUMBERS[type(outcome.answer)](outcome.answer) else HIDDEN


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    database = tmp_path_factory.mktemp("policy") / "tickets.db"
    with campus(database, *UNLIMITED) as (_, tickets, analytics), Servers(tickets, analytics) as called:
        yield called


def make(servers: Servers, status: Status) -> Case:
    """Make a ticket of that status."""
    word = f"w{uuid.uuid4().hex}"
    request = pb.CreateTicketRequest(request_id=str(uuid.uuid4()), description=f"It drips {word}", contact="me")
    ticket = servers.call(TICKETS + "CreateTicket", request, introduced(Role.USER)).answer
    assert isinstance(ticket, ticket_pb2.Ticket)
    case = Case(ticket.id, ticket.revision, word)
    for verb in ("ActivateTicket", "CloseTicket")[: status - 1]:
        done = servers.call(TICKETS + verb, REQUESTS[verb](case), introduced(Role.HELPDESK))
        assert done.reason is None
    return case


def test_every_method_has_a_row_here() -> None:
    assert set(TABLE) == set(contract.METHODS)
    assert set(REQUESTS) == {method.rpartition("/")[2] for method in TABLE}


@pytest.mark.parametrize(("method", "role", "status", "expected"), CELLS)
def test_each_role_meets_what_the_table_says(
    servers: Servers, method: str, role: Role, status: Status, expected: str | Reason
) -> None:
    case = make(servers, status)
    outcome = servers.call(method, REQUESTS[method.rpartition("/")[2]](case), introduced(role))
    assert told(outcome, case, expected) == expected
