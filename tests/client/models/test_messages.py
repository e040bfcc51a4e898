"""A conversation: pages and live messages together show each message once, in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from campusdesk.rules import Role
from campusdesk.v1 import ticket_service_pb2
from client.models.messages import AuthorRole, MessageModel, OwnRole, RevisionRole, TextRole, TimeRole, WorkstationRole
from tests.client.made import NOON_US, change, erasure, message, ticket

pytestmark = [pytest.mark.qt_log_level_fail("WARNING"), pytest.mark.usefixtures("qapp")]


def conversation() -> tuple[MessageModel, list[tuple[int, int]]]:
    model = MessageModel(Role.HELPDESK, "Desk 2")
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    wanted: list[tuple[int, int]] = []
    model.wanted.connect(lambda ticket_id, after: wanted.append((ticket_id, after)))
    return model, wanted


def revisions(model: MessageModel) -> list[int]:
    return [model.index(row).data(RevisionRole) for row in range(model.rowCount())]


def page(*numbers: int, more: bool = False) -> ticket_service_pb2.ListMessagesResponse:
    return ticket_service_pb2.ListMessagesResponse(messages=[message(1, number) for number in numbers], more=more)


@given(st.permutations(range(1, 9)), st.integers(1, 4))
def test_whatever_comes_live_while_pages_are_read_each_message_shows_once(live: list[int], size: int) -> None:
    model, wanted = conversation()
    model.show(1)
    posted = sorted(range(1, 9))
    while wanted:
        _, after = wanted.pop()
        rest = [number for number in posted if number > after]
        model.apply([change(ticket(1), message(1, number)) for number in live[:2]], 0)
        live = live[2:]
        model.set_page(1, page(*rest[:size], more=len(rest) > size))
    assert revisions(model) == posted


def test_all_pages_are_asked_for_before_it_is_loaded() -> None:
    model, wanted = conversation()
    loaded: list[int] = []
    model.loaded.connect(lambda: loaded.append(1))
    model.show(1)
    model.set_page(1, page(3, 5, more=True))
    assert (wanted, loaded) == ([(1, 0), (1, 5)], [])
    model.set_page(1, page(6))
    assert loaded == [1]


def test_a_page_of_a_ticket_that_is_not_shown_any_more_is_dropped() -> None:
    model, _ = conversation()
    model.show(1)
    model.show(2)
    model.set_page(1, page(3))
    assert revisions(model) == []
    model.show(0)
    assert revisions(model) == []


def test_what_failed_is_asked_for_again_from_where_it_was_read_to() -> None:
    model, wanted = conversation()
    model.show(1)
    model.set_page(1, page(3))
    model.apply([change(ticket(1), message(1, 9))], 9)
    model.refresh()
    model.refresh()
    assert wanted == [(1, 0), (1, 3)]
    model.page_failed(1)
    model.refresh()
    assert wanted[2:] == [(1, 3)]


def test_messages_of_other_tickets_are_not_taken() -> None:
    model, _ = conversation()
    model.show(1)
    model.apply([change(ticket(2), message(2, 7)), change(ticket(1))], 7)
    assert revisions(model) == []


def test_a_message_in_its_parts() -> None:
    model, _ = conversation()
    model.show(1)
    model.apply([change(ticket(1), message(1, 7)), change(ticket(1), message(1, 8, "Thanks", Role.USER))], 8)
    parts = [model.index(0).data(role) for role in (TextRole, AuthorRole, WorkstationRole, TimeRole, OwnRole)]
    assert parts == ["On our way", Role.HELPDESK, "Desk 2", NOON_US, True]
    assert model.index(1).data(OwnRole) is False
    assert model.index(1).data() == "User, Desk 2: Thanks"
    assert model.index(1).data(Qt.ItemDataRole.ToolTipRole) is None


def test_messages_of_an_erased_ticket_go_and_an_answer_on_its_way_does_not_bring_them_back() -> None:
    model, wanted = conversation()
    model.show(1)
    model.apply([change(ticket(1), message(1, 7))], 7)
    model.apply([erasure(2, 8)], 8)
    assert revisions(model) == [7]
    model.apply([erasure(1, 9)], 9)
    model.set_page(1, page(7))
    assert revisions(model) == []
    assert wanted == [(1, 0), (1, 0)]
    # The facts of a message stay, without its words.
    model.set_page(1, ticket_service_pb2.ListMessagesResponse(messages=[message(1, 7, ""), message(1, 10)]))
    assert revisions(model) == [10]


def test_an_answer_that_fails_after_an_erasure_is_asked_for_once_more() -> None:
    model, wanted = conversation()
    model.show(1)
    model.apply([erasure(1, 9)], 9)
    model.page_failed(1)
    model.page_failed(1)
    assert wanted == [(1, 0), (1, 0)]
