"""The ticket server with one method more, Echo, behind the same interceptors: what the bare RPC costs."""

import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

import grpc

from campusdesk import policy, rules
from campusdesk.address import parse_address
from campusdesk.options import ServerOptions
from campusdesk.serving import Host, serve
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from ticket_server.server import services
from ticket_server.settings import Settings

SERVICE, METHOD = "campusdesk.bench.EchoService", "Echo"

_Context: TypeAlias = "grpc.aio.ServicerContext[Any, Any]"


async def echo(request: ticket_service_pb2.CreateTicketRequest, _context: _Context) -> ticket_pb2.Ticket:
    """Answer with what was sent, in the shape of the answer to CreateTicket."""
    return ticket_pb2.Ticket(id=1, description=request.description, location=request.location)


def main(database: str) -> int:
    """Serve tickets and echoes on a free port of loopback until standard input ends."""
    policy.METHODS[f"/{SERVICE}/{METHOD}"] = frozenset(rules.Role)
    # As many writes as the machine can take.
    options = ServerOptions(parse_address("127.0.0.1:0"), writes_per_second=0, until_eof=True)
    settings = Settings(options, database)

    @asynccontextmanager
    async def with_echo(host: Host) -> AsyncIterator[Callable[[], None]]:
        handler = grpc.unary_unary_rpc_method_handler(
            echo,
            request_deserializer=ticket_service_pb2.CreateTicketRequest.FromString,
            response_serializer=ticket_pb2.Ticket.SerializeToString,
        )
        host.server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(SERVICE, {METHOD: handler}),))
        async with services(settings, host) as end_watches:
            yield end_watches

    return serve(options, "The measured server", with_echo)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
