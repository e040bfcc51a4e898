"""Desks that write with every verb, keep each request until it is acknowledged, and remember what they were told."""

import random
import threading
import uuid
from collections.abc import Iterator
from typing import NamedTuple

import grpc
from google.protobuf.field_mask_pb2 import FieldMask
from google.protobuf.message import Message

from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.errors import from_rpc_error
from campusdesk.rules import Action, Reason, Role
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from campusdesk.v1.ticket_service_pb2_grpc import TicketServiceStub

_LIFE = ("create", "post", "edit", "activate", "edit", "post", "close")
# A call that such an answer comes for may or may not have been done: it is sent again.
UNKNOWN = frozenset({Reason.SERVER_UNREACHABLE, Reason.SERVER_STOPPING, Reason.NOT_READY})


class Acknowledged(NamedTuple):
    """A write that was answered: what was asked, and what change it made."""

    method: str
    request: Message
    action: Action
    ticket_id: int
    revision: int


class Writer(threading.Thread):
    """One desk of the helpdesk that takes its tickets through their lives, until it is told to stop."""

    def __init__(
        self, address: str, stopping: threading.Event, seed: int, unknown: frozenset[Reason] = UNKNOWN
    ) -> None:
        """Write there; after an answer in `unknown` the same request is sent again."""
        super().__init__(daemon=True)
        self._unknown = unknown
        self._channel = open_channel(address, Caller(Role.HELPDESK, f"writer {seed}"))
        self._stub = TicketServiceStub(self._channel)
        self._stopping = stopping
        self._random = random.Random(seed)
        self.acknowledged: list[Acknowledged] = []
        self.refusals: list[Reason] = []

    def run(self) -> None:
        while not self._stopping.is_set() and not self.refusals:
            ticket_id = revision = 0
            for verb in life(self._random):
                told = self._write(verb, ticket_id, revision)
                if told is None:
                    break
                ticket_id, revision = told.ticket_id, told.revision
        self._channel.close()

    def _write(self, verb: str, ticket_id: int, revision: int) -> Acknowledged | None:
        """Send one request until it is answered; None when it is refused, or when it is time to stop."""
        if self._stopping.is_set():
            return None
        asked = request_of(verb, ticket_id, revision)
        while True:
            try:
                told = acknowledge(self._stub, *asked)
            except grpc.RpcError as error:
                reason = from_rpc_error(error).reason
                if reason not in self._unknown:
                    self.refusals.append(reason)
                    return None
            else:
                self.acknowledged.append(told)
                return told


class Request(NamedTuple):
    """A write that is to be sent: the method, what it is asked, and what change it makes."""

    method: str
    request: Message
    action: Action


def acknowledge(stub: TicketServiceStub, method: str, request: Message, action: Action) -> Acknowledged:
    """Send the request and return what its answer says; raises grpc.RpcError."""
    return acknowledged(Request(method, request, action), getattr(stub, method)(request))


def acknowledged(asked: Request, answer: object) -> Acknowledged:
    """Return what the answer says of the request."""
    assert isinstance(answer, ticket_pb2.Message | ticket_pb2.Ticket)
    ticket_id = answer.ticket_id if isinstance(answer, ticket_pb2.Message) else answer.id
    return Acknowledged(*asked, ticket_id, answer.revision)


def life(choice: random.Random) -> Iterator[str]:
    """Yield the verbs of a ticket's life, which may end early."""
    yield from _LIFE[: choice.randint(1, len(_LIFE))]


def request_of(verb: str, ticket_id: int, revision: int) -> Request:
    """Return the write of the verb, with a request id of its own, which is its text besides."""
    request_id = str(uuid.uuid4())
    if verb == "create":
        create = ticket_service_pb2.CreateTicketRequest(request_id=request_id, description=request_id)
        return Request("CreateTicket", create, Action.CREATE)
    if verb == "post":
        post = ticket_service_pb2.PostMessageRequest(request_id=request_id, ticket_id=ticket_id, text=request_id)
        return Request("PostMessage", post, Action.POST_MESSAGE)
    if verb == "edit":
        ticket = ticket_pb2.Ticket(id=ticket_id, location=request_id)
        mask = FieldMask(paths=["location"])
        edit = ticket_service_pb2.UpdateTicketRequest(
            request_id=request_id, ticket=ticket, update_mask=mask, expected_revision=revision
        )
        return Request("UpdateTicket", edit, Action.UPDATE)
    if verb == "activate":
        activate = ticket_service_pb2.ActivateTicketRequest(request_id=request_id, id=ticket_id)
        return Request("ActivateTicket", activate, Action.ACTIVATE)
    return Request(
        "CloseTicket", ticket_service_pb2.CloseTicketRequest(request_id=request_id, id=ticket_id), Action.CLOSE
    )
