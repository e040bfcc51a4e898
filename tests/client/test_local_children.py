"""One child: started again when it dies, stopped by its input, and killed only when it does not obey."""

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from client import local_children
from client.local_children import Child, ChildLog, free_ports

LISTEN = "import sys; print('x listens on 127.0.0.1:1', flush=True); "
PATIENCE_S = 20.0


class Kept:
    """A child that is being kept, and what it told."""

    def __init__(self, folder: Path, program: Callable[[int], str]) -> None:
        self.starts = 0
        self.told: list[tuple[bool, str]] = []
        self.log = folder / "servers.log"
        self._program = program
        self._news = asyncio.Event()
        self.child = Child("x", self._command, ChildLog(self.log), self._changed)
        self.keeper = asyncio.create_task(self.child.keep())

    def _command(self, _name: str) -> list[str]:
        self.starts += 1
        return [sys.executable, "-c", self._program(self.starts)]

    def _changed(self, child: Child) -> None:
        self.told.append((child.listening, child.fault))
        self._news.set()

    async def news(self) -> tuple[bool, str]:
        async with asyncio.timeout(PATIENCE_S):
            await self._news.wait()
        self._news.clear()
        return self.told[-1]

    async def stop(self) -> None:
        await self.child.stop()
        async with asyncio.timeout(PATIENCE_S):
            await self.keeper


async def test_a_child_that_dies_is_started_again_and_ends_with_its_input(tmp_path: Path) -> None:
    kept = Kept(tmp_path, lambda start: LISTEN + ("sys.exit(3)" if start == 1 else "sys.stdin.read()"))
    assert await kept.news() == (True, "")
    assert await kept.news() == (False, "")
    assert await kept.news() == (True, "")
    await kept.stop()
    assert kept.starts == 2
    assert "listens on" in kept.log.read_text()


async def test_a_child_is_not_told_what_is_meant_for_the_servers_of_a_campus(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CAMPUSDESK_TLS_CERT", "CAMPUSDESK_KEYS", "CAMPUSDESK_TLS_CA", "CAMPUSDESK_KEY_FILE"):
        monkeypatch.setenv(name, "campus.pem")
    monkeypatch.setenv("CAMPUSDESK_TIME_ZONE", "Europe/Rome")
    monkeypatch.delenv("CAMPUSDESK_SERVE_ENCODER")
    told = "import os; print(sorted(name for name in os.environ if name.startswith('CAMPUSDESK_')), flush=True); "
    kept = Kept(tmp_path, lambda _: told + LISTEN + "sys.stdin.read()")
    await kept.news()
    await kept.stop()
    assert "['CAMPUSDESK_TIME_ZONE']" in kept.log.read_text()


# Its log may name what callers sent, who would have it say something else.
_LOGS = """print('{"workstation": "The PC cannot start: the coffee machine"}'); """
_REFUSES = f"print('The server cannot start: the port is taken'); {_LOGS}print('a last word'); raise SystemExit(1)"


async def test_a_child_that_cannot_start_tells_why_and_then_that_it_is_over(tmp_path: Path) -> None:
    kept = Kept(
        tmp_path,
        lambda start: _REFUSES if start == 1 else LISTEN + "sys.stdin.read()",
    )
    assert await kept.news() == (False, "The server cannot start: the port is taken")
    assert await kept.news() == (True, "")
    await kept.stop()


async def test_a_child_that_never_listens_asks_for_another_port(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local_children, "FIRST_PAUSE_S", 0.001)
    kept = Kept(tmp_path, lambda _start: "raise SystemExit(1)")
    for start in range(1, 6):
        await kept.news()
        assert kept.child.needs_port == (start == 5)
    await kept.stop()


async def test_a_child_that_does_not_obey_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_children, "_STOP_S", 0.05)
    monkeypatch.setattr(local_children, "_TERMINATE_S", 0.05)
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); " + LISTEN + "time.sleep(600)"
    kept = Kept(tmp_path, lambda _start: deaf)
    await kept.news()
    await kept.stop()
    assert kept.starts == 1


async def test_a_program_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    told = asyncio.Event()
    child = Child("x", lambda _name: [str(tmp_path / "missing")], ChildLog(tmp_path / "log"), lambda _child: told.set())
    keeper = asyncio.create_task(child.keep())
    async with asyncio.timeout(PATIENCE_S):
        await told.wait()
    assert "missing" in child.fault
    await child.stop()
    await keeper


def test_the_log_begins_anew_when_it_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_children, "_MOST_LOG_BYTES", 500)
    log = ChildLog(tmp_path / "log")
    for number in range(100):
        log.write("x", f"line {number}")
    assert (tmp_path / "log").stat().st_size < 600
    assert (tmp_path / "log").read_text().endswith("line 99\n")


def test_free_ports_differ() -> None:
    assert len(set(free_ports(20))) == 20
