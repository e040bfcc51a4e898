"""The verbs of the help desk as a person at this desk can use them; each is answered by a Reply."""

import uuid
from collections.abc import Mapping, Sequence

from google.protobuf.duration_pb2 import Duration
from google.protobuf.field_mask_pb2 import FieldMask

from campusdesk.rules import Category
from campusdesk.v1 import analytics_pb2, ticket_pb2, ticket_service_pb2
from client.analysis_watch import AnalysisWatch
from client.connection import Connection, Reply
from client.state import Analysis

# The most that the server gives in one answer.
PAGE_SIZE = 200


class HelpDesk:
    """The server's verbs; a write keeps its request id when its reply is sent again."""

    def __init__(self, connection: Connection) -> None:
        """Speak through this connection, in its role."""
        self._connection = connection

    def create_ticket(self, description: str, location: str = "", contact: str = "") -> Reply:
        """Report a problem; done with the Ticket."""
        request = ticket_service_pb2.CreateTicketRequest(
            request_id=_request_id(), description=description, location=location, contact=contact
        )
        return self._connection.call("CreateTicket", request)

    def update_ticket(self, ticket_id: int, edits: Mapping[str, str | Category], expected_revision: int) -> Reply:
        """Edit fields of a ticket as it was seen at the revision; done with the Ticket.

        Fails with EDIT_OVERTAKEN and the ticket as it is now when somebody else changed one of the fields meanwhile.
        """
        ticket = ticket_pb2.Ticket(id=ticket_id)
        for field, value in edits.items():
            setattr(ticket, field, value)
        request = ticket_service_pb2.UpdateTicketRequest(
            request_id=_request_id(),
            ticket=ticket,
            update_mask=FieldMask(paths=sorted(edits)),
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

    def post_message(self, ticket_id: int, text: str) -> Reply:
        """Post a message under a ticket; done with the Message."""
        request = ticket_service_pb2.PostMessageRequest(request_id=_request_id(), ticket_id=ticket_id, text=text)
        return self._connection.call("PostMessage", request)

    def get_ticket(self, ticket_id: int) -> Reply:
        """Read a ticket; done with the Ticket."""
        return self._connection.call("GetTicket", ticket_service_pb2.GetTicketRequest(id=ticket_id))

    def batch_get_tickets(self, ticket_ids: Sequence[int]) -> Reply:
        """Read up to 200 tickets; done with a BatchGetTicketsResponse that leaves out what may not be seen."""
        return self._connection.call("BatchGetTickets", ticket_service_pb2.BatchGetTicketsRequest(ids=ticket_ids))

    def list_messages(self, ticket_id: int, after: int = 0) -> Reply:
        """Read the messages after a revision, oldest first; done with a ListMessagesResponse of up to 200."""
        request = ticket_service_pb2.ListMessagesRequest(ticket_id=ticket_id, after_revision=after, page_size=PAGE_SIZE)
        return self._connection.call("ListMessages", request)

    def list_changes(self, ticket_id: int, after: int = 0) -> Reply:
        """Read the history after a revision, oldest first; done with a ListChangesResponse of up to 200."""
        request = ticket_service_pb2.ListChangesRequest(ticket_id=ticket_id, after_revision=after, page_size=PAGE_SIZE)
        return self._connection.call("ListChanges", request)

    def server_info(self) -> Reply:
        """Ask what a desk needs to know of the server; done with a ServerInfo."""
        return self._connection.call("GetServerInfo", ticket_service_pb2.GetServerInfoRequest())

    def watch_backlog(self, period_s: int) -> AnalysisWatch:
        """Watch how many tickets of the last `period_s` seconds are not closed; results are BacklogResult."""
        request = analytics_pb2.WatchBacklogRequest(period=Duration(seconds=period_s))
        return self._connection.watch_analysis(Analysis.BACKLOG, request)

    def watch_resolution_times(self) -> AnalysisWatch:
        """Watch the mean resolution times by opening month; results are ResolutionTimesResult."""
        request = analytics_pb2.WatchResolutionTimesRequest()
        return self._connection.watch_analysis(Analysis.RESOLUTION_TIME, request)

    def watch_category_load(self) -> AnalysisWatch:
        """Watch the active tickets by category; results are CategoryLoadResult."""
        request = analytics_pb2.WatchCategoryLoadRequest()
        return self._connection.watch_analysis(Analysis.CATEGORY_LOAD, request)


def _request_id() -> str:
    return str(uuid.uuid4())
