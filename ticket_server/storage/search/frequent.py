"""Beginnings of words that very many closed tickets hold, in memory: a bit a ticket, so that all that meet are found.

FTS5 walks through the lists of all the words, however seldom they meet: 25 ns a word and ticket, 40 ms for "a", "the"
and "graz" in a million tickets. Bits take 10 us a word. They stay true because closed tickets do not change but by
being erased, and what was closed or erased meanwhile is read in the table of changes before each search.
"""

from collections import Counter as Tally
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
from sqlalchemy import Connection, text

from campusdesk.rules import Status
from ticket_server.storage.prepared import Prepared
from ticket_server.storage.reading import read_counter
from ticket_server.storage.rows import Counter
from ticket_server.storage.search.sqlite import match_all
from ticket_server.storage.search.ticket_bits import Ids, TicketBits, among, newest

# Of closed tickets: FTS5 alone is fast enough with beginnings that fewer hold.
_SHARE = 0.05
# What a ticket costs that FTS5 hands over, by what one costs that it walks past.
_HANDED_OVER = 5
_LEAST_SHARE = 0.002
# 64 MB in a million tickets.
_MOST = 512
# Letters, as in the lists of FTS5.
_LONGEST = 12
# So many tickets tell which beginnings are frequent; multiples of the other number spread evenly over 0 to 1.
_SAMPLE = 2_000
_SPREAD = 0.618033988749895
# What takes some milliseconds: tickets to look at, tickets of a list, and changes to follow.
_LOOKED_AT, _LISTED, _FOLLOWED = 20, 15_000, 40
# So many revisions are looked through in a search.
_NEAR = 1_000
# All is learned anew when there are so many times the tickets.
_GROWTH = 1.25
# Where tickets with rare words are looked for first.
_NEWEST_PART = 8

_WORDS = Prepared(text("SELECT own || ' ' || said FROM search_closed WHERE rowid = :ticket_id"))
# One text takes a third of the time of as many rows.
_LIST = Prepared(
    text(
        "SELECT group_concat(rowid) FROM (SELECT rowid FROM search_closed WHERE search_closed MATCH :expression"
        " AND rowid BETWEEN :first AND :last)"
    )
)
_CLOSED_SINCE = Prepared(
    text(
        "SELECT DISTINCT ticket_id FROM change"  # noqa: S608  our own number
        f" WHERE revision > :after AND status = {int(Status.CLOSED)}"
    )
)
_WAITING = Prepared(text("SELECT ticket_id FROM search_row WHERE closed = 1"))


class FrequentBeginnings:
    """What is known of the closed tickets of one database; of one thread, which asks at one moment of the database."""

    def __init__(self, share: float = _SHARE) -> None:
        """Know the beginnings that a larger share of the closed tickets holds."""
        self._share = share
        self._forget()

    def _forget(self) -> None:
        # When it was last looked what has been closed meanwhile.
        self._moment: Counter | None = None
        self._bits: TicketBits | None = None
        self._shares: dict[str, float] = {}
        self._known: set[str] = set()
        self._unknown: set[str] = set()
        # Closed or erased, and not yet so in the bits.
        self._late: set[int] = set()
        self._lessons: Iterator[None] = iter(())

    def find(self, connection: Connection, wanted: Sequence[str], limit: int) -> list[int] | None:
        """Return up to `limit` closed tickets with words of all these beginnings, newest first.

        None when it takes FTS5 to tell.
        """
        known = [term for term in wanted if term in self._known]
        rare = [term for term in wanted if term not in self._known]
        if not known or not self._unknown.isdisjoint(rare) or self._is_walked_fast(wanted, rare):
            return None
        bits = self._followed(connection)
        if bits is None or self._moment is None:
            return None
        together = bits.of_all(known)
        if not rare:
            return newest(together, limit)
        found: list[int] = []
        middle = self._moment.last_ticket_id * (_NEWEST_PART - 1) // _NEWEST_PART
        for part in ((middle + 1, self._moment.last_ticket_id), (1, middle)):
            found += among(together, _listed(connection, rare, *part))[::-1].tolist()
            if len(found) >= limit:
                break
        return found[:limit]

    def _is_walked_fast(self, wanted: Sequence[str], rare: Sequence[str]) -> bool:
        """Say whether FTS5 alone is faster than the list of what holds the rare beginnings."""
        listed = min((self._shares.get(term, 0) for term in rare), default=0)
        return sum(self._shares.get(term, 0) for term in wanted) < _HANDED_OVER * listed

    def learn(self, connection: Connection) -> bool:
        """Learn or follow what takes some milliseconds; return whether more may be left to do."""
        counter = read_counter(connection)
        if self._moment is None or self._outgrown(counter):
            self._begin(connection, counter)
        else:
            self._look(connection, counter)
        if self._bits is not None and (late := self._settled(connection)):
            self._follow(connection, self._bits, islice(late, _FOLLOWED))
            return True
        return any(True for _ in islice(self._lessons, 1))

    def _begin(self, connection: Connection, counter: Counter) -> None:
        self._forget()
        self._moment = counter
        self._late = {row[0] for row in _WAITING.rows(connection)}
        self._lessons = self._learning(connection, counter.last_ticket_id)

    def _learning(self, connection: Connection, last: int) -> Iterator[None]:
        """Learn which beginnings are frequent, then which tickets hold them; pause after some milliseconds each."""
        tally, seen = Tally[str](), 0
        for number in range(_SAMPLE):
            for (words,) in _WORDS.rows(connection, ticket_id=int(number * _SPREAD % 1 * last) + 1):
                tally.update(beginnings(words.split(), _LONGEST))
                seen += 1
            if number % _LOOKED_AT == 0:
                yield
        self._shares = {found: count / seen for found, count in tally.items() if count > _LEAST_SHARE * seen}
        frequent = [found for found, count in tally.most_common(_MOST) if count > self._share * seen]
        self._bits, self._unknown = TicketBits(frequent, int(last * _GROWTH)), set(frequent)
        for beginning in frequent:
            parts = range(1, last + 1, int(_LISTED / self._shares[beginning]))
            yield from self._lesson(connection, self._bits, beginning, parts)
            self._unknown.discard(beginning)
            self._known.add(beginning)

    def _lesson(self, connection: Connection, bits: TicketBits, beginning: str, parts: range) -> Iterator[None]:
        for first in parts:
            last = min(first + parts.step, parts.stop) - 1
            bits.add(beginning, _listed(connection, [beginning], first, last))
            yield

    def _followed(self, connection: Connection) -> TicketBits | None:
        """Return the bits as they are at this moment, or None where bringing them there takes long."""
        counter = read_counter(connection)
        if self._moment is None or self._bits is None or self._outgrown(counter):
            return None
        if counter.last_revision > self._moment.last_revision + _NEAR:
            return None
        self._look(connection, counter)
        late = self._settled(connection)
        if len(late) > _FOLLOWED:
            return None
        self._follow(connection, self._bits, late)
        return self._bits

    def _outgrown(self, counter: Counter) -> bool:
        return self._bits is not None and counter.last_ticket_id > self._bits.last_ticket_id

    def _look(self, connection: Connection, counter: Counter) -> None:
        """Note which tickets were closed or erased meanwhile."""
        if self._moment is not None and counter.last_revision > self._moment.last_revision:
            self._late.update(row[0] for row in _CLOSED_SINCE.rows(connection, after=self._moment.last_revision))
            self._moment = counter

    def _settled(self, connection: Connection) -> set[int]:
        """Return those of the late tickets whose rows do not wait any more: what waits is found where it is."""
        return self._late.difference(row[0] for row in _WAITING.rows(connection)) if self._late else set()

    def _follow(self, connection: Connection, bits: TicketBits, late: Iterable[int]) -> None:
        for ticket_id in late:
            rows = _WORDS.rows(connection, ticket_id=ticket_id)
            bits.replace(ticket_id, beginnings(rows[0][0].split(), _LONGEST) if rows else ())
            self._late.discard(ticket_id)


def beginnings(words: Iterable[str], longest: int) -> set[str]:
    """Return all beginnings of the words up to a length."""
    return {word[:length] for word in words for length in range(1, longest + 1)}


def _listed(connection: Connection, terms: Sequence[str], first: int, last: int) -> Ids:
    """Return the closed tickets with numbers from `first` to `last` and words of all these beginnings, oldest first."""
    [(ids,)] = _LIST.rows(connection, expression=match_all(terms), first=first, last=last)
    return np.fromstring(ids or "", np.int64, sep=",")
