"""The named views of the ticket list: which tickets each shows, and how it is sorted until a person sorts it."""

from enum import StrEnum
from typing import NamedTuple

from campusdesk.rules import Status
from client.models.age import midnight_us
from client.models.columns import SORT_FACTS, Column, rises_with_age
from client.models.judgement import Judgement
from client.models.rule import Rule


class NamedView(StrEnum):
    """A view as it is remembered."""

    NEW = "new"
    IN_WORK = "in_work"
    WAITING = "waiting"
    OLDEST = "oldest"
    CHECK = "check"
    CLOSED_TODAY = "closed_today"
    ALL = "all"


class Order(NamedTuple):
    """By which column a table is sorted, and in which direction."""

    column: Column
    descending: bool

    @property
    def fact(self) -> str:
        """Return the fact that the column is sorted by."""
        return SORT_FACTS[self.column]

    @property
    def falls(self) -> bool:
        """Say whether the fact falls from the top: an age rises where an opening time falls."""
        return self.descending is not rises_with_age(self.column)


_ALIVE = frozenset({int(Status.OPEN), int(Status.ACTIVE)})
# Who waits longest for an answer, and of what the server is least sure, stand first.
ORDERS = {
    NamedView.NEW: Order(Column.OPENED, descending=True),
    NamedView.IN_WORK: Order(Column.MODIFIED, descending=True),
    NamedView.WAITING: Order(Column.LAST_MESSAGE, descending=False),
    NamedView.OLDEST: Order(Column.OPENED, descending=False),
    NamedView.CHECK: Order(Column.CONFIDENCE, descending=False),
    NamedView.CLOSED_TODAY: Order(Column.CLOSED, descending=True),
    NamedView.ALL: Order(Column.OPENED, descending=True),
}
STATUSES = {
    NamedView.NEW: frozenset({int(Status.OPEN)}),
    NamedView.IN_WORK: frozenset({int(Status.ACTIVE)}),
    NamedView.WAITING: _ALIVE,
    NamedView.OLDEST: _ALIVE,
    NamedView.CHECK: _ALIVE,
    NamedView.CLOSED_TODAY: frozenset({int(Status.CLOSED)}),
    NamedView.ALL: frozenset(map(int, Status)),
}


def rule_of(view: NamedView, now_us: int) -> Rule:
    """Return what the view shows at a moment by the server's clock, in microseconds since 1970."""
    return Rule(
        statuses=None if view is NamedView.ALL else STATUSES[view],
        judgements=frozenset({int(Judgement.UNSURE)}) if view is NamedView.CHECK else None,
        closed_from=midnight_us(now_us) if view is NamedView.CLOSED_TODAY else 0,
        waiting=view is NamedView.WAITING,
    )
