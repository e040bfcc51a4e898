"""Who waits is woken: all, in turn, and whatever becomes of those before."""

import asyncio

import pytest

from ticket_server.waking import Waking

LONG_S = 60.0


class Crowd:
    """Some who wait, and which of them were woken, in that order."""

    def __init__(self, waking: Waking, count: int) -> None:
        self.woken: list[int] = []
        self.tasks = [asyncio.create_task(self._wait(waking, number)) for number in range(count)]

    async def _wait(self, waking: Waking, number: int) -> None:
        await waking.wait(LONG_S)
        self.woken.append(number)


@pytest.fixture
async def waking() -> Waking:
    return Waking(asyncio.get_running_loop(), at_once=2, patience_s=LONG_S)


async def settled() -> None:
    """Let everybody go on who can."""
    for _ in range(5):
        await asyncio.sleep(0)


async def test_a_few_are_woken_at_once_and_each_other_when_one_before_was_told(waking: Waking) -> None:
    crowd = Crowd(waking, 5)
    await settled()
    waking.wake()
    await settled()
    assert crowd.woken == [0, 1]
    waking.told()
    await settled()
    assert crowd.woken == [0, 1, 2]
    waking.told()
    waking.told()
    await settled()
    assert crowd.woken == [0, 1, 2, 3, 4]
    await asyncio.gather(*crowd.tasks)


async def test_who_takes_nothing_in_holds_up_the_others_for_a_moment_only() -> None:
    waking = Waking(asyncio.get_running_loop(), at_once=2, patience_s=0.001)
    crowd = Crowd(waking, 7)
    await settled()
    waking.wake()
    async with asyncio.timeout(LONG_S):
        await asyncio.gather(*crowd.tasks)
    assert crowd.woken == list(range(7))


async def test_who_comes_after_the_news_is_not_woken_by_it(waking: Waking) -> None:
    Crowd(waking, 1)
    await settled()
    waking.wake()
    late = Crowd(waking, 1)
    await settled()
    waking.told()
    await settled()
    assert late.woken == []
    waking.wake_all()
    await settled()


async def test_who_has_gone_meanwhile_takes_nobodys_turn(waking: Waking) -> None:
    crowd = Crowd(waking, 5)
    await settled()
    waking.wake()
    crowd.tasks[2].cancel()
    crowd.tasks[3].cancel()
    await settled()
    waking.told()
    await settled()
    assert crowd.woken == [0, 1, 4]


async def test_at_the_end_nobody_waits_for_a_turn(waking: Waking) -> None:
    crowd = Crowd(waking, 5)
    await settled()
    waking.wake()
    later = Crowd(waking, 5)
    await settled()
    waking.wake_all()
    await settled()
    assert (sorted(crowd.woken), later.woken) == ([0, 1, 2, 3, 4], [0, 1, 2, 3, 4])


async def test_who_is_not_woken_goes_on_when_its_time_is_over(waking: Waking) -> None:
    async with asyncio.timeout(LONG_S):
        await waking.wait(0.001)
