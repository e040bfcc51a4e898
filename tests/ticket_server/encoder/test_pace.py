"""The pace of reading: learned within few readings, by length, and from single ones that stood still hardly at all."""

import pytest

from ticket_server.encoder.pace import Pace

SHORT, LONG = "The lamp flickers", "The lamp flickers. " * 500


@pytest.mark.parametrize("slowness", [0.3, 1.0, 8.0])
def test_it_is_learned_whatever_the_machine(slowness: float) -> None:
    pace, before = Pace(), Pace()
    for _ in range(40):
        pace.took(SHORT, slowness * before.expected_s(SHORT))
    for text in (SHORT, LONG):
        assert pace.expected_s(text) == pytest.approx(slowness * before.expected_s(text), rel=0.11)


def test_a_long_text_takes_longer_but_never_longer_than_what_is_read_of_it() -> None:
    pace = Pace()
    assert pace.expected_s("") > 0
    assert pace.expected_s(LONG) > 3 * pace.expected_s(SHORT)
    assert pace.expected_s(LONG) == pace.expected_s(LONG[:1_000])


def test_a_reading_that_stood_still_counts_for_no_more_than_any_other() -> None:
    pace = Pace()
    before_s = pace.expected_s(SHORT)
    pace.took(SHORT, 20.0)
    assert pace.expected_s(SHORT) < 1.2 * before_s
    pace.took(SHORT, 0.0)
    assert pace.expected_s(SHORT) == pytest.approx(before_s)
