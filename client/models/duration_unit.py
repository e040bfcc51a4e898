"""The unit in which times are told: minutes, hours or days, whichever leaves few digits and loses nothing."""

from enum import IntEnum

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication, QLocale

# From how many of a larger unit on it is told in that: "36 hours" is read at once, and "1.5 days" is not.
_FROM = 2
_PLACES = 1


class DurationUnit(IntEnum):
    """A unit by its length in seconds."""

    MINUTES = 60
    HOURS = 3_600
    DAYS = 86_400

    @classmethod
    def fitting(cls, seconds: float) -> "DurationUnit":
        """Return the unit that fits a time; days where there is none (nan)."""
        if seconds < _FROM * cls.HOURS:
            return cls.MINUTES
        return cls.HOURS if seconds < _FROM * cls.DAYS else cls.DAYS

    @property
    def plural(self) -> str:
        """Return what the unit is called, for axes and headings."""
        return {
            DurationUnit.MINUTES: QCoreApplication.translate("DurationUnit", "minutes"),
            DurationUnit.HOURS: QCoreApplication.translate("DurationUnit", "hours"),
            DurationUnit.DAYS: QCoreApplication.translate("DurationUnit", "days"),
        }[self]

    def number(self, seconds: float) -> str:
        """Return a time in this unit, the number alone, as the person's language writes it."""
        return QLocale().toString(seconds / self, "f", _PLACES)

    def cells(self, seconds: npt.NDArray[np.float64]) -> list[float | None]:
        """Return times in this unit as cells of a table, None where there is none (nan)."""
        return [None if np.isnan(value) else value for value in (seconds / self).tolist()]


def duration_words(seconds: float) -> str:
    """Return a time in the unit that fits it, such as "3.2 days"."""
    unit = DurationUnit.fitting(seconds)
    words = {
        DurationUnit.MINUTES: QCoreApplication.translate("DurationUnit", "%1 min"),
        DurationUnit.HOURS: QCoreApplication.translate("DurationUnit", "%1 h"),
        DurationUnit.DAYS: QCoreApplication.translate("DurationUnit", "%1 days"),
    }[unit]
    return words.replace("%1", unit.number(seconds))
