"""What happens around every served call: who is let in, what is left of the answer, and exceptions become statuses."""

import logging
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, NoReturn, TypeAlias

import grpc
from google.protobuf.message import Message
from grpc_status import rpc_status

from campusdesk.access import Gate, caller
from campusdesk.errors import DeskError, to_status
from campusdesk.fields import check_request, hide
from campusdesk.rules import Reason

_log = logging.getLogger("campusdesk.calls")

# gRPC's classes are generic in their stubs only.
_Handler: TypeAlias = "grpc.RpcMethodHandler[Any, Any]"
_Context: TypeAlias = "grpc.aio.ServicerContext[Any, Any]"
# The types of the stubs know the synchronous server only.
_Serve = Any
# What stands for a request that could not be decoded until the guard refuses it.
_MALFORMED = object()


class Guard(grpc.aio.ServerInterceptor):
    """Refuses what may not be called, refuses bytes that are no request, and turns exceptions into statuses.

    The order within a call: the request is decoded, the caller is let in, what it sets is held against the policy
    table, the method runs, and the answer loses what the caller may not see. Without this interceptor
    gRPC would answer an undecodable request or an exception with UNKNOWN and Python's own words.
    """

    def __init__(self, gate: Gate) -> None:
        """Make a guard for one server, which lets in whom the gate lets in."""
        self._gate = gate
        self._guarded: dict[str, _Handler] = {}

    async def intercept_service(
        self,
        continuation: Callable[[grpc.HandlerCallDetails], Awaitable["_Handler | None"]],
        handler_call_details: grpc.HandlerCallDetails,
    ) -> "_Handler | None":
        """Return the method's handler with the guard around it; it is made once a method."""
        method = handler_call_details.method
        guarded = self._guarded.get(method)
        if guarded is None:
            handler = await continuation(handler_call_details)
            if handler is None:
                return None
            guarded = self._guarded[method] = _guarded(method, handler, self._gate)
        return guarded


def _guarded(method: str, handler: _Handler, gate: Gate) -> _Handler:
    decode = _tolerant(handler.request_deserializer)
    if handler.response_streaming:
        return grpc.unary_stream_rpc_method_handler(
            _guarded_stream(method, handler.unary_stream, gate), decode, handler.response_serializer
        )
    return grpc.unary_unary_rpc_method_handler(
        _guarded_unary(method, handler.unary_unary, gate), decode, handler.response_serializer
    )


def _tolerant(decode: Callable[[bytes], object] | None) -> Callable[[bytes], object]:
    def tolerant(data: bytes) -> object:
        try:
            return decode(data) if decode is not None else data
        except Exception:  # noqa: BLE001  protobuf raises several kinds, and each means the same
            return _MALFORMED

    return tolerant


def _guarded_unary(method: str, serve: _Serve, gate: Gate) -> Callable[[object, _Context], Awaitable[object]]:
    async def unary(request: object, context: _Context) -> object:
        try:
            _let_in(gate, method, request, context)
            return _shown(method, await serve(request, context))
        except Exception as error:  # noqa: BLE001  the one place where exceptions become statuses
            await _refuse(method, error, context)

    return unary


def _guarded_stream(method: str, serve: _Serve, gate: Gate) -> Callable[[object, _Context], AsyncIterator[object]]:
    async def stream(request: object, context: _Context) -> AsyncIterator[object]:
        try:
            looked = gate.look()
            _let_in(gate, method, request, context)
            # A servicer is an async generator, or (the standard health service's watch) writes to the context itself.
            served = serve(request, context)
            if hasattr(served, "__aiter__"):
                async for response in served:
                    # A stream may outlive its key: nothing more is told once that is taken away.
                    if gate.look() != looked:
                        looked = gate.look()
                        gate.admit(method, context.invocation_metadata() or ())
                    yield _shown(method, response)
            else:
                await served
        except Exception as error:  # noqa: BLE001  the one place where exceptions become statuses
            await _refuse(method, error, context)

    return stream


def _let_in(gate: Gate, method: str, request: object, context: _Context) -> None:
    if request is _MALFORMED:
        raise DeskError(Reason.FIELD_INVALID, field="request")
    gate.admit(method, context.invocation_metadata() or ())
    if isinstance(request, Message) and _of_contract(method):
        check_request(request, caller().role)


def _shown(method: str, answer: object) -> object:
    """Return the answer without what the caller may not see; bytes have been encoded for its role already."""
    if isinstance(answer, Message) and _of_contract(method):
        hide(answer, caller().role)
    return answer


def _of_contract(method: str) -> bool:
    """Say whether the policy table speaks of the method: the standard services have callers without a role."""
    return method.startswith("/campusdesk.")


async def _refuse(method: str, error: Exception, context: _Context) -> NoReturn:
    """End the call with the status of the error; log what is no caller's doing."""
    if isinstance(error, grpc.aio.AbortError):
        raise error
    if not isinstance(error, DeskError):
        fault = uuid.uuid4().hex
        # The traceback names code, not values: a ticket's text never reaches the log through it.
        _log.error("fault %s in %s: %s", fault, method, type(error).__name__, exc_info=_without_words(error))
        error = DeskError(Reason.INTERNAL, fault=fault)
    if error.current is not None:
        hide(error.current, caller().role)
    await context.abort_with_status(rpc_status.to_status(to_status(error)))


def _without_words(error: Exception) -> tuple[type[Exception], Exception, Any]:
    """Return the error for the log, with its message (which may quote a ticket) left out."""
    return Exception, Exception("words left out"), error.__traceback__
