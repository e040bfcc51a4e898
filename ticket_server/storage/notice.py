"""What servers that share a database tell each other of a commit."""

from dataclasses import dataclass
from typing import Self

# A notice of PostgreSQL carries fewer than 8,000 bytes. Whoever is not told that a ticket was understood compares it by
# its words until the next start.
_MOST_UNDERSTOOD = 300


@dataclass(frozen=True, slots=True)
class Notice:
    """A commit of any server: the newest revision after it (0: not known), and tickets understood without a change."""

    revision: int
    understood: tuple[int, ...] = ()

    def words(self) -> str:
        """Return it as it is sent."""
        return " ".join(map(str, (self.revision, *self.understood[:_MOST_UNDERSTOOD])))

    @classmethod
    def of(cls, words: str) -> Self:
        """Return what was sent; raises ValueError when another program sent it."""
        revision, *understood = map(int, words.split())
        return cls(revision, tuple(understood))


# What may have been committed while nobody listened.
ANYTHING = Notice(0)
