"""The column store of ticket facts: load a snapshot, apply a change in place, read whole columns with numpy."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from google.protobuf.timestamp_pb2 import Timestamp

from campusdesk.v1 import change_feed_pb2, ticket_pb2

Column = npt.NDArray[np.int64 | np.uint8 | np.uint16]


class TicketFacts(NamedTuple):
    """The facts of one ticket: times in microseconds since 1970 UTC (0 = absent), confidence in percent.

    The fields are the columns of `Facts`, in order.
    """

    id: int
    open_time: int
    activate_time: int
    update_time: int
    close_time: int
    revision: int
    last_message_revision: int
    status: int
    category: int
    confidence: int
    category_source: int
    last_message_role: int
    message_count: int
    me_too_count: int
    last_note_revision: int = 0
    note_count: int = 0


DTYPES: Mapping[str, np.dtype[np.int64 | np.uint8 | np.uint16]] = {
    **dict.fromkeys(TicketFacts._fields[:7], np.dtype("<i8")),
    **dict.fromkeys(TicketFacts._fields[7:12], np.dtype("u1")),
    **dict.fromkeys(TicketFacts._fields[12:14], np.dtype("<u2")),
    "last_note_revision": np.dtype("<i8"),
    "note_count": np.dtype("<u2"),
}
# What not every server counts and not every role is told: none, where it is absent.
_NONE_WHEN_ABSENT = ("me_too_count", "last_note_revision", "note_count")

_LEAST_CAPACITY = 1024
_MOST_COUNTED = 0xFFFF


class Facts:
    """The facts of many tickets as one numpy array a column, sorted by ticket id."""

    def __init__(self) -> None:
        self._length = 0
        # How often rows moved; as long as they do not, columns may be read in another thread.
        self.shifts = 0
        self._arrays: dict[str, Column] = {name: np.empty(0, dtype) for name, dtype in DTYPES.items()}

    @classmethod
    def from_snapshot(cls, parts: Iterable[change_feed_pb2.FactColumns]) -> "Facts":
        """Return the store of a snapshot's parts; raise ValueError as `append` does."""
        facts = cls()
        for part in parts:
            facts.append(part)
        return facts

    def append(self, part: change_feed_pb2.FactColumns) -> None:
        """Add the next part of a snapshot; raise ValueError for columns of unequal length and ids that do not rise."""
        columns = decode(part)
        ids, count = columns["id"], len(columns["id"])
        if any(len(column) != count for column in columns.values()):
            raise ValueError("the columns of a snapshot differ in length")
        last = self._arrays["id"][self._length - 1] if self._length else 0
        if count and (ids[0] <= last or np.any(ids[1:] <= ids[:-1])):
            raise ValueError("the ids of a snapshot do not rise")
        self._reserve(self._length + count)
        for name, column in columns.items():
            self._arrays[name][self._length : self._length + count] = column
        self._length += count

    def apply(self, ticket: ticket_pb2.Ticket) -> None:
        """Insert or overwrite the ticket's facts; a rising id costs amortised constant time."""
        self.put(facts_of(ticket))

    def put(self, facts: TicketFacts) -> TicketFacts | None:
        """Insert or overwrite a ticket's facts and return those that it had, if any; costs as much as `apply`."""
        row = self._place(facts.id)
        if row < self._length and self._arrays["id"][row] == facts.id:
            before = self._read(row)
        else:
            before = None
            self._open_gap(row)
        for array, value in zip(self._arrays.values(), facts, strict=True):
            array[row] = value
        return before

    def remove(self, ticket_id: int) -> TicketFacts | None:
        """Forget the ticket and return the facts that it had, if any."""
        row = self.row_of(ticket_id)
        if row is None:
            return None
        before = self._read(row)
        self.shifts += 1
        for array in self._arrays.values():
            array[row : self._length - 1] = array[row + 1 : self._length]
        self._length -= 1
        return before

    def row_of(self, ticket_id: int) -> int | None:
        """Return the row of the ticket, or None when it is not there; rows move when a ticket before is removed."""
        row = self._place(ticket_id)
        return row if row < self._length and self._arrays["id"][row] == ticket_id else None

    def at(self, row: int) -> TicketFacts:
        """Return the facts in one row of this store, 0 to `len(self) - 1`."""
        if not 0 <= row < self._length:
            raise IndexError(row)
        return self._read(row)

    def without(self, others: "Facts") -> list[int]:
        """Return the tickets that are here and not among the others, by rising id."""
        ids, theirs = self.columns()["id"], others.columns()["id"]
        gone = np.ones(len(ids), np.bool_)
        if len(theirs):
            places = theirs.searchsorted(ids)
            places[places == len(theirs)] = 0
            gone = theirs[places] != ids
        found: list[int] = ids[gone].tolist()
        return found

    def columns(self) -> Mapping[str, Column]:
        """Return views of the columns by name; ask again after a change, they may miss later rows."""
        return {name: array[: self._length] for name, array in self._arrays.items()}

    def __len__(self) -> int:
        return self._length

    def _read(self, row: int) -> TicketFacts:
        return TicketFacts(*[array.item(row) for array in self._arrays.values()])

    def _place(self, ticket_id: int) -> int:
        return int(self._arrays["id"][: self._length].searchsorted(ticket_id))

    def _open_gap(self, row: int) -> None:
        self._reserve(self._length + 1)
        # A new ticket comes last, mostly: there is nothing to move.
        if row < self._length:
            self.shifts += 1
            for array in self._arrays.values():
                array[row + 1 : self._length + 1] = array[row : self._length]
        self._length += 1

    def _reserve(self, length: int) -> None:
        capacity = len(self._arrays["id"])
        if length <= capacity:
            return
        capacity = max(length, capacity + capacity // 4, _LEAST_CAPACITY)
        for name, array in self._arrays.items():
            grown = np.empty(capacity, DTYPES[name])
            grown[: self._length] = array[: self._length]
            self._arrays[name] = grown


def encode(columns: Mapping[str, npt.ArrayLike]) -> dict[str, bytes]:
    """Return the fields of FactColumns: one array of equal length for each name in DTYPES (confidence in percent)."""
    return {name: np.asarray(columns[name]).astype(dtype, copy=False).tobytes() for name, dtype in DTYPES.items()}


def decode(part: change_feed_pb2.FactColumns) -> dict[str, Column]:
    """Return the columns of a part of a snapshot; raise ValueError for a column that ends within a value.

    Who has a problem too, and internal notes, are none where they are not told.
    """
    columns = {name: np.frombuffer(getattr(part, name), dtype) for name, dtype in DTYPES.items()}
    for name in _NONE_WHEN_ABSENT:
        if not len(columns[name]):
            columns[name] = np.zeros(len(columns["id"]), DTYPES[name])
    return columns


def facts_of(ticket: ticket_pb2.Ticket) -> TicketFacts:
    """Return the facts of a ticket as it travels with a change."""
    return TicketFacts(
        id=ticket.id,
        open_time=_microseconds(ticket.open_time),
        activate_time=_microseconds(ticket.activate_time),
        update_time=_microseconds(ticket.update_time),
        close_time=_microseconds(ticket.close_time),
        revision=ticket.revision,
        last_message_revision=ticket.last_message_revision,
        status=ticket.status,
        category=ticket.category,
        confidence=round(ticket.confidence * 100),
        category_source=ticket.category_source,
        last_message_role=ticket.last_message_role,
        message_count=min(ticket.message_count, _MOST_COUNTED),
        me_too_count=min(ticket.me_too_count, _MOST_COUNTED),
        last_note_revision=ticket.last_note_revision,
        note_count=min(ticket.note_count, _MOST_COUNTED),
    )


def _microseconds(moment: Timestamp) -> int:
    # Its own method takes twice as long, four times a change.
    return moment.seconds * 1_000_000 + moment.nanos // 1_000
