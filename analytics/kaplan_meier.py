"""Within which time a share of tickets is closed: of the closed ones, and of all by the estimate of Kaplan and Meier.

E. L. Kaplan and P. Meier: Nonparametric Estimation from Incomplete Observations. Journal of the American Statistical
Association 53 (1958), 457-481. docs/decisions/0017 says why these definitions and no others.
"""

import numpy as np
import numpy.typing as npt

Times = npt.NDArray[np.int64]

# A product of 27,000 factors is off by some 1e-12: what is one half by counting must be found to be one half.
_HALF = 0.5 + 1e-9


def quantile(durations: Times, percent: int) -> int:
    """Return the least of the rising durations within which at least so many percent of them lie; there must be one.

    It is the inverse of the empirical distribution function, and so always the duration of a ticket.
    """
    return int(durations[-(-len(durations) * percent // 100) - 1])


def expected_median(durations: Times, waits: Times) -> int | None:
    """Return the least time t at which the estimate S(t) is one half or less; None where it stays above.

    S(t) is the product over all closed tickets with a duration d <= t of 1 - 1/r, with r the tickets of which it is
    known that they were not closed before d. `durations` are those of the closed tickets, `waits` say for how long the
    others have not been closed; both rise. Whoever has waited for just as long as another ticket's duration was not
    closed at that time, and counts in its r.
    """
    closed = len(durations)
    # Once half of all are closed S is one half or less, whenever the others were last seen: what is later is not asked.
    durations = durations[: (closed + len(waits) + 1) // 2]
    longer_waits = len(waits) - waits.searchsorted(durations, side="left")
    at_risk = np.arange(closed, closed - len(durations), -1) + longer_waits
    # Equal durations one after the other: (1 - 1/r)(1 - 1/(r - 1)) is the 1 - 2/r of the textbooks.
    survival = np.cumprod((at_risk - 1) / at_risk)
    below = np.flatnonzero(survival <= _HALF)
    return int(durations[below[0]]) if len(below) else None
