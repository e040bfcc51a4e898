"""A watch is resumed at the very edge of the resume horizon, and told to begin anew one revision further back."""

import sqlite3
import uuid
from contextlib import closing
from itertools import islice
from pathlib import Path

import grpc
import pytest

from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.errors import from_rpc_error
from campusdesk.rules import Reason, Role
from campusdesk.v1 import change_feed_pb2, ticket_service_pb2
from campusdesk.v1.change_feed_pb2_grpc import ChangeFeedServiceStub
from campusdesk.v1.ticket_service_pb2_grpc import TicketServiceStub
from tests.system.programs import ticket_server
from ticket_server.feed import RESUME_HORIZON

BATCHES = 20

# A ticket with one more change than the horizon reaches back, each like the one that a real server made.
_LONG_HISTORY = """
WITH RECURSIVE more (number) AS (SELECT 2 UNION ALL SELECT number + 1 FROM more WHERE number < {last})
INSERT INTO change ({names}) SELECT number, {others} FROM change, more WHERE revision = 1
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Make a database whose newest revision is the horizon and one."""
    path = tmp_path / "tickets.db"
    with ticket_server(path) as server, open_channel(server.address(), Caller(Role.USER, "LAB-1")) as channel:
        request = ticket_service_pb2.CreateTicketRequest(request_id=str(uuid.uuid4()), description="It drips.")
        TicketServiceStub(channel).CreateTicket(request)
        assert server.stop() == 0
    with closing(sqlite3.connect(path)) as stored, stored:
        names = [name for _, name, *_ in stored.execute("PRAGMA table_info(change)")]
        others = ", ".join(name for name in names if name != "revision")
        assert names[0] == "revision"
        stored.execute(_LONG_HISTORY.format(last=RESUME_HORIZON + 1, names=", ".join(names), others=others))
        stored.execute("UPDATE counter SET last_revision = ?", (RESUME_HORIZON + 1,))
        stored.execute("UPDATE ticket SET revision = ?", (RESUME_HORIZON + 1,))
    return path


def test_the_edge_of_the_horizon(database: Path) -> None:
    with ticket_server(database) as server, open_channel(server.address(), Caller(Role.HELPDESK, "Desk 2")) as channel:
        tickets, feed = TicketServiceStub(channel), ChangeFeedServiceStub(channel)
        lineage = tickets.GetServerInfo(ticket_service_pb2.GetServerInfoRequest()).lineage

        told = revisions(feed, lineage, after=1)
        assert told == list(range(2, len(told) + 2))
        assert len(told) >= BATCHES
        assert refusal(feed, lineage, after=0) is Reason.REVISION_COMPACTED

        request = ticket_service_pb2.CreateTicketRequest(request_id=str(uuid.uuid4()), description="It drips again.")
        assert tickets.CreateTicket(request).revision == RESUME_HORIZON + 2
        assert refusal(feed, lineage, after=1) is Reason.REVISION_COMPACTED
        assert revisions(feed, lineage, after=2)[0] == 3
        assert refusal(feed, lineage, after=RESUME_HORIZON + 3) is Reason.REVISION_COMPACTED


def revisions(feed: ChangeFeedServiceStub, lineage: str, after: int) -> list[int]:
    """Return the revisions of the first batches that a resumed watch tells."""
    call = feed.Watch(change_feed_pb2.WatchRequest(after_revision=after, lineage=lineage))
    batches = (response.changes for response in call if response.HasField("changes"))
    told = [change.revision for batch in islice(batches, BATCHES) for change in batch.changes]
    call.cancel()
    return told


def refusal(feed: ChangeFeedServiceStub, lineage: str, after: int) -> Reason:
    """Return why a watch cannot be resumed there."""
    with pytest.raises(grpc.RpcError) as refused:
        next(feed.Watch(change_feed_pb2.WatchRequest(after_revision=after, lineage=lineage)))
    return from_rpc_error(refused.value).reason
