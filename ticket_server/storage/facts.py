"""The facts of all tickets as they were at one revision, in columns; read part by part, in no lasting transaction."""

import time
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import BigInteger, ColumnElement, Connection, bindparam, case, cast, func, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from campusdesk.facts import DTYPES, Column
from campusdesk.rules import Status
from ticket_server.storage.prepared import Prepared
from ticket_server.storage.rows import Counter
from ticket_server.storage.schema import change, ticket

# Of a busy campus a few tickets change while a snapshot is read; more than these at once no statement takes.
_MOST_IDS = 500

_NOW = {
    "id": ticket.c.id,
    "open_time": ticket.c.open_us,
    "activate_time": ticket.c.activate_us,
    "update_time": ticket.c.update_us,
    "close_time": ticket.c.close_us,
    "revision": ticket.c.revision,
    "last_message_revision": ticket.c.last_message_revision,
    "status": ticket.c.status,
    "category": ticket.c.category,
    "confidence": ticket.c.confidence,
    "category_source": ticket.c.category_source,
    "last_message_role": ticket.c.last_message_role,
    "message_count": ticket.c.message_count,
    "me_too_count": ticket.c.me_too_count,
    "last_note_revision": ticket.c.last_note_revision,
    "note_count": ticket.c.note_count,
}
_THEN = {
    **_NOW,
    "activate_time": change.c.activate_us,
    # 0 there: the change itself modified the ticket.
    "update_time": case((change.c.update_us > 0, change.c.update_us), else_=change.c.change_us),
    "close_time": change.c.close_us,
    "revision": case((change.c.ticket_revision > 0, change.c.ticket_revision), else_=change.c.revision),
    "last_message_revision": change.c.last_message_revision,
    "status": change.c.status,
    "category": change.c.category,
    "confidence": change.c.confidence,
    "category_source": change.c.category_source,
    "last_message_role": change.c.last_message_role,
    "message_count": change.c.message_count,
    "me_too_count": change.c.me_too_count,
    "last_note_revision": change.c.last_note_revision,
    "note_count": change.c.note_count,
}


class _Joined(FunctionElement[str]):
    """All values of a column in one text, with commas between them."""

    inherit_cache = True


@compiles(_Joined, "sqlite")
def _joined_by_sqlite(element: _Joined, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    return f"group_concat({compiler.process(element.clauses, **options)})"


@compiles(_Joined, "postgresql")
def _joined_by_postgresql(element: _Joined, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    return f"string_agg(({compiler.process(element.clauses, **options)})::text, ',')"


# A confidence travels as a whole number of these parts of a percent: stores write fractions in ways of their own.
_PARTS = 2**40
_WHOLE = {
    **_NOW,
    "confidence": cast(ticket.c.confidence * 100 * _PARTS, BigInteger),
    "message_count": case((ticket.c.message_count < 2**16, ticket.c.message_count), else_=2**16 - 1),
    "me_too_count": case((ticket.c.me_too_count < 2**16, ticket.c.me_too_count), else_=2**16 - 1),
    "note_count": case((ticket.c.note_count < 2**16, ticket.c.note_count), else_=2**16 - 1),
}
# Small numbers travel within a large one, in so many bits: each number costs as much as its digits. Together they stay
# below 2^63: a confidence is less than 2^47, and a revision below 2^47 lasts for ever.
WITHIN: Mapping[str, Mapping[str, int]] = {
    "confidence": {"status": 4, "category": 4, "category_source": 4, "last_message_role": 4},
    "revision": {"message_count": 16},
    "last_message_revision": {"me_too_count": 16},
    "last_note_revision": {"note_count": 16},
}
_ALONE = [name for name in DTYPES if not any(name in within for within in WITHIN.values())]


def _together(name: str) -> ColumnElement[int]:
    """Return the whole number of a column with those that travel within it."""
    number = _WHOLE[name]
    for small, bits in WITHIN.get(name, {}).items():
        number = number * 2**bits + _WHOLE[small]
    return number


# One row that the store makes in one go, without the interpreter: a text for each number. Rows that are fetched one by
# one take three times as long, and hold up the event loop each time.
_FACTS = Prepared(
    select(*(_Joined(_together(name)) for name in _ALONE)).where(
        ticket.c.id > bindparam("after"),
        ticket.c.id <= bindparam("last"),
        ticket.c.status <= bindparam("last_status"),
    )
)
_FACTS_THEN = (
    select(*(_THEN[name] for name in DTYPES))
    .join_from(change, ticket, ticket.c.id == change.c.ticket_id)
    .where(
        change.c.revision.in_(
            select(func.max(change.c.revision))
            .where(change.c.ticket_id.in_(bindparam("ids", expanding=True)), change.c.revision <= bindparam("revision"))
            .group_by(change.c.ticket_id)
        )
    )
)


def read_facts(
    connection: Connection, moment: Counter, last_status: Status, after: int, last: int
) -> Mapping[str, Column]:
    """Return the facts of the tickets after one id and up to another, as they were at the moment of the counter row.

    Left out are tickets that by now have a status beyond `last_status`. What changed since the moment is told by the
    history, which stays: so the parts need no common transaction, and a caller may take them at any speed.
    """
    [texts] = _FACTS.rows(connection, after=after, last=min(last, moment.last_ticket_id), last_status=int(last_status))
    columns = _read_columns(texts)
    _take_back(connection, columns, moment.last_revision)
    return columns


def _read_columns(texts: Sequence[str | None]) -> dict[str, Column]:
    """Return the columns by rising id; each text is None where there are no tickets."""
    numbers: dict[str, npt.NDArray[np.int64]] = {}
    for name, text in zip(_ALONE, texts, strict=True):
        numbers |= _apart(name, np.fromstring(text or "", dtype=np.int64, sep=","))
        # Whoever waits for the interpreter gets it between two columns, not after all of them.
        time.sleep(0)
    numbers["confidence"] = _percent(numbers["confidence"] / (100 * _PARTS))
    order = numbers["id"].argsort(kind="stable")
    return {name: _held(name, numbers[name][order]) for name in DTYPES}


def _apart(name: str, together: npt.NDArray[np.int64]) -> dict[str, npt.NDArray[np.int64]]:
    """Return the columns that `_together` put into one, by their names."""
    columns = {}
    for small, bits in reversed(list(WITHIN.get(name, {}).items())):
        columns[small] = together & (2**bits - 1)
        together = together >> bits
    return {**columns, name: together}


def _take_back(connection: Connection, columns: dict[str, Column], revision: int) -> None:
    """Replace what tickets that changed after the revision are by what they were at it."""
    # A note leaves the ticket's own revision.
    newest = np.maximum(columns["revision"], columns["last_note_revision"])
    changed = columns["id"][newest > revision].tolist()
    for start in range(0, len(changed), _MOST_IDS):
        ids = changed[start : start + _MOST_IDS]
        for row in connection.execute(_FACTS_THEN, {"ids": ids, "revision": revision}):
            place = columns["id"].searchsorted(row[0])
            for name, value in zip(DTYPES, row, strict=True):
                columns[name][place] = _held(name, _percent(value) if name == "confidence" else value)


def _percent(confidence: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Return the share in percent, as Python rounds."""
    return np.rint(confidence * 100).astype(np.int64)


def _held(name: str, values: npt.ArrayLike) -> Column:
    """Return what a column holds for these values: for one that is too large, the largest it can hold."""
    limited: Column = np.minimum(values, np.iinfo(DTYPES[name]).max).astype(DTYPES[name])
    return limited
