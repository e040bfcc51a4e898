"""By which facts a table shows tickets and sorts them: one rule, asked of whole columns in numpy or of one ticket."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from campusdesk.facts import TicketFacts
from campusdesk.rules import Role, Status
from client.models.judgement import judgement, judgements

Columns = Mapping[str, npt.NDArray[np.generic]]
Mask = npt.NDArray[np.bool_]

# More than any fact is: it sets what stands first apart from all others, and ends a span that is open.
MOST = 1 << 62
_USER = int(Role.USER)
# What is read of a ticket to say whether it is shown.
READ = (
    "id", "status", "category", "category_source", "confidence", "open_time", "close_time", "last_message_role",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """What is shown, None being any, and by which fact it is sorted, then by number.

    `opened` are spans of the opening time and `closed_from` the earliest closing time, in microseconds since 1970;
    `waiting` shows those alone whose last message a simple user wrote. The tickets of `first` stand before all others,
    in either direction.
    """

    fact: str = "update_time"
    descending: bool = True
    statuses: frozenset[int] | None = None
    categories: frozenset[int] | None = None
    judgements: frozenset[int] | None = None
    opened: tuple[tuple[int, int], ...] | None = None
    closed_from: int = 0
    waiting: bool = False
    only: frozenset[int] | None = None
    first: frozenset[int] = frozenset()

    def mask(self, columns: Columns) -> Mask:
        """Say of each ticket of these columns whether it is shown."""
        shown = np.ones(len(columns["id"]), np.bool_)
        for name, wanted in (("status", self.statuses), ("category", self.categories), ("id", self.only)):
            if wanted is not None:
                shown &= among(columns[name], wanted)
        if self.judgements is not None:
            shown &= among(judgements(columns), self.judgements)
        if self.opened is not None:
            shown &= _within(columns["open_time"], self.opened)
        if self.closed_from:
            shown &= np.greater_equal(columns["close_time"], self.closed_from)
        if self.waiting:
            shown &= np.equal(columns["last_message_role"], _USER)
        return shown

    def shows(self, facts: TicketFacts) -> bool:
        """Say whether a ticket with these facts is shown; it says what `mask` says, in a fiftieth of the time."""
        return (
            (self.statuses is None or facts.status in self.statuses)
            and (self.categories is None or facts.category in self.categories)
            and (self.judgements is None or judgement(facts) in self.judgements)
            and (self.opened is None or any(start <= facts.open_time < end for start, end in self.opened))
            and facts.close_time >= self.closed_from
            and not (self.waiting and facts.last_message_role != _USER)
            and (self.only is None or facts.id in self.only)
        )

    def key(self, facts: TicketFacts) -> int:
        """Return what the ticket is sorted by."""
        apart = (facts.id in self.first) is self.descending
        return int(getattr(facts, self.fact)) + (MOST if apart else 0)

    def keys(self, ids: npt.NDArray[np.generic], values: npt.NDArray[np.generic]) -> npt.NDArray[np.int64]:
        """Return what the tickets of these ids are sorted by, given their values of its fact; those may be it."""
        keys = values.astype(np.int64, copy=False)
        if self.first:
            return keys + np.where(among(ids, self.first) == self.descending, MOST, 0)
        return keys if self.descending else keys + MOST

    def columns_of(self, columns: Columns) -> dict[str, npt.NDArray[np.generic]]:
        """Return copies of the columns that arranging by this rule reads, so that another thread may read them."""
        return {name: columns[name].copy() for name in {*READ, self.fact}}

    @property
    def spares_closed(self) -> bool:
        """Say whether closed tickets are shown in no case."""
        return self.statuses is not None and Status.CLOSED not in self.statuses


def among(values: npt.NDArray[np.generic], wanted: frozenset[int]) -> Mask:
    """Say of each value whether it is one of those wanted."""
    if values.dtype == np.uint8:
        # A twentieth of the time.
        table = np.zeros(256, np.bool_)
        table[[value for value in wanted if 0 <= value < len(table)]] = True
        found: Mask = table[values]
        return found
    return np.isin(values, np.fromiter(wanted, np.int64, len(wanted)))


def count(rules: Iterable[Rule], columns: Columns) -> list[int]:
    """Return how many of the tickets of these columns each rule shows."""
    # Most tickets are closed: only the others are looked at where none of those counts.
    rows = np.flatnonzero(columns["status"] != Status.CLOSED)
    others = {name: columns[name][rows] for name in READ}
    return [int(np.count_nonzero(rule.mask(others if rule.spares_closed else columns))) for rule in rules]


def _within(times: npt.NDArray[np.generic], spans: Iterable[tuple[int, int]]) -> Mask:
    inside = np.zeros(len(times), np.bool_)
    for start, end in spans:
        inside |= np.greater_equal(times, start) & np.less(times, end)
    return inside
