"""How what takes long tells how far it is."""

from collections.abc import Callable

# Told how much is done of how much, many times a second; what it raises ends what is being done.
Progress = Callable[[int, int], None]


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""
