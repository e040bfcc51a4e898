"""Arrangements by themselves: the ties, and that a copy for another thread is a copy."""

from hypothesis import given
from hypothesis import strategies as st

from campusdesk.facts import facts_of
from campusdesk.rules import Category, Status
from client.models.arrangement import Arrangement
from client.models.rule import Rule
from tests.client.made import NOON_US, facts, ticket


def ids(arrangement: Arrangement) -> list[int]:
    return arrangement.ids_at(0, len(arrangement))


def test_equal_keys_stand_by_number_in_both_directions() -> None:
    columns = facts(ticket(number, update_us=NOON_US) for number in (3, 1, 2)).columns()
    assert ids(Arrangement.of(Rule(descending=False), columns)) == [1, 2, 3]
    assert ids(Arrangement.of(Rule(descending=True), columns)) == [3, 2, 1]


def test_a_ticket_is_found_only_where_it_is_shown() -> None:
    rule = Rule(fact="id", descending=False, statuses=frozenset({int(Status.OPEN)}))
    opened, active = ticket(1), ticket(2, status=Status.ACTIVE)
    arrangement = Arrangement.of(rule, facts([opened, active, ticket(3)]).columns())
    assert arrangement.row_of(facts_of(opened)) == 0
    assert arrangement.row_of(facts_of(active)) == -1
    assert arrangement.row_of(facts_of(ticket(9))) == -1


numbers = st.integers(1, 30)
histories = st.lists(st.tuples(numbers, st.integers(0, 4), st.booleans()), max_size=40)


@given(histories, st.booleans(), st.frozensets(numbers, max_size=3))
def test_after_any_history_it_is_what_arranging_anew_gives(
    history: list[tuple[int, int, bool]], descending: bool, first: frozenset[int]
) -> None:
    rule = Rule(descending=descending, categories=frozenset({1, 2}), first=first)
    known = facts(map(ticket, range(1, 9)))
    arrangement = Arrangement.of(rule, known.columns())
    for number, minutes, is_shown in history:
        before = known.row_of(number)
        row = arrangement.row_of(known.at(before)) if before is not None else -1
        category = Category.TECHNICAL_IT if is_shown else Category.SERVICES_COMPLAINTS
        changed = ticket(number, category=category, update_us=NOON_US + minutes)
        new = facts_of(changed)
        target = arrangement.target_of(new, row)
        known.apply(changed)
        if row >= 0:
            arrangement.remove(row)
        if target >= 0:
            arrangement.add(new)
        assert arrangement.row_of(new) == target
        assert ids(arrangement) == ids(Arrangement.of(rule, known.columns()))


def test_rows_outside_the_table_are_no_rows() -> None:
    arrangement = Arrangement.of(Rule("id", descending=False), facts(map(ticket, (1, 2, 3))).columns())
    assert arrangement.ids_at(-5, 1) == [1, 2]
    assert arrangement.ids_at(2, 99) == [3]


@given(st.frozensets(st.integers(0, 12), max_size=8), st.booleans())
def test_of_chosen_tickets_it_has_those_that_the_rule_shows(wanted: frozenset[int], descending: bool) -> None:
    made = [ticket(number, status=Status.CLOSED if number % 3 else Status.OPEN) for number in range(2, 11, 2)]
    rule = Rule("id", descending, statuses=frozenset({int(Status.CLOSED)}), only=wanted)
    shown = sorted((each.id for each in made if rule.shows(facts_of(each))), reverse=descending)
    assert ids(Arrangement.of(rule, facts(made).columns())) == shown


@given(st.sampled_from(("id", "category", "update_time")), st.booleans(), st.frozensets(st.integers(1, 9), max_size=3))
def test_by_any_fact_it_is_sorted_by_the_keys_of_the_rule(fact: str, descending: bool, first: frozenset[int]) -> None:
    made = [facts_of(ticket(number, category=Category(number % 3 + 1))) for number in range(1, 9)]
    rule = Rule(fact, descending, first=first)
    expected = [each.id for each in sorted(made, key=lambda each: (rule.key(each), each.id), reverse=descending)]
    store = facts(())
    for each in made:
        store.put(each)
    assert ids(Arrangement.of(rule, store.columns())) == expected
