"""What all lists of one ticket's entries do."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester

from campusdesk.rules import Role
from campusdesk.v1 import ticket_service_pb2
from client.models import pages
from client.models.messages import MessageModel, RevisionRole
from tests.client.made import change, message, ticket

pytestmark = pytest.mark.usefixtures("qapp")


def page(revisions: Iterable[int], *, more: bool = False) -> ticket_service_pb2.ListMessagesResponse:
    return ticket_service_pb2.ListMessagesResponse(messages=[message(1, each) for each in revisions], more=more)


def shown(model: MessageModel) -> list[int]:
    return [model.index(row).data(RevisionRole) for row in range(model.rowCount())]


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> MessageModel:
    """Give the twelve messages of a ticket, of which four are rows at first."""
    monkeypatch.setattr(pages, "STEP", 4)
    model = MessageModel(Role.USER, "LAB-1")
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.show(1)
    model.set_page(1, page(range(1, 9), more=True))
    assert not shown(model)
    model.set_page(1, page(range(9, 13)))
    return model


@pytest.mark.qt_log_level_fail("WARNING")
def test_of_many_entries_the_newest_are_rows_and_earlier_ones_when_they_are_wanted(long: MessageModel) -> None:
    assert shown(long) == [9, 10, 11, 12]
    long.show_earlier()
    assert shown(long) == list(range(5, 13))
    long.show_earlier()
    assert (shown(long), long.has_earlier) == (list(range(1, 13)), False)
    long.show_earlier()
    assert shown(long) == list(range(1, 13))
    long.fold()
    assert (shown(long), long.has_earlier) == ([9, 10, 11, 12], True)


@pytest.mark.qt_log_level_fail("WARNING")
def test_what_comes_is_a_row_and_what_is_told_again_is_none(long: MessageModel) -> None:
    long.apply([change(ticket(1), message(1, revision)) for revision in (3, 14, 13, 14)], 14)
    assert shown(long) == [9, 10, 11, 12, 13, 14]
    long.show_earlier()
    assert shown(long) == list(range(5, 15))


@pytest.mark.qt_log_level_fail("WARNING")
def test_entries_that_were_read_are_shown_when_the_rest_is_refused(long: MessageModel) -> None:
    long.show(1)
    long.set_page(1, page(range(1, 9), more=True))
    long.page_failed(1)
    assert shown(long) == [5, 6, 7, 8]
    long.refresh()
    long.set_page(1, page(range(9, 11)))
    assert shown(long) == [5, 6, 7, 8, 9, 10]


@pytest.mark.qt_log_level_fail("WARNING")
@pytest.mark.parametrize("earlier", [False, True])
def test_an_entry_that_came_late_stands_at_its_place(long: MessageModel, earlier: bool) -> None:
    long.show(1)
    long.set_page(1, page(range(2, 21, 2)))
    late = 3 if earlier else 17
    long.apply([change(ticket(1), message(1, late))], late)
    assert shown(long) == sorted({14, 16, 18, 20} | ({late} if not earlier else set()))
    while long.has_earlier:
        long.show_earlier()
    assert shown(long) == sorted({*range(2, 21, 2), late})


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


@given(
    st.lists(st.integers(1, 30), min_size=1, max_size=6, unique=True).map(sorted),
    st.lists(st.sampled_from(["earlier", "fold"]) | st.integers(1, 30), max_size=12),
)
def test_rows_are_always_the_newest_entries_without_a_gap(read: list[int], then: list[str | int]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pages, "STEP", 2)
        model = MessageModel(Role.USER, "LAB-1")
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
        model.show(1)
        half = len(read) // 2
        model.set_page(1, page(read[:half], more=True))
        model.set_page(1, page(read[half:]))
        known = set(read)
        for step in then:
            if isinstance(step, int):
                known.add(step)
                model.apply([change(ticket(1), message(1, step))], step)
            else:
                {"earlier": model.show_earlier, "fold": model.fold}[step]()
            rows = shown(model)
            assert rows == sorted(known)[len(known) - len(rows) :]
            assert len(rows) >= min(2, len(known))
            assert model.has_earlier is (len(rows) < len(known))
