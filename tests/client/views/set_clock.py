"""A clock that a test sets."""

from dataclasses import dataclass


@dataclass
class SetClock:
    """Tells microseconds since 1970, as they are set."""

    now_us: int = 1_800_000_000_000_000

    def __call__(self) -> int:
        return self.now_us
