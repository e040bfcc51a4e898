"""A refusal keeps its reason, its metadata and its conflict on the way through gRPC."""

from collections.abc import Iterator

import grpc
import pytest
from google.rpc import error_details_pb2, status_pb2
from grpc_status import rpc_status

from campusdesk.errors import TABLE, DeskError, from_rpc_error, to_status
from campusdesk.rules import Reason
from campusdesk.v1 import ticket_pb2


class Broken(grpc.RpcError, grpc.Call):
    """A failed call as gRPC gives it to a client."""

    def __init__(
        self, code: grpc.StatusCode, details: str = "", trailing: tuple[tuple[str, str | bytes], ...] = ()
    ) -> None:
        self._code, self._details, self._trailing = code, details, trailing

    def code(self) -> grpc.StatusCode:
        return self._code

    def details(self) -> str:
        return self._details

    def trailing_metadata(self) -> tuple[tuple[str, str | bytes], ...]:  # type: ignore[override]
        return self._trailing

    def initial_metadata(self) -> tuple[tuple[str, str | bytes], ...]:
        return ()

    def is_active(self) -> bool:
        return False

    def time_remaining(self) -> float:
        return 0.0

    def cancel(self) -> bool:
        return False

    def add_callback(self, callback: object) -> bool:
        return False

    def __iter__(self) -> Iterator[object]:
        return iter(())


def sent(error: DeskError) -> Broken:
    """Return what the client gets when the server raises the error."""
    status = rpc_status.to_status(to_status(error))
    return Broken(status.code, status.details, tuple(status.trailing_metadata))


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_survives_the_way_through_grpc(reason: Reason) -> None:
    received = from_rpc_error(sent(DeskError(reason, ticket_id=17, field="location")))
    assert received.reason is reason
    assert received.metadata == {"ticket_id": "17", "field": "location"}
    assert received.current is None


def test_an_overtaken_edit_brings_the_present_ticket() -> None:
    present = ticket_pb2.Ticket(id=3, description="<b>now</b>", revision=12)
    received = from_rpc_error(sent(DeskError(Reason.EDIT_OVERTAKEN, current=present)))
    assert received.current == present


def test_a_caller_is_told_when_to_try_again() -> None:
    received = from_rpc_error(sent(DeskError(Reason.RATE_LIMITED, retry_delay_s=1.25)))
    assert received.retry_delay_s == 1.25
    assert from_rpc_error(sent(DeskError(Reason.RATE_LIMITED))).retry_delay_s is None


@pytest.mark.parametrize("reason", Reason)
def test_what_passes_by_itself_is_worth_another_try_in_a_second(reason: Reason) -> None:
    passes = reason in {Reason.STORE_FAILED, Reason.NOT_READY, Reason.SERVER_STOPPING}
    assert from_rpc_error(sent(DeskError(reason))).retry_delay_s == (1.0 if passes else None)


def test_an_invalid_field_is_named_in_a_bad_request() -> None:
    status = to_status(DeskError(Reason.TEXT_TOO_LONG, field="description", limit=10_000))
    bad = error_details_pb2.BadRequest()
    assert status.details[1].Unpack(bad)
    assert [violation.field for violation in bad.field_violations] == ["description"]


@pytest.mark.parametrize(
    ("code", "details", "expected"),
    [
        (grpc.StatusCode.UNAVAILABLE, "failed to connect", Reason.SERVER_UNREACHABLE),
        (grpc.StatusCode.DEADLINE_EXCEEDED, "", Reason.SERVER_UNREACHABLE),
        (grpc.StatusCode.UNKNOWN, "Stream removed", Reason.SERVER_UNREACHABLE),
        (grpc.StatusCode.UNKNOWN, "something", Reason.INTERNAL),
        (grpc.StatusCode.UNIMPLEMENTED, "", Reason.INTERNAL),
        (grpc.StatusCode.RESOURCE_EXHAUSTED, "Received message larger than max", Reason.REQUEST_TOO_LARGE),
        (grpc.StatusCode.RESOURCE_EXHAUSTED, "Too many pending requests for this server", Reason.SERVER_UNREACHABLE),
    ],
)
def test_a_failure_without_details_is_told_apart(code: grpc.StatusCode, details: str, expected: Reason) -> None:
    assert from_rpc_error(Broken(code, details)).reason is expected


def test_broken_details_are_no_reason_to_fail() -> None:
    broken = Broken(grpc.StatusCode.NOT_FOUND, "", (("grpc-status-details-bin", b"\xff\xff"),))
    assert from_rpc_error(broken).reason is Reason.INTERNAL


def test_a_broken_detail_of_a_whole_status_is_none_either() -> None:
    garbled = status_pb2.Status(code=grpc.StatusCode.NOT_FOUND.value[0])
    garbled.details.add().Pack(error_details_pb2.ErrorInfo())
    garbled.details[0].value = b"\xff\xff"
    status = rpc_status.to_status(garbled)
    broken = Broken(status.code, status.details, tuple(status.trailing_metadata))
    assert from_rpc_error(broken).reason is Reason.INTERNAL


def test_public_words_are_fixed_and_codes_never_unknown() -> None:
    assert all(row.words and row.code is not grpc.StatusCode.UNKNOWN for row in TABLE.values())
    assert set(TABLE) == set(Reason)
