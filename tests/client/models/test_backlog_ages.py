"""The ages of the whole backlog: what they are called, and which tickets are of each."""

import pytest
from google.protobuf.duration_pb2 import Duration

from campusdesk.rules import Status
from campusdesk.v1 import analytics_pb2
from client.models.backlog_ages import AgeClass, Oldest
from tests.client.made import NOON_US, moment

HOUR, DAY = 3_600, 86_400


def age(from_s: int, until_s: int | None, opened: int = 1, active: int = 0) -> AgeClass:
    until = Duration(seconds=until_s) if until_s is not None else None
    told = analytics_pb2.BacklogAge(
        from_age=Duration(seconds=from_s), until_age=until, open_count=opened, active_count=active
    )
    return AgeClass.of(told, NOON_US)


@pytest.mark.parametrize(("from_s", "until_s", "words"), [
    (0, 4 * HOUR, "under 4 h"), (4 * HOUR, DAY, "4–24 h"), (DAY, 3 * DAY, "1–3 d"), (3 * DAY, 7 * DAY, "3–7 d"),
    (7 * DAY, 30 * DAY, "7–30 d"), (30 * DAY, None, "over 30 d"),
])  # fmt: skip
def test_each_class_is_named_by_its_ends(from_s: int, until_s: int | None, words: str) -> None:
    assert age(from_s, until_s).words == words


def test_a_class_begins_with_its_age_and_ends_before_the_next() -> None:
    pick = age(4 * HOUR, DAY, 2, 1).pick()
    assert pick is not None
    assert pick.statuses == {int(Status.OPEN), int(Status.ACTIVE)}
    assert pick.opened == (NOON_US - DAY * 1_000_000 + 1, NOON_US - 4 * HOUR * 1_000_000 + 1)
    assert pick.words == "age: 4–24 h · not closed"


def test_the_oldest_class_has_no_end_and_the_youngest_reaches_now() -> None:
    oldest, youngest = age(30 * DAY, None).pick(), age(0, 4 * HOUR).pick()
    assert oldest is not None
    assert youngest is not None
    assert oldest.opened == (0, NOON_US - 30 * DAY * 1_000_000 + 1)
    assert youngest.opened == (NOON_US - 4 * HOUR * 1_000_000 + 1, NOON_US + 1)


def test_a_class_without_tickets_picks_none() -> None:
    assert age(0, 4 * HOUR, 0, 0).pick() is None


def test_the_oldest_ticket_is_told_where_there_is_one() -> None:
    told = analytics_pb2.BacklogResult(oldest_ticket_id=17, oldest_open_time=moment(NOON_US))
    assert Oldest.of(told) == Oldest(17, NOON_US)
    assert Oldest.of(analytics_pb2.BacklogResult()) is None
