"""The exceptions of the desk and the one table that turns each into a gRPC status and back."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple, cast

import grpc
from google.protobuf import any_pb2
from google.protobuf.message import DecodeError, Message
from google.rpc import error_details_pb2, status_pb2
from grpc_status import rpc_status

from campusdesk.rules import Reason
from campusdesk.v1 import error_pb2, ticket_pb2

DOMAIN = "campusdesk"


class DeskError(Exception):
    """A refusal with a reason; `metadata` names the field, limit or ticket that it is about."""

    def __init__(
        self,
        reason: Reason,
        /,
        *,
        current: ticket_pb2.Ticket | None = None,
        retry_delay_s: float | None = None,
        **metadata: object,
    ) -> None:
        """Make the refusal; `current` is the ticket that an overtaken edit met, `retry_delay_s` when to try again.

        What passes by itself has a time to try again in any case.
        """
        super().__init__(TABLE[reason].words)
        self.reason = reason
        self.metadata: Mapping[str, str] = {key: str(value) for key, value in metadata.items()}
        self.current = current
        self.retry_delay_s = AGAIN_AFTER_S.get(reason) if retry_delay_s is None else retry_delay_s


class Row(NamedTuple):
    """How one reason travels: its status code, and public words that hold no text of a person."""

    code: grpc.StatusCode
    words: str


_Code = grpc.StatusCode

TABLE: Mapping[Reason, Row] = {
    Reason.FIELD_INVALID: Row(_Code.INVALID_ARGUMENT, "a field has no valid value"),
    Reason.TEXT_EMPTY: Row(_Code.INVALID_ARGUMENT, "a required text is empty"),
    Reason.TEXT_TOO_LONG: Row(_Code.INVALID_ARGUMENT, "a text is too long"),
    Reason.TICKET_NOT_FOUND: Row(_Code.NOT_FOUND, "there is no such ticket"),
    Reason.TICKET_CLOSED: Row(_Code.PERMISSION_DENIED, "the ticket is closed"),
    Reason.TICKET_FINAL: Row(_Code.FAILED_PRECONDITION, "the ticket is closed, and closed is final"),
    Reason.WRONG_TRANSITION: Row(_Code.FAILED_PRECONDITION, "the ticket's status does not allow this step"),
    Reason.EDIT_OVERTAKEN: Row(_Code.ABORTED, "somebody changed the same field meanwhile"),
    Reason.ROLE_FORBIDDEN: Row(_Code.PERMISSION_DENIED, "this role may not do this"),
    Reason.ROLE_UNKNOWN: Row(_Code.UNAUTHENTICATED, "the call carries no single known role"),
    Reason.REQUEST_ID_REUSED: Row(_Code.INVALID_ARGUMENT, "the request id was used for another request"),
    Reason.REQUEST_TOO_LARGE: Row(_Code.RESOURCE_EXHAUSTED, "the request is too large"),
    Reason.REVISION_COMPACTED: Row(_Code.OUT_OF_RANGE, "this revision cannot be resumed from; take a snapshot"),
    Reason.STORE_FAILED: Row(_Code.UNAVAILABLE, "the database cannot be read or written now"),
    Reason.NOT_READY: Row(_Code.UNAVAILABLE, "the server has not got its data yet"),
    Reason.SERVER_STOPPING: Row(_Code.UNAVAILABLE, "the server is stopping"),
    Reason.INTERNAL: Row(_Code.INTERNAL, "the server met a fault of its own"),
    Reason.KEY_UNKNOWN: Row(_Code.UNAUTHENTICATED, "the workstation key is not known here"),
    Reason.KEY_REQUIRED: Row(_Code.PERMISSION_DENIED, "this role needs a workstation key"),
    Reason.RATE_LIMITED: Row(_Code.RESOURCE_EXHAUSTED, "too many calls from one place; wait a moment"),
    Reason.TOO_MANY_STREAMS: Row(_Code.RESOURCE_EXHAUSTED, "too many streams are open"),
    Reason.SERVER_UNREACHABLE: Row(_Code.UNAVAILABLE, "no server answers"),
    Reason.CERTIFICATE_EXPIRED: Row(_Code.UNAVAILABLE, "the server's certificate has expired"),
    Reason.CERTIFICATE_NOT_YET_VALID: Row(
        _Code.UNAVAILABLE, "the server's certificate is not valid yet by the clock here"
    ),
    Reason.CERTIFICATE_UNTRUSTED: Row(
        _Code.UNAVAILABLE, "the server's certificate is not from a CA that is trusted here"
    ),
    Reason.CERTIFICATE_FOR_ANOTHER_NAME: Row(_Code.UNAVAILABLE, "the server's certificate is for another name"),
}

# Seconds: as long as a database is away it is looked for once a second, and a server that is started anew takes one.
AGAIN_AFTER_S: Mapping[Reason, float] = {Reason.STORE_FAILED: 1.0, Reason.NOT_READY: 1.0, Reason.SERVER_STOPPING: 1.0}

# What gRPC, and BoringSSL in it, say when a handshake fails; the first that is found counts.
_HANDSHAKES: Mapping[str, Reason] = {
    "CERTIFICATE_VERIFY_FAILED: certificate has expired": Reason.CERTIFICATE_EXPIRED,
    "CERTIFICATE_VERIFY_FAILED: certificate is not yet valid": Reason.CERTIFICATE_NOT_YET_VALID,
    "CERTIFICATE_VERIFY_FAILED": Reason.CERTIFICATE_UNTRUSTED,
    # From another CA of the same name, as each campus CA has it.
    "certificate signature failure": Reason.CERTIFICATE_UNTRUSTED,
    "Hostname Verification Check failed": Reason.CERTIFICATE_FOR_ANOTHER_NAME,
}


# What gRPC says by itself when the server cannot be had now.
_AWAY = {_Code.UNAVAILABLE, _Code.DEADLINE_EXCEEDED, _Code.CANCELLED, _Code.RESOURCE_EXHAUSTED}


def to_status(error: DeskError) -> status_pb2.Status:
    """Return the error as a google.rpc.Status; its ErrorInfo may stand with a BadRequest, EditConflict or RetryInfo."""
    row = TABLE[error.reason]
    status = status_pb2.Status(code=row.code.value[0], message=row.words)
    info = error_details_pb2.ErrorInfo(reason=error.reason.value, domain=DOMAIN, metadata=error.metadata)
    status.details.append(_packed(info))
    if row.code is _Code.INVALID_ARGUMENT:
        violation = error_details_pb2.BadRequest.FieldViolation(
            field=error.metadata.get("field", "request_id"), description=row.words, reason=error.reason.value
        )
        status.details.append(_packed(error_details_pb2.BadRequest(field_violations=[violation])))
    if error.current is not None:
        status.details.append(_packed(error_pb2.EditConflict(current=error.current)))
    if error.retry_delay_s is not None:
        retry = error_details_pb2.RetryInfo()
        retry.retry_delay.FromNanoseconds(int(error.retry_delay_s * 1e9))
        status.details.append(_packed(retry))
    return status


def from_rpc_error(error: grpc.RpcError) -> DeskError:
    """Return the exception that the server raised.

    For a call without our details it is INTERNAL, SERVER_UNREACHABLE, or why the server's certificate was not believed.
    """
    info, conflict = error_details_pb2.ErrorInfo(), error_pb2.EditConflict()
    retry = error_details_pb2.RetryInfo()
    for detail in _details(error):
        for known in (info, conflict, retry):
            # What was garbled on the way tells nothing.
            with suppress(DecodeError):
                detail.Unpack(known)
    if info.domain == DOMAIN and info.reason in Reason.__members__:
        current = conflict.current if conflict.HasField("current") else None
        delay_s = retry.retry_delay.ToNanoseconds() / 1e9 if retry.HasField("retry_delay") else None
        refusal = DeskError(Reason[info.reason], current=current, retry_delay_s=delay_s)
        refusal.metadata = dict(info.metadata)
        return refusal
    # gRPC tells a connection that was cut in the middle of an answer as UNKNOWN.
    cut = error.code() is _Code.UNKNOWN and "Stream removed" in (error.details() or "")
    # gRPC itself refuses what is far larger than the server takes, and knows no details; it does so too when the server
    # is overloaded, which passes.
    if error.code() is _Code.RESOURCE_EXHAUSTED and "larger than max" in (error.details() or ""):
        return DeskError(Reason.REQUEST_TOO_LARGE)
    away = error.code() in _AWAY
    return DeskError(_absence(error.details() or "") if away or cut else Reason.INTERNAL)


def _absence(said: str) -> Reason:
    return next((reason for words, reason in _HANDSHAKES.items() if words in said), Reason.SERVER_UNREACHABLE)


def _details(error: grpc.RpcError) -> Sequence[any_pb2.Any]:
    try:
        status: status_pb2.Status | None = rpc_status.from_call(cast("grpc.Call", error))
    except (ValueError, DecodeError):
        # Details that do not decode, or that contradict the status, tell nothing.
        return ()
    return status.details if status is not None else ()


def _packed(message: Message) -> any_pb2.Any:
    packed = any_pb2.Any()
    packed.Pack(message)
    return packed
