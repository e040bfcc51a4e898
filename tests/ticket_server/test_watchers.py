"""Who watches, and how far the slowest has come."""

import pytest

from ticket_server.watchers import Watchers


def test_watches_are_counted_while_they_are_open() -> None:
    watchers = Watchers()
    with pytest.raises(ZeroDivisionError), watchers.joined(1), watchers.joined(2):
        raise ZeroDivisionError(len(watchers))
    assert len(watchers) == 0
    with watchers.joined(1), watchers.joined(2):
        assert len(watchers) == 2


def test_the_lag_is_that_of_the_slowest() -> None:
    watchers = Watchers()
    assert watchers.lag(7) == 0
    with watchers.joined(7) as first, watchers.joined(3) as second:
        assert watchers.lag(10) == 7
        second.after = 10
        assert watchers.lag(10) == 3
        first.after = 10
        assert watchers.lag(10) == 0
