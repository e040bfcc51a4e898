"""The verbs of the help desk as a person at this desk can use them; each is answered by a Reply."""

import uuid
from collections.abc import Mapping, Sequence

from google.protobuf.duration_pb2 import Duration
from google.protobuf.field_mask_pb2 import FieldMask

from campusdesk.rules import Category
from campusdesk.v1 import analytics_pb2, ticket_pb2, ticket_service_pb2
from campusdesk.v1 import analytics_pb2_grpc as stubs
from client.analysis_watch import AnalysisWatch
from client.connection import Connection, Reply
from client.state import Analysis

# The most that the server gives in one answer.
PAGE_SIZE = 200
# The most that a search gives, and about as many as anybody looks through.
MOST_FOUND = 1_000
# Seconds: what is suggested later than that has nothing to do with what is being typed any more.
SUGGESTION_DEADLINE_S = 3.0
# How likely the same incident is what helpdesk staff are shown beside a ticket, and how many.
LIKE_FROM, MOST_ALIKE = 0.2, 5


class HelpDesk:
    """The server's verbs; a write keeps its request id when its reply is sent again."""

    def __init__(self, connection: Connection) -> None:
        """Speak through this connection, in its role."""
        self._connection = connection

    @property
    def lineage(self) -> str:
        """Return to which lineage the tickets belong that are told, "" before any is."""
        return self._connection.lineage

    def server_time_us(self) -> int:
        """Return microseconds since 1970 by the server's clock."""
        return self._connection.server_time_us()

    def create_ticket(self, description: str, location: str = "", contact: str = "", request_id: str = "") -> Reply:
        """Report a problem; done with the Ticket. With the request id of an earlier try it is reported once."""
        request = ticket_service_pb2.CreateTicketRequest(
            request_id=request_id or _request_id(), description=description, location=location, contact=contact
        )
        return self._connection.call("CreateTicket", request)

    def update_ticket(
        self, ticket_id: int, edits: Mapping[str, str | Category], expected_revision: int, request_id: str = ""
    ) -> Reply:
        """Edit fields of a ticket as it was seen at the revision; done with the Ticket.

        Fails with EDIT_OVERTAKEN and the ticket as it is now when somebody else changed one of the fields meanwhile.
        """
        ticket = ticket_pb2.Ticket(id=ticket_id)
        for field, value in edits.items():
            setattr(ticket, field, value)
        request = ticket_service_pb2.UpdateTicketRequest(
            request_id=request_id or _request_id(),
            ticket=ticket,
            update_mask=FieldMask(paths=sorted(edits)),
            expected_revision=expected_revision,
        )
        return self._connection.call("UpdateTicket", request)

    def take_back_category(self, ticket_id: int, expected_revision: int) -> Reply:
        """Take a correction of the category back: the server's own stands again; done with the Ticket."""
        request = ticket_service_pb2.UpdateTicketRequest(
            request_id=_request_id(),
            ticket=ticket_pb2.Ticket(id=ticket_id),
            update_mask=FieldMask(paths=["category"]),
            expected_revision=expected_revision,
        )
        return self._connection.call("UpdateTicket", request)

    def activate_ticket(self, ticket_id: int) -> Reply:
        """Take an open ticket; done with the Ticket."""
        request = ticket_service_pb2.ActivateTicketRequest(request_id=_request_id(), id=ticket_id)
        return self._connection.call("ActivateTicket", request)

    def close_ticket(self, ticket_id: int) -> Reply:
        """Close an active ticket, for good; done with the Ticket."""
        request = ticket_service_pb2.CloseTicketRequest(request_id=_request_id(), id=ticket_id)
        return self._connection.call("CloseTicket", request)

    def post_message(self, ticket_id: int, text: str, request_id: str = "", *, internal: bool = False) -> Reply:
        """Post a message under a ticket; done with the Message. With the request id of an earlier try it is one.

        An internal one is a note that only helpdesk staff may write and read.
        """
        request = ticket_service_pb2.PostMessageRequest(
            request_id=request_id or _request_id(), ticket_id=ticket_id, text=text, internal=internal
        )
        return self._connection.call("PostMessage", request)

    def get_ticket(self, ticket_id: int) -> Reply:
        """Read a ticket; done with the Ticket."""
        return self._connection.call("GetTicket", ticket_service_pb2.GetTicketRequest(id=ticket_id))

    def batch_get_tickets(self, ticket_ids: Sequence[int]) -> Reply:
        """Read up to 200 tickets; done with a BatchGetTicketsResponse that leaves out what may not be seen."""
        return self._connection.call("BatchGetTickets", ticket_service_pb2.BatchGetTicketsRequest(ids=ticket_ids))

    def list_reported_from(self, workstation: str, page_token: str = "") -> Reply:
        """Read what a workstation reported, newest first; done with a ListTicketsResponse of up to 200."""
        request = ticket_service_pb2.ListTicketsRequest(
            page_size=PAGE_SIZE, page_token=page_token, reported_from=workstation
        )
        return self._connection.call("ListTickets", request)

    def list_messages(self, ticket_id: int, after: int = 0) -> Reply:
        """Read the messages after a revision, oldest first; done with a ListMessagesResponse of up to 200."""
        request = ticket_service_pb2.ListMessagesRequest(ticket_id=ticket_id, after_revision=after, page_size=PAGE_SIZE)
        return self._connection.call("ListMessages", request)

    def list_changes(self, ticket_id: int, after: int = 0) -> Reply:
        """Read the history after a revision, oldest first; done with a ListChangesResponse of up to 200."""
        request = ticket_service_pb2.ListChangesRequest(ticket_id=ticket_id, after_revision=after, page_size=PAGE_SIZE)
        return self._connection.call("ListChanges", request)

    def search_tickets(self, text: str) -> Reply:
        """Find tickets by the words of their texts or by their number; done with a SearchTicketsResponse."""
        request = ticket_service_pb2.SearchTicketsRequest(text=text, limit=MOST_FOUND)
        return self._connection.call("SearchTickets", request)

    def suggest_category(self, description: str) -> Reply:
        """Ask which category a text would get; done with a SuggestCategoryResponse."""
        request = ticket_service_pb2.SuggestCategoryRequest(description=description)
        return self._connection.call("SuggestCategory", request, SUGGESTION_DEADLINE_S)

    def find_similar(self, description: str, location: str) -> Reply:
        """Find what already reports the same incident as a text; done with a FindSimilarTicketsResponse of up to 3."""
        request = ticket_service_pb2.FindSimilarTicketsRequest(description=description, location=location)
        return self._connection.call("FindSimilarTickets", request, SUGGESTION_DEADLINE_S)

    def find_alike(self, ticket_id: int) -> Reply:
        """Find what is like a ticket, closed ones too; done with a FindSimilarTicketsResponse, for helpdesk staff."""
        request = ticket_service_pb2.FindSimilarTicketsRequest(
            ticket_id=ticket_id, include_closed=True, limit=MOST_ALIKE, least_confidence=LIKE_FROM
        )
        return self._connection.call("FindSimilarTickets", request, SUGGESTION_DEADLINE_S)

    def add_me_too(self, ticket_id: int, installation_id: str) -> Reply:
        """Say that this installation has the ticket's problem too; done with the Ticket, however often it is said."""
        request = ticket_service_pb2.AddMeTooRequest(
            request_id=_request_id(), ticket_id=ticket_id, installation_id=installation_id
        )
        return self._connection.call("AddMeToo", request)

    def server_info(self) -> Reply:
        """Ask what a desk needs to know of the server; done with a ServerInfo."""
        return self._connection.call("GetServerInfo", ticket_service_pb2.GetServerInfoRequest())

    def watch_backlog(self, period_s: int) -> AnalysisWatch:
        """Watch how many tickets of the last `period_s` seconds are not closed; results are BacklogResult."""
        request = analytics_pb2.WatchBacklogRequest(period=Duration(seconds=period_s))
        return self._connection.watch_analysis(
            Analysis.BACKLOG, lambda channel: stubs.BacklogServiceStub(channel).WatchBacklog, request
        )

    def watch_resolution_times(self, months: int, category: int) -> AnalysisWatch:
        """Watch the resolution times of the last months, or of one category, 0 for all; ResolutionTimesResult."""
        request = analytics_pb2.WatchResolutionTimesRequest(months=months)
        request.category = category  # type: ignore[assignment]
        return self._connection.watch_analysis(
            Analysis.RESOLUTION_TIME,
            lambda channel: stubs.ResolutionTimeServiceStub(channel).WatchResolutionTimes,
            request,
        )

    def watch_category_load(self) -> AnalysisWatch:
        """Watch the active tickets by category; results are CategoryLoadResult."""
        request = analytics_pb2.WatchCategoryLoadRequest()
        return self._connection.watch_analysis(
            Analysis.CATEGORY_LOAD, lambda channel: stubs.CategoryLoadServiceStub(channel).WatchCategoryLoad, request
        )


def _request_id() -> str:
    return str(uuid.uuid4())
