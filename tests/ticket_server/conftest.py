"""The stores that every storage behaviour is tested on."""

from pathlib import Path

import pytest


# Another store is another word here: what these tests say must hold for each of them.
@pytest.fixture(params=["sqlite"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return {"sqlite": f"sqlite:///{tmp_path / 'tickets.db'}"}[request.param]
