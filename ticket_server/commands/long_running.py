"""What commands that take long have in common: progress on a terminal, and an end in order when they are stopped."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

# What a shell gives a program that Ctrl+C ended.
INTERRUPTED = 130
# The bar is drawn as often as it gets longer.
_STEPS = 100


@contextmanager
def interruptible() -> Iterator[None]:
    """Let Ctrl+C and SIGTERM undo what is unfinished, and end with exit code INTERRUPTED."""
    signals = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, _interrupt) for number in signals]
    try:
        yield
    except KeyboardInterrupt:
        click.echo("Interrupted: nothing half done is left.", err=True)
        sys.exit(INTERRUPTED)
    finally:
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)


@contextmanager
def progress_shown(label: str) -> Iterator[Callable[[int, int], None]]:
    """Lend a function that is told how much is done of how much, and shows it if this is a terminal."""
    # Standard output is for the result.
    terminal = sys.stderr.isatty()
    with click.progressbar(length=1, label=label, file=sys.stderr, hidden=not terminal) as bar:

        def told(done: int, total: int) -> None:
            bar.length = max(total, 1)
            if bar.finished or done < bar.pos:
                # The next part of the work begins anew; a bar that was full would stay so.
                bar.pos, bar.finished = 0, False
            # Drawing takes longer than what is told of.
            if done == total or (done - bar.pos) * _STEPS >= bar.length:
                bar.update(done - bar.pos)

        yield told


def _interrupt(*_: object) -> None:
    # One is enough: another would interrupt the undoing.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt
