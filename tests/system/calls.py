"""Any call of any service on the running servers, with any bytes and any metadata, and what came of it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from types import TracebackType
from typing import NamedTuple, Self, cast

import grpc
from google.protobuf import any_pb2
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass
from google.rpc import error_details_pb2, status_pb2

from campusdesk.access import Caller
from campusdesk.channel import OPTIONS
from campusdesk.rules import Reason, Role
from campusdesk.v1 import error_pb2
from tests.campusdesk import contract
from tests.system.programs import PATIENCE_S

# The services that another server than the ticket server answers for.
ANALYSES = {
    "BacklogService": "backlog",
    "ResolutionTimeService": "resolution-time",
    "CategoryLoadService": "category-load",
}

# What the details of a refusal may be.
_DETAILS = (
    error_details_pb2.ErrorInfo,
    error_details_pb2.BadRequest,
    error_details_pb2.RetryInfo,
    error_pb2.EditConflict,
)

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
        try:
            if described.server_streaming:
                with self.stream(method, request, metadata) as events:
                    answer = next(events)
            else:
                decode = GetMessageClass(described.output_type).FromString
                unary: grpc.UnaryUnaryMultiCallable[bytes, Message]
                unary = self._channel(method).unary_unary(method, response_deserializer=decode)
                answer = unary(_data(request), metadata=tuple(metadata), timeout=PATIENCE_S)
        except grpc.RpcError as error:
            return refused(error)
        return Outcome(grpc.StatusCode.OK, None, "", (), answer)

    @contextmanager
    def stream(self, method: str, request: Message | bytes, metadata: Metadata) -> Iterator[Iterator[Message]]:
        """Open a stream and give its events; leaving the context cancels it."""
        decode = GetMessageClass(contract.METHODS[method].output_type).FromString
        opened: grpc.UnaryStreamMultiCallable[bytes, Message]
        opened = self._channel(method).unary_stream(method, response_deserializer=decode)
        events = opened(_data(request), metadata=tuple(metadata), timeout=PATIENCE_S)
        try:
            yield events
        finally:
            events.cancel()

    def _channel(self, method: str) -> grpc.Channel:
        return self._channels[ANALYSES.get(contract.METHODS[method].containing_service.name, "tickets")]


def _data(request: Message | bytes) -> bytes:
    return bytes(request) if isinstance(request, bytes) else request.SerializeToString()


def refused(error: grpc.RpcError) -> Outcome:
    """Return the outcome of a call that raised the error, from its status alone."""
    call = cast("grpc.Call", error)
    trailing = dict(call.trailing_metadata() or ())
    status = status_pb2.Status.FromString(cast("bytes", trailing.get("grpc-status-details-bin", b"")))
    details = [_unpacked(packed) for packed in status.details]
    reasons = [Reason[detail.reason] for detail in details if isinstance(detail, error_details_pb2.ErrorInfo)]
    return Outcome(call.code(), reasons[0] if reasons else None, call.details() or "", details, None)


def _unpacked(packed: any_pb2.Any) -> Message:
    for kind in _DETAILS:
        detail: Message = kind()
        if packed.Unpack(detail):
            return detail
    raise AssertionError(f"the contract has no details of the kind {packed.type_url}")
