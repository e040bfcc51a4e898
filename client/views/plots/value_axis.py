"""The axis of values: a few round numbers, written as people write them, and no halves of what is counted."""

import math
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QLocale

# Pixels between two numbers at least, and how many steps there are at most.
_APART, _MOST_STEPS = 32, 5
# Pixels of half a number's height.
_HALF = 7
_ROUND = (1, 2, 5, 10)


class ValueAxis(pg.AxisItem):  # type: ignore[misc]
    """Stands at the left; with `least` 1 it has whole numbers only."""

    def __init__(self, least: float = 0.0) -> None:
        """Have numbers that are at least so far apart."""
        super().__init__("left")
        self._least = least

    def tickSpacing(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, float]]:
        """Return the one distance between numbers, which is that between the lines of the grid too."""
        steps = max(1, min(_MOST_STEPS, int(size / _APART)))
        wanted = (maxVal - minVal) / steps
        if wanted <= 0:
            return [(1.0, 0.0)]
        power = 10.0 ** math.floor(math.log10(wanted))
        apart = [power * factor for factor in _ROUND]
        step = next(each for each in apart if each >= wanted * (1 - 1e-9))
        # A number that would stand over the edge is left out; a low plot has a lower one rather than none.
        highest = (maxVal - minVal) * (1 - _HALF / max(size, 2 * _HALF))
        if step > highest:
            step = max((each for each in apart if each <= highest), default=step)
        return [(max(self._least, step), 0.0)]

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        """Return the numbers by their distance: none at the edge, where its line would have no number beside it."""
        highest = maxVal - (maxVal - minVal) * _HALF / max(size, 2 * _HALF)
        levels = super().tickValues(minVal, maxVal, size)
        return [(apart, [value for value in values if value <= highest]) for apart, values in levels]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write the numbers with no more places than their distance has."""
        places = max(0, -math.floor(math.log10(spacing)))
        return [QLocale().toString(value * scale, "f", places) for value in values]
