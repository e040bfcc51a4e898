"""Rounds of calls in turn with rounds of Echo, on the same server in the same run: what the ratios are taken from."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from campusdesk.rules import Role
from campusdesk.v1 import ticket_service_pb2
from tests.bench import h2load
from tests.bench.echo_server import ECHO
from tests.bench.frames import Answered, FrameClient
from tests.bench.measured_server import MeasuredServer, caller
from tests.bench.table import percentile, spread

ROUNDS = 9
# Long enough for the clock of processor time, which ticks a hundred times a second.
ROUND_S = 1.0
TEXT = "The projector in lecture hall B3 shows a green picture and the remote control is gone."

Drive = Callable[[int], Answered]


@dataclass(frozen=True)
class Round:
    """One round: calls a second, the server's processor seconds a call, and each call's seconds."""

    rate: float
    cpu_s: float
    seconds: list[float]

    @property
    def p99_s(self) -> float:
        """The time that 99 of 100 calls did not exceed."""
        return percentile(self.seconds, 0.99)


@dataclass(frozen=True)
class Compared:
    """What the rounds of a method and the rounds of Echo, or of `other`, between them said."""

    name: str
    method: list[Round]
    echo: list[Round]
    other: str = "Echo"

    @property
    def shares(self) -> list[float]:
        """The rate of each round as a share of Echo's beside it."""
        return [ours.rate / echo.rate for ours, echo in zip(self.method, self.echo, strict=True)]

    @property
    def p99_ratios(self) -> list[float]:
        """Each round's 99th percentile as a multiple of Echo's beside it."""
        return [ours.p99_s / echo.p99_s for ours, echo in zip(self.method, self.echo, strict=True)]

    def show(self) -> None:
        """Print what both did."""
        for name, rounds in ((self.name, self.method), (self.other, self.echo)):
            print(
                f"  {name}: {spread([one.rate for one in rounds], '.0f')} calls/s,"
                f" server CPU a call {spread([one.cpu_s * 1e6 for one in rounds], '.0f')} us,"
                f" p99 {spread([one.p99_s * 1e3 for one in rounds], '.2f')} ms"
            )


def create_request(request_id: str, number: int) -> bytes:
    """Return an encoded report, which is also what Echo is sent."""
    return ticket_service_pb2.CreateTicketRequest(
        request_id=request_id, description=f"{TEXT} {number}", location="Hall B3"
    ).SerializeToString()


def repeated(server: MeasuredServer, role: Role, method: str, request: bytes, in_flight: int) -> Drive:
    """Return what makes so many calls with one request: by h2load where it is installed."""
    if h2load.available():
        return lambda calls: h2load.run(server.address, caller(role), method, request, calls, in_flight)
    client = FrameClient(server.address, caller(role))
    return lambda calls: client.round(method, [request] * calls, in_flight)


def echo(server: MeasuredServer, in_flight: int) -> Drive:
    """Return what makes so many calls of Echo."""
    return repeated(server, Role.USER, ECHO, create_request("1" * 36, 0), in_flight)


def alternate(
    server: MeasuredServer,
    name: str,
    method: Drive,
    echo: Drive,
    other: str = "Echo",
    beside: MeasuredServer | None = None,
) -> Compared:
    """Measure the method and Echo, or `other`, in turn, on the same server or on one `beside` it.

    The first round of each only warms up and tells how long a round is.
    """
    drives = {"method": (server, method), "echo": (beside or server, echo)}
    calls = {kind: _calls_of_a_round(drive) for kind, (_, drive) in drives.items()}
    rounds: dict[str, list[Round]] = {kind: [] for kind in drives}
    for _ in range(ROUNDS):
        for kind, (measured, drive) in drives.items():
            rounds[kind].append(_round(measured, drive, calls[kind]))
    compared = Compared(name, rounds["method"], rounds["echo"], other)
    compared.show()
    return compared


def _calls_of_a_round(drive: Drive) -> int:
    drive(200)
    begun = time.perf_counter()
    drive(200)
    return max(200, int(200 * ROUND_S / (time.perf_counter() - begun)))


def _round(server: MeasuredServer, drive: Drive, calls: int) -> Round:
    before = server.cpu_s()
    answered = drive(calls)
    return Round(calls / answered.elapsed_s, (server.cpu_s() - before) / calls, answered.seconds)
