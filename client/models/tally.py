"""How many tickets each of some rules shows, kept by adding and removing tickets: no change looks at the others."""

from collections.abc import Sequence

from campusdesk.facts import TicketFacts
from client.models.rule import Columns, Rule, count


class Tally:
    """The counts of some rules over the tickets in sight."""

    def __init__(self, rules: Sequence[Rule], columns: Columns) -> None:
        """Count the tickets of these columns, this once."""
        self.rules = tuple(rules)
        self.counts = count(rules, columns)

    def replace(self, old: TicketFacts | None, new: TicketFacts | None) -> None:
        """Take notice that a ticket's facts became others; None is a ticket that is not in sight."""
        for at, rule in enumerate(self.rules):
            if new is not None and rule.shows(new):
                self.counts[at] += 1
            if old is not None and rule.shows(old):
                self.counts[at] -= 1
