"""The stores that every storage behaviour is tested on."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cluster import Cluster
from ticket_server.storage.engine import open_database


@pytest.fixture
def sqlite_url(tmp_path: Path, empty_file: Path) -> str:
    """Give the URL of a database without tickets in a file, for what only a file has."""
    shutil.copy(empty_file, tmp_path / "tickets.db")
    return f"sqlite:///{tmp_path / 'tickets.db'}"


@pytest.fixture
def absent_url(tmp_path: Path) -> str:
    """Give the URL of a file that is not there."""
    return f"sqlite:///{tmp_path / 'tickets.db'}"


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database in the newest shape, to copy others from: to make one takes ten times as long."""
    path = tmp_path_factory.mktemp("empty") / "tickets.db"
    open_database(f"sqlite:///{path}").close()
    return path


# Another store is another word here: what these tests say must hold for each of them.
@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give the URL of a database without tickets."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
    else:
        cluster: Cluster = request.getfixturevalue("postgresql")
        with cluster.database(request.getfixturevalue("migrated")) as url:
            yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give the URL of a database without tables."""
    if request.param == "sqlite":
        yield request.getfixturevalue("absent_url")
    else:
        cluster: Cluster = request.getfixturevalue("postgresql")
        with cluster.database() as url:
            yield url


@pytest.fixture(scope="session")
def migrated(postgresql: Cluster) -> str:
    """Return the name of a database of PostgreSQL in the newest shape, to make others from."""
    name = postgresql.create()
    open_database(postgresql.url(name)).close()
    return name
