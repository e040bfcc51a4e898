"""A real ticket server for the desk's tests, and a connection whose answers a test decides."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.client.views.held import HeldConnection
from tests.system.programs import ticket_server


@pytest.fixture
def live_server(tmp_path: Path) -> Iterator[str]:
    """Run a ticket server on an empty database of its own, and give its address."""
    with ticket_server(tmp_path / "tickets.db") as program:
        yield program.address()


@pytest.fixture
def held(qapp: QApplication) -> Iterator[HeldConnection]:
    """Give a connection that waits for the test; what it sends is answered by hand."""
    connection = HeldConnection(qapp)
    yield connection
    connection.close()
