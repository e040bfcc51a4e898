"""A campus as it runs for other machines: TLS, workstation keys, and the operator's commands on them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import grpc

from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.errors import from_rpc_error
from campusdesk.keys import key_file
from campusdesk.rules import Reason, Role
from campusdesk.tls import Trust
from campusdesk.v1 import ticket_pb2, ticket_service_pb2, ticket_service_pb2_grpc
from tests.system.programs import Program, analytics_server, ticket_server
from tests.ticket_server.commands import command_line

TIMEOUT_S = 10.0


class Files:
    """The campus's certificates and keys in a folder, made by the operator's commands."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.keys, self.ca = folder / "keys.toml", folder / "ca.pem"
        self.renew()
        self.desk_key = self.add_key("desk", "helpdesk")
        self.analytics_key = self.add_key("analytics", "analytics")

    def renew(self) -> None:
        run("certificates", "--out", str(self.folder), "--host", "desk.example")

    def add_key(self, name: str, scope: str) -> Path:
        path = self.folder / f"{name}.key"
        run("key", "add", name, "--scope", scope, "--out", str(path), "--keys", str(self.keys))
        return path

    def revoke_key(self, name: str) -> None:
        run("key", "revoke", name, "--keys", str(self.keys))

    def server_options(self) -> Sequence[str]:
        pair = ("--tls-cert", str(self.folder / "server.pem"), "--tls-key", str(self.folder / "server.key"))
        return (*pair, "--keys", str(self.keys))

    def analytics_options(self) -> Sequence[str]:
        return (*self.server_options(), "--tls-ca", str(self.ca), "--key-file", str(self.analytics_key))

    def channel(self, address: str, role: Role, key: Path | None = None) -> grpc.Channel:
        """Open a channel as a desk with that key does, over TLS."""
        shown = key_file(key) if key is not None else None
        return open_channel(address, Caller(role, "Desk 2"), shown, Trust(self.ca))


class Campus(NamedTuple):
    """A ticket server and an analytics server over TLS, with keys, and where they listen."""

    files: Files
    programs: tuple[Program, Program]
    tickets: str
    analysis: str


@contextmanager
def secured_campus(folder: Path) -> Iterator[Campus]:
    """Run the ticket server and the backlog server."""
    files = Files(folder)
    with ticket_server(folder / "tickets.db", "127.0.0.1:0", *files.server_options()) as tickets:
        address = tickets.address()
        with analytics_server("backlog", address, "127.0.0.1:0", *files.analytics_options()) as analysis:
            yield Campus(files, (tickets, analysis), address, analysis.address())


def run(*arguments: str) -> None:
    """Run an operator's command."""
    result = command_line.run(*arguments)
    assert result.exit_code == 0, result.output


def report(channel: grpc.Channel) -> ticket_pb2.Ticket:
    """Report a problem."""
    request = ticket_service_pb2.CreateTicketRequest(request_id=str(uuid4()), description="It drips.")
    return ticket_service_pb2_grpc.TicketServiceStub(channel).CreateTicket(request, timeout=TIMEOUT_S)


def roles_of(channel: grpc.Channel) -> list[Role]:
    """Return the roles that the server says may be entered in."""
    info = ticket_service_pb2_grpc.TicketServiceStub(channel).GetServerInfo(
        ticket_service_pb2.GetServerInfoRequest(), timeout=TIMEOUT_S
    )
    return [Role(role) for role in info.roles]


def reason_of(error: grpc.RpcError) -> Reason:
    """Return why a call was refused."""
    return from_rpc_error(error).reason
