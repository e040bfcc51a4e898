"""A server starts with what it needs at once, and imports what only some servers or calls need when they need it."""

from pathlib import Path

import pytest

from tests.system.programs import ANALYSES, Program, free_port, ticket_server

# Each line that Python then writes to standard error ends with the name of a module, behind a bar.
TOLD = {"PYTHONPROFILEIMPORTTIME": "1"}
FOR_SOME = {"cryptography", "grpc_reflection.v1alpha", "prometheus_client", "tomlkit"}
FOR_THE_TICKET_SERVER_LATER = {
    "alembic",
    "numpy",
    "psycopg",
    "sqlalchemy.dialects.postgresql",
    "ticket_server.backup_keeper",
}


def imported(*arguments: str, needed: str) -> set[str]:
    """Start a server, stop it once it listens, and return what it imported, `needed` among it."""
    with Program(*arguments, "--listen", "127.0.0.1:0", environment=TOLD) as server:
        server.address()
        assert server.stop() == 0
    modules = {line.rpartition("|")[2].strip() for line in server.complaints if line.startswith("import time:")}
    assert needed in modules
    return modules


@pytest.fixture
def database(tmp_path: Path) -> str:
    """Return the URL of a database that is in the newest shape already."""
    with ticket_server(tmp_path / "tickets.db") as server:
        server.address()
        assert server.stop() == 0
    return f"sqlite:///{tmp_path / 'tickets.db'}"


def test_a_ticket_server_starts_without_what_it_may_need_later(database: str) -> None:
    modules = imported("ticket_server", "serve", "--database", database, needed="sqlalchemy")
    assert modules & (FOR_SOME | FOR_THE_TICKET_SERVER_LATER) == set()


@pytest.mark.parametrize("analysis", ANALYSES)
def test_an_analytics_server_starts_without_what_only_some_need(analysis: str) -> None:
    modules = imported("analytics", analysis, "--tickets", f"127.0.0.1:{free_port()}", needed="grpc")
    assert modules & {*FOR_SOME, "sqlalchemy"} == set()
