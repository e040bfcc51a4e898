"""A conversation: pages and live messages together show each message once, in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from client.models.messages import (
    AuthorRole,
    DayRole,
    HeadRole,
    MessageModel,
    NoteRole,
    OurRole,
    OwnRole,
    RevisionRole,
    TextRole,
    TimeRole,
    WorkstationRole,
)
from client.text import exact_words
from tests.client.made import MINUTE_US, NOON_US, change, erasure, message, moment, ticket

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
    assert model.index(1).data() == f"User, Desk 2, {exact_words(NOON_US)}: Thanks"
    assert model.index(1).data(Qt.ItemDataRole.ToolTipRole) == exact_words(NOON_US)


def test_this_desk_and_its_role_are_told_apart() -> None:
    model, _ = conversation()
    model.show(1)
    told = [message(1, 1), message(1, 2), message(1, 3, role=Role.USER)]
    told[1].workstation = "Desk 7"
    model.set_page(1, ticket_service_pb2.ListMessagesResponse(messages=told))
    assert [(model.index(row).data(OwnRole), model.index(row).data(OurRole)) for row in range(3)] == [
        (True, True),
        (False, True),
        (False, False),
    ]


def said(minutes: float, role: Role = Role.HELPDESK, workstation: str = "Desk 2") -> ticket_pb2.Message:
    """Return a message that was posted so many minutes after noon."""
    told = message(1, round(minutes * 10) + 100_000, role=role)
    told.workstation = workstation
    told.post_time.CopyFrom(moment(NOON_US + round(minutes * MINUTE_US)))
    return told


@pytest.mark.parametrize(
    ("after", "begins_group", "begins_day"),
    [
        (said(4), False, False),
        (said(5.1), True, False),
        (said(1, workstation="Desk 7"), True, False),
        (said(1, role=Role.USER), True, False),
        (said(24 * 60), True, True),
    ],
)
def test_what_one_author_says_in_one_go_stands_together(
    after: ticket_pb2.Message, begins_group: bool, begins_day: bool
) -> None:
    model, _ = conversation()
    model.show(1)
    model.set_page(1, ticket_service_pb2.ListMessagesResponse(messages=[said(0), after]))
    assert [model.index(0).data(role) for role in (HeadRole, DayRole)] == [True, True]
    assert [model.index(1).data(role) for role in (HeadRole, DayRole)] == [begins_group, begins_day]


def test_a_message_that_comes_between_two_is_told_to_the_one_after_it() -> None:
    model, _ = conversation()
    model.show(1)
    model.set_page(1, ticket_service_pb2.ListMessagesResponse(messages=[said(0), said(2)]))
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _: changed.append(first.row()))
    model.apply([change(ticket(1), said(1, Role.USER))], 1)
    assert changed == [2]
    assert model.index(2).data(HeadRole) is True


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


def test_a_note_is_told_apart_and_stands_in_a_group_of_its_own() -> None:
    model, _ = conversation()
    model.show(1)
    told = [said(0), said(1), said(2)]
    told[1].internal = True
    model.set_page(1, ticket_service_pb2.ListMessagesResponse(messages=told))
    assert [(model.index(row).data(NoteRole), model.index(row).data(HeadRole)) for row in range(3)] == [
        (False, True),
        (True, True),
        (False, True),
    ]
    assert str(model.index(1).data()).startswith("Internal note, Helpdesk, Desk 2, ")
