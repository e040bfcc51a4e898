"""What nobody may learn: marks in every text of a ticket, and no mark in any answer where it must not be."""

import uuid
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from google.protobuf.field_mask_pb2 import FieldMask
from google.protobuf.message import Message

from campusdesk.access import Caller
from campusdesk.policy import WRITES
from campusdesk.rules import Reason, Role, Status
from campusdesk.v1 import change_feed_pb2, ticket_pb2, ticket_service_pb2
from tests.campusdesk import contract
from tests.system.calls import Metadata, Outcome, Servers, introduced
from tests.system.programs import UNLIMITED, campus
from tests.system.test_policy import REQUESTS, TICKETS, Case

pb = ticket_service_pb2
USER, STAFF = introduced(Role.USER), introduced(Role.HELPDESK)


class Scene(NamedTuple):
    """Tickets in every status whose texts are marked with their number, and the lineage of their history."""

    servers: Servers
    cases: dict[Status, Case]
    lineage: str
    last_revision: int


def mark(kind: str, case: int) -> str:
    """Return a word that only this text of this ticket holds, and that a search finds."""
    return f"mark{kind}{case}x"


def marks(kind: str, *cases: int) -> set[bytes]:
    return {mark(kind, case).encode() for case in cases}


KINDS = ("description", "location", "contact", "contact2", "message", "before", "reporter", "taker", "writer")
# What each role may read of a ticket that it may see.
READ = {
    Role.USER: {"description", "location", "message", "before", "reporter", "taker", "writer"},
    Role.HELPDESK: set(KINDS),
    Role.ANALYTICS: set[str](),
}


def at(role: Role, place: str) -> Metadata:
    return Caller(role, place).metadata()


def edit(ticket: ticket_pb2.Ticket, *paths: str, revision: int) -> pb.UpdateTicketRequest:
    mask = FieldMask(paths=paths)
    return pb.UpdateTicketRequest(
        request_id=str(uuid.uuid4()), ticket=ticket, update_mask=mask, expected_revision=revision
    )


def live(servers: Servers, number: int, status: Status) -> Case:
    """Let a ticket come to that status, with a mark in every text that it ever had."""

    def ask(verb: str, request: Message, said: Metadata) -> Outcome:
        outcome = servers.call(TICKETS + verb, request, said)
        assert outcome.reason is None, outcome
        return outcome

    report = pb.CreateTicketRequest(
        request_id=str(uuid.uuid4()), description=mark("before", number), contact=mark("contact", number)
    )
    created = ask("CreateTicket", report, at(Role.USER, mark("reporter", number))).answer
    assert isinstance(created, ticket_pb2.Ticket)
    texts = ticket_pb2.Ticket(id=created.id, description=mark("description", number), location=mark("location", number))
    ask("UpdateTicket", edit(texts, "description", "location", revision=created.revision), USER)
    contact = ticket_pb2.Ticket(id=created.id, contact=mark("contact2", number))
    ask("UpdateTicket", edit(contact, "contact", revision=created.revision), STAFF)
    post = pb.PostMessageRequest(request_id=str(uuid.uuid4()), ticket_id=created.id, text=mark("message", number))
    ask("PostMessage", post, at(Role.USER, mark("writer", number)))
    case = Case(created.id, created.revision, mark("description", number))
    for verb in ("ActivateTicket", "CloseTicket")[: status - 1]:
        ask(verb, REQUESTS[verb](case), at(Role.HELPDESK, mark("taker", number)))
    return case


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    database = tmp_path_factory.mktemp("secrets") / "tickets.db"
    with (
        campus(database, *UNLIMITED) as (_, tickets, analytics),
        Servers(tickets, analytics) as servers,
    ):
        cases = {status: live(servers, int(status), status) for status in Status}
        info = servers.call(TICKETS + "GetServerInfo", b"", STAFF).answer
        assert isinstance(info, pb.ServerInfo)
        yield Scene(servers, cases, info.lineage, info.revision)


def found(*said: Outcome | bytes) -> set[bytes]:
    """Return the marks that an answer, its details or some bytes hold."""
    text = b"".join(part if isinstance(part, bytes) else bytes_of(part) for part in said)
    return {made for kind in KINDS for made in marks(kind, *Status) if made in text}


def bytes_of(outcome: Outcome) -> bytes:
    held = [outcome.answer] if outcome.answer is not None else []
    return b"".join(message.SerializeToString() for message in (*held, *outcome.details)) + outcome.words.encode()


def readable(role: Role) -> set[bytes]:
    """Return all marks that the role may ever read."""
    seen = [status for status in Status if role is not Role.USER or status is not Status.CLOSED]
    return {made for kind in READ[role] for made in marks(kind, *seen)}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("method", contract.METHODS)
def test_no_answer_and_no_refusal_holds_what_its_caller_may_not_read(scene: Scene, method: str, role: Role) -> None:
    # What writes would change the scene for those who come after it.
    cases = {status: live(scene.servers, int(status), status) for status in Status} if method in WRITES else scene.cases
    for case in cases.values():
        request = REQUESTS[method.rpartition("/")[2]](case)
        assert found(scene.servers.call(method, request, introduced(role))) <= readable(role)


def told(scene: Scene, role: Role, after: int) -> bytes:
    """Return what a watch from a revision on is told up to the present."""
    request = change_feed_pb2.WatchRequest(after_revision=after, lineage=scene.lineage)
    said = b""
    with scene.servers.stream("/campusdesk.v1.ChangeFeedService/Watch", request, introduced(role)) as events:
        for event in events:
            assert isinstance(event, change_feed_pb2.WatchResponse)
            said += event.SerializeToString()
            if max(event.progress.revision, event.changes.revision) >= scene.last_revision:
                break
    return said


@pytest.mark.parametrize("role", Role)
def test_no_resumed_watch_tells_what_its_caller_may_not_read(scene: Scene, role: Role) -> None:
    for after in range(scene.last_revision):
        assert found(told(scene, role, after)) <= readable(role)


@pytest.mark.parametrize("role", [Role.USER, Role.HELPDESK])
def test_a_desk_is_told_what_it_may_read(scene: Scene, role: Role) -> None:
    seen = scene.cases if role is Role.HELPDESK else [Status.OPEN, Status.ACTIVE]
    shown = READ[role] - {"contact", "before"} - ({"contact2"} if role is Role.USER else set())
    taken = {made for status in (Status.ACTIVE, Status.CLOSED) for made in marks("taker", status)}
    wanted = {made for kind in shown for made in marks(kind, *seen)} - marks("taker", Status.OPEN)
    assert found(told(scene, role, 0)) >= wanted | (taken & readable(role))


def test_an_overtaken_edit_shows_no_contact_to_a_simple_user(scene: Scene) -> None:
    case = live(scene.servers, int(Status.ACTIVE), Status.ACTIVE)
    request = REQUESTS["UpdateTicket"](case)
    details = {}
    for role in (Role.USER, Role.HELPDESK):
        outcome = scene.servers.call(TICKETS + "UpdateTicket", request, introduced(role))
        assert outcome.reason is Reason.EDIT_OVERTAKEN
        details[role] = found(outcome)
    assert marks("description", case_number := int(Status.ACTIVE)) <= details[Role.USER] <= readable(Role.USER)
    assert details[Role.HELPDESK] - details[Role.USER] == marks("contact2", case_number)


def test_a_write_that_is_made_again_tells_what_it_told_at_first_and_no_more(scene: Scene) -> None:
    """A retry finds its own result after the ticket was closed too: nothing that its caller was not told before."""
    servers, said = scene.servers, introduced(Role.USER)
    report = pb.CreateTicketRequest(request_id=str(uuid.uuid4()), description="It drips")
    ticket = servers.call(TICKETS + "CreateTicket", report, said).answer
    assert isinstance(ticket, ticket_pb2.Ticket)
    case = Case(ticket.id, ticket.revision, "")
    writes = {"CreateTicket": report, **{verb: REQUESTS[verb](case) for verb in ("UpdateTicket", "PostMessage")}}
    first = {verb: servers.call(TICKETS + verb, request, said).answer for verb, request in writes.items()}
    for verb in ("ActivateTicket", "CloseTicket"):
        assert servers.call(TICKETS + verb, REQUESTS[verb](case), STAFF).reason is None
    assert {verb: servers.call(TICKETS + verb, request, said).answer for verb, request in writes.items()} == first
    assert None not in first.values()
    for verb in ("UpdateTicket", "PostMessage"):
        assert servers.call(TICKETS + verb, REQUESTS[verb](case), said).reason is Reason.TICKET_CLOSED
