"""Servers as operators see them: their settings file, log, metrics, reflection, health, status and stop."""

import itertools
import json
import re
import subprocess
import sys
import uuid
from collections.abc import Iterator, Mapping
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple

import grpc
import pytest
from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass
from google.rpc import error_details_pb2
from grpc_health.v1 import health_pb2

from campusdesk.access import Caller
from campusdesk.channel import OPTIONS, open_channel
from campusdesk.errors import from_rpc_error
from campusdesk.rules import Reason, Role
from campusdesk.v1 import ticket_service_pb2, ticket_service_pb2_grpc
from tests.campusdesk import contract
from tests.system.calls import Servers, introduced
from tests.system.programs import ANALYSES, Program, ticket_server, until
from tests.system.standard_services import health_of, services_of

MARKER = "Zq7wordsOfATicket"
TICKETS = "/campusdesk.v1.TicketService/"
# All that the two servers serve.
CALLED = [method for method in contract.METHODS if not re.search("ResolutionTime|CategoryLoad", method)]
_SAMPLE = re.compile(r"(\w+)(\{[^}]*\})? (\S+)")


class Observed(NamedTuple):
    """Two servers with everything on, and the addresses of the first one's metrics and of the second one."""

    program: Program
    address: str
    metrics: str
    backlog: Program
    backlog_address: str
    backlog_metrics: str


def started(program: Program) -> tuple[str, str]:
    """Return where the server listens, and where it offers metrics."""
    return program.address(), program.line().rpartition(" ")[2]


@pytest.fixture(scope="module")
def observed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Observed]:
    folder = tmp_path_factory.mktemp("operations")
    settings = {"database": f"sqlite:///{folder / 'tickets.db'}", "backup-folder": str(folder / "backups")}
    shared = 'listen = "127.0.0.1:0"\nmetrics = "127.0.0.1:0"\nreflection = true\n'
    lines = "".join(f"{key} = {json.dumps(value)}\n" for key, value in settings.items())
    (folder / "server.toml").write_text(shared + lines + "writes-per-second = 1\nwrite-burst = 50\n")
    with Program("ticket_server", "serve", "--config", str(folder / "server.toml")) as program:
        address, metrics = started(program)
        (folder / "backlog.toml").write_text(f'{shared}tickets = "{address}"\n')
        with Program("analytics", "backlog", "--config", str(folder / "backlog.toml")) as backlog:
            yield Observed(program, address, metrics, backlog, *started(backlog))
            assert backlog.stop() == 0
        assert program.stop() == 0


@pytest.fixture(scope="module")
def servers(observed: Observed) -> Iterator[Servers]:
    with Servers(observed.address, dict.fromkeys(ANALYSES, observed.backlog_address)) as called:
        yield called


def log_of(program: Program) -> list[dict[str, Any]]:
    """Return the log lines so far; each must be one of JSON."""
    return [json.loads(line) for line in program.complaints if not line.startswith("The ticket server at ")]


def scraped(url: str) -> Mapping[str, float]:
    """Return the value of each metric by its name with its labels."""
    host = url.removeprefix("http://").removesuffix("/metrics")
    with closing(HTTPConnection(host, timeout=10)) as connection:
        connection.request("GET", "/metrics")
        text = connection.getresponse().read().decode()
    samples = (_SAMPLE.fullmatch(line) for line in text.splitlines() if not line.startswith("#"))
    return {sample[1] + (sample[2] or ""): float(sample[3]) for sample in samples if sample is not None}


def create(servers: Servers, description: str, request_id: str = "") -> str:
    """Report a ticket; return the id that the request had."""
    request_id = request_id or str(uuid.uuid4())
    request = ticket_service_pb2.CreateTicketRequest(request_id=request_id, description=description)
    assert servers.call(TICKETS + "CreateTicket", request, introduced(Role.USER)).code is grpc.StatusCode.OK
    return request_id


def test_a_call_is_one_line_of_the_log_with_its_request_id(observed: Observed, servers: Servers) -> None:
    request_id = create(servers, "It drips")
    until(lambda: any(line.get("request_id") == request_id for line in log_of(observed.program)), "the line")
    (line,) = (line for line in log_of(observed.program) if line.get("request_id") == request_id)
    assert line.pop("duration_ms") > 0
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "call",
        "level": "info",
        "method": "campusdesk.v1.TicketService/CreateTicket",
        "status": "OK",
        "role": "user",
        "workstation": "Desk 2",
        "host": "127.0.0.1",
        "request_id": request_id,
    }


def marked(message: Message) -> Message:
    """Fill every text of the message, and of those within it, with the marker."""
    for field in message.DESCRIPTOR.fields:
        if field.type == FieldDescriptor.TYPE_STRING:
            value = [MARKER] if field.is_repeated else MARKER
            setattr(message, field.name, value) if not field.is_repeated else getattr(message, field.name).extend(value)
        elif field.type == FieldDescriptor.TYPE_MESSAGE and not field.is_repeated:
            marked(getattr(message, field.name))
    return message


def test_no_text_of_a_request_comes_into_a_log(observed: Observed, servers: Servers) -> None:
    create(servers, f'{MARKER}\n{{"event": "forged"}}\x1b[31m')
    for method, role in itertools.product(CALLED, (Role.USER, Role.HELPDESK)):
        request = marked(GetMessageClass(contract.METHODS[method].input_type)())
        servers.call(method, request, introduced(role))
        if request.DESCRIPTOR.fields_by_name.get("request_id"):
            request.request_id = str(uuid.uuid4())  # type: ignore[attr-defined]
            servers.call(method, request, introduced(role))
    servers.call(f"{TICKETS}ListMessages", b"\xff" + MARKER.encode(), introduced(Role.USER))
    last = create(servers, "the last one")
    until(lambda: any(line.get("request_id") == last for line in log_of(observed.program)), "the last line")
    told = [*observed.program.complaints, *observed.backlog.complaints]
    assert len(told) > 20
    assert not [line for line in told if MARKER in line or "forged" in line]


def test_a_hostile_workstation_name_stays_in_its_field(observed: Observed, servers: Servers) -> None:
    name = 'x\n{"event": "forged"}\x1b[2J\u202e\u2028'
    info = ticket_service_pb2.GetServerInfoRequest()
    servers.call(f"{TICKETS}GetServerInfo", info, Caller(Role.USER, name).metadata())
    until(lambda: any(line.get("workstation") == name for line in log_of(observed.program)), "the line")
    assert all(line.isascii() and line.isprintable() for line in observed.program.complaints)


def test_metrics_tell_calls_and_the_condition_of_the_server(observed: Observed, servers: Servers) -> None:
    method = 'method="campusdesk.v1.TicketService/CreateTicket"'
    before = scraped(observed.metrics)
    create(servers, "It drips")
    until(lambda: scraped(observed.backlog_metrics)["campusdesk_replica_revision"] > 0, "the replica")
    until(lambda: scraped(observed.metrics)["campusdesk_watchers"] == 1, "who watched before has left")
    after = scraped(observed.metrics)
    calls = f'campusdesk_calls_total{{{method},status="OK"}}'
    assert after[calls] == before.get(calls, 0) + 1
    assert after[f"campusdesk_call_duration_seconds_count{{{method}}}"] >= after[calls]
    assert after[f"campusdesk_calls_in_flight{{{method}}}"] == 0
    assert after["campusdesk_revision"] == before["campusdesk_revision"] + 1
    assert after["campusdesk_commit_duration_seconds_count"] > before["campusdesk_commit_duration_seconds_count"]
    assert after["campusdesk_feed_lag_revisions"] <= 1
    assert after["campusdesk_writer_queue_length"] == 0
    assert after["campusdesk_writer_healthy"] == 1
    assert after["campusdesk_database_bytes"] > 0
    assert after["campusdesk_wal_bytes"] >= 0
    assert after["campusdesk_disk_free_bytes"] > 0
    assert after["process_resident_memory_bytes"] > 0
    replica = scraped(observed.backlog_metrics)
    assert replica["campusdesk_replica_age_seconds"] < 60
    assert replica["campusdesk_replica_tickets"] > 0


def test_methods_that_there_are_not_are_one_method_in_the_metrics(observed: Observed) -> None:
    with grpc.insecure_channel(observed.address, options=OPTIONS) as channel:
        for number in range(20):
            call: grpc.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary(f"/none.Service/Method{number}")
            with pytest.raises(grpc.RpcError) as raised:
                call(b"", timeout=10)
            assert raised.value.code() is grpc.StatusCode.UNIMPLEMENTED
    unknown = 'campusdesk_calls_total{method="unknown",status="UNIMPLEMENTED"}'
    # A refused call is counted once its caller has been told.
    until(lambda: scraped(observed.metrics)[unknown] >= 20, "all are counted")
    found = scraped(observed.metrics)
    assert found[unknown] == 20
    assert not [name for name in found if "none.Service" in name]


def test_too_many_writes_are_refused_with_the_time_to_wait(observed: Observed, servers: Servers) -> None:
    refused = None
    for _ in range(60):
        request = ticket_service_pb2.CreateTicketRequest(request_id=str(uuid.uuid4()), description="It drips")
        outcome = servers.call(TICKETS + "CreateTicket", request, introduced(Role.USER))
        if outcome.code is not grpc.StatusCode.OK:
            refused = outcome
            break
    assert refused is not None
    assert (refused.code, refused.reason) == (grpc.StatusCode.RESOURCE_EXHAUSTED, Reason.RATE_LIMITED)
    (retry,) = (detail for detail in refused.details if isinstance(detail, error_details_pb2.RetryInfo))
    assert 0 < retry.retry_delay.ToTimedelta().total_seconds() <= 1
    read = servers.call(f"{TICKETS}GetServerInfo", b"", introduced(Role.USER))
    assert read.code is grpc.StatusCode.OK
    counted = 'campusdesk_refusals_total{reason="RATE_LIMITED"}'
    until(lambda: scraped(observed.metrics).get(counted, 0) >= 1, "the refusal is counted")


def refused(stub: ticket_service_pb2_grpc.TicketServiceStub) -> Reason:
    """Write what is refused anyway; return why it was."""
    request = ticket_service_pb2.ActivateTicketRequest(request_id=str(uuid.uuid4()), id=10**9)
    with pytest.raises(grpc.RpcError) as raised:
        stub.ActivateTicket(request)
    return from_rpc_error(raised.value).reason


def test_a_desk_does_not_try_again_what_was_too_much(observed: Observed) -> None:
    refusals = 'campusdesk_refusals_total{reason="RATE_LIMITED"}'
    before, reason = 0.0, Reason.TICKET_NOT_FOUND
    with open_channel(observed.address, Caller(Role.HELPDESK, "Desk 2")) as channel:
        stub = ticket_service_pb2_grpc.TicketServiceStub(channel)
        while reason is Reason.TICKET_NOT_FOUND:
            before = scraped(observed.metrics).get(refusals, 0)
            reason = refused(stub)
    assert reason is Reason.RATE_LIMITED
    until(lambda: scraped(observed.metrics).get(refusals, 0) > before, "the refusal is counted")
    assert scraped(observed.metrics)[refusals] == before + 1


def test_reflection_and_health_know_every_service(observed: Observed) -> None:
    standard = {"grpc.health.v1.Health", "grpc.reflection.v1alpha.ServerReflection"}
    own = {f"campusdesk.v1.{name}" for name in ("TicketService", "ChangeFeedService", "OperationsService")}
    assert services_of(observed.address) == own | standard
    assert services_of(observed.backlog_address) == {"campusdesk.v1.BacklogService", *standard}
    assert {health_of(observed.address, name) for name in ("", *own)} == {health_pb2.HealthCheckResponse.SERVING}


def status(*arguments: str) -> tuple[int, str]:
    """Ask by command; return the exit code and what was said."""
    command = [sys.executable, "-m", "ticket_server", "status", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_status_of_a_running_server_by_command(observed: Observed) -> None:
    until(lambda: scraped(observed.metrics)["campusdesk_watchers"] == 1, "who watched before has left")
    code, words = status("--tickets", observed.address, "--json")
    told = json.loads(words)
    assert told["store_healthy"] is True
    assert int(told["revision"]) == scraped(observed.metrics)["campusdesk_revision"]
    assert int(told["watcher_count"]) == 1
    assert "backup_time" in told
    # Whether this machine's disk is nearly full is not of interest here.
    assert [problem for problem in told["problems"] if "disk" not in problem] == []
    assert code == (1 if told["problems"] else 0)
    code, words = status("--tickets", observed.address, "--backup-max-age", "0.0000001")
    assert code == 1
    assert "WARNING: the newest backup is older than 1e-07 hours" in words


def test_the_status_of_a_server_that_is_not_there(tmp_path: Path) -> None:
    with ticket_server(tmp_path / "tickets.db") as program:
        address = program.address()
        program.kill()
        assert status("--tickets", address) == (2, f"Error: {address}: no server answers\n")
