"""What goes wrong on the road to a server, as it is told to a FaultyRoad."""

import math
from dataclasses import dataclass
from enum import Enum
from typing import Literal


class Way(Enum):
    """One of a connection's two directions."""

    UP = "to the server"
    DOWN = "to the client"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a road; by default nothing.

    What is held is not lost: it arrives once the road is whole again, however late, as TCP sends it again and again.
    """

    latency_s: float = 0.0
    jitter_s: float = 0.0
    bytes_per_s: float = math.inf
    held: frozenset[Way] = frozenset()
    # Of so many bytes one arrives with a bit turned over.
    flips_one_of: float = math.inf
    # How each connection ends, those that stand at once and new ones as they come.
    ends: Literal["cut", "reset"] | None = None
    # Who connects is refused, or hears nothing at all.
    doors: Literal["open", "shut", "gone"] = "open"


WHOLE = Fault()
LATENCY = Fault(latency_s=0.2, jitter_s=0.2)
SLOW = Fault(bytes_per_s=8_000)
CUT = Fault(ends="cut")
RESET = Fault(ends="reset")
REFUSED = Fault(ends="cut", doors="shut")
BLACK_HOLE = Fault(held=frozenset(Way))
UNREACHABLE = Fault(held=frozenset(Way), doors="gone")
UP_DEAD = Fault(held=frozenset({Way.UP}))
DOWN_DEAD = Fault(held=frozenset({Way.DOWN}))
GARBLED = Fault(flips_one_of=2_000)
