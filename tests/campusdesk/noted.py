"""An observer that notes how calls ended."""

import asyncio

from campusdesk.call import Call


class Noted:
    """Keeps the calls that began and those that ended, in order."""

    def __init__(self) -> None:
        self.begun: list[Call] = []
        self.ended_calls: list[Call] = []
        self._news = asyncio.Event()

    def began(self, call: Call) -> None:
        self.begun.append(call)

    def ended(self, call: Call) -> None:
        self.ended_calls.append(call)
        self._news.set()

    async def told(self, calls: int) -> None:
        """Wait until so many calls have ended: who is refused may hear of it before the observers do."""
        async with asyncio.timeout(20):
            while len(self.ended_calls) < calls:
                self._news.clear()
                await self._news.wait()

    def ends(self) -> list[tuple[str, str, str]]:
        """Return the last word of the method, the status and the reason of each call that ended."""
        return [(call.method.rpartition("/")[2], call.status, call.reason) for call in self.ended_calls]
