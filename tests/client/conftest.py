"""A real ticket server for the desk's tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.system.programs import ticket_server


@pytest.fixture
def live_server(tmp_path: Path) -> Iterator[str]:
    """Run a ticket server on an empty database of its own, and give its address."""
    with ticket_server(tmp_path / "tickets.db") as program:
        yield program.address()
