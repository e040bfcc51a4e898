"""A server behind the guard, whose servicer fails in every way; few writes and streams are taken."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NoReturn

import grpc
from grpc_health.v1 import health, health_pb2_grpc
from grpc_reflection.v1alpha import reflection

from campusdesk.access import Caller, Gate
from campusdesk.channel import OPTIONS
from campusdesk.errors import DeskError
from campusdesk.interceptors import Guard
from campusdesk.keys import Keyring
from campusdesk.limits import REFUSED_UNREAD_BYTES, RateLimit, StreamLimit
from campusdesk.policy import WRITES
from campusdesk.rules import Reason, Role
from campusdesk.v1 import change_feed_pb2, change_feed_pb2_grpc, ticket_pb2, ticket_service_pb2, ticket_service_pb2_grpc
from tests.campusdesk.noted import Noted

STAFF = Caller(Role.HELPDESK, "Desk 2").metadata()
SECRET = "the words of a ticket"
ENDLESS = "endless"


class Faulty(
    ticket_service_pb2_grpc.TicketServiceServicer,
    change_feed_pb2_grpc.ChangeFeedServiceServicer,
):
    """A servicer that fails in the ways that a servicer can."""

    async def GetTicket(self, request: ticket_service_pb2.GetTicketRequest, context: object) -> ticket_pb2.Ticket:
        if request.id == 1:
            raise DeskError(Reason.TICKET_NOT_FOUND, ticket_id=1)
        if request.id == 2:
            raise RuntimeError(SECRET)
        return ticket_pb2.Ticket(id=request.id)

    async def ActivateTicket(self, request: ticket_service_pb2.ActivateTicketRequest, context: object) -> NoReturn:
        raise AssertionError

    async def Watch(
        self, request: change_feed_pb2.WatchRequest, context: object
    ) -> AsyncIterator[change_feed_pb2.WatchResponse]:
        yield change_feed_pb2.WatchResponse(progress=change_feed_pb2.Progress(revision=1))
        if request.lineage == ENDLESS:
            while True:
                await asyncio.sleep(0)
                # Large, so that few of them are on the way when something happens.
                yield change_feed_pb2.WatchResponse(snapshot=change_feed_pb2.Snapshot(lineage="x" * 10_000))
        raise DeskError(Reason.SERVER_STOPPING)


@asynccontextmanager
async def guarded(keys: Path | None, noted: Noted) -> AsyncIterator[grpc.aio.Channel]:
    """Run the server; give a channel to it that tries nothing again."""
    rates = dict.fromkeys(WRITES, RateLimit(0.001, 2))
    guard = Guard(Gate(Keyring(keys)), rates, StreamLimit(most_a_host=2), [noted])
    options: list[tuple[str, int]] = [
        ("grpc.so_reuseport", 0),
        ("grpc.max_receive_message_length", REFUSED_UNREAD_BYTES),
    ]
    server = grpc.aio.server(interceptors=(guard,), options=options)
    port = server.add_insecure_port("127.0.0.1:0")
    servicer = Faulty()  # type: ignore[abstract]
    ticket_service_pb2_grpc.add_TicketServiceServicer_to_server(servicer, server)
    change_feed_pb2_grpc.add_ChangeFeedServiceServicer_to_server(servicer, server)
    health_pb2_grpc.add_HealthServicer_to_server(health.aio.HealthServicer(), server)
    reflection.enable_server_reflection([reflection.SERVICE_NAME], server)
    await server.start()
    plain = [option for option in OPTIONS if option[0] != "grpc.service_config"]
    async with grpc.aio.insecure_channel(f"127.0.0.1:{port}", options=plain) as opened:
        yield opened
    await server.stop(None)
