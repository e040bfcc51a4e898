"""A bit a ticket for each of some beginnings of words: whether the ticket holds it."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Bits = NDArray[np.uint8]
Ids = NDArray[np.int64]

_IN_A_BYTE = np.arange(8)


class TicketBits:
    """Holds 125 KB a beginning and million tickets; at first no ticket holds any."""

    def __init__(self, beginnings: Iterable[str], last_ticket_id: int) -> None:
        """Make room for these beginnings in tickets up to that number."""
        self._places = {beginning: place for place, beginning in enumerate(beginnings)}
        self._bits = np.zeros((len(self._places), last_ticket_id // 8 + 1), np.uint8)

    @property
    def last_ticket_id(self) -> int:
        """The highest number of a ticket that there is room for."""
        return self._bits.shape[1] * 8 - 1

    def add(self, beginning: str, ids: Ids) -> None:
        """Let tickets hold a beginning, given oldest first."""
        if not len(ids):
            return
        first = int(ids[0]) // 8
        marks = np.zeros(int(ids[-1]) - first * 8 + 1, np.bool)
        marks[ids - first * 8] = True
        packed = np.packbits(marks, bitorder="little")
        self._bits[self._places[beginning], first : first + len(packed)] |= packed

    def replace(self, ticket_id: int, beginnings: Iterable[str]) -> None:
        """Let one ticket hold those of these beginnings that there are bits for, and no others."""
        places = [self._places[beginning] for beginning in beginnings if beginning in self._places]
        byte, bit = ticket_id // 8, np.uint8(1 << ticket_id % 8)
        self._bits[:, byte] &= ~bit
        self._bits[places, byte] |= bit

    def of_all(self, beginnings: Sequence[str]) -> Bits:
        """Return the bits of the tickets that hold all these beginnings."""
        places = [self._places[beginning] for beginning in beginnings]
        together: Bits = np.bitwise_and.reduce(self._bits[places])
        return together


def newest(bits: Bits, limit: int) -> list[int]:
    """Return the highest numbers whose bits are set, highest first."""
    places = np.flatnonzero(bits)[-limit:]
    marks = np.unpackbits(bits[places, np.newaxis], axis=1, bitorder="little").astype(np.bool)
    ids: list[int] = (places[:, np.newaxis] * 8 + _IN_A_BYTE)[marks].tolist()
    return ids[: -limit - 1 : -1]


def among(bits: Bits, ids: Ids) -> Ids:
    """Return those of the numbers whose bits are set."""
    held: Ids = ids[(bits[ids >> 3] >> (ids & 7)) & 1 != 0]
    return held
