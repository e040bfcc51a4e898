"""The card tells every number of a month, and says what is not known."""

import pytest

from client.models.resolution_series import ResolutionSeries
from client.views.plots.resolution_card import ResolutionCard
from tests.client.resolution_results import month, result

SERIES = ResolutionSeries.of(
    result(
        month(
            1,
            1_234,
            1,
            days={"mean": 10.5, "median": 1.5, "p90": 30, "expected_median": 0.05},
            within=[(100, 25), (1_000, 999), (80, 80), (0, 0)],
        ),
        month(2, 2, 5, days={"mean": 3}),
        month(3, 0, 5),
        month(4, 0),
    )
)


@pytest.mark.parametrize(
    ("at", "lines"),
    [
        (
            0,
            [
                "Jan 2026",
                "mean 10.5 days",
                "median 36.0 h · 90 % within 30.0 days",
                "half of all closed within 72.0 min",
                "closed 1,234 · not closed yet 1",
                "closed in 1 d 25 % · 3 d 99 % · 7 d 100 %",
            ],
        ),
        (
            1,
            [
                "Feb 2026, preliminary",
                "mean 3.0 days, of fewer than 5 tickets",
                "half of all closed: not reached",
                "closed 2 · not closed yet 5",
            ],
        ),
        (
            2,
            [
                "Mar 2026, preliminary",
                "no ticket closed yet",
                "half of all closed: not reached",
                "closed 0 · not closed yet 5",
            ],
        ),
        (3, ["Apr 2026", "no ticket opened"]),
    ],
)
def test_it_tells_what_is_known_of_a_month(at: int, lines: list[str]) -> None:
    assert ResolutionCard().words(SERIES, at).split("\n") == lines
