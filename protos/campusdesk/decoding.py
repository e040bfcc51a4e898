"""Receive and decode requests so that what is none gets as far as the guard, which refuses it as all else."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Callable

import grpc

from campusdesk.errors import DeskError
from campusdesk.limits import REQUEST_LIMIT_BYTES, REQUEST_PATIENCE_S
from campusdesk.rules import Reason

# What stands for a request until it is refused.
_MALFORMED, _TOO_LARGE = object(), object()


def tolerant(decode: Callable[[bytes], object] | None) -> Callable[[bytes], object]:
    """Return a decoder that never fails; `check_decoded` knows what it could not decode."""

    def decoded(data: bytes) -> object:
        if len(data) > REQUEST_LIMIT_BYTES:
            return _TOO_LARGE
        try:
            return decode(data) if decode is not None else data
        except Exception:  # noqa: BLE001  protobuf raises several kinds, and each means the same
            return _MALFORMED

    return decoded


async def arrived(context: "grpc.aio.ServicerContext[object, object]") -> object:
    """Return the one request of a call, decoded; what does not arrive in time, or not at all, is none."""
    try:
        async with asyncio.timeout(REQUEST_PATIENCE_S):
            request = await context.read()
    except TimeoutError:
        return _MALFORMED
    return _MALFORMED if request is grpc.aio.EOF else request


def check_decoded(request: object) -> None:
    """Raise DeskError for what stands for no request: REQUEST_TOO_LARGE, or FIELD_INVALID for bytes that are none."""
    if request is _TOO_LARGE:
        raise DeskError(Reason.REQUEST_TOO_LARGE, limit=REQUEST_LIMIT_BYTES)
    if request is _MALFORMED:
        raise DeskError(Reason.FIELD_INVALID, field="request")


async def each_checked(requests: AsyncIterable[object]) -> AsyncIterator[object]:
    """Yield a stream's requests as they come; raises DeskError as `check_decoded` does."""
    async for request in requests:
        check_decoded(request)
        yield request
