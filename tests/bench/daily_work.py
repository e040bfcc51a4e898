"""What people ask of a ticket server all day, at a steady pace and in a steady mix, from a process of its own.

The pace is bounded twice: a call is due so often and no oftener, and with many unanswered none is made at all.
"""

import json
import selectors
import subprocess
import sys
import time
import uuid
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from itertools import cycle
from random import Random
from typing import NamedTuple

from google.protobuf.field_mask_pb2 import FieldMask
from google.protobuf.message import Message

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2
from campusdesk.v1 import ticket_service_pb2 as pb
from tests.bench.encoding import unseen
from tests.bench.frames import FrameClient
from tests.bench.measured_server import TICKETS, MeasuredServer, caller

# As many as a campus of some thousand desks makes, and as a machine of two cores serves besides those who watch.
PER_SECOND = 16.0
# A server that does not keep up is not asked for more, and that is counted.
MOST_UNANSWERED = 64
# For the last answers.
_PATIENCE_S = 10.0
_PLACES = ("Hall B3", "Library, 2nd floor", "Room 114", "Dormitory 5, kitchen", "")


class Asked(NamedTuple):
    """A call to make: who calls, the method, what is sent, and who is told the answer."""

    role: Role
    method: str
    request: Message
    told: Callable[[bytes], object] = len


class Call(NamedTuple):
    """A call that was answered: when it was due, by the clock of the machine, the seconds it took, and its method."""

    due: float
    seconds: float
    method: str


class Worked(NamedTuple):
    """What came of it all: the calls in the order of their answers, and how many were refused or not made."""

    calls: list[Call]
    refused: int
    not_made: int


class Campus:
    """What callers know of the tickets; how many are not closed stays the same, as one is closed for each new one."""

    def __init__(self, unclosed: Sequence[ticket_pb2.Ticket], texts: Sequence[str]) -> None:
        """Begin with tickets that are there, and with texts to report."""
        self._open = deque(ticket.id for ticket in unclosed if ticket.status == ticket_pb2.STATUS_OPEN)
        self._active = deque(ticket.id for ticket in unclosed if ticket.status == ticket_pb2.STATUS_ACTIVE)
        self._newest = max(ticket.revision for ticket in unclosed)
        self._texts, self._places = cycle(texts), cycle(_PLACES)
        self._words = cycle(sorted({word for text in texts for word in text.split() if len(word) > 3}))
        self._random = Random(1)

    def writing(self) -> list[Callable[[], Asked]]:
        """Return a second's worth of calls, reading ones between those that write."""
        write = [self.create, self.activate, self.post, self.close, self.post, self.edit]
        read = self.reading()
        return [step for pair in zip(write, read, strict=False) for step in pair] + read[len(write) :]

    def reading(self) -> list[Callable[[], Asked]]:
        """Return a second's worth of calls that change nothing."""
        return [self.search, self.get, self.page, self.search, self.suggest, self.conversation, self.search,
                self.get, self.suggest, self.alike]  # fmt: skip

    def create(self) -> Asked:
        """Report a problem."""
        request = pb.CreateTicketRequest(request_id=_new(), description=next(self._texts), location=next(self._places))
        return Asked(Role.USER, "CreateTicket", request, self._opened)

    def activate(self) -> Asked:
        """Take the ticket that is open for longest."""
        request = pb.ActivateTicketRequest(request_id=_new(), id=self._open.popleft())
        return Asked(Role.HELPDESK, "ActivateTicket", request, self._activated)

    def close(self) -> Asked:
        """Close the ticket that is active for longest."""
        request = pb.CloseTicketRequest(request_id=_new(), id=self._active.popleft())
        return Asked(Role.HELPDESK, "CloseTicket", request)

    def post(self) -> Asked:
        """Write something of a ticket that is not closed soon."""
        request = pb.PostMessageRequest(request_id=_new(), ticket_id=self._lasting(), text=next(self._texts))
        return Asked(self._random.choice([Role.USER, Role.HELPDESK]), "PostMessage", request)

    def edit(self) -> Asked:
        """Say that a ticket is somewhere else."""
        ticket = ticket_pb2.Ticket(id=self._lasting(), location=f"Room {self._random.randrange(100, 400)}")
        mask = FieldMask(paths=["location"])
        request = pb.UpdateTicketRequest(
            request_id=_new(), ticket=ticket, update_mask=mask, expected_revision=self._newest
        )
        return Asked(Role.HELPDESK, "UpdateTicket", request, self._changed)

    def search(self) -> Asked:
        """Look for two words, the second half typed."""
        request = pb.SearchTicketsRequest(text=f"{next(self._words)} {next(self._words)[:3]}", limit=50)
        return Asked(self._random.choice([Role.USER, Role.HELPDESK]), "SearchTickets", request)

    def get(self) -> Asked:
        """Read a ticket."""
        return Asked(Role.USER, "GetTicket", pb.GetTicketRequest(id=self._lasting()))

    def page(self) -> Asked:
        """Read the newest tickets."""
        return Asked(Role.HELPDESK, "ListTickets", pb.ListTicketsRequest(page_size=50))

    def conversation(self) -> Asked:
        """Read what was said of a ticket."""
        return Asked(Role.USER, "ListMessages", pb.ListMessagesRequest(ticket_id=self._lasting()))

    def suggest(self) -> Asked:
        """Ask for the category of what is being typed."""
        return Asked(Role.USER, "SuggestCategory", pb.SuggestCategoryRequest(description=next(self._texts)))

    def alike(self) -> Asked:
        """Ask for tickets like the report that is being typed."""
        request = pb.FindSimilarTicketsRequest(description=next(self._texts), location=next(self._places))
        return Asked(Role.USER, "FindSimilarTickets", request)

    def _lasting(self) -> int:
        """Return one of the younger half of the active tickets."""
        return self._active[self._random.randrange(len(self._active) // 2, len(self._active))]

    def _opened(self, answer: bytes) -> None:
        self._open.append(self._changed(answer).id)

    def _activated(self, answer: bytes) -> None:
        self._active.append(self._changed(answer).id)

    def _changed(self, answer: bytes) -> ticket_pb2.Ticket:
        ticket = ticket_pb2.Ticket.FromString(answer)
        self._newest = max(self._newest, ticket.revision)
        return ticket


class Work:
    """Makes calls when they are due, over one connection a role, and takes in their answers as they come."""

    def __init__(
        self, clients: Mapping[Role, FrameClient], steps: Sequence[Callable[[], Asked]], per_second: float
    ) -> None:
        """Take the steps in turn, over and over, so many a second."""
        self._clients = clients
        self._pause_s = 1 / per_second
        self._steps = cycle(steps)
        self._headers: dict[tuple[Role, str], bytes] = {}
        self._unanswered: dict[tuple[Role, int], tuple[float, Asked, bytearray]] = {}
        self._calls: list[Call] = []
        self._refused = self._not_made = 0

    def run(self, seconds: float) -> Worked:
        """Work for so long, wait for the last answers, and return what came of it."""
        begun = time.monotonic()
        due = (begun + number * self._pause_s for number in range(int(seconds / self._pause_s)))
        with selectors.DefaultSelector() as selector:
            for role, client in self._clients.items():
                selector.register(client.socket, selectors.EVENT_READ, role)
            for moment in due:
                while (pause_s := moment - time.monotonic()) > 0:
                    self._take(selector, pause_s)
                self._make(moment)
            last = time.monotonic() + _PATIENCE_S
            while self._unanswered and (pause_s := last - time.monotonic()) > 0:
                self._take(selector, pause_s)
        return Worked(self._calls, self._refused + len(self._unanswered), self._not_made)

    def _make(self, due: float) -> None:
        if len(self._unanswered) >= MOST_UNANSWERED:
            self._not_made += 1
            return
        asked = next(self._steps)()
        client, key = self._clients[asked.role], (asked.role, asked.method)
        if key not in self._headers:
            self._headers[key] = client.headers(f"{TICKETS}/{asked.method}")
        stream, sent = client.call(self._headers[key], asked.request.SerializeToString())
        self._unanswered[asked.role, stream] = due, asked, bytearray()
        client.socket.sendall(sent)

    def _take(self, selector: selectors.BaseSelector, pause_s: float) -> None:
        for key, _ in selector.select(pause_s):
            for stream, data in self._clients[key.data].take():
                self._receive((key.data, stream), data)

    def _receive(self, key: tuple[Role, int], data: bytes | None) -> None:
        due, asked, answer = self._unanswered[key]
        if data is not None:
            answer += data
            return
        del self._unanswered[key]
        if not answer:
            self._refused += 1
            print(f"refused: {asked.method}", file=sys.stderr)
            return
        self._calls.append(Call(due, time.monotonic() - due, asked.method))
        asked.told(bytes(answer[5:]))


def unclosed(helpdesk: FrameClient) -> list[ticket_pb2.Ticket]:
    """Return the newest tickets that are not closed, with the oldest first."""
    statuses = (ticket_pb2.STATUS_OPEN, ticket_pb2.STATUS_ACTIVE)
    encoded = [pb.ListTicketsRequest(page_size=100, status=status).SerializeToString() for status in statuses]
    answers = helpdesk.round(f"{TICKETS}/ListTickets", encoded, 1).answers
    tickets = [ticket for answer in answers for ticket in pb.ListTicketsResponse.FromString(answer).tickets]
    return sorted(tickets, key=lambda ticket: ticket.id)


@contextmanager
def working(
    server: MeasuredServer, seconds: float, per_second: float = PER_SECOND, *, writes: bool = True
) -> Iterator["subprocess.Popen[str]"]:
    """Start a process that works for so long, reading only if asked, and lend it once it begins."""
    words = (server.address, str(seconds), str(per_second), "all" if writes else "read")
    command = [sys.executable, "-m", "tests.bench.daily_work", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield process
        finally:
            process.kill()


def worked(process: "subprocess.Popen[str]") -> Worked:
    """Return what came of the work once the process has ended."""
    told, _ = process.communicate()
    assert process.returncode == 0
    calls, refused, not_made = json.loads(told)
    return Worked([Call(*call) for call in calls], refused, not_made)


def main(address: str, seconds: str, per_second: str, kind: str) -> None:
    """Be who works: say when it begins, and what came of it."""
    with ExitStack() as stack:
        clients = {role: stack.enter_context(closing(FrameClient(address, caller(role)))) for role in Role}
        campus = Campus(unclosed(clients[Role.HELPDESK]), unseen())
        print("begins", flush=True)
        steps = campus.writing() if kind == "all" else campus.reading()
        print(json.dumps(Work(clients, steps, float(per_second)).run(float(seconds))))


def _new() -> str:
    return str(uuid.uuid4())


if __name__ == "__main__":
    main(*sys.argv[1:])
