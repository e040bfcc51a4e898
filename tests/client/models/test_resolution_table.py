"""The table of the resolution times has a row a month, with every number that is told of it."""

from client.models.resolution_series import ResolutionSeries
from tests.client.resolution_results import month, result

KNOWN = {"mean": 10.5, "median": 8, "p90": 30, "expected_median": 9}
SERIES = ResolutionSeries.of(
    result(
        month(1, 99, 1, days=KNOWN, within=[(100, 25), (100, 50), (80, 80), (0, 0)]),
        month(2, 1, 2, days={"mean": 2.5}),
        month(3, 0),
    )
)
HOURS = ResolutionSeries.of(result(month(1, 99, days={name: days / 100 for name, days in KNOWN.items()})))


def test_every_number_of_a_month_stands_in_its_row() -> None:
    settled, preliminary, empty = SERIES.table().rows
    assert settled == ("Jan 2026", 10.5, "", 99, 1, 8, 30, 9, 25, 50, 100, None)
    assert preliminary == ("Feb 2026", 2.5, "preliminary", 1, 2, None, None, "not reached", None, None, None, None)
    assert empty == ("Mar 2026", None, "", 0, 0, *(None,) * 7)


def test_its_headings_name_the_one_unit_of_its_times() -> None:
    assert SERIES.table().headings[:5] == ("Month of opening", "Mean, days", "State", "Closed", "Not closed")
    assert HOURS.table().headings[5:8] == ("Median, hours", "90 % within, hours", "Expected median, hours")
    assert HOURS.table().rows[0][1] == 10.5 * 24 / 100
    assert len(SERIES.table().headings) == len(SERIES.table().rows[0])


def test_a_cell_stands_for_the_tickets_that_it_counts() -> None:
    closed, waiting = SERIES.closed_of(0), SERIES.not_closed_of(0)
    assert [SERIES.picked_in(0, column) for column in range(12)] == [closed] * 4 + [waiting] + [closed] * 7
    assert SERIES.picked_in(2, 4) is None
