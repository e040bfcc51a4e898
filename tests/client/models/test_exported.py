"""What stands of a ticket in a spreadsheet."""

import time
from collections.abc import Callable, Iterator

import pytest

from campusdesk.rules import CategorySource, Status
from campusdesk.v1 import ticket_pb2
from client.languages import Language
from client.models.columns import STAFF_COLUMNS, USER_COLUMNS, Column, title
from client.models.exported import ExportedTable
from tests.client.made import MINUTE_US, NOON_US, moment, ticket

SHOWN = (Column.PROBLEM, Column.NUMBER, Column.STATUS)


@pytest.fixture(autouse=True)
def rome(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Rome")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def made() -> ticket_pb2.Ticket:
    each = ticket(3, status=Status.CLOSED, description="Line one\nline two " + "x" * 5_000)
    each.contact, each.reported_from = "555 1234", "LIB-7"
    each.message_count, each.me_too_count, each.note_count = 12, 1, 2
    each.last_message_role = ticket_pb2.ROLE_HELPDESK
    each.confidence = 0.42
    return each


def cells(
    each: ticket_pb2.Ticket, shown: tuple[Column, ...] = SHOWN, of: tuple[Column, ...] = STAFF_COLUMNS
) -> dict[str, object]:
    table = ExportedTable(shown, of, NOON_US + 10 * MINUTE_US)
    return dict(zip(table.headings, table.row(each), strict=True))


def test_the_columns_in_sight_stand_first_in_their_order_and_the_others_after_them() -> None:
    headings = ExportedTable(SHOWN, STAFF_COLUMNS, NOON_US).headings
    assert headings[:3] == ["Problem", "Number", "Status"]
    assert len(headings) == len(set(headings))
    assert all(any(each.startswith(title(column)) for each in headings) for column in STAFF_COLUMNS)


def test_numbers_and_texts_are_whole() -> None:
    told = cells(made())
    assert told["Number"] == 3
    assert told["Problem"] == made().description
    assert (told["Messages"], told["Me too"], told["Internal notes"], told["Confidence (%)"]) == (12, 1, 2, 42)
    assert told["Age (minutes)"] == 7
    assert (told["Status"], told["Category"], told["Last message"]) == ("closed", "Technical IT", "Helpdesk")
    assert (told["Taken by"], told["Reported from"], told["Location"]) == ("Desk 2", "LIB-7", "B-105")


def test_a_moment_is_local_and_once_more_exact() -> None:
    each = made()
    each.open_time.CopyFrom(moment(NOON_US + 1_234))
    told = cells(each)
    assert (told["Opened"], told["Opened (UTC)"]) == ("2026-03-02 13:00:00", "2026-03-02T12:00:00.001234Z")
    assert (told["Activated"], told["Activated (UTC)"]) == ("", ""), "what has not happened"


def test_an_hour_that_comes_twice_is_told_apart() -> None:
    first, second = made(), made()
    # 2026-10-25 02:30 in summer and in winter time.
    first.open_time.FromSeconds(1_792_888_200)
    second.open_time.FromSeconds(1_792_888_200 + 3_600)
    told = [cells(each) for each in (first, second)]
    assert told[0]["Opened"] == told[1]["Opened"] == "2026-10-25 02:30:00"
    assert str(told[0]["Opened (UTC)"]) < str(told[1]["Opened (UTC)"])


def test_contacts_are_never_passed_on() -> None:
    assert not any("555" in str(cell) for cell in cells(made()).values())


def test_simple_users_have_the_columns_of_their_list() -> None:
    told = cells(made(), of=USER_COLUMNS)
    assert "Internal notes" not in told
    assert "Confidence (%)" not in told
    assert not [heading for heading in told if "Closed" in heading]


def test_what_was_erased_says_so_and_who_set_a_category_is_told() -> None:
    each = ticket(1, description="")
    each.category_source = int(CategorySource.CORRECTED)  # type: ignore[assignment]
    told = cells(each)
    assert told["Problem"] == "Erased by an operator"
    assert told["Category, by whom"] == "set by the helpdesk"


def test_what_a_newer_server_says_is_left_empty() -> None:
    each = ticket(1)
    each.status = each.category = each.last_message_role = 9  # type: ignore[assignment]
    told = cells(each)
    assert (told["Status"], told["Category"], told["Last message"]) == ("", "", "")


def test_it_speaks_the_language_of_its_beginning(spoken: Callable[[Language], None]) -> None:
    spoken(Language.GERMAN)
    table = ExportedTable(SHOWN, STAFF_COLUMNS, NOON_US)
    spoken(Language.ENGLISH)
    assert table.headings[:3] == ["Problem", "Nummer", "Status"]
    assert table.row(ticket(1))[2] == "offen"
