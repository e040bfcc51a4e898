"""What tests of the store share."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, event

from tests.ticket_server.storage.commits import Commits


@pytest.fixture
def commits() -> Iterator[Commits]:
    counted = Commits()
    event.listen(Engine, "commit", counted)
    yield counted
    event.remove(Engine, "commit", counted)
