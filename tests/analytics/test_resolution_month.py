"""What is told of one month: at the borders of every class and threshold, and where a clock was set back."""

import numpy as np
import pytest

from analytics.campus_calendar import Month
from analytics.resolution_month import CategoryMonth, ToldMonth, tell
from campusdesk.facts import TicketFacts
from campusdesk.rules import Status
from campusdesk.v1.analytics_pb2 import ClosedWithin
from tests.analytics.histories import DAY_US, HOUR_US, us

MARCH = Month(2026, 3)
OPENED = us("2026-03-10T12:00Z")
LATER = OPENED + 365 * DAY_US


def ticket(ticket_id: int, open_us: int, close_us: int | None = None) -> TicketFacts:
    status = Status.OPEN if close_us is None else Status.CLOSED
    return TicketFacts(ticket_id, open_us, 0, open_us, close_us or 0, ticket_id, 0, status, 1, 50, 1, 0, 0, 0)


def month_of(*tickets: TicketFacts) -> CategoryMonth:
    month = CategoryMonth()
    for one in tickets:
        month.add(one)
    return month


def took(*durations_us: int, waiting: int = 0) -> CategoryMonth:
    """Return a month of tickets all opened at one time, of which so many are not closed."""
    closed = [ticket(place, OPENED, OPENED + duration) for place, duration in enumerate(durations_us)]
    return month_of(*closed, *(ticket(1000 + place, OPENED) for place in range(waiting)))


def told(month: CategoryMonth, as_of_us: int = LATER) -> ToldMonth:
    return tell(MARCH, [month], as_of_us)


def within(month: CategoryMonth, as_of_us: int) -> list[tuple[int, int]]:
    return [(part.old_enough_count, part.closed_count) for part in told(month, as_of_us).message.closed_within]


def test_the_median_of_the_closed_ones_needs_five() -> None:
    few, enough = told(took(1, 2, 3, 4)).message, told(took(1, 2, 3, 4, 50)).message

    assert (few.HasField("median"), few.HasField("p90"), few.HasField("mean")) == (False, False, True)
    assert (enough.median.ToMicroseconds(), enough.p90.ToMicroseconds(), enough.mean.ToMicroseconds()) == (3, 50, 12)


@pytest.mark.parametrize(
    ("closed", "waiting", "preliminary"), [(94, 6, True), (95, 5, False), (0, 1, True), (1, 0, False)]
)
def test_a_month_is_preliminary_until_95_percent_are_closed(closed: int, waiting: int, preliminary: bool) -> None:
    assert told(took(*range(closed), waiting=waiting)).message.preliminary == preliminary


def test_a_month_without_tickets_has_all_its_classes_and_is_not_preliminary() -> None:
    empty = tell(MARCH, [], LATER)

    assert not empty.message.preliminary
    assert not any(empty.message.HasField(name) for name in ("mean", "median", "p90", "expected_median"))
    assert [part.within.ToTimedelta().days for part in empty.message.closed_within] == [1, 3, 7, 30]
    assert empty.message.closed_within[0] == ClosedWithin(within=empty.message.closed_within[0].within)
    assert not empty.moves


def test_tickets_closed_in_the_second_they_were_opened_took_nothing() -> None:
    message = told(took(0, 0, 0, 999_999, 0)).message

    assert message.HasField("mean")
    assert message.HasField("expected_median")
    assert (message.mean.ToMicroseconds(), message.median.ToMicroseconds()) == (199_999, 0)
    assert message.expected_median.ToMicroseconds() == 0
    assert within(took(0), OPENED + DAY_US)[0] == (1, 1)


def test_a_ticket_counts_from_the_moment_at_which_it_is_old_enough() -> None:
    month = took(DAY_US, DAY_US + 1, waiting=1)

    assert within(month, OPENED + DAY_US - 1) == [(0, 0)] * 4
    assert within(month, OPENED + DAY_US) == [(3, 1), (0, 0), (0, 0), (0, 0)]
    assert within(month, OPENED + 3 * DAY_US) == [(3, 1), (3, 2), (0, 0), (0, 0)]
    assert within(month, OPENED + 30 * DAY_US) == [(3, 1), (3, 2), (3, 2), (3, 2)]


def test_a_ticket_that_was_closed_at_once_is_no_success_before_others_had_the_same_time() -> None:
    month = month_of(ticket(1, OPENED), ticket(2, OPENED + 20 * HOUR_US, OPENED + 21 * HOUR_US))

    assert within(month, OPENED + DAY_US)[0] == (1, 0)


def test_parts_of_a_month_are_told_together() -> None:
    parts = [took(1, 5, 9), took(2, 4, 100, waiting=2)]

    together = tell(MARCH, parts, LATER).message

    assert together == told(took(1, 2, 4, 5, 9, 100, waiting=2)).message
    assert (together.closed_count, together.not_closed_count) == (6, 2)


def test_what_was_added_is_removed_again_among_equal_durations() -> None:
    tickets = [ticket(place, OPENED + place, OPENED + place + 7) for place in range(4)]
    month = month_of(*reversed(tickets))
    month.remove(tickets[2])

    assert list(month.opened) == [OPENED, OPENED + 1, OPENED + 3]
    assert list(month.durations) == [7, 7, 7]
    assert month.total_us == 21


def test_what_was_loaded_is_removed_again_among_equal_durations() -> None:
    opened = np.array([OPENED + 9, OPENED, OPENED + 4])
    month = CategoryMonth.loaded(opened, opened + 7, np.array([True] * 3))
    for open_us in (OPENED + 4, OPENED + 9):
        month.remove(ticket(1, open_us, open_us + 7))

    assert (list(month.opened), list(month.durations), month.total_us) == ([OPENED], [7], 7)


def test_durations_below_nothing_are_nothing() -> None:
    month = month_of(*(ticket(place, OPENED, OPENED - place * DAY_US) for place in range(1, 6)))
    message = told(month).message

    assert [message.mean.ToMicroseconds(), message.median.ToMicroseconds(), message.p90.ToMicroseconds()] == [0, 0, 0]
    assert message.expected_median.ToMicroseconds() == 0
    for place in range(1, 6):
        month.remove(ticket(place, OPENED, OPENED - place * DAY_US))
    assert (len(month.durations), len(month.opened), month.total_us) == (0, 0, 0)


def test_when_the_clock_was_set_back_tickets_of_later_are_not_old_enough_and_have_not_waited() -> None:
    month = took(DAY_US, 2 * DAY_US, waiting=2)
    message = told(month, OPENED - DAY_US).message

    assert within(month, OPENED - DAY_US) == [(0, 0)] * 4
    assert message.expected_median.ToMicroseconds() == DAY_US
    assert (message.closed_count, message.not_closed_count) == (2, 2)
    assert message.mean.ToMicroseconds() == DAY_US * 3 // 2
    assert told(took(0, 5, waiting=3), OPENED - DAY_US).message.expected_median.ToMicroseconds() == 5


def test_a_month_stands_still_once_its_classes_are_full_and_all_have_waited_longer_than_is_expected() -> None:
    month = took(*[40 * DAY_US] * 5, waiting=2)
    month.add(ticket(2000, OPENED - DAY_US))

    assert told(took(1), OPENED + 30 * DAY_US - 1).moves
    assert not told(took(1), OPENED + 30 * DAY_US).moves
    assert told(month, OPENED + 40 * DAY_US - 1).moves
    assert not told(month, OPENED + 40 * DAY_US).moves
    assert not told(took(1, waiting=9), LATER).moves
