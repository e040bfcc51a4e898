"""A process that reads texts, as the server speaks with it: lines of JSON, one answer each, and an end in order."""

import asyncio
import json
import os
from contextlib import suppress

from campusdesk.rules import Category
from ticket_server.encoder.reading import Reading

# A process that has not answered for so long is stuck.
LONGEST_READING_S = 20.0
LONGEST_END_S = 2.0
# A tenth of the weight of any other process.
_NICENESS = 10


def subordinate(pid: int) -> None:
    """Let whoever serves come first: a text may wait, an answer to a desk may not."""
    if hasattr(os, "setpriority"):
        # It may have ended already. What is above the highest number counts as that.
        with suppress(ProcessLookupError):
            os.setpriority(os.PRIO_PROCESS, pid, os.getpriority(os.PRIO_PROCESS, 0) + _NICENESS)


async def read_by(process: asyncio.subprocess.Process, text: str, *, explain: bool) -> Reading:
    """Return what the process says of a text; raises as `next_line` does, and OSError."""
    assert process.stdin is not None  # noqa: S101 - for the type checker
    process.stdin.write(json.dumps({"text": text, "explain": explain}).encode() + b"\n")
    await process.stdin.drain()
    return _reading(await next_line(process, LONGEST_READING_S))


async def next_line(process: asyncio.subprocess.Process, patience_s: float) -> dict[str, object]:
    """Return the next answer; raises TimeoutError, ValueError for what is none, IncompleteReadError at the end."""
    assert process.stdout is not None  # noqa: S101 - for the type checker
    async with asyncio.timeout(patience_s):
        said = json.loads(await process.stdout.readuntil(b"\n"))
    if not isinstance(said, dict):
        raise ValueError("not an answer")
    return said


def _reading(said: dict[str, object]) -> Reading:
    match said:
        case {"category": int(category), "confidence": float(sure), "vector": str(vector), "words": list(words)}:
            return Reading(Category(category), min(sure, 1.0), bytes.fromhex(vector), tuple(map(str, words)))
    raise ValueError("not a reading")


async def ended(process: asyncio.subprocess.Process) -> None:
    """Let the process end by the end of its input, or end it: at once when nobody waits for that any more."""
    if process.stdin is not None:
        process.stdin.close()
    try:
        async with asyncio.timeout(LONGEST_END_S):
            await process.wait()
    except (TimeoutError, asyncio.CancelledError) as error:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        if isinstance(error, asyncio.CancelledError):
            raise
