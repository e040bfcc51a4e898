"""How a ticket's category came to stand: how sure the server was of it, or corrected by a person."""

from collections.abc import Mapping
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from campusdesk.facts import TicketFacts
from campusdesk.rules import CategorySource, Sureness
from client.text import doubt


class Judgement(IntEnum):
    """One of the four ways; the first three are the server's own."""

    SURE = 1
    LIKELY = 2
    UNSURE = 3
    CORRECTED = 4


_OF_SURENESS = {
    Sureness.SURE: Judgement.SURE,
    Sureness.LIKELY: Judgement.LIKELY,
    Sureness.UNSURE: Judgement.UNSURE,
}
_CORRECTED = int(CategorySource.CORRECTED)
# By the confidence in percent.
_AUTOMATIC = np.array(
    [_OF_SURENESS[doubt(CategorySource.AUTOMATIC, percent / 100)] for percent in range(256)], np.uint8
)


def judgement(facts: TicketFacts) -> int:
    """Return the Judgement of a ticket."""
    corrected = facts.category_source == _CORRECTED
    return int(Judgement.CORRECTED) if corrected else _AUTOMATIC.item(facts.confidence)


def judgements(columns: Mapping[str, npt.NDArray[np.generic]]) -> npt.NDArray[np.uint8]:
    """Return the Judgement of each ticket of these columns of facts."""
    judged: npt.NDArray[np.uint8] = _AUTOMATIC[columns["confidence"].astype(np.uint8, copy=False)]
    judged[columns["category_source"] == _CORRECTED] = Judgement.CORRECTED
    return judged
