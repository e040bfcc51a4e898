"""Times as words."""

from ticket_server.instant import time_text


def test_a_time_is_told_in_utc_and_to_the_microsecond() -> None:
    assert time_text(1_772_532_720_000_000) == "2026-03-03T10:12:00.000000Z"
    assert time_text(1_772_532_720_000_001) == "2026-03-03T10:12:00.000001Z"
