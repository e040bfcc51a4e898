"""What each named view shows, and in which order."""

import pytest

from campusdesk.facts import facts_of
from campusdesk.rules import Role, Status
from campusdesk.v1 import ticket_pb2
from client.models.age import midnight_us
from client.models.columns import Column
from client.models.named_views import ORDERS, NamedView, Order, rule_of
from tests.client.made import NOON_US, moment, ticket

DAY_US = 86_400_000_000


@pytest.mark.parametrize(
    ("view", "fact", "falls"),
    [
        (NamedView.NEW, "open_time", True),
        (NamedView.IN_WORK, "update_time", True),
        (NamedView.WAITING, "last_message_revision", False),
        (NamedView.OLDEST, "open_time", False),
        (NamedView.CHECK, "confidence", False),
        (NamedView.CLOSED_TODAY, "close_time", True),
        (NamedView.ALL, "open_time", True),
    ],
)
def test_what_a_view_is_for_stands_first(view: NamedView, fact: str, falls: bool) -> None:
    assert (ORDERS[view].fact, ORDERS[view].falls) == (fact, falls)


def told_by(role: Role, status: Status = Status.OPEN) -> ticket_pb2.Ticket:
    made = ticket(1, status=status)
    made.last_message_role = int(role)  # type: ignore[assignment]
    return made


def closed(time_us: int) -> ticket_pb2.Ticket:
    made = ticket(1, status=Status.CLOSED)
    made.close_time.CopyFrom(moment(time_us))
    return made


def unsure(status: Status) -> ticket_pb2.Ticket:
    made = ticket(1, status=status)
    made.confidence = 0.3
    return made


@pytest.mark.parametrize(
    ("view", "made", "shown"),
    [
        (NamedView.NEW, ticket(1), True),
        (NamedView.NEW, ticket(1, status=Status.ACTIVE), False),
        (NamedView.IN_WORK, ticket(1, status=Status.ACTIVE), True),
        (NamedView.IN_WORK, ticket(1), False),
        (NamedView.WAITING, told_by(Role.USER), True),
        (NamedView.WAITING, told_by(Role.USER, Status.ACTIVE), True),
        (NamedView.WAITING, told_by(Role.USER, Status.CLOSED), False),
        (NamedView.WAITING, told_by(Role.HELPDESK), False),
        (NamedView.WAITING, ticket(1), False),
        (NamedView.OLDEST, ticket(1, status=Status.ACTIVE), True),
        (NamedView.OLDEST, ticket(1, status=Status.CLOSED), False),
        (NamedView.CHECK, unsure(Status.ACTIVE), True),
        (NamedView.CHECK, unsure(Status.CLOSED), False),
        (NamedView.CHECK, ticket(1), False),
        (NamedView.CLOSED_TODAY, closed(midnight_us(NOON_US)), True),
        (NamedView.CLOSED_TODAY, closed(midnight_us(NOON_US) - 1), False),
        (NamedView.CLOSED_TODAY, ticket(1), False),
        (NamedView.ALL, closed(NOON_US - 400 * DAY_US), True),
    ],
)
def test_what_a_view_shows(view: NamedView, made: ticket_pb2.Ticket, shown: bool) -> None:
    assert rule_of(view, NOON_US).shows(facts_of(made)) is shown


def test_what_was_closed_today_is_not_of_today_any_more_after_midnight() -> None:
    made = facts_of(closed(NOON_US))
    assert rule_of(NamedView.CLOSED_TODAY, NOON_US).shows(made)
    assert not rule_of(NamedView.CLOSED_TODAY, NOON_US + DAY_US).shows(made)


def test_the_oldest_ticket_has_the_greatest_age() -> None:
    assert (Order(Column.AGE, descending=True).fact, Order(Column.AGE, descending=True).falls) == ("open_time", False)
    assert Order(Column.MODIFIED, descending=True).falls is True
