"""Transactions that a test counts and holds back."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection


class Commits:
    """Counts the transactions that are committed, and can hold them back."""

    def __init__(self) -> None:
        self.count = 0
        self._gate = threading.Event()
        self._gate.set()

    def __call__(self, _connection: Connection) -> None:
        self._gate.wait(30)
        self.count += 1

    @contextmanager
    def held_back(self) -> Iterator[None]:
        """Hold commits back inside the block, so that what is submitted there waits together."""
        self._gate.clear()
        try:
            yield
        finally:
            self._gate.set()
