"""The ticket server with one method more, Echo, behind the same interceptors: what the bare RPC costs."""

import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeAlias

import grpc

from campusdesk import policy, rules
from campusdesk.address import parse_address
from campusdesk.options import ServerOptions
from campusdesk.rules import Category, CategorySource, Status
from campusdesk.serving import Host, serve
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from ticket_server.rpc.codec import encode_ticket
from ticket_server.server import clock_us, services
from ticket_server.settings import Settings
from ticket_server.ticket import Ticket

SERVICE = "campusdesk.bench.EchoService"
ECHO, ONE_BY_ONE = f"/{SERVICE}/Echo", f"/{SERVICE}/OneByOne"

_Context: TypeAlias = "grpc.aio.ServicerContext[Any, Any]"


async def echo(request: ticket_service_pb2.CreateTicketRequest, _context: _Context) -> ticket_pb2.Ticket:
    """Answer with what was sent, in the shape of the answer to CreateTicket."""
    return ticket_pb2.Ticket(id=1, description=request.description, location=request.location)


async def one_by_one(request: ticket_service_pb2.ListTicketsRequest, _context: _Context) -> AsyncIterator[bytes]:
    """Answer with as many messages as the page has tickets, each with the facts of one ticket, read from nowhere."""
    now = clock_us()
    ticket = Ticket(
        1, Status.CLOSED, "", "", "", Category.TECHNICAL_IT, 0.5, CategorySource.AUTOMATIC, now, now, now, now, "", "",
        1, 0, 0, None, 0, 0, 0,
    )  # fmt: skip
    for _ in range(request.page_size):
        yield encode_ticket(ticket).SerializeToString()


def main(database: str, versions: str, *with_encoder: str) -> int:
    """Serve tickets and echoes on a free port of loopback until standard input ends; by the light model or both."""
    policy.METHODS.update({ECHO: frozenset(rules.Role), ONE_BY_ONE: frozenset(rules.Role)})
    # As many writes as the machine can take.
    options = ServerOptions(parse_address("127.0.0.1:0"), writes_per_second=0, questions_per_second=0, until_eof=True)
    settings = Settings(options, database, encoder=bool(with_encoder), versions=Path(versions))

    @asynccontextmanager
    async def with_echo(host: Host) -> AsyncIterator[Callable[[], None]]:
        handlers: dict[str, grpc.RpcMethodHandler[Any, Any]] = {
            "Echo": grpc.unary_unary_rpc_method_handler(
                echo,
                request_deserializer=ticket_service_pb2.CreateTicketRequest.FromString,
                response_serializer=ticket_pb2.Ticket.SerializeToString,
            ),
            "OneByOne": grpc.unary_stream_rpc_method_handler(
                one_by_one,
                request_deserializer=ticket_service_pb2.ListTicketsRequest.FromString,
                response_serializer=bytes,
            ),
        }
        host.server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(SERVICE, handlers),))
        async with services(settings, host) as end_watches:
            yield end_watches

    return serve(options, "The measured server", with_echo)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
