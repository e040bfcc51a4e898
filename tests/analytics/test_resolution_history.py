"""The resolution times after any history, with what was told on the way: as counted anew from all tickets."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from analytics.campus_calendar import CampusCalendar
from analytics.replica import Replica
from analytics.resolution_time import ResolutionQuery, ResolutionTimeMetric
from campusdesk.facts import Facts, TicketFacts, encode
from campusdesk.follow import Applied, Reset
from campusdesk.v1.analytics_pb2 import ResolutionTimesResult
from campusdesk.v1.change_feed_pb2 import Change, FactColumns
from campusdesk.v1.ticket_pb2 import Category, Status, Ticket
from tests.analytics.histories import DAY_US, ZONES, columns_of, tickets, us
from tests.analytics.resolution_oracle import expected_times

PLAIN_ZONES = ZONES[:3]
QUERIES = st.builds(ResolutionQuery, st.sampled_from([0, 1, 6]), st.integers(0, 3))
# Three months with the change of the clocks in them, so that what happens meets what was looked at before.
MOMENTS = st.integers(us("2026-02-10T00:00Z"), us("2026-04-20T00:00Z"))
# Some of them from so much later that nothing moves any more by itself.
LOOKS = st.tuples(QUERIES, MOMENTS | st.integers(us("2026-06-01T00:00Z"), us("2026-08-01T00:00Z")))
IDS = st.integers(1, 12)


@st.composite
def close_tickets(draw: st.DrawFn) -> TicketFacts:
    """Draw a ticket of those months, at any point of its life."""
    open_us = draw(MOMENTS)
    taken_us = open_us + draw(st.integers(0, 3 * DAY_US))
    closed_us = taken_us + draw(st.just(0) | st.integers(0, 20 * DAY_US))
    ticket = draw(tickets())._replace(id=draw(IDS), open_time=open_us, update_time=closed_us)
    return ticket._replace(
        activate_time=taken_us if ticket.activate_time else 0, close_time=closed_us if ticket.close_time else 0
    )


def ticket_of(facts: TicketFacts) -> Ticket:
    status, category = Status.ValueType(facts.status), Category.ValueType(facts.category)
    ticket = Ticket(id=facts.id, revision=facts.revision, status=status, category=category)
    for name in ("open_time", "activate_time", "update_time", "close_time"):
        if getattr(facts, name):
            getattr(ticket, name).FromMicroseconds(getattr(facts, name))
    return ticket


def change_of(step: TicketFacts | int) -> Change:
    if isinstance(step, TicketFacts):
        return Change(revision=step.revision, ticket_id=step.id, ticket=ticket_of(step))
    return Change(revision=1, ticket_id=step, removed=True)


class Followed:
    """A replica and, apart from it, the tickets that it must know."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self.known: dict[int, TicketFacts] = {}
        self._replica = Replica(self._metric(), lambda: 0)
        self._newest: list[Change] = []

    def reset(self, known: Mapping[int, TicketFacts]) -> None:
        self.known = dict(known)
        rows = sorted(self.known.values())
        facts, metric = Facts.from_snapshot([FactColumns(**encode(columns_of(rows)))]), self._metric()
        metric.load(facts.columns())
        self._replica.reset(metric, Reset(facts, 1, 0, "one"), 0)

    def follow(self, step: TicketFacts | int) -> None:
        if isinstance(step, TicketFacts):
            self.known[step.id] = step
        else:
            self.known.pop(step, None)
        self._newest = [*self._newest[-4:], change_of(step)]
        self._replica.apply(Applied([self._newest[-1]], 1, 0), 0)

    def resume(self) -> None:
        """Be told the newest changes a second time, as after a stream that broke before they were noted."""
        self._replica.apply(Applied(self._newest, 1, 0), 0)

    def told(self, query: ResolutionQuery, now_us: int) -> ResolutionTimesResult:
        return self._replica.metric.result(query, now_us)

    def _metric(self) -> ResolutionTimeMetric:
        return ResolutionTimeMetric(CampusCalendar(self.zone))


@given(
    begun=st.lists(close_tickets(), min_size=6, max_size=25),
    steps=st.lists(close_tickets() | IDS | LOOKS | st.sampled_from(["resume", "reset"]), max_size=40),
    looks=st.lists(LOOKS, min_size=1, max_size=4),
    zone=st.sampled_from(PLAIN_ZONES),
)
def test_any_history_with_resumptions_resets_and_looks_is_told_as_counted_anew(
    begun: list[TicketFacts],
    steps: list[TicketFacts | int | tuple[ResolutionQuery, int] | str],
    looks: list[tuple[ResolutionQuery, int]],
    zone: ZoneInfo,
) -> None:
    followed = Followed(zone)
    followed.reset({ticket.id: ticket for ticket in begun})
    for step in steps:
        if step == "resume":
            followed.resume()
        elif step == "reset":
            followed.reset(followed.known)
        elif isinstance(step, TicketFacts | int):
            followed.follow(step)
        elif isinstance(step, tuple):
            followed.told(*step)
            looks = [*looks, step]

    for query, now_us in looks:
        assert followed.told(query, now_us) == expected_times(list(followed.known.values()), query, now_us, zone)
