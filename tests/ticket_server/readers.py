"""Readers of a test's own: one that answers by a word, one that a test holds back, and one that fails."""

import asyncio

from campusdesk.rules import Category
from ticket_server.encoder.reading import DIMENSIONS, Reading

VECTOR = bytes(range(DIMENSIONS))


def reading_of(text: str, *, explain: bool = False) -> Reading:
    """Read as the full model of these tests does: facility management, unless a screen is spoken of."""
    category = Category.TECHNICAL_IT if "screen" in text else Category.FACILITY_MANAGEMENT
    return Reading(category, 0.95, VECTOR, tuple(text.split()[-1:]) if explain else ())


class PromptReader:
    """Answers at once, and keeps what it was asked."""

    version = "prompt"
    expected = True

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.likely_s = 0.0

    def wait_s(self, text: str) -> float:
        return self.likely_s

    async def read(self, text: str, *, explain: bool = False) -> Reading | None:
        self.asked.append(text)
        return reading_of(text, explain=explain)


class HeldReader(PromptReader):
    """Answers once it is let go; `busy` makes it say so at once instead."""

    version = "held"

    def __init__(self) -> None:
        super().__init__()
        self.begun, self.free = asyncio.Event(), asyncio.Event()
        self.busy = False
        self.reading = 0
        self.most_at_once = 0

    async def read(self, text: str, *, explain: bool = False) -> Reading | None:
        self.asked.append(text)
        if self.busy:
            return None
        self.reading += 1
        self.most_at_once = max(self.most_at_once, self.reading)
        self.begun.set()
        try:
            await self.free.wait()
        finally:
            self.reading -= 1
        return reading_of(text, explain=explain)


class FailingReader(PromptReader):
    """Fails with words that quote the text."""

    version = "failing"

    async def read(self, text: str, *, explain: bool = False) -> Reading | None:
        self.asked.append(text)
        raise RuntimeError(text)


class EndingReader(PromptReader):
    """Ends over one text, and is soon loaded anew."""

    POISON = "Poison"

    def __init__(self) -> None:
        super().__init__()
        self.version = "ending"

    async def read(self, text: str, *, explain: bool = False) -> Reading | None:
        if not self.version:
            return None
        self.asked.append(text)
        if text != self.POISON:
            return reading_of(text, explain=explain)
        self.version = ""
        asyncio.get_running_loop().call_later(0.001, setattr, self, "version", "ending")
        return None
