"""The standard health service, told by what a server knows of itself: whether it can do its work now."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, TypeAlias, cast

import grpc
from grpc_health.v1 import health, health_pb2, health_pb2_grpc

SERVICE = health.SERVICE_NAME

_Status = health_pb2.HealthCheckResponse
_Context: TypeAlias = "grpc.aio.ServicerContext[Any, Any]"


class Health:
    """Answers for the server as a whole (the empty name) and for each of its services: all can work, or none.

    Until the first report, and from the stop on, nothing is served.
    """

    def __init__(self) -> None:
        self.serving = False
        self._answers = _Answers()
        self._names = [""]

    async def register(self, server: grpc.aio.Server, services: Iterable[str]) -> None:
        """Let the server answer for itself and these services."""
        self._names.extend(services)
        health_pb2_grpc.add_HealthServicer_to_server(self._answers, server)
        await self.report(serving=self.serving)

    async def report(self, *, serving: bool) -> None:
        """Tell everybody who asks or watches whether the server can do its work now."""
        self.serving = serving
        for name in self._names:
            await self._answers.set(name, _Status.SERVING if serving else _Status.NOT_SERVING)

    async def stop(self) -> None:
        """Tell everybody that nothing is served any more, whatever is reported later, and end the watches."""
        await self._answers.enter_graceful_shutdown()
        self._answers.stopping.set()


class _Answers(health.aio.HealthServicer):
    """The standard servicer, whose watches end with the server instead of holding its stop."""

    def __init__(self) -> None:
        super().__init__()
        self.stopping = asyncio.Event()

    async def Watch(self, request: health_pb2.HealthCheckRequest, context: _Context) -> None:
        """Tell the status now and at each change, until the server stops."""
        watcher = _Watcher(context)
        watch = asyncio.ensure_future(super().Watch(request, cast("_Context", watcher)))
        stop = asyncio.ensure_future(self.stopping.wait())
        try:
            await asyncio.wait((watch, stop), return_when=asyncio.FIRST_COMPLETED)
        finally:
            stop.cancel()
            watch.cancel()
        with suppress(asyncio.CancelledError):
            await watch
        await watcher.write(_Status(status=_Status.NOT_SERVING))


class _Watcher:
    """Who watches: told one thing after the other, also when who tells is cancelled; gRPC ends a call that overlaps."""

    def __init__(self, context: _Context) -> None:
        self._context = context
        self._telling: asyncio.Future[None] | None = None

    async def write(self, answer: health_pb2.HealthCheckResponse) -> None:
        if self._telling is not None:
            await self._telling
        self._telling = asyncio.ensure_future(self._context.write(answer))
        await asyncio.shield(self._telling)
