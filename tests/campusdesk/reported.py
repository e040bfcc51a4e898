"""A health whose reports can be waited for."""

import asyncio

from campusdesk.health import Health


class Reported(Health):
    """Answers nobody, and keeps what is reported."""

    def __init__(self) -> None:
        super().__init__()
        self._news = asyncio.Event()

    async def report(self, *, serving: bool) -> None:
        await super().report(serving=serving)
        self._news.set()

    async def next(self) -> bool:
        """Wait for the next report."""
        async with asyncio.timeout(20):
            await self._news.wait()
        self._news.clear()
        return self.serving
