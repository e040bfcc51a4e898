"""What a soak is judged by: made samples that stay as they are, and some that do not."""

from collections.abc import Callable

import pytest

from tests.bench.daily_work import Call
from tests.bench.resources import Resources, Sample
from tests.bench.steadiness import LOG_GOAL_BYTES, Quarters, rows_of

# From 200 on it is warm; the first quarter of the rest ends at 400, and the last begins at 800.
ENDED = 1_000
CALLS = [Call(moment / 2, 0.010, "CreateTicket") for moment in range(2 * ENDED)]


def sample(
    at: int, memory: Callable[[int], float] = lambda _: 100.0, files: int = 300, log_bytes: int = 1_000
) -> Sample:
    return Sample(at, {"tickets": Resources(memory(at), files, 20, at / 5)}, log_bytes)


def reached(samples: list[Sample], calls: list[Call]) -> dict[str, bool | None]:
    rows = rows_of(Quarters(0, ENDED), samples, calls)
    return {row.what.partition(",")[0]: row.reached for row in rows}


def test_what_stays_as_it_is_reaches_every_goal() -> None:
    assert reached([sample(at) for at in range(0, ENDED, 3)], CALLS) == {
        "tickets: memory": True,
        "tickets: open files": True,
        "write-ahead log": True,
        "calls": True,
        "tickets: of a processor": None,
    }


@pytest.mark.parametrize(("grown", "is_steady"), [(1.04, True), (1.06, False)])
def test_memory_may_be_a_twentieth_more_in_the_last_quarter_than_in_the_first(grown: float, *, is_steady: bool) -> None:
    samples = [sample(at, lambda at: 100.0 * (grown if at >= 800 else 1)) for at in range(0, ENDED, 3)]
    assert reached(samples, CALLS)["tickets: memory"] is is_steady


def test_what_grows_while_it_warms_up_is_no_drift() -> None:
    samples = [sample(at, lambda at: 20.0 if at < 200 else 100.0) for at in range(0, ENDED, 3)]
    assert reached(samples, CALLS)["tickets: memory"]


def test_files_that_stay_open_one_after_the_other_are_seen() -> None:
    samples = [sample(at, files=300 + at // 30) for at in range(0, ENDED, 3)]
    assert not reached(samples, CALLS)["tickets: open files"]


def test_a_log_that_was_once_too_large_is_seen_but_not_before_it_is_warm() -> None:
    sizes = {0: LOG_GOAL_BYTES + 1}
    early = [sample(at, log_bytes=sizes.get(at, 0)) for at in range(0, ENDED, 3)]
    late = [sample(at, log_bytes=sizes.get(at - 600, 0)) for at in range(0, ENDED, 3)]
    assert reached(early, CALLS)["write-ahead log"]
    assert not reached(late, CALLS)["write-ahead log"]


def test_one_bad_moment_is_no_slower_server_but_a_bad_quarter_is() -> None:
    samples = [sample(at) for at in range(0, ENDED, 3)]
    paused = [call._replace(seconds=1.0) if 820 <= call.due < 840 else call for call in CALLS]
    slower = [call._replace(seconds=0.013) if call.due >= 800 else call for call in CALLS]
    assert reached(samples, paused)["calls"]
    assert not reached(samples, slower)["calls"]


def test_the_tickets_between_the_middles_of_both_quarters_and_the_time_spent_are_told() -> None:
    rows = rows_of(Quarters(0, ENDED), [sample(at) for at in range(0, ENDED, 3)], CALLS)
    assert "1,200 tickets more" in rows[0].result
    assert rows[-1].result == "20.0%, then 20.0%"
