"""The verbs on tickets over gRPC."""

from collections.abc import Callable
from typing import Any, TypeAlias

import grpc

from campusdesk.access import caller
from campusdesk.v1 import ticket_pb2, ticket_service_pb2, ticket_service_pb2_grpc
from ticket_server.helpdesk import HelpDesk
from ticket_server.rpc import codec, paging

SERVICE = ticket_service_pb2.DESCRIPTOR.services_by_name["TicketService"].full_name

_Context: TypeAlias = "grpc.aio.ServicerContext[Any, Any]"
_messages = ticket_service_pb2


class TicketServicer(ticket_service_pb2_grpc.TicketServiceServicer):
    """Decodes a call, does one verb of the help desk, and encodes what came of it."""

    def __init__(self, helpdesk: HelpDesk, clock: Callable[[], int], version: str) -> None:
        """Serve this help desk; the clock gives microseconds since 1970 UTC."""
        self._helpdesk = helpdesk
        self._clock = clock
        self._version = version

    async def CreateTicket(self, request: _messages.CreateTicketRequest, context: _Context) -> ticket_pb2.Ticket:
        """Report a problem."""
        ticket = await self._helpdesk.create_ticket(
            caller(), request.request_id, request.description, request.location, request.contact
        )
        return codec.encode_ticket(ticket)

    async def GetTicket(self, request: _messages.GetTicketRequest, context: _Context) -> ticket_pb2.Ticket:
        """Read one ticket."""
        return codec.encode_ticket(await self._helpdesk.get_ticket(caller(), request.id))

    async def BatchGetTickets(
        self, request: _messages.BatchGetTicketsRequest, context: _Context
    ) -> _messages.BatchGetTicketsResponse:
        """Read several tickets, less those that are not to be seen."""
        tickets = await self._helpdesk.batch_get_tickets(caller(), request.ids)
        answer = _messages.BatchGetTicketsResponse()
        codec.write_tickets(tickets, answer.tickets)
        return answer

    async def ListTickets(
        self, request: _messages.ListTicketsRequest, context: _Context
    ) -> _messages.ListTicketsResponse:
        """List a page of tickets, newest first."""
        size, listed = codec.decode_page_size(request.page_size), paging.decode_page_of(request, caller().role)
        before_id = paging.decode_page_token(request.page_token, listed)
        # One more than the page holds tells whether there is a next one.
        tickets = await self._helpdesk.list_tickets(
            caller(), listed.status, listed.category, before_id, size + 1, reported_from=listed.reported_from
        )
        page = tickets[:size]
        token = paging.encode_page_token(listed, page[-1].id) if len(tickets) > size else ""
        answer = _messages.ListTicketsResponse(next_page_token=token)
        codec.write_tickets(page, answer.tickets)
        return answer

    async def SearchTickets(
        self, request: _messages.SearchTicketsRequest, context: _Context
    ) -> _messages.SearchTicketsResponse:
        """Find tickets by their words and by their number."""
        limit = codec.decode_search_limit(request.limit)
        found = await self._helpdesk.search_tickets(caller(), request.text, limit)
        return _messages.SearchTicketsResponse(ids=found.ids, more=found.more, numbered=found.numbered)

    async def UpdateTicket(self, request: _messages.UpdateTicketRequest, context: _Context) -> ticket_pb2.Ticket:
        """Edit fields of an open or active ticket."""
        edits = codec.decode_edits(request)
        with codec.telling_conflicts():
            ticket = await self._helpdesk.update_ticket(
                caller(), request.request_id, request.ticket.id, edits, request.expected_revision
            )
        return codec.encode_ticket(ticket)

    async def ActivateTicket(self, request: _messages.ActivateTicketRequest, context: _Context) -> ticket_pb2.Ticket:
        """Take an open ticket."""
        return codec.encode_ticket(await self._helpdesk.activate_ticket(caller(), request.request_id, request.id))

    async def CloseTicket(self, request: _messages.CloseTicketRequest, context: _Context) -> ticket_pb2.Ticket:
        """Close an active ticket."""
        return codec.encode_ticket(await self._helpdesk.close_ticket(caller(), request.request_id, request.id))

    async def PostMessage(self, request: _messages.PostMessageRequest, context: _Context) -> ticket_pb2.Message:
        """Post a message, or an internal note, under an open or active ticket."""
        message = await self._helpdesk.post_message(
            caller(), request.request_id, request.ticket_id, request.text, internal=request.internal
        )
        return codec.encode_message(message)

    async def FindSimilarTickets(
        self, request: _messages.FindSimilarTicketsRequest, context: _Context
    ) -> _messages.FindSimilarTicketsResponse:
        """Find the tickets that report the same incident."""
        found = await self._helpdesk.find_similar_tickets(caller(), codec.decode_wanted(request))
        answer = _messages.FindSimilarTicketsResponse()
        codec.write_similar(found, answer.tickets)
        return answer

    async def AddMeToo(self, request: _messages.AddMeTooRequest, context: _Context) -> ticket_pb2.Ticket:
        """Count an installation that has the problem too."""
        ticket = await self._helpdesk.add_me_too(
            caller(), request.request_id, request.ticket_id, request.installation_id
        )
        return codec.encode_ticket(ticket)

    async def ListMessages(
        self, request: _messages.ListMessagesRequest, context: _Context
    ) -> _messages.ListMessagesResponse:
        """List messages, oldest first."""
        size = codec.decode_page_size(request.page_size)
        found = await self._helpdesk.list_messages(caller(), request.ticket_id, request.after_revision, size + 1)
        messages = [codec.encode_message(message) for message in found[:size]]
        return _messages.ListMessagesResponse(messages=messages, more=len(found) > size)

    async def ListChanges(
        self, request: _messages.ListChangesRequest, context: _Context
    ) -> _messages.ListChangesResponse:
        """List the history, oldest first."""
        size = codec.decode_page_size(request.page_size)
        found = await self._helpdesk.list_changes(caller(), request.ticket_id, request.after_revision, size + 1)
        changes = [codec.encode_history(entry) for entry in found[:size]]
        return _messages.ListChangesResponse(changes=changes, more=len(found) > size)

    async def SuggestCategory(
        self, request: _messages.SuggestCategoryRequest, context: _Context
    ) -> _messages.SuggestCategoryResponse:
        """Tell the category that a text would get, and why."""
        return codec.encode_suggestion(await self._helpdesk.suggest_category(request.description))

    async def GetServerInfo(self, request: _messages.GetServerInfoRequest, context: _Context) -> _messages.ServerInfo:
        """Tell what a desk needs to know of the server."""
        info = await self._helpdesk.server_info()
        return _messages.ServerInfo(
            lineage=info.lineage,
            revision=info.revision,
            server_time=codec.timestamp(self._clock()),
            version=self._version,
            sample_data=info.sample_data,
            open_count=info.open_count,
            active_count=info.active_count,
            roles=[ticket_pb2.Role.ValueType(role) for role in sorted(caller().may_enter)],
        )
