"""Following a real gRPC server over loopback: snapshot, resume, reset, breaks, duplicates and cancelling."""

import queue
import socket
import threading
from collections.abc import Iterator

import pytest

from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.errors import DeskError
from campusdesk.facts import Facts, TicketFacts, encode
from campusdesk.follow import Applied, Beginning, Follower, FollowKind, FollowState, Idle, Reset
from campusdesk.rules import Reason, Role
from campusdesk.v1.change_feed_pb2 import Change, Changes, FactColumns, Progress, Snapshot, WatchRequest, WatchResponse
from campusdesk.v1.ticket_pb2 import Ticket
from tests.campusdesk.scripted_feed import ScriptedFeed, scripted_feed
from tests.campusdesk.test_facts import columns_of

PATIENCE_S = 20.0


class Following:
    """A follower in a thread of its own, and what it tells."""

    def __init__(self, address: str, beginning: Beginning | None = None) -> None:
        self.told: queue.Queue[Reset | Applied | Idle | FollowState] = queue.Queue()
        self._channel = open_channel(address, Caller(Role.ANALYTICS, "test"))
        self.follower = Follower(self._channel, self.told.put, lambda: beginning)
        self.thread = threading.Thread(target=self._run)
        self.thread.start()

    def next(self) -> Reset | Applied | Idle | FollowState:
        return self.told.get(timeout=PATIENCE_S)

    def await_state(self, kind: FollowKind) -> FollowState:
        while True:
            told = self.next()
            if isinstance(told, FollowState) and told.kind is kind:
                return told

    def close(self) -> None:
        self.follower.cancel()
        self.thread.join(PATIENCE_S)
        self._channel.close()

    def _run(self) -> None:
        for event in self.follower:
            self.told.put(event)


@pytest.fixture
def feed() -> Iterator[ScriptedFeed]:
    with scripted_feed() as served:
        yield served


@pytest.fixture
def following(feed: ScriptedFeed) -> Iterator[Following]:
    started = Following(feed.address)
    yield started
    started.close()


def snapshot(revision: int, *ids: int, lineage: str = "one", last: bool = True) -> WatchResponse:
    rows = [TicketFacts(i, 10, 0, 10, 0, revision, 0, 1, 2, 90, 1, 0, 0, 0) for i in ids]
    part = Snapshot(lineage=lineage, revision=revision, facts=FactColumns(**encode(columns_of(rows))), last=last)
    part.server_time.FromMicroseconds(1_000_000 + revision)
    return WatchResponse(snapshot=part)


def changes(*revisions: int, complete: int | None = None) -> WatchResponse:
    told = Changes(revision=complete or revisions[-1])
    told.changes.extend(Change(revision=r, ticket_id=r, ticket=Ticket(id=r)) for r in revisions)
    told.server_time.FromMicroseconds(2_000_000)
    return WatchResponse(changes=told)


def progress(revision: int) -> WatchResponse:
    mark = Progress(revision=revision)
    mark.server_time.FromMicroseconds(3_000_000)
    return WatchResponse(progress=mark)


def told_revisions(event: Reset | Applied | Idle | FollowState) -> list[int]:
    assert isinstance(event, Applied)
    return [change.revision for change in event.changes]


def begin(feed: ScriptedFeed, following: Following, revision: int = 5) -> None:
    """Bring the follower to the end of a snapshot of one ticket."""
    feed.then(snapshot(revision, 1))
    assert following.next() == FollowState(FollowKind.LIVE)
    assert isinstance(following.next(), Reset)
    assert not feed.requests.get(timeout=PATIENCE_S).HasField("after_revision")


@pytest.fixture
def resuming(feed: ScriptedFeed) -> Iterator[Following]:
    """Give a follower that begins with one ticket at revision 5."""
    facts = Facts.from_snapshot([snapshot(5, 1).snapshot.facts])
    started = Following(feed.address, Beginning(facts, 5, "one"))
    yield started
    started.close()


def test_what_was_known_is_told_once_the_server_goes_on_from_there(feed: ScriptedFeed, resuming: Following) -> None:
    request = feed.requests.get(timeout=PATIENCE_S)
    assert (request.after_revision, request.lineage) == (5, "one")
    feed.then(progress(5), changes(6, 8))
    assert resuming.next() == FollowState(FollowKind.LIVE)
    reset = resuming.next()
    assert isinstance(reset, Reset)
    assert (reset.revision, reset.lineage, reset.server_time_us, reset.resumed) == (5, "one", 3_000_000, True)
    assert reset.facts.columns()["id"].tolist() == [1]
    assert resuming.next() == Idle(5, 3_000_000)
    assert told_revisions(resuming.next()) == [6, 8]


def test_a_server_that_is_away_is_asked_to_go_on_from_there_later(feed: ScriptedFeed, resuming: Following) -> None:
    feed.then(None, changes(6))
    for _ in range(2):
        assert feed.requests.get(timeout=PATIENCE_S).after_revision == 5
    resuming.await_state(FollowKind.LIVE)
    assert isinstance(reset := resuming.next(), Reset)
    assert reset.resumed
    assert told_revisions(resuming.next()) == [6]


def test_what_was_known_is_given_up_for_a_snapshot_where_the_server_does_not_go_on(
    feed: ScriptedFeed, resuming: Following
) -> None:
    feed.then(DeskError(Reason.REVISION_COMPACTED), snapshot(9, 2, lineage="two"), changes(10))
    assert resuming.next() == FollowState(FollowKind.LIVE)
    reset = resuming.next()
    assert isinstance(reset, Reset)
    assert (reset.revision, reset.lineage, reset.resumed) == (9, "two", False)
    assert reset.facts.columns()["id"].tolist() == [2]
    assert told_revisions(resuming.next()) == [10]


def test_a_snapshot_in_parts_is_one_reset_and_live_is_said_when_it_is_complete(
    feed: ScriptedFeed, following: Following
) -> None:
    feed.then(snapshot(7, 1, 2, last=False), snapshot(7, 4))

    assert following.next() == FollowState(FollowKind.LIVE)
    reset = following.next()

    assert isinstance(reset, Reset)
    assert reset.facts.columns()["id"].tolist() == [1, 2, 4]
    assert (reset.revision, reset.server_time_us) == (7, 1_000_007)


def test_changes_and_idle_marks_are_told_in_order(feed: ScriptedFeed, following: Following) -> None:
    begin(feed, following)
    feed.then(changes(6, 8, complete=9), progress(11))

    applied, idle = following.next(), following.next()

    assert isinstance(applied, Applied)
    assert told_revisions(applied) == [6, 8]
    assert (applied.revision, applied.server_time_us) == (9, 2_000_000)
    assert idle == Idle(11, 3_000_000)


def test_what_was_told_is_not_told_again(feed: ScriptedFeed, following: Following) -> None:
    begin(feed, following)
    feed.then(changes(5, 6), changes(6, 7), changes(4, 7), changes(8))

    assert told_revisions(following.next()) == [6]
    assert told_revisions(following.next()) == [7]
    assert following.next() == Idle(7, 2_000_000)
    assert told_revisions(following.next()) == [8]


def test_a_broken_stream_is_resumed_from_the_last_revision_and_lineage(
    feed: ScriptedFeed, following: Following
) -> None:
    begin(feed, following)
    feed.then(progress(9))
    assert following.next() == Idle(9, 3_000_000)
    feed.then(DeskError(Reason.SERVER_STOPPING))

    away = following.next()
    resumed = feed.requests.get(timeout=PATIENCE_S)
    feed.then(changes(9, 10))

    assert isinstance(away, FollowState)
    assert away.kind is FollowKind.AWAY
    assert away.error is not None
    assert away.error.reason is Reason.SERVER_STOPPING
    assert resumed == WatchRequest(after_revision=9, lineage="one")
    assert following.next() == FollowState(FollowKind.LIVE)
    assert told_revisions(following.next()) == [10]


def test_a_stream_that_ends_in_good_order_is_resumed_too(feed: ScriptedFeed, following: Following) -> None:
    begin(feed, following)
    feed.then(None, changes(6))

    following.await_state(FollowKind.AWAY)
    assert following.next() == FollowState(FollowKind.LIVE)
    assert told_revisions(following.next()) == [6]


def test_a_killed_server_that_comes_back_is_followed_on(feed: ScriptedFeed, following: Following) -> None:
    begin(feed, following)
    feed.stop()
    away = following.await_state(FollowKind.AWAY)
    assert away.error is not None
    feed.start()
    assert feed.requests.get(timeout=PATIENCE_S).after_revision == 5
    feed.then(changes(6))

    following.await_state(FollowKind.LIVE)
    assert told_revisions(following.next()) == [6]


def test_a_compacted_revision_means_a_new_snapshot_and_no_absence(feed: ScriptedFeed, following: Following) -> None:
    begin(feed, following)
    feed.then(DeskError(Reason.SERVER_STOPPING), DeskError(Reason.REVISION_COMPACTED), snapshot(3, 8, lineage="two"))

    following.await_state(FollowKind.AWAY)
    assert following.next() == FollowState(FollowKind.LIVE)
    reset = following.next()

    assert isinstance(reset, Reset)
    assert reset.facts.columns()["id"].tolist() == [8]
    assert feed.requests.get(timeout=PATIENCE_S).after_revision == 5
    assert feed.requests.get(timeout=PATIENCE_S) == WatchRequest()
    feed.then(DeskError(Reason.SERVER_STOPPING))
    assert feed.requests.get(timeout=PATIENCE_S) == WatchRequest(after_revision=3, lineage="two")


def test_a_stream_that_breaks_within_the_snapshot_begins_it_anew(feed: ScriptedFeed, following: Following) -> None:
    feed.then(snapshot(5, 1, last=False), DeskError(Reason.STORE_FAILED), snapshot(6, 1, 2))

    away = following.await_state(FollowKind.AWAY)
    following.await_state(FollowKind.LIVE)
    reset = following.next()

    assert away.error is not None
    assert away.error.reason is Reason.STORE_FAILED
    assert isinstance(reset, Reset)
    assert reset.facts.columns()["id"].tolist() == [1, 2]


@pytest.mark.parametrize("nonsense", [WatchResponse(), changes(1), snapshot(5, 2, 1)], ids=["empty", "early", "mixed"])
def test_a_feed_that_makes_no_sense_is_away_and_tried_again(
    feed: ScriptedFeed, following: Following, nonsense: WatchResponse
) -> None:
    feed.then(nonsense)

    away = following.await_state(FollowKind.AWAY)
    assert feed.ended.get(timeout=PATIENCE_S) == WatchRequest()
    feed.then(snapshot(5, 1))

    following.await_state(FollowKind.LIVE)
    assert away.error is not None
    assert away.error.reason is Reason.INTERNAL


def test_cancelling_ends_it_while_it_listens(feed: ScriptedFeed, following: Following) -> None:
    begin(feed, following)

    following.follower.cancel()
    following.thread.join(PATIENCE_S)

    assert not following.thread.is_alive()
    assert following.told.empty()
    assert feed.ended.get(timeout=PATIENCE_S) == WatchRequest()


def test_a_server_that_is_not_there_is_said_once_and_cancelling_ends_the_waiting() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        following = Following(f"127.0.0.1:{taken.getsockname()[1]}")
        away = following.await_state(FollowKind.AWAY)
        following.close()

    assert away.error is not None
    assert away.error.reason is Reason.SERVER_UNREACHABLE
    assert not following.thread.is_alive()
    assert following.told.empty()
