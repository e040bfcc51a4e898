"""What every analysis is: a derived number that is loaded from columns and then kept by adding and removing facts."""

from collections.abc import Mapping
from typing import Protocol, TypeVar

from campusdesk.facts import Column, TicketFacts
from campusdesk.v1.analytics_pb2 import ResultStamp


class Result(Protocol):
    """What is streamed: a protobuf message with a stamp."""

    @property
    def stamp(self) -> ResultStamp:
        """Return what the result is true for."""
        ...

    def SerializeToString(self, *, deterministic: bool = ...) -> bytes:  # noqa: N802  protobuf's name
        """Return the message as bytes."""
        ...


QueryT = TypeVar("QueryT")
QueryT_contra = TypeVar("QueryT_contra", contravariant=True)
ResultT = TypeVar("ResultT", bound=Result)


class Metric(Protocol[QueryT_contra, ResultT]):
    """A derived number that equals, after any history, what `load` computes from the facts; times are microseconds."""

    def load(self, columns: Mapping[str, Column]) -> None:
        """Begin with all facts; called once, before anything else."""
        ...

    def add(self, facts: TicketFacts) -> None:
        """Count one ticket in."""
        ...

    def remove(self, facts: TicketFacts) -> None:
        """Count one ticket out, with the same facts as it was counted in."""
        ...

    def result(self, query: QueryT_contra, now_us: int) -> ResultT:
        """Return the result for the moment, without a stamp."""
        ...

    def valid_until(self, query: QueryT_contra, now_us: int) -> int | None:
        """Return the first moment after now at which the result becomes another one by itself, or None for never."""
        ...

    def slide(self, result: ResultT, now_us: int) -> None:
        """Bring to another moment what of the result moves without end, such as the begin of a period."""
        ...
