"""The category load against a count over all tickets."""

from statistics import median_low

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.category_load import CategoryLoadMetric
from campusdesk.facts import TicketFacts
from campusdesk.rules import Category, CategorySource, Status
from tests.analytics.histories import columns_of, tickets


def loads(metric: CategoryLoadMetric) -> list[tuple[int, int, int]]:
    return [(load.category, load.active_count, load.open_count) for load in metric.result(None, 0).loads]


@given(st.lists(tickets(), max_size=40))
def test_it_is_the_count_over_all_tickets_of_every_category(rows: list[TicketFacts]) -> None:
    metric = CategoryLoadMetric()
    metric.load(columns_of(rows))
    kinds = [(row.category, row.status) for row in rows]

    assert loads(metric) == [
        (category, kinds.count((category, Status.ACTIVE)), kinds.count((category, Status.OPEN)))
        for category in Category
    ]


@given(st.lists(tickets(), max_size=40))
def test_what_stands_beside_them_is_found_by_looking_at_every_active_ticket(rows: list[TicketFacts]) -> None:
    metric = CategoryLoadMetric()
    metric.load(columns_of(rows))

    for load in metric.result(None, 0).loads:
        active = [row for row in rows if row.status == Status.ACTIVE and row.category == load.category]
        unsure = [row for row in active if row.confidence < 60 and row.category_source == CategorySource.AUTOMATIC]
        times = [row.open_time for row in active]
        assert load.unsure_count == len(unsure)
        assert load.HasField("median_open_time") == bool(times)
        # Of an even number the older of the two in the middle, which was opened before the other.
        assert not times or load.median_open_time.ToMicroseconds() == median_low(times)


def test_nothing_active_is_told_as_zero() -> None:
    assert loads(CategoryLoadMetric()) == [(1, 0, 0), (2, 0, 0), (3, 0, 0)]


def test_a_correction_moves_the_ticket_at_once() -> None:
    metric = CategoryLoadMetric()
    ticket = TicketFacts(1, 5, 6, 6, 0, 2, 0, Status.ACTIVE, Category.TECHNICAL_IT, 50, 1, 0, 0, 0)
    metric.load(columns_of([ticket]))

    metric.remove(ticket)
    metric.add(ticket._replace(category=Category.SERVICES_COMPLAINTS))

    assert loads(metric) == [(1, 0, 0), (2, 0, 0), (3, 1, 0)]


@pytest.mark.parametrize(("confidence", "unsure"), [(0, 1), (59, 1), (60, 0), (100, 0)])
def test_a_correction_takes_a_ticket_from_those_that_the_categoriser_was_unsure_of(
    confidence: int, unsure: int
) -> None:
    metric = CategoryLoadMetric()
    ticket = TicketFacts(1, 5, 6, 6, 0, 2, 0, Status.ACTIVE, Category.TECHNICAL_IT, confidence, 1, 0, 0, 0)
    metric.load(columns_of([ticket]))
    counted = [metric.result(None, 0).loads[1].unsure_count]
    metric.remove(ticket)
    metric.add(ticket._replace(category_source=CategorySource.CORRECTED))
    counted.append(metric.result(None, 0).loads[1].unsure_count)

    assert counted == [unsure, 0]
