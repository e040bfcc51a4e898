"""A further analysis, which lives in the tests only: how many people have been waiting for longer than a time.

In the product its message would stand in analytics.proto; all else of it is this file.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

from google.protobuf import descriptor_pool, json_format, message_factory
from google.protobuf.descriptor_pb2 import FileDescriptorProto

from analytics.replica import Replica
from analytics.rpc import Server, add_watch
from campusdesk.facts import Column, TicketFacts
from campusdesk.rules import Status
from campusdesk.v1.analytics_pb2 import WatchBacklogRequest

PATH = "tests.PeopleWaitingService/WatchPeopleWaiting"

_PROTO = {
    "name": "tests/further_analysis.proto",
    "package": "tests",
    "syntax": "proto3",
    "dependency": ["campusdesk/v1/analytics.proto"],
    "message_type": [
        {
            "name": "PeopleWaitingResult",
            "field": [
                {"name": "stamp", "number": 1, "type": "TYPE_MESSAGE", "type_name": ".campusdesk.v1.ResultStamp"},
                {"name": "people", "number": 2, "type": "TYPE_INT64"},
            ],
        }
    ],
}
_FILE = descriptor_pool.Default().AddSerializedFile(
    json_format.ParseDict(_PROTO, FileDescriptorProto()).SerializeToString()
)
# No generated code knows the message.
PeopleWaitingResult: Any = message_factory.GetMessageClass(_FILE.message_types_by_name["PeopleWaitingResult"])
_Result: TypeAlias = Any


class PeopleWaitingMetric:
    """Keeps when each ticket that is not closed was opened, and how many it concerns; a query is microseconds."""

    def __init__(self) -> None:
        self._waiting: dict[int, tuple[int, int]] = {}

    def load(self, columns: Mapping[str, Column]) -> None:
        """Begin with all facts."""
        names = ("id", "open_time", "me_too_count")
        waiting = columns["status"] != Status.CLOSED
        rows = zip(*(columns[name][waiting].tolist() for name in names), strict=True)
        self._waiting = {number: (opened, 1 + others) for number, opened, others in rows}

    def add(self, facts: TicketFacts) -> None:
        """Count one ticket in."""
        if facts.status != Status.CLOSED:
            self._waiting[facts.id] = facts.open_time, 1 + facts.me_too_count

    def remove(self, facts: TicketFacts) -> None:
        """Count one ticket out."""
        self._waiting.pop(facts.id, None)

    def result(self, query: int, now_us: int) -> _Result:
        """Return how many people have been waiting for so long."""
        return PeopleWaitingResult(people=sum(n for opened, n in self._waiting.values() if opened <= now_us - query))

    def valid_until(self, query: int, now_us: int) -> int | None:
        """Return when the next ones have."""
        return min((opened + query for opened, _ in self._waiting.values() if opened > now_us - query), default=None)

    def slide(self, result: _Result, now_us: int) -> None:
        """Let all stand: nothing in it moves without end."""


def add_people_waiting(server: Server, replica: Replica[int, _Result]) -> str:
    """Let the server answer for it; return the service's name."""

    def asked(request: WatchBacklogRequest) -> int:
        return request.period.ToMicroseconds()

    return add_watch(server, PATH, WatchBacklogRequest, asked, replica)
