"""Quick filters: what a view can be filtered by, and what they make of its rule."""

import pytest

from campusdesk.rules import Category, Status
from client.models.age import Age
from client.models.filters import Filters, Kind, offered
from client.models.judgement import Judgement
from client.models.named_views import NamedView, rule_of
from tests.client.made import NOON_US

IT = int(Category.TECHNICAL_IT)


@pytest.mark.parametrize(
    ("view", "statuses"),
    [
        (NamedView.ALL, [Status.OPEN, Status.ACTIVE, Status.CLOSED]),
        (NamedView.OLDEST, [Status.OPEN, Status.ACTIVE]),
        (NamedView.NEW, []),
        (NamedView.CLOSED_TODAY, []),
    ],
)
def test_a_view_is_filtered_by_the_statuses_that_its_tickets_can_have(view: NamedView, statuses: list[Status]) -> None:
    assert list(offered(Kind.STATUS, view)) == statuses


def test_each_kind_offers_its_own_values() -> None:
    offers = {kind: {type(value) for value in offered(kind, NamedView.ALL)} for kind in Kind}
    assert offers == {Kind.STATUS: {Status}, Kind.CATEGORY: {Category}, Kind.AGE: {Age}, Kind.CONFIDENCE: {Judgement}}


def test_what_is_to_be_checked_is_unsure_anyway() -> None:
    assert offered(Kind.CONFIDENCE, NamedView.CHECK) == ()
    assert list(offered(Kind.CONFIDENCE, NamedView.NEW)) == list(Judgement)


def test_what_no_ticket_of_a_view_has_is_kept_for_another_view() -> None:
    filters = Filters({Kind.STATUS: frozenset({int(Status.CLOSED)})})
    assert filters.is_active(NamedView.ALL)
    assert not filters.is_active(NamedView.OLDEST)
    rule = rule_of(NamedView.OLDEST, NOON_US)
    assert filters.narrowed(rule, NamedView.OLDEST, NOON_US) == rule


def test_several_values_of_several_kinds() -> None:
    filters = Filters().with_values(Kind.CATEGORY, frozenset({IT})).with_values(Kind.AGE, frozenset({Age.HOUR, 6}))
    rule = filters.narrowed(rule_of(NamedView.NEW, NOON_US), NamedView.NEW, NOON_US)
    assert rule.categories == frozenset({IT})
    assert rule.opened is not None
    assert len(rule.opened) == 2
    assert rule.statuses == frozenset({int(Status.OPEN)})
    assert filters.with_values(Kind.AGE, frozenset()).with_values(Kind.CATEGORY, frozenset()) == Filters()
