"""A road to a server on which everything goes wrong that goes wrong in a network, from one moment to the next."""

import asyncio
import math
import random
import socket
import struct
import threading
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, Self

from campusdesk.address import parse_address
from tests.system.faults import WHOLE, Fault, Way

# What a way holds at most, as a router does: so many pieces of so many bytes.
_PIECE_BYTES, _PIECES = 4_096, 8
# Who is slow says a little this often, in seconds.
_BREATH_S = 0.05
# The system itself keeps little besides, and a connection closed with this tells so by a reset.
_BUFFER_BYTES = 32_768
_RESETTING = struct.pack("ii", 1, 0)
# More than a listener that takes none keeps waiting.
_CROWD = 4


class FaultyRoad:
    """Hands on what is said between clients and one server, as well as its fault of the moment lets it."""

    def __init__(self, target: str, seed: int = 0) -> None:
        """Lead to the server at this address of loopback, there or not yet; the seed decides on chance."""
        server = parse_address(target)
        self._target = server.host, server.port
        self.fault = WHOLE
        self.random = random.Random(seed)
        self._links: set[asyncio.Task[None]] = set()
        # Bound and never listening, it keeps the port from others while nobody listens there.
        self._place = _bound(0)
        self._listening: socket.socket | None = None
        self._accepting: asyncio.Task[None] | None = None
        self._crowd: list[socket.socket] = []
        self.address = f"127.0.0.1:{self._place.getsockname()[1]}"
        self._loop = asyncio.new_event_loop()
        self._changed = asyncio.Event()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.heal()

    def suffer(self, fault: Fault) -> None:
        """Have this fault from now on, in place of the one before."""
        self._wait_for(self._become(fault))

    def heal(self) -> None:
        """Be whole again."""
        self.suffer(WHOLE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._wait_for(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._place.close()

    async def passes(self, way: Way) -> None:
        """Wait while what goes this way is held."""
        while way in self.fault.held:
            await self._changed.wait()

    def _wait_for(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _become(self, fault: Fault) -> None:
        self.fault = fault
        self._changed.set()
        self._changed = asyncio.Event()
        await self._shut_doors()
        if fault.ends is not None:
            await self._end_links()
        if fault.doors == "open":
            self._listening = self._listen(128)
            self._accepting = asyncio.create_task(self._accept(self._listening))
        elif fault.doors == "gone":
            # Once as many wait as may, the system leaves whoever else comes without an answer.
            self._listening = self._listen(0)
            self._crowd = [_coming(self._listening) for _ in range(_CROWD)]

    async def _end(self) -> None:
        await self._shut_doors()
        await self._end_links()

    async def _shut_doors(self) -> None:
        if self._accepting is not None:
            await _cancelled(self._accepting)
            self._accepting = None
        if self._listening is not None:
            self._listening.close()
            self._listening = None
        while self._crowd:
            self._crowd.pop().close()

    async def _end_links(self) -> None:
        for link in tuple(self._links):
            await _cancelled(link)

    def _listen(self, waiting: int) -> socket.socket:
        listening = _bound(self._place.getsockname()[1])
        listening.listen(waiting)
        return listening

    async def _accept(self, listening: socket.socket) -> None:
        while True:
            client, _ = await self._loop.sock_accept(listening)
            link = asyncio.create_task(self._lead(client))
            self._links.add(link)
            link.add_done_callback(self._links.discard)

    async def _lead(self, client: socket.socket) -> None:
        """Lead one client to the server until both have said all, or one of them is gone."""
        server = socket.socket()
        for end in (client, server):
            end.setblocking(False)
            end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER_BYTES)
            end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _BUFFER_BYTES)
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            if self.fault.ends is None:
                await self._loop.sock_connect(server, self._target)
                up = _Lane(self, Way.UP, client, server)
                down = _Lane(self, Way.DOWN, server, client)
                async with asyncio.TaskGroup() as lanes:
                    lanes.create_task(up.carry())
                    lanes.create_task(down.carry())
        except* OSError:
            # One of them is gone, and so the other must learn of it.
            pass
        finally:
            for end in (client, server):
                _close(end, reset=self.fault.ends == "reset")


class _Lane:
    """One direction of one connection."""

    def __init__(self, road: FaultyRoad, way: Way, source: socket.socket, sink: socket.socket) -> None:
        self._road, self._way, self._source, self._sink = road, way, source, sink
        self._loop = asyncio.get_running_loop()
        # Each piece with the time at which it may arrive; the last one is empty.
        self._under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(_PIECES)

    async def carry(self) -> None:
        """Hand on all that is said, and its end."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._take())
            tasks.create_task(self._give())

    async def _take(self) -> None:
        said = b"begun"
        while said:
            said = await self._loop.sock_recv(self._source, _PIECE_BYTES)
            fault = self._road.fault
            delay_s = fault.latency_s + self._road.random.uniform(0, fault.jitter_s)
            await self._under_way.put((self._loop.time() + delay_s, said))

    async def _give(self) -> None:
        while True:
            due, said = await self._under_way.get()
            await asyncio.sleep(max(0.0, due - self._loop.time()))
            await self._road.passes(self._way)
            if not said:
                self._sink.shutdown(socket.SHUT_WR)
                return
            await self._send(said)

    async def _send(self, said: bytes) -> None:
        while said:
            fault = self._road.fault
            room = min(len(said), max(1, int(min(fault.bytes_per_s, 1e9) * _BREATH_S)))
            now, said = said[:room], said[room:]
            await self._loop.sock_sendall(self._sink, _garbled(now, fault.flips_one_of, self._road.random))
            if fault.bytes_per_s < math.inf:
                await asyncio.sleep(room / fault.bytes_per_s)


def _garbled(said: bytes, one_of: float, choice: random.Random) -> bytes:
    if one_of == math.inf:
        return said
    return bytes(byte ^ 1 << choice.randrange(8) if choice.random() * one_of < 1 else byte for byte in said)


def _bound(port: int) -> socket.socket:
    bound = socket.socket()
    # Two may have one port so, as long as one of them listens only.
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind(("127.0.0.1", port))
    bound.setblocking(False)
    return bound


def _coming(listening: socket.socket) -> socket.socket:
    coming = socket.socket()
    coming.setblocking(False)
    coming.connect_ex(listening.getsockname())
    return coming


def _close(end: socket.socket, *, reset: bool) -> None:
    with suppress(OSError):
        if reset:
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESETTING)
        else:
            # What was not read would make a reset of it.
            end.shutdown(socket.SHUT_RDWR)
    end.close()


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError, OSError):
        await task
