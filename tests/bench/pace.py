"""Reports that come at an even pace, whatever their answers take, from a process of its own."""

import json
import selectors
import subprocess
import sys
import time
import uuid
from collections import deque
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import NamedTuple

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from tests.bench.encoding import unseen
from tests.bench.frames import FrameClient
from tests.bench.measured_server import TICKETS, MeasuredServer, caller

PER_SECOND = 20


class Created(NamedTuple):
    """The seconds that a report took, and the ticket's number, category and confidence."""

    seconds: float
    ticket_id: int
    category: int
    confidence: float


def creating(server: MeasuredServer, start: int, count: int) -> "subprocess.Popen[str]":
    """Start a process that reports so many of the unseen texts from `start` on, and wait until it begins."""
    command = [sys.executable, "-m", "tests.bench.pace", server.address, str(start), str(count)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    return process


def created(process: "subprocess.Popen[str]") -> list[Created]:
    """Return what came of the reports, in order, once the process has ended."""
    told, _ = process.communicate()
    assert process.returncode == 0
    return [Created(*line) for line in json.loads(told)]


def report(description: str, location: str = "") -> bytes:
    """Return an encoded report."""
    return ticket_service_pb2.CreateTicketRequest(
        request_id=str(uuid.uuid4()), description=description, location=location
    ).SerializeToString()


@dataclass
class _Report:
    sent: bytes
    due: float
    answer: bytes = b""
    ended: float = 0.0


class Pace:
    """Reports some texts, PER_SECOND of them a second from now on."""

    def __init__(self, client: FrameClient, texts: Sequence[str]) -> None:
        """Put the reports of the texts into frames; the first is due at once."""
        self._socket, self._take = client.socket, client.take
        headers, now = client.headers(f"{TICKETS}/CreateTicket"), time.perf_counter()
        frames = [client.call(headers, report(text)) for text in texts]
        self._reports = {
            stream: _Report(sent, now + number / PER_SECOND) for number, (stream, sent) in enumerate(frames)
        }
        self._unsent = deque(self._reports.values())
        self._left = len(texts)

    def run(self) -> list[Created]:
        """Send each report when it is due, and return what came of them once all are answered."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._socket, selectors.EVENT_READ)
            while self._left:
                if selector.select(self._pause_s()):
                    self._receive()
                while self._unsent and self._pause_s() == 0.0:
                    self._socket.sendall(self._unsent.popleft().sent)
        return [_created(report) for report in self._reports.values()]

    def _pause_s(self) -> float | None:
        return max(0.0, self._unsent[0].due - time.perf_counter()) if self._unsent else None

    def _receive(self) -> None:
        for stream, data in self._take():
            report = self._reports[stream]
            if data is not None:
                report.answer += data
            else:
                report.ended = time.perf_counter()
                self._left -= 1


def _created(report: _Report) -> Created:
    if not report.answer:
        raise ConnectionError("a report was refused")
    ticket = ticket_pb2.Ticket.FromString(report.answer[5:])
    return Created(report.ended - report.due, ticket.id, ticket.category, ticket.confidence)


def main(address: str, start: str, count: str) -> None:
    """Be who reports: say when it begins, and what came of it."""
    texts = unseen()[int(start) : int(start) + int(count)]
    with closing(FrameClient(address, caller(Role.USER))) as client:
        print("begins", flush=True)
        print(json.dumps(Pace(client, texts).run()))


if __name__ == "__main__":
    main(*sys.argv[1:])
