"""The open and active tickets in memory: which of them report the same incident as a text."""

import heapq
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ticket_server.encoder.reading import DIMENSIONS
from ticket_server.similar.pair import PairModel, Report
from ticket_server.similar.places import Places

# So many of the nearest in meaning, and of the newest at the same place, are looked at closely.
NEAREST = 120
AT_PLACE = 50
# After so many pairs other threads have their turn: about a millisecond. To let them takes a tenth of one.
_IN_TURN = 32
_LEAST_ROOM = 1_024
# Rows that are compared at once: a matrix of so many stays in the processor's cache.
_BLOCK = 8_192
_SCALE = 127.0**2

Numbers = npt.NDArray[np.int8]


class Found(NamedTuple):
    """A ticket and how likely it reports the same incident, 0 to 1."""

    ticket_id: int
    confidence: float


class Vectors:
    """Vectors by the numbers of their tickets, in one matrix of int8."""

    def __init__(self) -> None:
        self._rows: dict[int, int] = {}
        self._ids = np.zeros(_LEAST_ROOM, np.int64)
        self._matrix: Numbers = np.zeros((_LEAST_ROOM, DIMENSIONS), np.int8)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, ticket_id: int) -> bool:
        return ticket_id in self._rows

    def put(self, ticket_id: int, vector: bytes) -> None:
        """Keep a ticket's vector."""
        row = self._rows.setdefault(ticket_id, len(self._rows))
        if row == len(self._ids):
            self._ids = np.resize(self._ids, 2 * row)
            self._matrix = np.resize(self._matrix, (2 * row, DIMENSIONS))
        self._ids[row] = ticket_id
        self._matrix[row] = np.frombuffer(vector, np.int8)

    def get(self, ticket_id: int) -> bytes | None:
        """Return a ticket's vector, None where it has none."""
        row = self._rows.get(ticket_id)
        return self._matrix[row].tobytes() if row is not None else None

    def remove(self, ticket_id: int) -> None:
        """Forget a ticket's vector, if there is one; the last row takes its place."""
        row = self._rows.pop(ticket_id, None)
        last = len(self._rows)
        if row is not None and row < last:
            self._ids[row], self._matrix[row] = self._ids[last], self._matrix[last]
            self._rows[int(self._ids[row])] = row

    def nearest(self, vector: bytes, limit: int) -> dict[int, float]:
        """Return the cosines of the nearest tickets, by their numbers."""
        count = len(self._rows)
        cosines = np.empty(count, np.float32)
        wanted = np.frombuffer(vector, np.int8).astype(np.float32)
        for start in range(0, count, _BLOCK):
            block = self._matrix[start : min(start + _BLOCK, count)]
            cosines[start : start + len(block)] = block.astype(np.float32) @ wanted / _SCALE
        chosen = np.argpartition(-cosines, limit)[:limit] if count > limit else np.arange(count)
        return dict(zip(self._ids[chosen].tolist(), cosines[chosen].tolist(), strict=True))

    def cosine(self, ticket_id: int, vector: bytes) -> float | None:
        """Return the cosine of a ticket's vector and another, None where it has none."""
        row = self._rows.get(ticket_id)
        if row is None:
            return None
        return float(self._matrix[row].astype(np.float32) @ np.frombuffer(vector, np.int8).astype(np.float32)) / _SCALE


class SimilarIndex:
    """Tickets by what they mean and by their places; belongs to one thread at a time."""

    def __init__(self, model: PairModel) -> None:
        """Begin with no ticket; `model` judges pairs."""
        self._model = model
        self._vectors = Vectors()
        self._reports: dict[int, Report] = {}
        self._at: defaultdict[object, dict[int, None]] = defaultdict(dict)

    def __len__(self) -> int:
        return len(self._reports)

    def __contains__(self, ticket_id: int) -> bool:
        return ticket_id in self._reports

    @property
    def least_confidence(self) -> float:
        """The confidence that few reports of something new reach with any ticket."""
        return self._model.least_confidence

    def probability(self, one: Report, other: Report, similarity: float | None) -> float:
        """Return how likely two reports are of the same incident."""
        return self._model.probability(one, other, similarity)

    def forget_vectors(self) -> None:
        """Forget what all tickets mean: another model is going to tell."""
        self._vectors = Vectors()

    def vector(self, ticket_id: int) -> bytes | None:
        """Return what a ticket means, None where that is not known."""
        return self._vectors.get(ticket_id)

    def put(self, ticket_id: int, report: Report) -> None:
        """Keep a ticket, or what has become of it; its vector stays."""
        self._forget_place(ticket_id)
        self._reports[ticket_id] = report
        for key in _keys(report.places):
            self._at[key][ticket_id] = None

    def put_vector(self, ticket_id: int, vector: bytes | None) -> None:
        """Keep what a ticket means, or forget it."""
        if vector is None or ticket_id not in self._reports:
            self._vectors.remove(ticket_id)
        else:
            self._vectors.put(ticket_id, vector)

    def remove(self, ticket_id: int) -> None:
        """Forget a ticket, if it is there."""
        self._forget_place(ticket_id)
        self._reports.pop(ticket_id, None)
        self._vectors.remove(ticket_id)

    def find(self, report: Report, vector: bytes | None, limit: int, least_confidence: float) -> list[Found]:
        """Return up to `limit` tickets that are as likely the same incident at least, likeliest first."""
        near: dict[int, float | None] = {}
        if vector is not None:
            near.update(self._vectors.nearest(vector, NEAREST))
        for ticket_id in self._at_place(report.places):
            if ticket_id not in near:
                near[ticket_id] = self._vectors.cosine(ticket_id, vector) if vector is not None else None
        # Where places are in conflict it is 0, and that is never enough.
        likely = (found for found in self._judged(report, near) if 0 < found.confidence >= least_confidence)
        return heapq.nsmallest(limit, likely, key=lambda found: (-found.confidence, -found.ticket_id))

    def _judged(self, report: Report, near: Mapping[int, float | None]) -> Iterator[Found]:
        for number, (ticket_id, similarity) in enumerate(near.items()):
            if not number % _IN_TURN:
                # Whoever serves takes the interpreter then; else each of its steps would wait 5 ms for it.
                time.sleep(0)
            yield Found(ticket_id, self._model.probability(report, self._reports[ticket_id], similarity))

    def _at_place(self, places: Places) -> Iterator[int]:
        for key in _keys(places):
            yield from heapq.nlargest(AT_PLACE, self._at.get(key, ()))

    def _forget_place(self, ticket_id: int) -> None:
        before = self._reports.get(ticket_id)
        for key in _keys(before.places) if before is not None else ():
            self._at[key].pop(ticket_id, None)
            if not self._at[key]:
                del self._at[key]


def _keys(places: Places) -> Iterable[object]:
    """Yield what tickets at the same place have in common."""
    yield from places.names
    yield from {room.digits.lstrip("0") for room in places.codes.rooms}
    yield from places.codes.numbered
