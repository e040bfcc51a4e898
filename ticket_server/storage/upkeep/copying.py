"""Everything that one database holds, copied row by row into an empty one of either store."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from sqlalchemy import URL, Connection, NullPool, Table, create_engine, func, insert, select, update

from ticket_server.progress import Progress
from ticket_server.storage.archive import read_whole
from ticket_server.storage.engine import bring_to_newest
from ticket_server.storage.schema import change, counter, me_too, message, request, ticket, vector
from ticket_server.storage.search import index

# In an order in which each row finds the one that it belongs to.
TABLES = (ticket, message, change, request, me_too, vector)
_PART = 1_000


def copy_rows(source: Connection, target: Connection, progress: Progress) -> None:
    """Copy all rows within the target's transaction, the lineage too; both are in the newest shape.

    What tickets are found by is made anew, for each store keeps it in its own way. The source should see one moment.
    Raises what the drivers raise.
    """
    # Making what a ticket is found by counts as one more row of it.
    total = sum(_count(source, table) for table in (ticket, *TABLES))
    done = 0
    for table in TABLES:
        rows = source.execute(select(table).execution_options(yield_per=_PART))
        for part in rows.mappings().partitions():
            target.execute(insert(table), [dict(row) for row in part])
            done += len(part)
            progress(done, total)
    _index(source, target, lambda found: progress(done + found, total))
    target.execute(update(counter).values(dict(source.execute(select(counter)).mappings().one())))


@contextmanager
def writing_file(path: Path) -> Iterator[Connection]:
    """Lend a connection that writes a file of SQLite which nobody else knows yet; if it fails the file is scrap."""
    engine = create_engine(URL.create("sqlite", database=str(path)), poolclass=NullPool, hide_parameters=True)
    with engine.connect() as connection:
        # It is brought to the disk as a whole at the end.
        connection.exec_driver_sql("PRAGMA synchronous=OFF")
        connection.rollback()
        yield connection


def copy_to_file(source: Connection, path: Path, progress: Progress) -> None:
    """Copy all rows of a database in the newest shape into an empty file of SQLite; raises what the drivers raise."""
    with writing_file(path) as target:
        bring_to_newest(target, str(path))
        with target.begin():
            copy_rows(source, target, progress)


def _index(source: Connection, target: Connection, found: Callable[[int], None]) -> None:
    remaining = read_whole(source)
    done = 0
    while part := list(islice(remaining, _PART)):
        index.load_whole(target, [(whole.ticket, whole.messages) for whole in part])
        done += len(part)
        found(done)


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()
