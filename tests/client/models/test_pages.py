"""What all lists of one ticket's entries do."""

import pytest

from campusdesk.rules import Role
from campusdesk.v1 import ticket_service_pb2
from client.models.messages import MessageModel
from tests.client.made import message

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_wish_while_an_answer_is_on_its_way_is_asked_after_it() -> None:
    model = MessageModel(Role.USER, "LAB-1")
    wanted: list[tuple[int, int]] = []
    model.wanted.connect(lambda ticket_id, after: wanted.append((ticket_id, after)))
    model.show(1)
    model.refresh()
    assert wanted == [(1, 0)]
    model.set_page(1, ticket_service_pb2.ListMessagesResponse(messages=[message(1, 4)]))
    assert wanted == [(1, 0), (1, 4)]
    model.set_page(1, ticket_service_pb2.ListMessagesResponse())
    assert len(wanted) == 2


def test_no_ticket_asks_for_nothing() -> None:
    model = MessageModel(Role.USER, "LAB-1")
    model.wanted.connect(lambda *_: pytest.fail("asked for no ticket"))
    model.refresh()
    model.show(0)
    assert model.rowCount() == 0
