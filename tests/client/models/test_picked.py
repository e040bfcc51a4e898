"""The tickets behind a bar are told from all others by their facts."""

from campusdesk.facts import facts_of
from campusdesk.rules import Category, Status
from client.models.picked import Picked
from client.models.rule import Rule
from tests.client.made import MINUTE_US, NOON_US, ticket

NOT_CLOSED = frozenset({int(Status.OPEN), int(Status.ACTIVE)})


def shown(picked: Picked) -> list[int]:
    rule = picked.narrowed(Rule())
    tickets = [
        ticket(number, status=Status(1 + number % 3), category=Category(1 + number % 2)) for number in range(1, 10)
    ]
    return [each.id for each in tickets if rule.shows(facts_of(each))]


def test_a_bar_of_a_status() -> None:
    assert shown(Picked("active", frozenset({int(Status.ACTIVE)}))) == [1, 4, 7]


def test_a_bar_of_an_hour_has_its_beginning_and_not_its_end() -> None:
    span = NOON_US + 3 * MINUTE_US, NOON_US + 7 * MINUTE_US
    assert shown(Picked("not closed", NOT_CLOSED, span)) == [3, 4, 6]


def test_a_bar_of_a_category() -> None:
    categories = frozenset({int(Category.TECHNICAL_IT)})
    assert shown(Picked("not closed", NOT_CLOSED, categories=categories)) == [1, 3, 7, 9]
