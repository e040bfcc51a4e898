"""How much one caller may ask: no rate and no burst is ever exceeded, and nothing grows with the number of callers."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campusdesk.errors import DeskError
from campusdesk.limits import RateLimit, StreamLimit
from campusdesk.rules import Reason


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now_s = 1_000.0

    def __call__(self) -> float:
        return self.now_s


def taken(limit: RateLimit, host: str = "10.0.0.1") -> float | None:
    """Return how long the host was told to wait, None when its call was taken."""
    try:
        limit.take(host)
    except DeskError as error:
        refusal = error
    else:
        return None
    assert refusal.reason is Reason.RATE_LIMITED
    return refusal.retry_delay_s


def test_a_burst_is_taken_and_then_the_rate() -> None:
    clock = Clock()
    limit = RateLimit(20, 200, clock)
    assert [taken(limit) for _ in range(200)] == [None] * 200
    assert taken(limit) == pytest.approx(0.05)
    clock.now_s += 0.051
    assert taken(limit) is None
    assert taken(limit) is not None
    clock.now_s += 60
    assert [taken(limit) for _ in range(201)].count(None) == 200


def test_whoever_waits_as_long_as_told_is_taken() -> None:
    clock = Clock()
    limit = RateLimit(3, 2, clock)
    for _ in range(50):
        wait_s = taken(limit)
        if wait_s is not None:
            clock.now_s += wait_s + 1e-9
            assert taken(limit) is None


@given(
    st.integers(1, 50),
    st.integers(1, 20),
    st.lists(st.floats(0, 2), min_size=1, max_size=200),
)
def test_no_span_of_time_has_more_than_a_burst_and_its_rate(rate: int, burst: int, pauses: Sequence[float]) -> None:
    clock = Clock()
    limit = RateLimit(rate, burst, clock)
    times: list[float] = []
    for pause in pauses:
        clock.now_s += pause
        if taken(limit) is None:
            times.append(clock.now_s)
    for first, begun in enumerate(times):
        for last in range(first, len(times)):
            assert last - first + 1 <= burst + rate * (times[last] - begun) + 1e-6


def test_each_host_has_a_rate_of_its_own() -> None:
    limit = RateLimit(1, 1, Clock())
    assert [taken(limit, host) for host in ("10.0.0.1", "10.0.0.2")] == [None, None]
    assert taken(limit, "10.0.0.1") is not None


def test_a_rate_of_nought_is_no_limit_and_remembers_nobody() -> None:
    limit = RateLimit(0, 1, Clock())
    assert [taken(limit) for _ in range(1_000)] == [None] * 1_000
    assert len(limit) == 0


def test_only_so_many_hosts_are_remembered_and_those_that_call_most_recently() -> None:
    limit = RateLimit(1, 1, Clock(), most_hosts=100)
    for number in range(1_000):
        assert taken(limit, f"10.0.{number}") is None
    assert len(limit) == 100
    assert taken(limit, "10.0.999") is not None
    assert taken(limit, "10.0.0") is None


def test_streams_are_counted_by_host_and_in_all() -> None:
    limit = StreamLimit(most=3, most_a_host=2)
    with limit.counted("a"), limit.counted("a"):
        with pytest.raises(DeskError) as raised, limit.counted("a"):
            raise AssertionError
        assert raised.value.reason is Reason.TOO_MANY_STREAMS
        with limit.counted("b"), pytest.raises(DeskError), limit.counted("c"):
            raise AssertionError
        with limit.counted("c"):
            pass


def test_a_stream_that_ends_in_a_fault_is_counted_no_more() -> None:
    limit = StreamLimit(most=1, most_a_host=1)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), limit.counted("a"):
            raise ZeroDivisionError
    with limit.counted("a"):
        pass


def test_two_thousand_watchers_are_possible_also_from_one_host() -> None:
    limit = StreamLimit()
    streams = [limit.counted("10.0.0.1") for _ in range(2_000)]
    for stream in streams:
        stream.__enter__()
