"""One rule, asked of whole columns or of one ticket, says the same."""

import numpy as np

from campusdesk.facts import facts_of
from campusdesk.rules import Status
from client.models.rule import Rule, among, count
from tests.client.made import facts, ticket


def test_columns_for_another_thread_do_not_follow_the_facts() -> None:
    store = facts([ticket(1)])
    columns = Rule("status").columns_of(store.columns())
    store.apply(ticket(1, status=Status.CLOSED, revision=2))
    assert columns["status"].tolist() == [Status.OPEN]


def test_small_numbers_are_looked_up_as_all_others_are() -> None:
    wanted = frozenset({-1, 2, 255, 256, 1 << 40})
    small = np.array([0, 1, 2, 255], np.uint8)
    assert among(small, wanted).tolist() == among(small.astype(np.int64), wanted).tolist() == [False, False, True, True]


def test_closed_tickets_are_counted_by_the_rules_that_show_them_alone() -> None:
    made = [ticket(1), ticket(2, status=Status.ACTIVE), ticket(3, status=Status.CLOSED)]
    rules = [Rule(), Rule(statuses=frozenset({1, 2})), Rule(statuses=frozenset({3})), Rule(only=frozenset({3}))]
    assert [rule.spares_closed for rule in rules] == [False, True, False, False]
    assert count(rules, facts(made).columns()) == [3, 2, 1, 1]
    assert [sum(rule.shows(facts_of(each)) for each in made) for rule in rules] == [3, 2, 1, 1]
