"""Whatever anybody but helpdesk staff asks, hears or is refused is the same before an internal note and after it."""

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from google.protobuf.field_mask_pb2 import FieldMask
from google.protobuf.message import Message

from campusdesk.policy import METHODS, WRITES
from campusdesk.rules import Reason, Role
from campusdesk.v1 import analytics_pb2, change_feed_pb2, operations_pb2, ticket_pb2, ticket_service_pb2
from tests.campusdesk import contract
from tests.cluster import Cluster
from tests.system.calls import Metadata, Outcome, Servers, introduced
from tests.system.programs import UNLIMITED, campus

pb = ticket_service_pb2
TICKETS, WATCH = "/campusdesk.v1.TicketService/", "/campusdesk.v1.ChangeFeedService/Watch"
STAFF, USER = introduced(Role.HELPDESK), introduced(Role.USER)
NOTE = "He calls daily, lamp 4711 is the third"

# What the whole database is at, and by which clock: it says of no ticket that it changed.
MARKS: dict[type[Message], tuple[str, ...]] = {
    pb.ServerInfo: ("revision", "server_time"),
    operations_pb2.ServerStatus: ("revision", "server_time", "database_bytes", "disk_free_bytes", "watcher_count"),
    change_feed_pb2.Snapshot: ("revision", "server_time"),
}


@pytest.fixture(params=["sqlite", "postgresql"])
def servers(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Servers]:
    if request.param == "sqlite":
        yield from serving(tmp_path / "tickets.db")
        return
    cluster: Cluster = request.getfixturevalue("postgresql")
    with cluster.database() as url:
        yield from serving(url)


def serving(database: Path | str) -> Iterator[Servers]:
    with campus(database, *UNLIMITED) as (_, tickets, analytics), Servers(tickets, analytics) as called:
        yield called


def done(servers: Servers, verb: str, request: Message, *, staff: bool = False) -> Message:
    outcome = servers.call(TICKETS + verb, request, STAFF if staff else USER)
    assert outcome.answer is not None, outcome
    return outcome.answer


def report(servers: Servers) -> ticket_pb2.Ticket:
    request = pb.CreateTicketRequest(request_id=new_id(), description="Dark lamp in the hall", location="B105")
    ticket = done(servers, "CreateTicket", request)
    assert isinstance(ticket, ticket_pb2.Ticket)
    done(servers, "PostMessage", posting(ticket, "The lamp is still dark"))
    return ticket


def posting(ticket: ticket_pb2.Ticket, text: str, *, internal: bool = False) -> pb.PostMessageRequest:
    return pb.PostMessageRequest(request_id=new_id(), ticket_id=ticket.id, text=text, internal=internal)


def note(servers: Servers, ticket: ticket_pb2.Ticket) -> ticket_pb2.Message:
    posted = done(servers, "PostMessage", posting(ticket, NOTE, internal=True), staff=True)
    assert isinstance(posted, ticket_pb2.Message)
    assert posted.internal
    return posted


def pages(ticket: ticket_pb2.Ticket) -> Iterator[dict[str, int]]:
    for size in (1, 200):
        for after in (0, ticket.revision, ticket.revision + 1):
            yield {"ticket_id": ticket.id, "page_size": size, "after_revision": after}


def listings() -> Iterator[Message]:
    for size in (1, 200):
        for place in ("", "Desk 2"):
            yield pb.ListTicketsRequest(page_size=size, reported_from=place)


def searches() -> Iterator[Message]:
    for text in ("4711", "471", "daily", "third", "lamp", "dark third", "lamp still", "he calls", NOTE, "the l"):
        for limit in (1, 50):
            yield pb.SearchTicketsRequest(text=text, limit=limit)


TEXTS = (NOTE, "Dark lamp in the hall")
Asking = Callable[[ticket_pb2.Ticket], Iterable[Message]]

# What can be asked about a ticket without changing anything: it is answered, or refused, and the same ever after.
ASKED: dict[str, Asking] = {
    TICKETS + "GetTicket": lambda ticket: [pb.GetTicketRequest(id=ticket.id)],
    TICKETS + "BatchGetTickets": lambda ticket: [pb.BatchGetTicketsRequest(ids=[ticket.id])],
    TICKETS + "ListTickets": lambda _: listings(),
    TICKETS + "SearchTickets": lambda _: searches(),
    TICKETS + "ListMessages": lambda ticket: [pb.ListMessagesRequest(**page) for page in pages(ticket)],
    TICKETS + "ListChanges": lambda ticket: [pb.ListChangesRequest(**page) for page in pages(ticket)],
    TICKETS + "FindSimilarTickets": lambda ticket: [
        *(pb.FindSimilarTicketsRequest(description=text, location="B105", least_confidence=0) for text in TEXTS),
        pb.FindSimilarTicketsRequest(ticket_id=ticket.id),
    ],
    TICKETS + "SuggestCategory": lambda _: [pb.SuggestCategoryRequest(description=text) for text in TEXTS],
    TICKETS + "GetServerInfo": lambda _: [pb.GetServerInfoRequest()],
    "/campusdesk.v1.OperationsService/GetServerStatus": lambda _: [operations_pb2.GetServerStatusRequest()],
    # From the beginning, and from a revision that there never was.
    WATCH: lambda _: [change_feed_pb2.WatchRequest(), change_feed_pb2.WatchRequest(after_revision=10**6)],
    "/campusdesk.v1.BacklogService/WatchBacklog": lambda _: [analytics_pb2.WatchBacklogRequest()],
    "/campusdesk.v1.ResolutionTimeService/WatchResolutionTimes": lambda _: [
        analytics_pb2.WatchResolutionTimesRequest()
    ],
    "/campusdesk.v1.CategoryLoadService/WatchCategoryLoad": lambda _: [analytics_pb2.WatchCategoryLoadRequest()],
    # Never done for those who ask here.
    TICKETS + "ActivateTicket": lambda ticket: [pb.ActivateTicketRequest(request_id=new_id(), id=ticket.id)],
    TICKETS + "CloseTicket": lambda ticket: [pb.CloseTicketRequest(request_id=new_id(), id=ticket.id)],
}


def overtaken(ticket: ticket_pb2.Ticket) -> Iterator[Message]:
    for place in ("C7", "C8"):
        yield pb.UpdateTicketRequest(
            request_id=new_id(),
            ticket=ticket_pb2.Ticket(id=ticket.id, location=place),
            update_mask=FieldMask(paths=["location"]),
            expected_revision=ticket.revision,
        )


# What a simple user writes: it is answered as under a ticket without a note.
WRITTEN: dict[str, Asking] = {
    TICKETS + "CreateTicket": lambda _: [pb.CreateTicketRequest(request_id=new_id(), description=NOTE)],
    TICKETS + "UpdateTicket": overtaken,
    TICKETS + "AddMeToo": lambda ticket: [
        pb.AddMeTooRequest(request_id=new_id(), ticket_id=ticket.id, installation_id=new_id())
    ],
    TICKETS + "PostMessage": lambda ticket: [posting(ticket, "And?"), posting(ticket, "x", internal=True)],
}


def told(outcome: Outcome) -> tuple[object, ...]:
    """Return all that the outcome tells, in bytes, less the marks of the whole database."""
    answer = outcome.answer
    if isinstance(answer, change_feed_pb2.WatchResponse):
        clear(answer.snapshot)
    elif answer is not None:
        clear(answer)
    details = [detail.SerializeToString(deterministic=True) for detail in outcome.details]
    said = answer.SerializeToString(deterministic=True) if answer is not None else None
    return outcome.code, outcome.reason, outcome.words, details, said


def clear(answer: Message) -> None:
    if isinstance(answer, pb.FindSimilarTicketsResponse):
        for one in answer.tickets:
            # It falls with every second that passes.
            one.confidence = round(one.confidence, 3)
    for name in MARKS.get(type(answer), ()):
        answer.ClearField(name)


def new_id() -> str:
    return str(uuid.uuid4())


def questions(ticket: ticket_pb2.Ticket, asked: Mapping[str, Asking]) -> list[tuple[str, Message]]:
    return [(method, request) for method, asking in asked.items() for request in asking(ticket)]


def test_every_method_has_a_row_here() -> None:
    assert set(ASKED) | set(WRITTEN) == set(contract.METHODS)
    assert set(WRITTEN) == {method for method in WRITES if Role.USER in METHODS[method]}


NOBODY: Metadata = ()


@pytest.mark.parametrize("who", [USER, introduced(Role.ANALYTICS), NOBODY], ids=["user", "analytics", "nobody"])
def test_every_answer_and_refusal_is_the_same_to_the_byte(servers: Servers, who: Metadata) -> None:
    ticket = report(servers)
    # Who may write nothing is refused whatever it is.
    asked = questions(ticket, ASKED if who == USER else {**ASKED, **WRITTEN})
    before = [told(servers.call(method, request, who)) for method, request in asked]
    read = [(method, request) for method, request in asked if method in SHOWING]
    of_staff = [told(servers.call(method, request, STAFF)) for method, request in read]
    note(servers, ticket)
    note(servers, ticket)
    for (method, request), expected in zip(asked, before, strict=True):
        assert told(servers.call(method, request, who)) == expected, method
    # The same questions show it to those whom it is for.
    answers = zip(read, of_staff, strict=True)
    assert {
        method for (method, request), earlier in answers if told(servers.call(method, request, STAFF)) != earlier
    } == SHOWING


SHOWING = {
    WATCH,
    *(TICKETS + f"{verb}Ticket{plural}" for verb, plural in (("Get", ""), ("BatchGet", "s"), ("List", "s"))),
    *(TICKETS + verb for verb in ("ListMessages", "ListChanges", "SearchTickets")),
}


# What tells any two tickets apart, and what is posted under them.
_OWN = {
    ticket_pb2.Ticket: ("id", "revision", "last_message_revision", "open_time", "update_time"),
    ticket_pb2.Message: ("ticket_id", "revision", "post_time"),
}


def shape(answer: Message | None) -> Message | None:
    """Return the answer without what tells any two tickets apart."""
    if answer is None:
        return None
    plain = type(answer).FromString(answer.SerializeToString())
    for name in _OWN[type(answer)]:
        plain.ClearField(name)
    return plain


def test_every_write_of_a_simple_user_is_answered_as_if_there_were_no_note(servers: Servers) -> None:
    noted, plain = report(servers), report(servers)
    note(servers, noted)
    told_of = []
    for ticket in (noted, plain):
        outcomes = [servers.call(method, request, USER) for method, request in questions(ticket, WRITTEN)]
        conflicts = [detail.current for one in outcomes for detail in one.details if hasattr(detail, "current")]
        present = done(servers, "GetTicket", pb.GetTicketRequest(id=ticket.id))
        assert isinstance(present, ticket_pb2.Ticket)
        [posted] = [one.answer for one in outcomes if isinstance(one.answer, ticket_pb2.Message)]
        assert present.revision == present.last_message_revision == posted.revision
        told_of.append(
            (
                [(one.code, one.reason, one.words) for one in outcomes],
                [shape(one) for one in (present, *conflicts, *(outcome.answer for outcome in outcomes))],
            )
        )
    assert told_of[0] == told_of[1]
    refused = [reason for _, reason, _ in told_of[0][0] if reason is not None]
    assert refused == [Reason.EDIT_OVERTAKEN, Reason.ROLE_FORBIDDEN]


def test_who_resumes_over_notes_is_told_what_else_happened(servers: Servers) -> None:
    info = done(servers, "GetServerInfo", pb.GetServerInfoRequest())
    assert isinstance(info, pb.ServerInfo)
    ticket = report(servers)
    first = note(servers, ticket)
    asked = done(servers, "PostMessage", posting(ticket, "And?"))
    second = note(servers, ticket)
    last = done(servers, "PostMessage", posting(ticket, "Hello?"))
    assert isinstance(asked, ticket_pb2.Message)
    assert isinstance(last, ticket_pb2.Message)
    hidden = {first.revision, second.revision}
    watching = change_feed_pb2.WatchRequest(after_revision=info.revision, lineage=info.lineage)
    for role in Role:
        heard = heard_until(servers, watching, role, last.revision)
        revisions = [change.revision for change in heard]
        expected = range(info.revision + 1, last.revision + 1)
        assert revisions == [one for one in expected if role is Role.HELPDESK or one not in hidden]
        said = b"".join(change.SerializeToString() for change in heard)
        assert (b"4711" in said) is (role is Role.HELPDESK)
        if role is not Role.HELPDESK:
            assert {(one.ticket.note_count, one.ticket.last_note_revision) for one in heard} == {(0, 0)}


def heard_until(
    servers: Servers, watching: change_feed_pb2.WatchRequest, role: Role, until: int
) -> list[change_feed_pb2.Change]:
    heard: list[change_feed_pb2.Change] = []
    with servers.stream(WATCH, watching, introduced(role)) as events:
        for event in events:
            assert isinstance(event, change_feed_pb2.WatchResponse)
            heard.extend(event.changes.changes)
            if event.changes.revision >= until:
                break
    return heard


def test_a_simple_user_who_would_write_a_note_learns_nothing_of_the_ticket(servers: Servers) -> None:
    noted = report(servers)
    note(servers, noted)
    refusals = {
        told(servers.call(TICKETS + "PostMessage", posting(ticket, text, internal=True), USER))[:3]
        for ticket in (noted, report(servers), ticket_pb2.Ticket(id=999), ticket_pb2.Ticket(id=-1))
        for text in ("x", "")
    }
    assert {reason for _, reason, _ in refusals} == {Reason.ROLE_FORBIDDEN}
    assert len(refusals) == 1
