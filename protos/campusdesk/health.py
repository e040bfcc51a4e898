"""The standard health service, told by what a server knows of itself: whether it can do its work now."""

from collections.abc import Iterable

from grpc_health.v1 import health, health_pb2

_Status = health_pb2.HealthCheckResponse


class Health:
    """Answers for the server as a whole (the empty name) and for each of its services; all can work, or none.

    Until the first report, and from the stop on, nothing is served.
    """

    def __init__(self) -> None:
        self.servicer = health.aio.HealthServicer()
        self._names: list[str] = [""]
        self._serving = False

    async def name(self, services: Iterable[str]) -> None:
        """Answer for these services from now on."""
        self._names.extend(services)
        await self.report(serving=self._serving)

    async def report(self, *, serving: bool) -> None:
        """Tell everybody who asks or watches whether the server can do its work now."""
        self._serving = serving
        for name in self._names:
            await self.servicer.set(name, _Status.SERVING if serving else _Status.NOT_SERVING)

    async def stop(self) -> None:
        """Tell everybody that nothing is served any more, whatever is reported later."""
        await self.servicer.enter_graceful_shutdown()
