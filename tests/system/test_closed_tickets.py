"""Random lives of tickets: whatever a simple user asks, from wherever he resumes, closed ones and notes are away."""

import base64
import struct
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest
from google.protobuf.field_mask_pb2 import FieldMask
from google.protobuf.message import Message
from google.protobuf.timestamp_pb2 import Timestamp
from google.rpc.error_details_pb2 import ErrorInfo
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from campusdesk.rules import Reason, Role, Status
from campusdesk.v1 import change_feed_pb2, ticket_pb2, ticket_service_pb2
from tests.system.calls import Metadata, Outcome, Servers, introduced
from tests.system.depth import DEPTHS
from tests.system.programs import ticket_server

pb = ticket_service_pb2
TICKETS, WATCH = "/campusdesk.v1.TicketService/", "/campusdesk.v1.ChangeFeedService/Watch"
USER, STAFF = introduced(Role.USER), introduced(Role.HELPDESK)

_numbers = st.integers(0, 30)


@dataclass
class Life:
    """One ticket as the test knows it: all words that were ever written in it, and the revision that closed it.

    `noted` are the words of its internal notes.
    """

    id: int
    word: str
    revision: int
    status: Status = Status.OPEN
    words: set[bytes] = field(default_factory=set)
    noted: set[bytes] = field(default_factory=set)
    closed_at: int = 0
    close_time: Timestamp = field(default_factory=Timestamp)


class Lives(RuleBasedStateMachine):
    """Lives of tickets on a server that has others too, and a simple user who looks."""

    servers: ClassVar[Servers]
    made: ClassVar[list["Lives"]] = []

    def __init__(self) -> None:
        super().__init__()
        self.made.append(self)
        self.lives: list[Life] = []
        self.notes: set[int] = set()
        before = self.info()
        self.lineage, self.begin = before.lineage, before.revision
        self.counted = before.open_count, before.active_count

    @rule()
    def report(self) -> None:
        word = new_word()
        request = pb.CreateTicketRequest(request_id=str(uuid.uuid4()), description=word, location=word, contact=word)
        ticket = self.done("CreateTicket", request, USER)
        assert isinstance(ticket, ticket_pb2.Ticket)
        self.lives.append(Life(ticket.id, word, ticket.revision, words={word.encode()}))

    @precondition(lambda self: self.living())
    @rule(which=_numbers, of_staff=st.booleans())
    def edit(self, which: int, of_staff: bool) -> None:
        life, word = self.living()[which % len(self.living())], new_word()
        request = pb.UpdateTicketRequest(
            request_id=str(uuid.uuid4()),
            ticket=ticket_pb2.Ticket(id=life.id, location=word, contact=word),
            update_mask=FieldMask(paths=["contact", "location"] if of_staff else ["location"]),
            expected_revision=self.info().revision,
        )
        self.done("UpdateTicket", request, STAFF if of_staff else USER)
        life.words.add(word.encode())

    @precondition(lambda self: self.living())
    @rule(which=_numbers)
    def post(self, which: int) -> None:
        life, word = self.living()[which % len(self.living())], new_word()
        self.done(
            "PostMessage", pb.PostMessageRequest(request_id=str(uuid.uuid4()), ticket_id=life.id, text=word), USER
        )
        life.words.add(word.encode())

    @precondition(lambda self: self.living())
    @rule(which=_numbers, times=st.integers(1, 3))
    def note(self, which: int, times: int) -> None:
        life = self.living()[which % len(self.living())]
        asked = [*self.readings(life), *(("SearchTickets", pb.SearchTicketsRequest(text=life.word)),)]
        before = [self.asked(TICKETS + verb, request).answer for verb, request in asked]
        for _ in range(times):
            word = new_word()
            request = pb.PostMessageRequest(request_id=str(uuid.uuid4()), ticket_id=life.id, text=word, internal=True)
            noted = self.done("PostMessage", request, STAFF)
            assert isinstance(noted, ticket_pb2.Message)
            self.notes.add(noted.revision)
            life.noted.add(word.encode())
            found = self.asked(TICKETS + "SearchTickets", pb.SearchTicketsRequest(text=word)).answer
            assert found == pb.SearchTicketsResponse()
        assert [self.asked(TICKETS + verb, request).answer for verb, request in asked] == before

    @precondition(lambda self: self.living())
    @rule(which=_numbers)
    def advance(self, which: int) -> None:
        life = self.living()[which % len(self.living())]
        if life.status is Status.OPEN:
            self.done("ActivateTicket", pb.ActivateTicketRequest(request_id=str(uuid.uuid4()), id=life.id), STAFF)
        else:
            request = pb.CloseTicketRequest(request_id=str(uuid.uuid4()), id=life.id)
            ticket = self.done("CloseTicket", request, STAFF)
            assert isinstance(ticket, ticket_pb2.Ticket)
            life.closed_at, life.close_time = ticket.revision, ticket.close_time
        life.status = Status(life.status + 1)

    @precondition(lambda self: self.closed())
    @rule(which=_numbers)
    def ask_for_a_closed_one(self, which: int) -> None:
        life = self.closed()[which % len(self.closed())]
        for verb, request in self.questions(life):
            outcome = self.asked(TICKETS + verb, request)
            assert outcome.reason is Reason.TICKET_CLOSED, verb
            assert life.close_time.ToDatetime() == moment_in(outcome), verb
        batch = self.asked(TICKETS + "BatchGetTickets", pb.BatchGetTicketsRequest(ids=[life.id])).answer
        assert batch == pb.BatchGetTicketsResponse()
        for text in (life.word, f"#{life.id}"):
            found = self.asked(TICKETS + "SearchTickets", pb.SearchTicketsRequest(text=text)).answer
            assert found == pb.SearchTicketsResponse()

    @rule(size=st.integers(1, 4), status=st.sampled_from([0, *Status]), place=st.sampled_from(["", "Desk 2"]))
    def list_pages(self, size: int, status: int, place: str) -> None:
        token = ""
        for _ in range(3):
            request = pb.ListTicketsRequest(
                page_size=size, page_token=token, status=ticket_pb2.Status.ValueType(status), reported_from=place
            )
            outcome = self.asked(TICKETS + "ListTickets", request)
            if status == Status.CLOSED:
                assert outcome.reason is Reason.TICKET_CLOSED
                return
            page = outcome.answer
            assert isinstance(page, pb.ListTicketsResponse)
            ids = {ticket.id for ticket in page.tickets}
            token = page.next_page_token
            # A token names the last ticket of its page, and no other.
            assert not token or struct.unpack(">16sq", base64.urlsafe_b64decode(token))[1] in ids
            assert not ids & {life.id for life in self.closed()}
            if not token:
                return

    @rule(back=st.integers(0, 40))
    def resume(self, back: int) -> None:
        now = self.info().revision
        after = max(self.begin, now - back)
        told = self.told(after, now)
        revisions = [change.revision for change in told]
        assert revisions == sorted(set(revisions) - self.notes)
        left = {change.ticket_id: change.revision for change in told if change.removed}
        for life in self.closed():
            mine = [change for change in told if change.ticket_id == life.id]
            assert all(
                change
                == change_feed_pb2.Change(
                    revision=change.revision, ticket_id=life.id, removed=True, close_time=life.close_time
                )
                for change in mine
            )
            assert left.get(life.id, 0) == (life.closed_at if life.closed_at > after else 0)

    @rule()
    def take_a_snapshot(self) -> None:
        event = self.asked(WATCH, change_feed_pb2.WatchRequest()).answer
        assert isinstance(event, change_feed_pb2.WatchResponse)
        ids = set(np.frombuffer(event.snapshot.facts.id, "<i8").tolist())
        assert ids >= {life.id for life in self.living()}
        assert not ids & {life.id for life in self.closed()}

    @invariant()
    def totals_count_the_living(self) -> None:
        info, living = self.info(), [life.status for life in self.living()]
        opened, activated = self.counted
        assert info.open_count == opened + living.count(Status.OPEN)
        assert info.active_count == activated + living.count(Status.ACTIVE)

    def living(self) -> list[Life]:
        return [life for life in self.lives if life.status is not Status.CLOSED]

    def closed(self) -> list[Life]:
        return [life for life in self.lives if life.status is Status.CLOSED]

    def readings(self, life: Life) -> Iterator[tuple[str, Message]]:
        """Yield what a simple user may read of one ticket."""
        yield "GetTicket", pb.GetTicketRequest(id=life.id)
        yield "ListMessages", pb.ListMessagesRequest(ticket_id=life.id)
        yield "ListChanges", pb.ListChangesRequest(ticket_id=life.id)

    def questions(self, life: Life) -> Iterator[tuple[str, Message]]:
        """Yield what a simple user may ask of one ticket."""
        yield from self.readings(life)
        yield "PostMessage", pb.PostMessageRequest(request_id=str(uuid.uuid4()), ticket_id=life.id, text="Still?")
        yield (
            "UpdateTicket",
            pb.UpdateTicketRequest(
                request_id=str(uuid.uuid4()),
                ticket=ticket_pb2.Ticket(id=life.id, location="x"),
                update_mask=FieldMask(paths=["location"]),
                expected_revision=life.revision,
            ),
        )

    def told(self, after: int, until: int) -> list[change_feed_pb2.Change]:
        """Return the changes that a simple user is told of who resumes after a revision."""
        changes: list[change_feed_pb2.Change] = []
        request = change_feed_pb2.WatchRequest(after_revision=after, lineage=self.lineage)
        with self.servers.stream(WATCH, request, USER) as events:
            for event in events:
                assert isinstance(event, change_feed_pb2.WatchResponse)
                self.check(event.SerializeToString())
                changes.extend(event.changes.changes)
                if max(event.changes.revision, event.progress.revision) >= until:
                    break
        return changes

    def asked(self, method: str, request: Message) -> Outcome:
        """Ask as a simple user: whatever the answer is, it holds no word of a closed ticket, nor of a note."""
        outcome = self.servers.call(method, request, USER)
        held = [outcome.answer] if outcome.answer is not None else []
        self.check(b"".join(message.SerializeToString() for message in (*held, *outcome.details)))
        return outcome

    def check(self, said: bytes) -> None:
        hidden = (word for life in self.lives for word in (life.noted | life.words if life.closed_at else life.noted))
        assert not [word for word in hidden if word in said]

    def done(self, verb: str, request: Message, who: Metadata) -> Message:
        outcome = self.servers.call(TICKETS + verb, request, who)
        assert outcome.answer is not None, outcome
        return outcome.answer

    def info(self) -> pb.ServerInfo:
        answer = self.servers.call(TICKETS + "GetServerInfo", b"", USER).answer
        assert isinstance(answer, pb.ServerInfo)
        return answer


def moment_in(outcome: Outcome) -> datetime:
    """Return the closing time that a refusal tells."""
    [info] = [detail for detail in outcome.details if isinstance(detail, ErrorInfo)]
    return datetime.fromisoformat(info.metadata["close_time"]).replace(tzinfo=None)


def new_word() -> str:
    """Return a word that no other text holds."""
    return f"w{uuid.uuid4().hex}"


@pytest.mark.parametrize("depth", DEPTHS)
def test_a_closed_ticket_is_gone_for_a_simple_user_whatever_he_asks(tmp_path: Path, depth: int) -> None:
    database = tmp_path / "tickets.db"
    searched = settings(
        max_examples=12 * depth, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
    )
    with ticket_server(database, "127.0.0.1:0", "--writes-per-second", "0") as program:
        with Servers(program.address(), {}) as Lives.servers:
            run_state_machine_as_test(Lives, settings=searched)
        assert program.stop() == 0
    # Another server remembers nothing of it: what it tells comes out of the database.
    with ticket_server(database) as program, Servers(program.address(), {}) as Lives.servers:
        for machine in Lives.made[-10:]:
            machine.resume(back=10_000)
