"""What is to be checked stands in the ticket table with the least sure first."""

from dataclasses import replace

import pytest

from campusdesk.v1 import ticket_pb2
from client.models.named_views import NamedView, rule_of
from tests.client.made import NOON_US, change, ticket
from tests.client.models.tables import shown, table

pytestmark = [pytest.mark.qt_log_level_fail("WARNING"), pytest.mark.usefixtures("qapp")]


def test_the_least_sure_come_first_and_one_that_was_checked_leaves() -> None:
    tickets = [ticket(number) for number in range(1, 5)]
    for each, sure in zip(tickets, (0.5, 0.3, 0.95, 0.4), strict=True):
        each.confidence = sure
    model = table(*tickets)
    rule = replace(rule_of(NamedView.CHECK, NOON_US), fact="confidence", descending=False)
    model.arrange(rule)
    assert shown(model) == [2, 4, 1]
    checked = ticket(4, revision=9)
    checked.category_source, checked.confidence = ticket_pb2.CATEGORY_SOURCE_CORRECTED, 1.0
    model.apply([change(checked)], 9)
    assert shown(model) == [2, 1]
    assert model.count("", [rule]) == [2]
