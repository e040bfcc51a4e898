"""Run one step of the tooling: say what it does and how long it took, and show its output only when it fails."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

Command = Sequence[str | Path]


class StepError(Exception):
    """A step that failed, or cannot begin; it carries the exit status, and its words are printed if it has any."""

    def __init__(self, status: int, words: str = "") -> None:
        super().__init__(words)
        self.status = status


def spent(since: float) -> str:
    """Return the time since that moment of time.monotonic() in seconds, as people read it: "0.3 s", "41 s"."""
    seconds = time.monotonic() - since
    return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s"


def attempt(title: str, command: Command, environment: Mapping[str, str] | None = None) -> int:
    """Run the command in the repository's root and return its exit status; one line says title and time.

    What the command prints is shown only when its status is not 0. A program that is not there counts as status 127.
    """
    print(f"{title} ... ", end="", flush=True)
    begin = time.monotonic()
    try:
        result = subprocess.run(
            [str(word) for word in command],
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except FileNotFoundError:
        print(f"failed: there is no program {command[0]}")
        return 127
    print(spent(begin) if result.returncode == 0 else f"failed after {spent(begin)}")
    if result.returncode != 0:
        print(result.stdout, flush=True)
    return result.returncode


def step(title: str, command: Command, environment: Mapping[str, str] | None = None) -> None:
    """Run the command as `attempt` does and raise StepError with its status when that is not 0."""
    status = attempt(title, command, environment)
    if status != 0:
        raise StepError(status)


def watched(title: str, command: Command) -> int:
    """Run the command with its output shown as it comes, between a line with the title and one with the time."""
    print(f"{title}:", flush=True)
    begin = time.monotonic()
    status = hand_over(command)
    print(f"{title} ... {spent(begin) if status == 0 else f'failed after {spent(begin)}'}", flush=True)
    return status


def hand_over(command: Command, environment: Mapping[str, str] | None = None) -> int:
    """Run the command in the repository's root with this program's own input and output; return its exit status."""
    sys.stdout.flush()
    words = [str(word) for word in command]
    with subprocess.Popen(words, cwd=ROOT, env={**os.environ, **(environment or {})}) as program:
        # Whoever asks this program to stop means the one that it runs; Ctrl+C reaches both.
        before = signal.signal(signal.SIGTERM, lambda *_: program.terminate())
        try:
            status = program.wait()
        finally:
            signal.signal(signal.SIGTERM, before)
    # Ended by a signal: a negative number here, which no exit status can be.
    return status if status >= 0 else 128 - status
