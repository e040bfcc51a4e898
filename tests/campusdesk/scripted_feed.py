"""A real gRPC server whose change feed says what a test tells it to say."""

import asyncio
import queue
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import grpc

from campusdesk.access import Gate
from campusdesk.interceptors import Guard
from campusdesk.keys import Keyring
from campusdesk.v1 import change_feed_pb2, change_feed_pb2_grpc

# What a stream does next: tell an event, be refused, or (None) end in good order.
Step = change_feed_pb2.WatchResponse | Exception | None


class ScriptedFeed(change_feed_pb2_grpc.ChangeFeedServiceServicer):
    """Serves on loopback from a thread of its own; steps are taken one by one by whichever watch is open."""

    def __init__(self) -> None:
        self.requests: queue.Queue[change_feed_pb2.WatchRequest] = queue.Queue()
        self.ended: queue.Queue[change_feed_pb2.WatchRequest] = queue.Queue()
        self.port = 0
        self._steps: asyncio.Queue[Step] = asyncio.Queue()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="scripted-feed")
        self._thread.start()
        self._server: grpc.aio.Server | None = None

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def start(self) -> None:
        """Listen; the second time on the same port as before."""
        asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(10)

    def stop(self) -> None:
        """End as a killed server does: every stream breaks."""
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result(10)

    def close(self) -> None:
        self.stop()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def then(self, *steps: Step) -> None:
        """Let the open watch, or the next one, take these steps."""
        for step in steps:
            self._loop.call_soon_threadsafe(self._steps.put_nowait, step)

    async def Watch(
        self,
        request: change_feed_pb2.WatchRequest,
        context: grpc.aio.ServicerContext[change_feed_pb2.WatchRequest, change_feed_pb2.WatchResponse],
    ) -> AsyncIterator[change_feed_pb2.WatchResponse]:
        self.requests.put(request)
        try:
            while (step := await self._steps.get()) is not None:
                if isinstance(step, Exception):
                    raise step
                yield step
        finally:
            self.ended.put(request)

    async def _start(self) -> None:
        self._server = grpc.aio.server(interceptors=(Guard(Gate(Keyring(None))),), options=(("grpc.so_reuseport", 0),))
        change_feed_pb2_grpc.add_ChangeFeedServiceServicer_to_server(self, self._server)
        self.port = self._server.add_insecure_port(f"127.0.0.1:{self.port}")
        await self._server.start()

    async def _stop(self) -> None:
        if self._server is not None:
            await self._server.stop(0)
            self._server = None


@contextmanager
def scripted_feed() -> Iterator[ScriptedFeed]:
    """Serve a feed until the end of the block."""
    feed = ScriptedFeed()
    try:
        feed.start()
        yield feed
    finally:
        feed.close()
