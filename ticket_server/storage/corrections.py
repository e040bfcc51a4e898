"""The categories that people corrected, with the texts that they stand for."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from campusdesk.rules import Category, CategorySource
from ticket_server.storage.schema import ticket
from ticket_server.storage.snapshot import open_newest_snapshot

_CORRECTED = ticket.c.category_source == int(CategorySource.CORRECTED)
# What was erased has no text.
_LEGIBLE = ticket.c.description != ""


class Correction(NamedTuple):
    """A ticket's text, and the category that a person gave to it."""

    text: str
    category: Category


def read_corrections(url: str, most: int) -> list[Correction]:
    """Return the newest tickets' corrections, at most so many, of the database at an SQLAlchemy URL.

    It may be served meanwhile. Raises CannotOpen when it cannot be read.
    """
    with open_newest_snapshot(url) as connection:
        return [*_newest(connection, most)]


def count_corrections(url: str) -> int:
    """Return how many tickets with a text were corrected; raises CannotOpen when the database cannot be read."""
    with open_newest_snapshot(url) as connection:
        counted = select(func.count()).select_from(ticket).where(_CORRECTED, _LEGIBLE)
        return int(connection.execute(counted).scalar_one())


def _newest(connection: Connection, most: int) -> Iterator[Correction]:
    columns = select(ticket.c.description, ticket.c.category)
    for text, category in connection.execute(
        columns.where(_CORRECTED, _LEGIBLE).order_by(ticket.c.id.desc()).limit(most)
    ):
        yield Correction(text, Category(category))
