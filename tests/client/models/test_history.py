"""The history: sentences of one line, and live."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from campusdesk.rules import Action, CategorySource, Role
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from client.models.history import (
    ActionRole,
    AuthorRole,
    DayRole,
    DeedRole,
    FieldsRole,
    HistoryModel,
    TimeRole,
    WorkstationRole,
)
from client.text import exact_words
from tests.client.made import MINUTE_US, NOON_US, change, erasure, moment, removal, ticket

pytestmark = [pytest.mark.qt_log_level_fail("WARNING"), pytest.mark.usefixtures("qapp")]


def edited(revision: int, **fields: tuple[str, str]) -> ticket_pb2.TicketChange:
    return ticket_pb2.TicketChange(
        ticket_id=1,
        revision=revision,
        action=ticket_pb2.ACTION_UPDATE if fields else ticket_pb2.ACTION_CREATE,
        role=ticket_pb2.ROLE_HELPDESK,
        workstation="Desk 2",
        change_time=moment(NOON_US),
        fields=[ticket_pb2.FieldChange(field=field, before=old, after=new) for field, (old, new) in fields.items()],
    )


def history(*changes: ticket_pb2.TicketChange) -> HistoryModel:
    model = HistoryModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.show(1)
    model.set_page(1, ticket_service_pb2.ListChangesResponse(changes=changes))
    return model


def test_changes_in_sentences() -> None:
    model = history(
        edited(1),
        edited(2, location=("B-105", "B-106\n<b>")),
        edited(3, category=("TECHNICAL_IT", "CATEGORY_FACILITY_MANAGEMENT")),
    )
    assert [model.index(row).data() for row in range(3)] == [
        "Helpdesk (Desk 2) reported it",
        "Helpdesk (Desk 2) edited it: location: “B-105” → “B-106 <b>”",
        "Helpdesk (Desk 2) corrected the category: “Technical IT” → “Facility management”",
    ]


def test_a_change_in_its_parts() -> None:
    model = history(edited(2, location=("a", "b")))
    index = model.index(0)
    parts = [index.data(role) for role in (ActionRole, AuthorRole, WorkstationRole, TimeRole)]
    assert parts == [Action.UPDATE, Role.HELPDESK, "Desk 2", NOON_US]
    assert [field.after for field in index.data(FieldsRole)] == ["b"]


def test_a_deed_is_told_without_what_its_fields_tell() -> None:
    model = history(edited(1), edited(2, location=("a", "b")), edited(3, category=("X", "CATEGORY_TECHNICAL_IT")))
    assert [model.index(row).data(DeedRole) for row in range(3)] == [
        "Helpdesk · Desk 2 reported it",
        "Helpdesk · Desk 2 edited it",
        "Helpdesk (Desk 2) corrected the category: “X” → “Technical IT”",
    ]
    assert [len(model.index(row).data(FieldsRole)) for row in range(3)] == [0, 1, 0]


def test_the_exact_moment_is_told_to_those_who_listen_and_under_the_mouse() -> None:
    model = history(edited(1))
    index = model.index(0)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == exact_words(NOON_US)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{exact_words(NOON_US)}: Helpdesk (Desk 2) reported it"


def test_a_day_begins_where_it_does() -> None:
    later, next_day = edited(2), edited(3)
    later.change_time.CopyFrom(moment(NOON_US + MINUTE_US))
    next_day.change_time.CopyFrom(moment(NOON_US + 24 * 60 * MINUTE_US))
    model = history(edited(1), later, next_day)
    assert [model.index(row).data(DayRole) for row in range(3)] == [True, False, True]


def test_a_live_change_asks_for_the_new_part() -> None:
    model = history(edited(2))
    wanted: list[tuple[int, int]] = []
    model.wanted.connect(lambda ticket_id, after: wanted.append((ticket_id, after)))
    model.apply([change(ticket(2)), removal(1, 9)], 9)
    assert wanted == []
    model.apply([change(ticket(1, revision=10))], 10)
    assert wanted == [(1, 2)]


def test_the_history_of_an_erased_ticket_is_read_anew() -> None:
    model = history(edited(2, location=("B-105", "B-106")))
    wanted: list[tuple[int, int]] = []
    model.wanted.connect(lambda ticket_id, after: wanted.append((ticket_id, after)))
    model.apply([erasure(1, 10)], 10)
    assert model.rowCount() == 0
    assert wanted == [(1, 0)]


def judged(before: str, after: str, source: CategorySource) -> ticket_pb2.TicketChange:
    change = edited(2, category=(f"CATEGORY_{before}", f"CATEGORY_{after}"))
    change.category_source = int(source)  # type: ignore[assignment]
    return change


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            judged("TECHNICAL_IT", "FACILITY_MANAGEMENT", CategorySource.CORRECTED),
            "Helpdesk (Desk 2) corrected the category: “Technical IT” → “Facility management”",
        ),
        (
            judged("TECHNICAL_IT", "TECHNICAL_IT", CategorySource.CORRECTED),
            "Helpdesk (Desk 2) confirmed the category: “Technical IT”",
        ),
        (
            judged("FACILITY_MANAGEMENT", "TECHNICAL_IT", CategorySource.AUTOMATIC),
            "Helpdesk (Desk 2) took the correction back: “Facility management” → “Technical IT”",
        ),
        (
            judged("TECHNICAL_IT", "TECHNICAL_IT", CategorySource.AUTOMATIC),
            "Helpdesk (Desk 2) took the correction back: “Technical IT” is the server's own again",
        ),
    ],
)
def test_who_set_the_category_is_told(change: ticket_pb2.TicketChange, told: str) -> None:
    model = history(change)
    assert model.index(0).data() == told


def test_a_new_text_that_moved_the_category_is_an_edit() -> None:
    change = edited(
        2, description=("No light", "No wifi"), category=("CATEGORY_FACILITY_MANAGEMENT", "CATEGORY_TECHNICAL_IT")
    )
    model = history(change)
    assert model.index(0).data().startswith("Helpdesk (Desk 2) edited it: problem: “No light” → “No wifi”, category: ")


def test_what_the_server_did_by_itself_is_nobodys() -> None:
    moved = judged("TECHNICAL_IT", "FACILITY_MANAGEMENT", CategorySource.AUTOMATIC)
    surer = edited(3)
    for looked in (moved, surer):
        looked.action = ticket_pb2.ACTION_CATEGORISE
    model = history(moved, surer)
    assert [model.index(row).data() for row in range(2)] == [
        "The server looked again: category: “Technical IT” → “Facility management”",
        "The server looked again, and is surer of the category",
    ]
