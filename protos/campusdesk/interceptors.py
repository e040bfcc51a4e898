"""What happens around every served call: it is observed, let in or not, limited, and an exception becomes a status.

The order within a call, from the outside in:

1. its request arrives and is decoded; what is too large, too slow to arrive, or no request, is only marked;
2. the observers (log, metrics) are told that it began and, whatever follows, how it ended;
3. a marked request is refused;
4. the caller is let in, or not: role, key, method; and what the request sets is held against the policy table;
5. a write or a question is counted against those of its host, a stream against the open streams;
6. the method runs;
7. the answer loses what the caller may not see;
8. an exception of 3-7 becomes the call's status, here and nowhere else.
"""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any, NoReturn, TypeAlias

import grpc
from google.protobuf.message import Message
from grpc_status import rpc_status

from campusdesk.access import Gate, caller
from campusdesk.call import Call, Observer, host_of
from campusdesk.decoding import arrived, check_decoded, each_checked, tolerant
from campusdesk.errors import AGAIN_AFTER_S, DeskError, to_status
from campusdesk.fields import check_request, hide
from campusdesk.limits import RateLimit, StreamLimit
from campusdesk.rules import Reason

_log = logging.getLogger(__name__)

# gRPC's classes are generic in their stubs only.
_Handler: TypeAlias = "grpc.RpcMethodHandler[Any, Any]"
_Context: TypeAlias = "grpc.aio.ServicerContext[Any, Any]"
# The types of the stubs know the synchronous server only.
_Serve = Any
_Stream: TypeAlias = Callable[[Any, _Context], AsyncIterator[object]]
# What stands for all methods that there are not: callers choose what they name.
_UNKNOWN = "unknown"


class Guard(grpc.aio.ServerInterceptor):
    """Refuses what may not be called and bytes that are no request, and turns exceptions into statuses.

    Without this interceptor gRPC would answer an undecodable request or an exception with UNKNOWN and Python's own
    words.
    """

    def __init__(
        self,
        gate: Gate,
        rates: Mapping[str, RateLimit] | None = None,
        streams: StreamLimit | None = None,
        observers: Sequence[Observer] = (),
    ) -> None:
        """Make a guard for one server, which lets in whom the gate lets in, and as much as the limits let in.

        `rates` has the limit of each method of which a host may call only so many a second.
        """
        self._gate = gate
        self._rates = rates or {}
        self._streams = streams
        self._observers = observers
        self._guarded: dict[str, _Handler] = {}
        self._unknown: _Handler = grpc.unary_unary_rpc_method_handler(self._refuse_unknown)

    async def intercept_service(
        self,
        continuation: Callable[[grpc.HandlerCallDetails], Awaitable["_Handler | None"]],
        handler_call_details: grpc.HandlerCallDetails,
    ) -> "_Handler":
        """Return the method's handler with the guard around it; it is made once a method."""
        method = handler_call_details.method
        guarded = self._guarded.get(method)
        if guarded is None:
            handler = await continuation(handler_call_details)
            if handler is None:
                return self._unknown
            guarded = self._guarded[method] = self._guard(method, handler)
        return guarded

    def _guard(self, method: str, handler: _Handler) -> _Handler:
        decode, encode = tolerant(handler.request_deserializer), handler.response_serializer
        if handler.request_streaming:
            stream = _checking(self._stream(method, handler.stream_stream))
            return grpc.stream_stream_rpc_method_handler(stream, decode, encode)
        # gRPC would wait for a single request for ever; as a stream it is read here, and only so long.
        if handler.response_streaming:
            stream = _reading(self._stream(method, handler.unary_stream))
            return grpc.stream_stream_rpc_method_handler(stream, decode, encode)
        return grpc.stream_unary_rpc_method_handler(self._unary(method, handler.unary_unary), decode, encode)

    def _unary(self, method: str, serve: _Serve) -> Callable[[object, _Context], Awaitable[object]]:
        limit = self._rates.get(method)

        async def unary(_requests: object, context: _Context) -> object:
            request = await arrived(context)
            with self._call(method, request, context) as call:
                try:
                    self._let_in(method, call, request, context)
                    if limit is not None:
                        limit.take(call.host)
                    return _shown(method, await serve(request, context))
                except Exception as error:  # noqa: BLE001  the one place where exceptions become statuses
                    await _refuse(call, error, context)

        return unary

    def _stream(self, method: str, serve: _Serve) -> _Stream:
        async def stream(request: object, context: _Context) -> AsyncIterator[object]:
            with self._call(method, request, context, streaming=True) as call:
                try:
                    looked = self._gate.look()
                    self._let_in(method, call, request, context)
                    with self._counted(call.host):
                        # A servicer is an async generator, or (the standard health service's watch) writes to the
                        # context itself.
                        served = serve(request, context)
                        if hasattr(served, "__aiter__"):
                            async for response in served:
                                looked = self._look_again(looked, method, context)
                                yield _shown(method, response)
                        else:
                            await served
                except Exception as error:  # noqa: BLE001  the one place where exceptions become statuses
                    await _refuse(call, error, context)

        return stream

    def _call(self, method: str, request: object, context: _Context, *, streaming: bool = False) -> Call:
        return Call(method.removeprefix("/"), host_of(context.peer()), request, self._observers, streaming=streaming)

    def _counted(self, host: str) -> AbstractContextManager[None]:
        return self._streams.counted(host) if self._streams is not None else nullcontext()

    def _let_in(self, method: str, call: Call, request: object, context: _Context) -> None:
        check_decoded(request)
        self._gate.admit(method, context.invocation_metadata() or ())
        if _of_contract(method):
            who = caller()
            call.role, call.workstation = who.role.word, who.workstation
            if isinstance(request, Message):
                check_request(request, who.role)

    def _look_again(self, looked: int, method: str, context: _Context) -> int:
        """Look whether a stream has outlived its key: nothing more is told once that is taken away."""
        if self._gate.look() != looked:
            looked = self._gate.look()
            self._gate.admit(method, context.invocation_metadata() or ())
        return looked

    async def _refuse_unknown(self, request: object, context: _Context) -> NoReturn:
        with self._call(_UNKNOWN, request, context) as call:
            call.status = grpc.StatusCode.UNIMPLEMENTED.name
            await context.abort(grpc.StatusCode.UNIMPLEMENTED, "there is no such method")


def _checking(stream: _Stream) -> _Stream:
    """Let a method that takes a stream of requests be told of the first one that could not be decoded."""

    # gRPC knows a stream by its being written as one.
    async def checked(requests: Any, context: _Context) -> AsyncIterator[object]:
        async for response in stream(each_checked(requests), context):
            yield response

    return checked


def _reading(stream: _Stream) -> _Stream:
    """Let a method that takes one request be given it once it has arrived."""

    # gRPC knows a stream by its being written as one.
    async def read(_requests: object, context: _Context) -> AsyncIterator[object]:
        async for response in stream(await arrived(context), context):
            yield response

    return read


def _shown(method: str, answer: object) -> object:
    """Return the answer without what the caller may not see; bytes have been encoded for its role already."""
    if isinstance(answer, Message) and _of_contract(method):
        hide(answer, caller().role)
    return answer


def _of_contract(method: str) -> bool:
    """Say whether the policy table speaks of the method: the standard services have callers without a role."""
    return method.startswith("/campusdesk.")


async def _refuse(call: Call, error: Exception, context: _Context) -> NoReturn:
    """End the call with the status of the error; log what is no caller's doing."""
    if isinstance(error, grpc.aio.AbortError):
        call.status = context.code().name
        raise error
    if not isinstance(error, DeskError):
        # The traceback names code, not values: a ticket's text never reaches the log through it.
        _log.error(
            "fault %s in %s: %s", call.request_id, call.method, type(error).__name__, exc_info=_without_words(error)
        )
        error = DeskError(Reason.INTERNAL, fault=call.request_id)
    if error.current is not None:
        hide(error.current, caller().role)
    status = _status_of(error)
    call.status, call.reason = status.code.name, error.reason.value
    await context.abort_with_status(status)


def _status_of(error: DeskError) -> grpc.Status:
    own_delay = error.retry_delay_s != AGAIN_AFTER_S.get(error.reason)
    if error.metadata or error.current is not None or own_delay:
        return rpc_status.to_status(to_status(error))
    return _bare_status(error.reason)


# A thousand watches may end at once, all for one reason.
@cache
def _bare_status(reason: Reason) -> grpc.Status:
    return rpc_status.to_status(to_status(DeskError(reason)))


def _without_words(error: Exception) -> tuple[type[Exception], Exception, Any]:
    """Return the error for the log, with its message (which may quote a ticket) left out."""
    return Exception, Exception("words left out"), error.__traceback__
