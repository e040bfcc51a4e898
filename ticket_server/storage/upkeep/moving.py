"""Move a campus to another database, of either store: copied whole, compared row by row, and the former one retired."""

import uuid
from itertools import zip_longest

from sqlalchemy import Connection, select, update

from ticket_server.progress import Progress, no_progress
from ticket_server.storage.engine import CannotOpen, open_database, refusing
from ticket_server.storage.reading import read_counter
from ticket_server.storage.schema import counter
from ticket_server.storage.upkeep.copying import TABLES, copy_rows
from ticket_server.storage.upkeep.inventory import Inventory, read_inventory

_PART = 1_000


class NotCopied(Exception):  # noqa: N818  reads as what happened: `except NotCopied`
    """What was written is not what was read; the message says where in plain words."""


def move(source_url: str, target_url: str, progress: Progress = no_progress) -> Inventory:
    """Make an empty database what another one is, its lineage and request ids too; return what it holds.

    Desks and analytics servers go on there where they stopped. The former database keeps all it held under a new
    lineage: whoever serves it by mistake serves another history. Raises CannotOpen when either is in use or the target
    holds tickets, NotCopied, DeskError (STORE_FAILED); then the target is as it was, and so is the source.
    """
    with open_database(source_url) as source, open_database(target_url) as target, refusing():
        with target.connect_writer() as writing, writing.begin(), source.snapshot() as reading:
            if read_counter(writing).last_revision:
                raise CannotOpen(f"The database {target.name} holds tickets: only an empty one can be moved to.")
            copy_rows(reading, writing, progress)
            _compare(reading, writing)
            held = read_inventory(writing)
            if held != read_inventory(reading):
                raise NotCopied("What was written does not hold what was read.")
        with source.connect_writer() as retiring, retiring.begin():
            retiring.execute(update(counter).values(lineage=str(uuid.uuid4())))
    return held


def _compare(source: Connection, target: Connection) -> None:
    """Read every row of both once more; raises NotCopied where two differ."""
    for table in TABLES:
        ordered = select(table).order_by(*table.primary_key).execution_options(yield_per=_PART)
        with source.execute(ordered) as read, target.execute(ordered) as written:
            for before, after in zip_longest(read, written):
                if before is None or after is None or tuple(before) != tuple(after):
                    raise NotCopied(f"A row of the table {table.name} was not written as it was read.")
