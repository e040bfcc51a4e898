"""What changed between two revisions is told once, from a real gRPC server over loopback, and then the end."""

from collections.abc import Iterator

import pytest

from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.errors import DeskError
from campusdesk.past import Past, PastEnd
from campusdesk.rules import Reason, Role
from campusdesk.v1.change_feed_pb2 import Change, Changes, Progress, WatchRequest, WatchResponse
from tests.campusdesk.scripted_feed import ScriptedFeed, scripted_feed


@pytest.fixture
def feed() -> Iterator[ScriptedFeed]:
    with scripted_feed() as served:
        yield served


def told(feed: ScriptedFeed, after: int, until: int) -> list[list[int] | PastEnd]:
    """Return the revisions of what is told, and the end."""
    with open_channel(feed.address, Caller(Role.HELPDESK, "test")) as channel:
        past = Past(channel, "lineage", after, until)
        return [each if isinstance(each, PastEnd) else [change.revision for change in each] for each in past]


def changes(*revisions: int, reached: int = 0) -> WatchResponse:
    batch = Changes(changes=[Change(revision=each) for each in revisions], revision=reached or revisions[-1])
    return WatchResponse(changes=batch)


def test_it_ends_with_the_last_revision_wanted(feed: ScriptedFeed) -> None:
    feed.then(WatchResponse(progress=Progress(revision=3)), changes(4, 5), changes(6, 7, 8))
    assert told(feed, 3, 7) == [[4, 5], [6, 7], PastEnd()]
    assert feed.requests.get(timeout=10) == WatchRequest(after_revision=3, lineage="lineage")
    feed.ended.get(timeout=10)


def test_what_nobody_may_see_is_reached_all_the_same(feed: ScriptedFeed) -> None:
    feed.then(changes(reached=6), WatchResponse(progress=Progress(revision=9)))
    assert told(feed, 3, 9) == [PastEnd()]


@pytest.mark.parametrize(
    ("step", "reason"),
    [
        (None, Reason.SERVER_UNREACHABLE),
        (DeskError(Reason.REVISION_COMPACTED), Reason.REVISION_COMPACTED),
    ],
)
def test_a_break_is_told_and_not_raised(step: DeskError | None, reason: Reason, feed: ScriptedFeed) -> None:
    feed.then(changes(4), step)
    first, end = told(feed, 3, 7)
    assert first == [4]
    assert isinstance(end, PastEnd)
    assert end.error is not None
    assert end.error.reason is reason


def test_what_is_cancelled_tells_nothing_more(feed: ScriptedFeed) -> None:
    feed.then(changes(4))
    with open_channel(feed.address, Caller(Role.HELPDESK, "test")) as channel:
        past = Past(channel, "lineage", 3, 7)
        reading = iter(past)
        assert next(reading)
        past.cancel()
        assert list(reading) == []
