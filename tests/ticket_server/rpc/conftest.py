"""A real ticket server in the test's own event loop, and desks that call it over the real protocol."""

import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import TypeAlias

import grpc
import pytest

from campusdesk.access import Caller, Gate
from campusdesk.address import Address
from campusdesk.channel import OPTIONS
from campusdesk.errors import DeskError, from_rpc_error
from campusdesk.interceptors import Guard
from campusdesk.keys import Keyring
from campusdesk.options import ServerOptions
from campusdesk.rules import Role
from campusdesk.serving import Host
from campusdesk.v1 import (
    change_feed_pb2,
    change_feed_pb2_grpc,
    operations_pb2_grpc,
    ticket_pb2,
    ticket_service_pb2,
    ticket_service_pb2_grpc,
)
from ticket_server.server import services
from ticket_server.settings import Settings

_service = ticket_service_pb2
WatchCall: TypeAlias = "grpc.aio.UnaryStreamCall[change_feed_pb2.WatchRequest, change_feed_pb2.WatchResponse]"


class Desk:
    """Calls the server in one role."""

    def __init__(self, channel: grpc.aio.Channel, role: Role) -> None:
        self.role = role
        self.metadata: Sequence[tuple[str, str | bytes]] = Caller(role, f"{role.word} desk").metadata()
        self.tickets = ticket_service_pb2_grpc.TicketServiceStub(channel)
        self.operations = operations_pb2_grpc.OperationsServiceStub(channel)
        self._feed = change_feed_pb2_grpc.ChangeFeedServiceStub(channel)

    async def call(self, method: str, request: object) -> object:
        """Return the answer; raises the DeskError that the server raised."""
        try:
            return await getattr(self.tickets, method)(request, metadata=self.metadata, timeout=10)
        except grpc.RpcError as error:
            raise from_rpc_error(error) from None

    async def report(self, description: str = "It drips.", **fields: str) -> ticket_pb2.Ticket:
        request = _service.CreateTicketRequest(request_id=str(uuid.uuid4()), description=description, **fields)
        return await self._ticket("CreateTicket", request)

    async def activate(self, ticket_id: int) -> ticket_pb2.Ticket:
        request = _service.ActivateTicketRequest(request_id=str(uuid.uuid4()), id=ticket_id)
        return await self._ticket("ActivateTicket", request)

    async def close(self, ticket_id: int) -> ticket_pb2.Ticket:
        return await self._ticket(
            "CloseTicket", _service.CloseTicketRequest(request_id=str(uuid.uuid4()), id=ticket_id)
        )

    async def post(self, ticket_id: int, text: str = "Thanks!") -> object:
        request = _service.PostMessageRequest(request_id=str(uuid.uuid4()), ticket_id=ticket_id, text=text)
        return await self.call("PostMessage", request)

    async def note(self, ticket_id: int, text: str = "He calls every day") -> object:
        """Post an internal note."""
        request = _service.PostMessageRequest(
            request_id=str(uuid.uuid4()), ticket_id=ticket_id, text=text, internal=True
        )
        return await self.call("PostMessage", request)

    async def get(self, ticket_id: int) -> ticket_pb2.Ticket:
        return await self._ticket("GetTicket", _service.GetTicketRequest(id=ticket_id))

    def watch(self, after_revision: int | None = None, lineage: str = "") -> WatchCall:
        request = change_feed_pb2.WatchRequest(after_revision=after_revision, lineage=lineage)
        return self._feed.Watch(request, metadata=self.metadata, timeout=20)

    async def _ticket(self, method: str, request: object) -> ticket_pb2.Ticket:
        answer = await self.call(method, request)
        assert isinstance(answer, ticket_pb2.Ticket)
        return answer


@asynccontextmanager
async def running(database_url: str) -> AsyncIterator[Callable[[Role], Desk]]:
    """Run the server on a database; give what makes desks."""
    server = grpc.aio.server(interceptors=(Guard(Gate(Keyring(None))),), options=(("grpc.so_reuseport", 0),))
    port = server.add_insecure_port("127.0.0.1:0")
    settings = Settings(ServerOptions(Address("127.0.0.1", port)), database_url, encoder=False)
    async with services(settings, Host(server)) as end_watches:
        await server.start()
        async with grpc.aio.insecure_channel(f"127.0.0.1:{port}", options=OPTIONS) as channel:
            yield lambda role: Desk(channel, role)
            end_watches()
            await server.stop(1)


@pytest.fixture
async def desk(database_url: str) -> AsyncIterator[Callable[[Role], Desk]]:
    async with running(database_url) as make:
        yield make


@pytest.fixture
def user(desk: Callable[[Role], Desk]) -> Desk:
    return desk(Role.USER)


@pytest.fixture
def staff(desk: Callable[[Role], Desk]) -> Desk:
    return desk(Role.HELPDESK)


@pytest.fixture
def analytics(desk: Callable[[Role], Desk]) -> Desk:
    return desk(Role.ANALYTICS)


async def refused(call: Awaitable[object]) -> DeskError:
    """Return the refusal that the call meets."""
    with pytest.raises(DeskError) as raised:
        await call
    return raised.value


async def closed(user: Desk, staff: Desk) -> int:
    ticket = await user.report()
    await staff.activate(ticket.id)
    return (await staff.close(ticket.id)).id
