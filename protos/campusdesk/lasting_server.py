"""A gRPC server that outlives the end of its accepting loop, which a few bytes at its port can bring about."""

import asyncio
import logging
import signal
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import grpc

_log = logging.getLogger(__name__)

# How often it is looked whether calls are still accepted, and how long its port may take to be free again, in seconds.
_LOOK_S = 0.2
_PORT_PATIENCE_S = 10.0
# How long calls that are under way at a server that accepts no others may take to finish, in seconds.
_GRACE_S = 1.0


class LastingServer(grpc.aio.Server):
    """Serves like the servers that `make` makes, of which another takes over when one accepts no more calls.

    The loop of grpc.aio ends with an exception when somebody calls a method whose name is not UTF-8, and the server
    would hang for ever (docs/decisions/0006). What was added to this server is added to each of those.
    """

    def __init__(
        self, make: Callable[[], grpc.aio.Server], credentials: Callable[[], grpc.ServerCredentials] | None = None
    ) -> None:
        """Begin with a first server; `credentials` makes anew what each opening of a secure port needs one of."""
        self._make = make
        self._credentials = credentials
        self._present = make()
        self._handlers: list[Callable[[grpc.aio.Server], None]] = []
        self._ports: list[Callable[[grpc.aio.Server], int]] = []
        self._retired: list[asyncio.Task[None]] = []
        self._watch: asyncio.Task[None] | None = None
        self._stopping = False

    def add_generic_rpc_handlers(self, generic_rpc_handlers: Iterable[grpc.GenericRpcHandler]) -> None:
        """Serve by these handlers."""
        kept = tuple(generic_rpc_handlers)
        self._handlers.append(lambda server: server.add_generic_rpc_handlers(kept))

    def add_registered_method_handlers(
        self, service_name: str, method_handlers: Mapping[str, "grpc.RpcMethodHandler[Any, Any]"]
    ) -> None:
        """Serve the service's methods by these handlers.

        They are not registered with gRPC: when the accepting loop of a server with registered methods ends, it lets go
        of memory that gRPC still writes to, which ends the program (docs/decisions/0006). Nor is a call accepted faster
        by them: each costs a look at every registered method.
        """
        self.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(service_name, dict(method_handlers)),))

    def add_insecure_port(self, address: str) -> int:
        """Listen there in plain text; return the port's number."""
        port = self._present.add_insecure_port(address)
        again = _with_port(address, port)
        self._ports.append(lambda server: server.add_insecure_port(again))
        return port

    def add_secure_port(self, address: str, server_credentials: grpc.ServerCredentials) -> int:
        """Listen there over TLS; return the port's number."""
        port = self._present.add_secure_port(address, server_credentials)
        again = _with_port(address, port)
        renewed = self._credentials or (lambda: server_credentials)
        self._ports.append(lambda server: server.add_secure_port(again, renewed()))
        return port

    async def start(self) -> None:
        """Start to serve."""
        await self._start_present()
        self._watch = asyncio.create_task(self._take_over())

    async def stop(self, grace: float | None) -> None:
        """Take no more calls, and give those under way `grace` seconds to finish, or none."""
        self._stopping = True
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.wait((self._watch,))
        await asyncio.gather(_stop(self._present, grace), *self._retired)

    async def wait_for_termination(self, timeout: float | None = None) -> bool:  # noqa: ASYNC109  gRPC's name
        """Wait until the present server has ended; return whether the time, in seconds, was over before."""
        return await self._present.wait_for_termination(timeout)

    async def _start_present(self) -> None:
        for add_to in self._handlers:
            add_to(self._present)
        await self._present.start()

    async def _take_over(self) -> None:
        # The flag is looked at, because a wait that ends by itself may swallow the cancelling of this task.
        while not self._stopping:
            if await self._ended() and not await self._replaced():
                _log.critical("no calls are accepted any more, and the port cannot be taken over")
                # Better to end, and be started anew by who watches over it.
                signal.raise_signal(signal.SIGTERM)
                return

    async def _ended(self) -> bool:
        """Wait a little; return whether the present server has come to accept no calls any more."""
        try:
            await self._present.wait_for_termination(_LOOK_S)
        except Exception as error:  # noqa: BLE001  whatever ended the loop, calls are to be accepted again
            _log.error("calls were accepted no more: %s; another server takes over", type(error).__name__)
            return True
        return False

    async def _replaced(self) -> bool:
        """Let another server take over the ports; return whether it could."""
        self._retired = [task for task in self._retired if not task.done()]
        self._retired.append(asyncio.create_task(_stop(self._present, _GRACE_S)))
        self._present = self._make()
        for bind in self._ports:
            if not await self._bound(partial(bind, self._present)):
                return False
        await self._start_present()
        return True

    async def _bound(self, bind: Callable[[], int]) -> bool:
        """Bind as soon as the server before has let go of the port; return whether it did."""
        deadline = asyncio.get_running_loop().time() + _PORT_PATIENCE_S
        while asyncio.get_running_loop().time() < deadline:
            try:
                bind()
            except RuntimeError:
                await asyncio.sleep(0.01)
            else:
                return True
        return False


async def _stop(server: grpc.aio.Server, grace: float | None) -> None:
    try:
        await server.stop(grace)
    except Exception:  # noqa: BLE001  the first stop may raise what ended the loop; the second one stops the server
        await server.stop(grace)


def _with_port(address: str, port: int) -> str:
    return f"{address.rpartition(':')[0]}:{port}"
