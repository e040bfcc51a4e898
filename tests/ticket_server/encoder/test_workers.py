"""The server's side of the encoder: loaded in the background, restarted, and never waited for too long."""

import asyncio
import logging
import os
import signal
import sys
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from campusdesk.rules import Category
from ticket_server.encoder import pace, process, workers
from ticket_server.encoder.reading import Reading
from ticket_server.encoder.workers import Workers, pause_after, reading_command

_BEGIN = "import json, os, sys\nprint(json.dumps({'version': 'v1'}), flush=True)\n"
_READ = """
for line in sys.stdin:
    text = json.loads(line)["text"]
    if text == "quit now":
        sys.exit()
    if text == "nonsense":
        print("[]", flush=True)
    said = {"category": len(text) % 3 + 1, "confidence": 0.5, "vector": "01ff", "words": [text]}
    print(json.dumps(said), flush=True)
"""
READER = _BEGIN + _READ


def kept(program: str) -> AbstractAsyncContextManager[Workers]:
    return Workers([sys.executable, "-c", program]).running()


async def loaded(reader: Workers) -> None:
    while not reader.version:  # noqa: ASYNC110  nothing else needs to know the moment
        await asyncio.sleep(0.01)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "FIRST_PAUSE_S", 0.01)
    monkeypatch.setattr(workers, "LONGEST_PAUSE_S", 0.5)


async def test_it_answers_none_until_it_is_loaded_and_then_in_order() -> None:
    async with kept(READER) as reader:
        assert await reader.read("a") is None
        assert reader.expected
        await loaded(reader)
        assert reader.version == "v1"
        readings = await asyncio.gather(*(reader.read("x" * length) for length in range(1, 20)))
        assert [reading.words for reading in readings if reading] == [("x" * length,) for length in range(1, 20)]
        assert readings[0] == Reading(Category.TECHNICAL_IT, 0.5, b"\x01\xff", ("x",))


async def test_a_process_that_is_just_being_started_ends_with_the_context(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, started, start = asyncio.Event(), [], asyncio.create_subprocess_exec

    async def starting(*command: str, stdin: int, stdout: int, limit: int) -> asyncio.subprocess.Process:
        begun.set()
        started.append(await start(*command, stdin=stdin, stdout=stdout, limit=limit))
        return started[0]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", starting)
    async with kept(READER):
        await begun.wait()
    assert [one.returncode is None for one in started] == [False]


@pytest.mark.skipif(not hasattr(os, "setpriority"), reason="processes have no such priorities here")
async def test_whoever_serves_comes_before_what_reads() -> None:
    async with kept(_BEGIN + _READ.replace("[text]", "[str(os.getpriority(os.PRIO_PROCESS, 0))]")) as reader:
        await loaded(reader)
        reading = await reader.read("a")
    assert reading is not None
    assert int(reading.words[0]) == min(19, os.getpriority(os.PRIO_PROCESS, 0) + 10)


async def test_a_process_is_started_as_late_as_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    started, start = asyncio.Event(), asyncio.create_subprocess_exec

    async def starting(*command: str, stdin: int, stdout: int, limit: int) -> asyncio.subprocess.Process:
        started.set()
        return await start(*command, stdin=stdin, stdout=stdout, limit=limit)

    monkeypatch.setattr(asyncio, "create_subprocess_exec", starting)
    loop = asyncio.get_running_loop()
    begun_s = loop.time()
    async with Workers([sys.executable, "-c", READER]).running(after_s=0.2) as reader:
        assert reader.expected
        assert await reader.read("a") is None
        await started.wait()
        assert loop.time() >= begun_s + 0.2
        await loaded(reader)


async def test_what_is_still_typed_waits_behind_what_was_sent() -> None:
    order: list[str] = []

    async def read(text: str, *, explain: bool) -> None:
        await reader.read(text, explain=explain)
        order.append(text)

    async with kept(READER) as reader:
        await loaded(reader)
        await asyncio.gather(
            read("first", explain=False),
            read("typed", explain=True),
            read("typed too", explain=True),
            read("sent", explain=False),
        )
    assert order == ["first", "sent", "typed", "typed too"]


async def test_a_text_waits_for_all_before_it_but_not_for_what_is_still_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    # So slow that no time passes meanwhile.
    monkeypatch.setattr(pace, "_FIRST_PACE_S", 1_000.0)
    async with kept(_BEGIN + "sys.stdin.read()") as reader:
        await loaded(reader)
        alone_s = reader.wait_s("a lamp")
        asked = [asyncio.create_task(reader.read("a lamp", explain=explain)) for explain in (False, False, True)]
        # One of them is being read soon, and counts as it did before.
        for _ in range(20):
            await asyncio.sleep(0)
            assert reader.wait_s("a lamp") == pytest.approx(3 * alone_s, rel=0.01)
    assert await asyncio.gather(*asked) == [None] * 3


@pytest.mark.parametrize("poison", ["quit now", "nonsense"])
async def test_a_process_that_ended_is_started_again(poison: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    async with kept(READER) as reader:
        await loaded(reader)
        for reading in await asyncio.gather(reader.read(poison), reader.read("behind it")):
            assert reading is None
        await loaded(reader)
        reading = await reader.read("again")
        assert reading is not None
        assert reading.words == ("again",)
    assert "is started again" in caplog.text
    assert poison not in caplog.text


async def test_a_process_that_is_stuck_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "LONGEST_READING_S", 0.05)
    monkeypatch.setattr(process, "LONGEST_END_S", 0.05)
    async with kept(_BEGIN + "import time\nwhile True: time.sleep(60)") as reader:
        await loaded(reader)
        assert await reader.read("a") is None
        assert not reader.version


async def test_a_process_that_does_not_end_by_itself_is_not_left_behind_by_who_cannot_wait_for_it() -> None:
    pipe = asyncio.subprocess.PIPE
    stubborn = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "import time\nwhile True: time.sleep(60)", stdin=pipe, stdout=pipe
    )
    ending = asyncio.create_task(process.ended(stubborn))
    await asyncio.sleep(0)
    ending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await ending
    async with asyncio.timeout(30):
        await stubborn.communicate()
    assert stubborn.returncode == -signal.SIGKILL


def test_a_pause_grows_until_a_process_has_lasted() -> None:
    pauses = [0.0]
    for _ in range(8):
        pauses.append(pause_after(0.1, pauses[-1]))
    first, longest = workers.FIRST_PAUSE_S, workers.LONGEST_PAUSE_S
    assert pauses[1:4] == [first, 2 * first, 4 * first]
    assert max(pauses) == longest == pause_after(0.1, longest)
    assert pause_after(longest, longest) == first


async def test_one_that_cannot_be_loaded_is_not_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    reader = Workers([sys.executable, "-c", 'print(\'{"failed": "ImportError"}\')'])
    async with reader.running():
        async with asyncio.timeout(30):
            while "cannot be loaded (ImportError)" not in caplog.text:  # noqa: ASYNC110  the log tells it
                await asyncio.sleep(0.01)
        assert await reader.read("a") is None
        assert not reader.expected
    assert caplog.text.count("cannot be loaded") == 1


async def test_no_more_than_so_many_texts_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "MOST_WAITING", 3)
    async with kept(READER) as reader:
        await loaded(reader)
        readings = await asyncio.gather(*(reader.read(f"text {number}") for number in range(8)))
    assert [reading is None for reading in readings] == [False] * 3 + [True] * 5


async def test_whoever_gives_up_is_forgotten() -> None:
    async with kept(READER) as reader:
        await loaded(reader)
        first, second = asyncio.create_task(reader.read("a")), asyncio.create_task(reader.read("given up"))
        await asyncio.sleep(0)
        second.cancel()
        assert (await first) is not None
        reading = await reader.read("next")
        assert reading is not None
        assert reading.words == ("next",)


async def test_the_real_process_reads(tmp_path: Path) -> None:
    async with Workers(reading_command(tmp_path)).running() as reader, asyncio.timeout(100):
        await loaded(reader)
        reading = await reader.read("Der Aufzug steht seit gestern", explain=True)
    assert reading is not None
    assert reading.category == Category.FACILITY_MANAGEMENT
    assert "Aufzug" in reading.words
