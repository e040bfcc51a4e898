"""Which tickets a table shows and in which order: ids sorted by one fact, in numpy."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from campusdesk.facts import TicketFacts
from campusdesk.rules import CategorySource, Sureness
from client.text import doubt

_Ints = npt.NDArray[np.int64]
_Columns = Mapping[str, npt.NDArray[np.generic]]

# Which confidences, in percent, leave a category of the server's own unsure.
_UNSURE = np.array([doubt(CategorySource.AUTOMATIC, percent / 100) is Sureness.UNSURE for percent in range(256)])


def unsure(columns: _Columns) -> npt.NDArray[np.bool_]:
    """Say of each ticket whether its category is the server's own and unsure."""
    doubtful: npt.NDArray[np.bool_] = _UNSURE[columns["confidence"].astype(np.uint8)]
    automatic: npt.NDArray[np.bool_] = np.not_equal(columns["category_source"], int(CategorySource.CORRECTED))
    return doubtful & automatic


@dataclass(frozen=True, slots=True)
class Rule:
    """What is shown (None: every status, every category) and by which fact it is sorted, then by number.

    With `unsure` only tickets are shown whose category is the server's own and unsure.
    """

    fact: str = "update_time"
    descending: bool = True
    statuses: frozenset[int] | None = None
    categories: frozenset[int] | None = None
    unsure: bool = False

    def shows(self, facts: TicketFacts) -> bool:
        """Say whether a ticket with these facts is shown."""
        return (
            (self.statuses is None or facts.status in self.statuses)
            and (self.categories is None or facts.category in self.categories)
            and (not self.unsure or doubt(facts.category_source, facts.confidence / 100) is Sureness.UNSURE)
        )

    def key(self, facts: TicketFacts) -> int:
        """Return what the ticket is sorted by."""
        return int(getattr(facts, self.fact))

    def columns_of(self, columns: _Columns) -> dict[str, npt.NDArray[np.generic]]:
        """Return copies of the columns that arranging by this rule reads, so that another thread may read them."""
        read = {"id", "status", "category", "category_source", "confidence", self.fact}
        return {name: columns[name].copy() for name in read}


class Arrangement:
    """Ids by rising (key, id); a descending rule reads them from the end."""

    def __init__(self, rule: Rule, ids: _Ints, keys: _Ints) -> None:
        """Take the ids and their keys, which are sorted already."""
        self.rule = rule
        self._ids = ids
        self._keys = keys

    @classmethod
    def of(cls, rule: Rule, columns: _Columns) -> Self:
        """Arrange the tickets of these columns, which stand by rising id."""
        shown = np.ones(len(columns["id"]), np.bool_)
        if rule.statuses is not None:
            shown &= np.isin(columns["status"], list(rule.statuses))
        if rule.categories is not None:
            shown &= np.isin(columns["category"], list(rule.categories))
        if rule.unsure:
            shown &= unsure(columns)
        keys = columns[rule.fact][shown].astype(np.int64)
        # Stable, so that equal keys keep the rising order of their ids.
        order = np.argsort(keys, kind="stable")
        return cls(rule, columns["id"][shown].astype(np.int64)[order], keys[order])

    def __len__(self) -> int:
        return len(self._ids)

    def id_at(self, row: int) -> int:
        """Return the id of the ticket in a row of the table."""
        return int(self._ids[self._mirrored(row)])

    def ids_at(self, first: int, last: int) -> list[int]:
        """Return the ids of the rows from first to last, both included and cut to the table."""
        return [self.id_at(row) for row in range(max(0, first), min(last, len(self) - 1) + 1)]

    def row_of(self, facts: TicketFacts) -> int:
        """Return the row of the ticket, given the facts that it was arranged by, or -1 when it is not shown."""
        place = self._place(facts.id, self.rule.key(facts))
        if place == len(self) or self._ids[place] != facts.id:
            return -1
        return self._mirrored(place)

    def without(self, row: int) -> "Arrangement":
        """Return the arrangement without one row."""
        place = self._mirrored(row)
        return Arrangement(self.rule, np.delete(self._ids, place), np.delete(self._keys, place))

    def without_all(self, ticket_ids: Collection[int]) -> "Arrangement":
        """Return the arrangement without these tickets, wherever they stand."""
        kept = ~np.isin(self._ids, list(ticket_ids))
        return Arrangement(self.rule, self._ids[kept], self._keys[kept])

    def row_for(self, facts: TicketFacts) -> int:
        """Return the row that a ticket which is not shown yet comes to stand in."""
        place = self._place(facts.id, self.rule.key(facts))
        return len(self) - place if self.rule.descending else place

    def with_ticket(self, facts: TicketFacts) -> "Arrangement":
        """Return the arrangement with a ticket that was not shown."""
        key = self.rule.key(facts)
        place = self._place(facts.id, key)
        return Arrangement(self.rule, np.insert(self._ids, place, facts.id), np.insert(self._keys, place, key))

    def _place(self, ticket_id: int, key: int) -> int:
        first = int(self._keys.searchsorted(key, "left"))
        last = int(self._keys.searchsorted(key, "right"))
        return first + int(self._ids[first:last].searchsorted(ticket_id))

    def _mirrored(self, row: int) -> int:
        return len(self._ids) - 1 - row if self.rule.descending else row
