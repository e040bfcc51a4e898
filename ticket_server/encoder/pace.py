"""How long texts take to be read, learned from those that were."""

# Of a longer text no more is read. What a text of no words takes is as much as so many characters take.
_MOST_CHARACTERS = 300
_AT_LEAST = 40
# What a character takes on a machine that is neither slow nor busy, in seconds.
_FIRST_PACE_S = 0.00015
_STEP = 1.1


class Pace:
    """The time that is as likely as not to be enough for a text."""

    def __init__(self) -> None:
        """Begin with a guess, which few readings put right."""
        self._character_s = _FIRST_PACE_S

    def expected_s(self, text: str) -> float:
        """Return the seconds that a text is going to take."""
        return self._character_s * (_AT_LEAST + min(len(text), _MOST_CHARACTERS))

    def took(self, text: str, seconds: float) -> None:
        """Learn from a reading.

        One step up or down, whatever the distance: this settles at the median, so that one reading that stood still
        counts for no more than any other.
        """
        self._character_s *= _STEP if seconds > self.expected_s(text) else 1 / _STEP
