"""The category load against a count over all tickets."""

from hypothesis import given
from hypothesis import strategies as st

from analytics.category_load import CategoryLoadMetric
from campusdesk.facts import TicketFacts
from campusdesk.rules import Category, Status
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


def test_nothing_active_is_told_as_zero() -> None:
    assert loads(CategoryLoadMetric()) == [(1, 0, 0), (2, 0, 0), (3, 0, 0)]


def test_a_correction_moves_the_ticket_at_once() -> None:
    metric = CategoryLoadMetric()
    ticket = TicketFacts(1, 5, 6, 6, 0, 2, 0, Status.ACTIVE, Category.TECHNICAL_IT, 50, 1, 0, 0, 0)
    metric.load(columns_of([ticket]))

    metric.remove(ticket)
    metric.add(ticket._replace(category=Category.SERVICES_COMPLAINTS))

    assert loads(metric) == [(1, 0, 0), (2, 0, 0), (3, 1, 0)]
