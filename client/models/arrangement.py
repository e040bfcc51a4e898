"""Which tickets a table shows and in which order: ids sorted by one fact, in numpy."""

from collections.abc import Collection
from typing import Self

import numpy as np
import numpy.typing as npt

from campusdesk.facts import TicketFacts
from client.models.rule import READ, Columns, Rule

_Ints = npt.NDArray[np.int64]

_LEAST_ROOM = 1_024


class Arrangement:
    """Ids by rising (key, id); a descending rule reads them from the end."""

    def __init__(self, rule: Rule, ids: _Ints, keys: _Ints) -> None:
        """Take the ids and their keys, which are sorted already."""
        self.rule = rule
        self._all_ids, self._all_keys, self._length = ids, keys, len(ids)

    @classmethod
    def of(cls, rule: Rule, columns: Columns) -> Self:
        """Arrange the tickets of these columns, which stand by rising id."""
        if rule.only is not None:
            columns = _rows_of(rule.only, columns, rule.fact)
        ids, values, shown = columns["id"], columns[rule.fact], rule.mask(columns)
        if not shown.all():
            ids, values = ids[shown], values[shown]
        # Stable, so that equal keys keep the rising order of their ids; small numbers as such take a tenth of the time.
        order = np.argsort(rule.keys(ids, values) if rule.first else values, kind="stable")
        in_order = ids[order].astype(np.int64, copy=False)
        return cls(rule, in_order, rule.keys(in_order, values[order]))

    def __len__(self) -> int:
        return self._length

    def ids(self) -> _Ints:
        """Return the ids of all rows from the top."""
        return self._ids[::-1] if self.rule.descending else self._ids

    def id_at(self, row: int) -> int:
        """Return the id of the ticket in a row of the table."""
        return int(self._all_ids.item(self._mirrored(row)))

    def ids_at(self, first: int, last: int) -> list[int]:
        """Return the ids of the rows from first to last, both included and cut to the table."""
        found: list[int] = self.ids()[max(0, first) : max(0, last + 1)].tolist()
        return found

    def row_of(self, facts: TicketFacts) -> int:
        """Return the row of the ticket, given the facts that it was arranged by, or -1 when it is not shown."""
        place = self._place(facts.id, self.rule.key(facts))
        if place == len(self) or self._ids[place] != facts.id:
            return -1
        return self._mirrored(place)

    def target_of(self, facts: TicketFacts, row: int) -> int:
        """Return the row in which a ticket comes to stand once its present one, -1 for none, is free; -1 for none."""
        if not self.rule.shows(facts):
            return -1
        place, length = self._place(facts.id, self.rule.key(facts)), len(self)
        if row >= 0:
            place, length = place - (self._mirrored(row) < place), length - 1
        return length - place if self.rule.descending else place

    def add(self, facts: TicketFacts) -> None:
        """Show a ticket that was not shown."""
        key = self.rule.key(facts)
        place = self._place(facts.id, key)
        self._reserve(self._length + 1)
        for array, value in ((self._all_ids, facts.id), (self._all_keys, key)):
            array[place + 1 : self._length + 1] = array[place : self._length]
            array[place] = value
        self._length += 1

    def remove(self, row: int) -> None:
        """Show a row no more."""
        place = self._mirrored(row)
        for array in (self._all_ids, self._all_keys):
            array[place : self._length - 1] = array[place + 1 : self._length]
        self._length -= 1

    def without_all(self, ticket_ids: Collection[int]) -> "Arrangement":
        """Return the arrangement without these tickets, wherever they stand."""
        if not ticket_ids:
            return self
        kept = ~np.isin(self._ids, list(ticket_ids))
        return Arrangement(self.rule, self._ids[kept], self._keys[kept])

    @property
    def _ids(self) -> _Ints:
        return self._all_ids[: self._length]

    @property
    def _keys(self) -> _Ints:
        return self._all_keys[: self._length]

    def _reserve(self, length: int) -> None:
        if length > len(self._all_ids):
            # Room for many more: a row that comes moves those behind it, and copies nothing else.
            self._all_ids, self._all_keys = (
                np.concatenate((array, np.empty(max(_LEAST_ROOM, length // 4), np.int64)))
                for array in (self._all_ids, self._all_keys)
            )

    def _place(self, ticket_id: int, key: int) -> int:
        first = int(self._keys.searchsorted(key, "left"))
        last = int(self._keys.searchsorted(key, "right"))
        return first + int(self._ids[first:last].searchsorted(ticket_id))

    def _mirrored(self, row: int) -> int:
        return self._length - 1 - row if self.rule.descending else row


def _rows_of(ticket_ids: frozenset[int], columns: Columns, fact: str) -> Columns:
    """Return the columns of these tickets alone, as far as they are there; all others need not be looked at."""
    ids = columns["id"]
    wanted = np.sort(np.fromiter(ticket_ids, np.int64, len(ticket_ids)))
    places = ids.searchsorted(wanted)
    rows = places[places < len(ids)]
    rows = rows[ids[rows] == wanted[places < len(ids)]]
    return {name: columns[name][rows] for name in {*READ, fact}}
