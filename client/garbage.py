"""Cyclic garbage, collected by one thread: Python's own collector runs in whichever thread happens to allocate.

It would destroy objects of Qt there, in a thread that they do not belong to, and while Qt holds locks that the thread
that draws waits for: a desk that hung so was seen.
"""

import gc

EVERY_MS = 500


def collect_due() -> None:
    """Collect what Python's own collector would by now, were it not off: by its thresholds, the oldest first."""
    for generation in (2, 1, 0):
        threshold = gc.get_threshold()[generation]
        if threshold and gc.get_count()[generation] > threshold:
            gc.collect(generation)
            return
