"""Backlogs as a server would tell them at NOON_US, made for tests."""

from itertools import pairwise

from google.protobuf.duration_pb2 import Duration

from campusdesk.v1 import analytics_pb2, ticket_pb2
from tests.client.made import NOON_US, moment

HOUR, DAY = 3_600, 86_400
FACILITY = ticket_pb2.Category.CATEGORY_FACILITY_MANAGEMENT
AGES_S = (0, 4 * HOUR, DAY, 3 * DAY, 7 * DAY, 30 * DAY)
STAMP = analytics_pb2.ResultStamp(revision=7, as_of_time=moment(NOON_US), ticket_count=214, live=True)


def backlog(
    period_s: int, *counts: tuple[int, int], opened: int | None = None, ages: tuple[tuple[int, int], ...] = ()
) -> analytics_pb2.BacklogResult:
    """Return the backlog of a period; `counts` are the open and the active tickets of its last hours, oldest first.

    All are of one category. `ages` are those of each class of age, the youngest first; all others have none.
    """
    starts = [NOON_US - 3_600_000_000 * at for at in range(len(counts), -1, -1)]
    bars = [
        analytics_pb2.BacklogBar(
            start_time=moment(start),
            end_time=moment(end),
            open_count=waiting,
            active_count=active,
            shares=[analytics_pb2.BacklogShare(category=FACILITY, open_count=waiting, active_count=active)],
        )
        for (start, end), (waiting, active) in zip(pairwise(starts), counts, strict=True)
    ]
    total = sum(map(sum, counts))
    return analytics_pb2.BacklogResult(
        stamp=STAMP,
        period=Duration(seconds=period_s),
        not_closed=total,
        opened=total if opened is None else opened,
        bars=bars,
        ages=_ages(ages),
    )


def _ages(counts: tuple[tuple[int, int], ...]) -> list[analytics_pb2.BacklogAge]:
    ends: list[int | None] = [*AGES_S[1:], None]
    padded = [*counts, *[(0, 0)] * (len(AGES_S) - len(counts))]
    return [
        analytics_pb2.BacklogAge(
            from_age=Duration(seconds=start),
            until_age=Duration(seconds=end) if end is not None else None,
            open_count=waiting,
            active_count=active,
        )
        for start, end, (waiting, active) in zip(AGES_S, ends, padded, strict=True)
    ]
