"""The ticket table against a table sorted and filtered from nothing, after any history."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex

from campusdesk.facts import facts_of
from campusdesk.rules import Category, Status
from campusdesk.v1 import ticket_pb2
from client.models.columns import SORT_FACTS, TicketRole
from client.models.judgement import Judgement
from client.models.rule import Rule
from client.models.tickets import TicketTableModel
from tests.client.made import MINUTE_US, NOON_US, change, removal, ticket
from tests.client.models.tables import shown, table

pytestmark = [pytest.mark.qt_log_level_fail("WARNING"), pytest.mark.usefixtures("qapp")]

ROLES = [
    ticket_pb2.ROLE_UNSPECIFIED,
    ticket_pb2.ROLE_USER,
    ticket_pb2.ROLE_HELPDESK,
    ticket_pb2.ROLE_USER,
]


steps = st.lists(
    st.tuples(
        st.integers(1, 12),
        st.sampled_from(Status),
        st.sampled_from(Category),
        st.integers(0, 3),
        st.sampled_from([0.2, 0.59, 0.6, 0.95]),
        st.booleans(),
    ),
    max_size=40,
)
opened_us = st.integers(0, 13).map(lambda minutes: NOON_US + minutes * MINUTE_US)
numbers_or_any = st.none() | st.frozensets(st.integers(1, 12))
rules = st.builds(
    Rule,
    fact=st.sampled_from(sorted(SORT_FACTS.values())),
    descending=st.booleans(),
    statuses=st.none() | st.frozensets(st.sampled_from(Status).map(int)),
    categories=st.none() | st.frozensets(st.sampled_from(Category).map(int)),
    judgements=st.none() | st.frozensets(st.sampled_from(Judgement).map(int)),
    opened=st.none() | st.lists(st.tuples(opened_us, opened_us), max_size=2).map(tuple),
    closed_from=st.just(0) | opened_us,
    waiting=st.booleans(),
    only=numbers_or_any,
    first=st.frozensets(st.integers(1, 12)),
)


def obey(model: TicketTableModel, rule: Rule) -> None:
    model.arrange(rule)
    model.show_first(rule.first)


def judged(each: ticket_pb2.Ticket) -> Judgement:
    if each.category_source == ticket_pb2.CATEGORY_SOURCE_CORRECTED:
        return Judgement.CORRECTED
    if each.confidence >= 0.895:
        return Judgement.SURE
    return Judgement.LIKELY if each.confidence >= 0.595 else Judgement.UNSURE


def passes(rule: Rule, each: ticket_pb2.Ticket) -> bool:
    opened, closed = each.open_time.ToMicroseconds(), each.close_time.ToMicroseconds()
    return (
        (rule.statuses is None or each.status in rule.statuses)
        and (rule.categories is None or each.category in rule.categories)
        and (rule.judgements is None or judged(each) in rule.judgements)
        and (rule.opened is None or any(start <= opened < end for start, end in rule.opened))
        and closed >= rule.closed_from
        and (not rule.waiting or each.last_message_role == ticket_pb2.ROLE_USER)
        and (rule.only is None or each.id in rule.only)
    )


def oracle(known: dict[int, ticket_pb2.Ticket], rule: Rule) -> list[int]:
    kept = [facts_of(each) for each in known.values() if passes(rule, each)]
    kept.sort(key=lambda each: (getattr(each, rule.fact), each.id), reverse=rule.descending)
    kept.sort(key=lambda each: each.id not in rule.first)
    return [each.id for each in kept]


@given(steps, rules, rules, st.integers(1, 9))
@settings(max_examples=60, deadline=None)
def test_any_history_shows_what_sorting_from_nothing_shows(
    history: list[tuple[int, Status, Category, int, float, bool]],
    first: Rule,
    then: Rule,
    batch: int,
) -> None:
    known = {number: ticket(number) for number in range(1, 6)}
    model = table(*known.values())
    model.count("kept", [first, then])
    changes = []
    for revision, (number, status, category, minutes, sure, removed) in enumerate(history, 100):
        if removed:
            known.pop(number, None)
            changes.append(removal(number, revision))
        else:
            update_us = NOON_US + minutes * 60_000_000
            known[number] = ticket(number, status=status, category=category, revision=revision, update_us=update_us)
            known[number].confidence = sure
            if minutes == 3:
                known[number].category_source = ticket_pb2.CATEGORY_SOURCE_CORRECTED
            known[number].last_message_role = ROLES[minutes]
            changes.append(change(known[number]))
    for number, start in enumerate(range(0, len(changes) + 1, batch)):
        rule = first if number % 2 else then
        marks = {shown(model)[row]: QPersistentModelIndex(model.index(row, 0)) for row in range(model.rowCount())}
        obey(model, rule)
        model.apply(changes[start : start + batch], 0)
        for ticket_id, mark in marks.items():
            assert not mark.isValid() or mark.data(TicketRole) == ticket_id
    obey(model, first)
    assert shown(model) == oracle(known, first)
    assert model.total == len(known)
    counts = [len(oracle(known, rule)) for rule in (first, then)]
    assert model.count("kept", [first, then]) == model.count("anew", [first, then]) == counts
