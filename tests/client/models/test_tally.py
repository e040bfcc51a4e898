"""Counts that are kept by adding and removing are what counting anew gives."""

from campusdesk.facts import facts_of
from campusdesk.rules import Status
from client.models.rule import Rule
from client.models.tally import Tally
from tests.client.made import facts, ticket

OPEN, ACTIVE = frozenset({int(Status.OPEN)}), frozenset({int(Status.ACTIVE)})
RULES = [Rule(), Rule(statuses=OPEN), Rule(statuses=ACTIVE), Rule(only=frozenset({7}))]


def test_a_ticket_goes_from_the_count_of_one_rule_to_that_of_another() -> None:
    tally = Tally(RULES, facts(ticket(number) for number in range(1, 4)).columns())
    assert tally.counts == [3, 3, 0, 0]
    tally.replace(facts_of(ticket(2)), facts_of(ticket(2, status=Status.ACTIVE)))
    assert tally.counts == [3, 2, 1, 0]


def test_what_comes_into_sight_is_added_and_what_leaves_it_removed() -> None:
    tally = Tally(RULES, facts([ticket(1)]).columns())
    tally.replace(None, facts_of(ticket(7)))
    assert tally.counts == [2, 2, 0, 1]
    tally.replace(facts_of(ticket(7)), None)
    assert tally.counts == [1, 1, 0, 0]
    tally.replace(None, None)
    assert tally.counts == [1, 1, 0, 0]
