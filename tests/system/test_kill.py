"""kill -9 of the ticket server in the middle of writes loses nothing acknowledged, and everybody comes back."""

import threading
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import grpc
import pytest
from google.protobuf.duration_pb2 import Duration

from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.rules import Role
from campusdesk.v1 import analytics_pb2, analytics_pb2_grpc, ticket_service_pb2, ticket_service_pb2_grpc
from tests.system.programs import campus, ticket_server, until

WRITERS = 4
KILLS = 3


class Writer(threading.Thread):
    """A desk that reports one problem after the other and keeps each request until it is acknowledged."""

    def __init__(self, address: str, stopping: threading.Event) -> None:
        super().__init__(daemon=True)
        self._channel = open_channel(address, Caller(Role.USER, "writer"))
        self._stopping = stopping
        self.acknowledged: dict[str, int] = {}

    def run(self) -> None:
        stub = ticket_service_pb2_grpc.TicketServiceStub(self._channel)
        while not self._stopping.is_set():
            request = ticket_service_pb2.CreateTicketRequest(request_id=str(uuid.uuid4()), description="It drips.")
            request.location = request.request_id
            while True:
                try:
                    self.acknowledged[request.request_id] = stub.CreateTicket(request).id
                    break
                except grpc.RpcError:
                    if self._stopping.wait(0.01):
                        break
        self._channel.close()


@pytest.fixture
def stopping() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


def test_nothing_acknowledged_is_lost_and_nothing_is_doubled(tmp_path: Path, stopping: threading.Event) -> None:
    database = tmp_path / "tickets.db"
    with campus(database) as (tickets, address, analyses), Backlog(analyses["backlog"]) as latest:
        writers = [Writer(address, stopping) for _ in range(WRITERS)]
        for writer in writers:
            writer.start()
        server = tickets
        for _ in range(KILLS):
            seen = total(writers)
            until(lambda seen=seen: total(writers) > seen + 50, "writes are acknowledged")  # type: ignore[misc]
            server.kill()
            server = ticket_server(database, address)
            server.line()
        with server:
            seen = total(writers)
            until(lambda: total(writers) > seen + 50, "writes go on after the kills")
            stopping.set()
            for writer in writers:
                writer.join()
            stored = all_tickets(address)
            until(lambda: latest.live() == len(stored), "the analytics server came back and counts every ticket")
            assert server.stop() == 0
    acknowledged = {request: number for writer in writers for request, number in writer.acknowledged.items()}
    by_request: dict[str, list[int]] = {}
    for number, request in stored.items():
        by_request.setdefault(request, []).append(number)
    assert all(by_request.get(request) == [number] for request, number in acknowledged.items())
    assert sorted(stored) == list(range(1, len(stored) + 1))


def total(writers: list[Writer]) -> int:
    return sum(len(writer.acknowledged) for writer in writers)


def all_tickets(address: str) -> dict[int, str]:
    """Return each ticket's request id (kept in its location) by its number."""
    found: dict[int, str] = {}
    with open_channel(address, Caller(Role.HELPDESK, "reader")) as channel:
        stub = ticket_service_pb2_grpc.TicketServiceStub(channel)
        token = ""
        while True:
            page = stub.ListTickets(ticket_service_pb2.ListTicketsRequest(page_size=200, page_token=token))
            found.update((ticket.id, ticket.location) for ticket in page.tickets)
            token = page.next_page_token
            if not token:
                return found


class Backlog:
    """Follows the backlog service and keeps its newest result."""

    def __init__(self, address: str) -> None:
        self._channel = open_channel(address, Caller(Role.HELPDESK, "reader"))
        self._result: analytics_pb2.BacklogResult | None = None

    def __enter__(self) -> Self:
        request = analytics_pb2.WatchBacklogRequest(period=Duration(seconds=86_400))
        self._call = analytics_pb2_grpc.BacklogServiceStub(self._channel).WatchBacklog(request)
        threading.Thread(target=self._read, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._call.cancel()
        self._channel.close()

    def live(self) -> int | None:
        """Return the number of tickets that are not closed, None while the result is not live."""
        result = self._result
        return result.not_closed if result is not None and result.stamp.live else None

    def _read(self) -> None:
        try:
            for result in self._call:
                self._result = result
        except grpc.RpcError:
            self._result = None
