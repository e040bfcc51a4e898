"""Nothing typed is lost and nothing is sent twice, though the desk's process is killed with no warning at all."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeAlias

import pytest

from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.rules import Action, Role
from campusdesk.v1 import ticket_service_pb2, ticket_service_pb2_grpc
from client.draft import Kind
from tests.system.half_way import HalfWay
from tests.system.programs import ticket_server, until
from tests.system.told_desk import KINDS
from tests.system.watching import Watcher

Told: TypeAlias = "dict[str, Any]"

# Seconds that may be lost, and how many letters take longer.
_LOST_S, _LETTERS = 1.0, 60
_ID = "6d0f8a0e-9d2f-4f6b-9f0b-0a3b7a1f2c11"
_WORDS = "It is on the second floor"


class Desk:
    """A process with a desk; leaving the context kills it."""

    def __init__(self, address: str, ticket_id: int, folder: Path) -> None:
        """Start it; in its context it has entered as helpdesk staff, and the ticket is chosen."""
        command = [sys.executable, "-m", "tests.system.told_desk", address, str(ticket_id)]
        places = {"CAMPUSDESK_CONFIG_DIR": str(folder), "CAMPUSDESK_DATA_DIR": str(folder)}
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **places}
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment)
        self.shown: dict[str, str] = {}

    def __enter__(self) -> Self:
        try:
            self.tell("enter")
            self.shown = self.hear()["shown"]
        except BaseException:
            self.kill()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def tell(self, *words: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()

    def hear(self) -> Told:
        """Return what it prints next."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, f"the desk has ended: {self._process.wait()}"
        told: Told = json.loads(line)
        return told

    def kill(self) -> list[Told]:
        """End it as a crash would; return what it had printed and nobody heard."""
        self._process.kill()
        left, _ = self._process.communicate()
        return [json.loads(line) for line in left.splitlines(keepends=True) if line.endswith("\n")]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """Run a ticket server that has ticket 1, and give its address."""
    with ticket_server(tmp_path / "tickets.db") as program:
        address = program.address()
        with open_channel(address, Caller(Role.USER, "LAB-2")) as channel:
            service = ticket_service_pb2_grpc.TicketServiceStub(channel)
            service.CreateTicket(
                ticket_service_pb2.CreateTicketRequest(request_id=_ID, description="The lift is stuck")
            )
        yield address


def lost_s(server: str, folder: Path) -> float:
    """Type in all places, kill the desk, and start another; return the seconds of typing that it does not show."""
    with Desk(server, 1, folder) as desk:
        desk.tell("type")
        typed = [desk.hear() for _ in range(_LETTERS)]
        killed = time.monotonic()
        typed += desk.kill()
    told = "".join(each["typed"] for each in typed)
    with Desk(server, 1, folder) as again:
        kept = [again.shown[kind] for kind in KINDS]
    assert all(told.startswith(text) for text in kept)
    assert "did not send it" in again.shown["line"] or "" in kept
    return max((killed - each["at"] for text in kept for each in typed[len(text) :]), default=0.0)


def test_whoever_types_when_the_desk_is_killed_loses_the_last_second_at_most(server: str, tmp_path: Path) -> None:
    # A machine that is busy with something else for a second may hold up one of three.
    assert any(lost_s(server, tmp_path / f"desk {number}") <= _LOST_S for number in range(3))


def test_what_was_sent_when_the_desk_was_killed_is_there_again_and_arrives_once(server: str, tmp_path: Path) -> None:
    kinds = Kind.REPORT, Kind.EDIT, Kind.MESSAGE
    counted = Action.CREATE, Action.UPDATE, Action.POST_MESSAGE
    with HalfWay(server) as road, Watcher(server, Role.HELPDESK) as watcher:

        def arrived() -> list[int]:
            return [int(change.action) for change in watcher.changes if int(change.action) in counted]

        with Desk(road.address, 1, tmp_path / "desk") as desk:
            road.hold()
            for kind in kinds:
                desk.tell("write", kind, _WORDS)
                desk.tell("send", kind)
            until(lambda: sorted(arrived()) == sorted(counted), "all three are committed")
            desk.kill()
        road.release()
        with Desk(road.address, 1, tmp_path / "desk") as again:
            assert [again.shown[kind] for kind in kinds] == [_WORDS] * 3
            assert "was not confirmed" in again.shown["line"]
            for kind in kinds:
                again.tell("send", kind)
            assert {again.hear()["acknowledged"] for kind in kinds} == set(kinds)
            again.tell("write", Kind.MESSAGE, "more")
            again.tell("send", Kind.MESSAGE)
            assert again.hear() == {"acknowledged": Kind.MESSAGE}
        until(lambda: arrived().count(Action.POST_MESSAGE) == 2, "the next message is another one")
        assert sorted(arrived()) == sorted([*counted, Action.POST_MESSAGE])
