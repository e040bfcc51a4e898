"""The tickets behind one bar of a plot, by their facts, so that the list can show exactly those."""

from dataclasses import dataclass, replace

from client.models.rule import Rule


@dataclass(frozen=True)
class Picked:
    """Which tickets these are, and the words that say it: fixed words, numbers and moments alone, none of a ticket.

    `opened` is a span of the opening time in microseconds since 1970, its start included and its end not; None is any.
    """

    words: str
    statuses: frozenset[int]
    opened: tuple[int, int] | None = None
    categories: frozenset[int] | None = None
    judgements: frozenset[int] | None = None

    def narrowed(self, rule: Rule) -> Rule:
        """Return the rule for these tickets alone, of those that it shows."""
        opened = (self.opened,) if self.opened is not None else None
        return replace(
            rule, statuses=self.statuses, opened=opened, categories=self.categories, judgements=self.judgements
        )
