"""The quick filters over a view: several values of each kind, joined by "or"; the kinds by "and"."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum

from campusdesk.rules import Category, Status
from client.models.age import Age, span
from client.models.judgement import Judgement
from client.models.named_views import STATUSES, NamedView
from client.models.rule import Rule


class Kind(StrEnum):
    """By what is filtered."""

    STATUS = "status"
    CATEGORY = "category"
    AGE = "age"
    CONFIDENCE = "confidence"


VALUES: Mapping[Kind, type[IntEnum]] = {
    Kind.STATUS: Status,
    Kind.CATEGORY: Category,
    Kind.AGE: Age,
    Kind.CONFIDENCE: Judgement,
}


def offered(kind: Kind, view: NamedView) -> tuple[IntEnum, ...]:
    """Return by which values of a kind a view can be filtered; none where all of its tickets have the same."""
    if kind is Kind.CONFIDENCE and view is NamedView.CHECK:
        return ()
    values = tuple(VALUES[kind])
    if kind is Kind.STATUS:
        values = tuple(value for value in values if int(value) in STATUSES[view])
    return values if len(values) > 1 else ()


@dataclass(frozen=True)
class Filters:
    """The chosen values of each kind; a kind without any shows all."""

    chosen: Mapping[Kind, frozenset[int]] = field(default_factory=dict)

    def values(self, kind: Kind, view: NamedView) -> frozenset[int]:
        """Return the chosen values of a kind that count in a view; another view's are kept for it."""
        return self.chosen.get(kind, frozenset()) & frozenset(map(int, offered(kind, view)))

    def with_values(self, kind: Kind, values: frozenset[int]) -> "Filters":
        """Return the filters with these values of a kind in place of what was chosen."""
        rest = {other: known for other, known in self.chosen.items() if other is not kind}
        return Filters(rest | {kind: values} if values else rest)

    def is_active(self, view: NamedView) -> bool:
        """Say whether a view is narrowed by any of them."""
        return any(self.values(kind, view) for kind in Kind)

    def narrowed(self, rule: Rule, view: NamedView, now_us: int) -> Rule:
        """Return the view's rule with what is filtered at a moment, in microseconds since 1970."""
        ages = self.values(Kind.AGE, view)
        return replace(
            rule,
            statuses=self.values(Kind.STATUS, view) or rule.statuses,
            categories=self.values(Kind.CATEGORY, view) or rule.categories,
            judgements=self.values(Kind.CONFIDENCE, view) or rule.judgements,
            opened=tuple(span(Age(age), now_us) for age in sorted(ages)) if ages else None,
        )
