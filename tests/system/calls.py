"""Any call of any service on the running servers, with any bytes and any metadata, and what came of it."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import NamedTuple, Self, cast

import grpc
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass
from google.rpc import error_details_pb2, status_pb2

from campusdesk.access import Caller
from campusdesk.channel import OPTIONS
from campusdesk.rules import Reason, Role
from tests.campusdesk import contract
from tests.system.programs import PATIENCE_S

# What decides which server a method is called on: the part of its name before the service's last word.
ANALYSES = {
    "BacklogService": "backlog",
    "ResolutionTimeService": "resolution-time",
    "CategoryLoadService": "category-load",
}

Metadata = Sequence[tuple[str, str | bytes]]


class Outcome(NamedTuple):
    """How a call ended: its status, the reason and the details of a refusal, and the answer or the first event."""

    code: grpc.StatusCode
    reason: Reason | None
    words: str
    details: Sequence[Message]
    answer: Message | None


def introduced(role: Role) -> Metadata:
    """Return the metadata of a caller in this role."""
    return Caller(role, "Desk 2").metadata()


class Servers:
    """The running servers as a caller sees them: one channel to each."""

    def __init__(self, tickets: str, analytics: Mapping[str, str]) -> None:
        """Call the ticket server and the analytics servers at these addresses."""
        self._stack = ExitStack()
        addresses = {"tickets": tickets, **analytics}
        # Each test calls the server itself: what a retry would hide is to be seen.
        options = [*(option for option in OPTIONS if option[0] != "grpc.service_config"), ("grpc.enable_retries", 0)]
        self._channels = {
            name: self._stack.enter_context(grpc.insecure_channel(address, options=options))
            for name, address in addresses.items()
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def call(self, method: str, request: Message | bytes, metadata: Metadata) -> Outcome:
        """Make the call and return how it ended; a stream is left after its first event."""
        described = contract.METHODS[method]
        channel = self._channels[ANALYSES.get(described.containing_service.name, "tickets")]
        data = bytes(request) if isinstance(request, bytes) else request.SerializeToString()
        decode = GetMessageClass(described.output_type).FromString
        unary: grpc.UnaryUnaryMultiCallable[bytes, Message] = channel.unary_unary(method, response_deserializer=decode)
        stream: grpc.UnaryStreamMultiCallable[bytes, Message]
        stream = channel.unary_stream(method, response_deserializer=decode)
        try:
            if described.server_streaming:
                events = stream(data, metadata=tuple(metadata), timeout=PATIENCE_S)
                answer = next(events)
                events.cancel()
            else:
                answer = unary(data, metadata=tuple(metadata), timeout=PATIENCE_S)
        except grpc.RpcError as error:
            return refused(error)
        return Outcome(grpc.StatusCode.OK, None, "", (), answer)


def refused(error: grpc.RpcError) -> Outcome:
    """Return the outcome of a call that raised the error, from its status alone."""
    call = cast("grpc.Call", error)
    trailing = dict(call.trailing_metadata() or ())
    status = status_pb2.Status.FromString(cast("bytes", trailing.get("grpc-status-details-bin", b"")))
    details: list[Message] = []
    for packed in status.details:
        for kind in (error_details_pb2.ErrorInfo, error_details_pb2.BadRequest, error_details_pb2.RetryInfo):
            detail = kind()
            if packed.Unpack(detail):
                details.append(detail)
    reasons = [Reason[detail.reason] for detail in details if isinstance(detail, error_details_pb2.ErrorInfo)]
    return Outcome(call.code(), reasons[0] if reasons else None, call.details() or "", details, None)
