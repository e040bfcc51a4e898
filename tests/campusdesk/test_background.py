"""What is done in the background ends with its context, wherever it is."""

import asyncio

from campusdesk.background import in_background


async def test_it_is_done_meanwhile_and_ended_with_the_context() -> None:
    begun, told = asyncio.Event(), []

    async def work() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            told.append("ended")

    async with in_background(work()):
        await begun.wait()
        assert told == []
    assert told == ["ended"]


async def test_it_may_be_done_before() -> None:
    done = asyncio.Event()

    async def work() -> None:
        done.set()

    async with in_background(work()):
        await done.wait()
