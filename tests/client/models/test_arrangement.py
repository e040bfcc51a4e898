"""Arrangements by themselves: the ties, and that a copy for another thread is a copy."""

from campusdesk.facts import facts_of
from campusdesk.rules import Status
from client.models.arrangement import Arrangement, Rule
from tests.client.made import NOON_US, facts, ticket


def ids(arrangement: Arrangement) -> list[int]:
    return arrangement.ids_at(0, len(arrangement))


def test_equal_keys_stand_by_number_in_both_directions() -> None:
    columns = facts(ticket(number, update_us=NOON_US) for number in (3, 1, 2)).columns()
    assert ids(Arrangement.of(Rule(descending=False), columns)) == [1, 2, 3]
    assert ids(Arrangement.of(Rule(descending=True), columns)) == [3, 2, 1]


def test_a_ticket_is_found_only_where_it_is_shown() -> None:
    rule = Rule(fact="id", descending=False, statuses=frozenset({Status.OPEN}))
    opened, active = ticket(1), ticket(2, status=Status.ACTIVE)
    arrangement = Arrangement.of(rule, facts([opened, active, ticket(3)]).columns())
    assert arrangement.row_of(facts_of(opened)) == 0
    assert arrangement.row_of(facts_of(active)) == -1
    assert arrangement.row_of(facts_of(ticket(9))) == -1


def test_the_row_for_a_ticket_is_the_row_it_then_has() -> None:
    for descending in (False, True):
        arrangement = Arrangement.of(Rule("id", descending), facts(map(ticket, (2, 4, 6))).columns())
        for number in (1, 3, 5, 7):
            new = facts_of(ticket(number))
            assert arrangement.with_ticket(new).row_of(new) == arrangement.row_for(new)


def test_columns_for_another_thread_do_not_follow_the_facts() -> None:
    store = facts([ticket(1)])
    columns = Rule("status").columns_of(store.columns())
    store.apply(ticket(1, status=Status.CLOSED, revision=2))
    assert columns["status"].tolist() == [Status.OPEN]


def test_rows_outside_the_table_are_no_rows() -> None:
    arrangement = Arrangement.of(Rule("id", descending=False), facts(map(ticket, (1, 2, 3))).columns())
    assert arrangement.ids_at(-5, 1) == [1, 2]
    assert arrangement.ids_at(2, 99) == [3]
