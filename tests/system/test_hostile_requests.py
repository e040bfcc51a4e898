"""Hostile requests to every method of every server: refused with a reason of the contract, or answered."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import grpc
import pytest
from google.protobuf.message import Message
from google.rpc import error_details_pb2
from hypothesis import given, settings
from hypothesis import strategies as st

from campusdesk import errors
from campusdesk.access import KEY_HEADER, ROLE_HEADER, WORKSTATION_HEADER
from campusdesk.limits import REQUEST_LIMIT_BYTES
from campusdesk.rules import Reason, Role
from campusdesk.v1 import ticket_service_pb2
from tests.campusdesk import contract
from tests.cluster import Cluster
from tests.system import nasty
from tests.system.calls import Outcome, Servers, introduced
from tests.system.depth import DEPTHS
from tests.system.programs import UNLIMITED, campus

_Code = grpc.StatusCode
LAWFUL = {
    *(_Code.OK, _Code.INVALID_ARGUMENT, _Code.NOT_FOUND, _Code.PERMISSION_DENIED, _Code.UNAUTHENTICATED),
    *(_Code.FAILED_PRECONDITION, _Code.ABORTED, _Code.RESOURCE_EXHAUSTED, _Code.OUT_OF_RANGE),
}
# What the details of a refusal may hold: a number, the name of a field or of a status, or when a ticket was closed.
_NAMES = re.compile(r"[a-z_.-]{1,40}|[A-Z]{1,20}|-?[0-9]{1,20}|[0-9-]{10}T[0-9:]{8}\.[0-9]{6}Z", re.ASCII)

TICKETS = "/campusdesk.v1.TicketService/"
UUID = "00000000-0000-4000-8000-{:012}"


# What the stores make of hostile texts and numbers differs; on PostgreSQL each example takes longer.
EXAMPLES = {"sqlite": 60, "postgresql": 25}
SQLITE = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@pytest.fixture(scope="module")
def store(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def servers(store: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    if store == "sqlite":
        yield from filled(tmp_path_factory.mktemp("hostile") / "tickets.db")
    else:
        cluster: Cluster = request.getfixturevalue("postgresql")
        with cluster.database() as url:
            yield from filled(url)


def filled(database: Path | str) -> Iterator[Servers]:
    """Give the servers with five tickets, and see afterwards that none of them met a fault of its own."""
    with campus(database, *UNLIMITED) as (program, tickets, analytics):
        with Servers(tickets, analytics) as called:
            for number in range(1, 6):
                request = ticket_service_pb2.CreateTicketRequest(
                    request_id=UUID.format(number), description="It drips", contact="me"
                )
                assert called.call(TICKETS + "CreateTicket", request, introduced(Role.USER)).code is _Code.OK
            yield called
        assert program.stop() == 0
    assert not [line for line in program.complaints if '"event": "fault' in line or "Traceback" in line]


@pytest.fixture(scope="module")
def lawful(servers: Servers) -> nasty.Lawful:
    """Return what only this server knows: its lineage, and the token of a page of its tickets."""
    info = servers.call(TICKETS + "GetServerInfo", b"", introduced(Role.HELPDESK)).answer
    first = ticket_service_pb2.ListTicketsRequest(page_size=1)
    page = servers.call(TICKETS + "ListTickets", first, introduced(Role.HELPDESK)).answer
    assert isinstance(info, ticket_service_pb2.ServerInfo)
    assert isinstance(page, ticket_service_pb2.ListTicketsResponse)
    tokens = [b"", b"", page.next_page_token.encode()]
    any_or_one = st.sampled_from([0, 0, 1, 3])
    return {
        "lineage": st.just(info.lineage.encode()),
        "page_token": st.sampled_from(tokens),
        "status": any_or_one,
        "category": any_or_one,
    }


def check(outcome: Outcome, request: bytes = b"") -> None:
    """Check that the outcome is one of the contract's, in its own words."""
    assert outcome.code in LAWFUL, outcome
    assert (outcome.reason is Reason.REQUEST_TOO_LARGE) == (len(request) > REQUEST_LIMIT_BYTES)
    if outcome.code is _Code.OK:
        return
    assert outcome.reason is not None, outcome
    assert errors.TABLE[outcome.reason] == (outcome.code, outcome.words)
    info = next(detail for detail in outcome.details if isinstance(detail, error_details_pb2.ErrorInfo))
    assert info.domain == errors.DOMAIN
    assert all(_NAMES.fullmatch(value) for value in (*info.metadata.keys(), *info.metadata.values())), info
    if outcome.code is _Code.INVALID_ARGUMENT:
        violations = [field for bad in bad_requests(outcome.details) for field in bad.field_violations]
        assert [field.field for field in violations] == [info.metadata["field"]]


words = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=12)
metadata = st.lists(
    st.one_of(
        st.tuples(st.just(ROLE_HEADER), st.sampled_from(["user", "helpdesk", "analytics"])),
        st.tuples(
            st.just(ROLE_HEADER), st.sampled_from(["", "USER", "user,helpdesk", "user helpdesk", "2", "admin"]) | words
        ),
        st.tuples(st.just(ROLE_HEADER + "-bin"), st.just(b"helpdesk")),
        st.tuples(st.just(WORKSTATION_HEADER), st.binary(max_size=80)),
        st.tuples(
            st.just(WORKSTATION_HEADER), st.text(max_size=70).map(lambda name: name.encode(errors="surrogatepass"))
        ),
        st.tuples(st.just(KEY_HEADER), words | st.just("k" * 500)),
        st.tuples(st.from_regex(r"x-[a-z0-9_.-]{1,10}", fullmatch=True).filter(lambda key: key[-4:] != "-bin"), words),
    ),
    max_size=6,
)


@SQLITE
@pytest.mark.parametrize("depth", DEPTHS)
def test_metadata_let_in_one_known_role_and_nobody_else(servers: Servers, depth: int) -> None:
    @settings(max_examples=100 * depth)
    @given(said=metadata)
    def holds(said: list[tuple[str, str | bytes]]) -> None:
        outcome = servers.call(TICKETS + "GetServerInfo", b"", said)
        check(outcome)
        # The blanks around a value are no part of it.
        roles = [str(value).strip() for header, value in said if header == ROLE_HEADER]
        if len(roles) != 1 or roles[0] not in {"user", "helpdesk", "analytics"}:
            assert outcome.reason is Reason.ROLE_UNKNOWN

    holds()


@SQLITE
def test_metadata_larger_than_a_server_takes_are_refused(servers: Servers) -> None:
    said = [*introduced(Role.USER), ("x-much", "m" * 100_000)]
    assert servers.call(TICKETS + "GetServerInfo", b"", said).code is _Code.RESOURCE_EXHAUSTED


def bad_requests(details: Sequence[Message]) -> list[error_details_pb2.BadRequest]:
    return [detail for detail in details if isinstance(detail, error_details_pb2.BadRequest)]


@pytest.mark.parametrize("store", EXAMPLES, indirect=True)
@pytest.mark.parametrize("method", contract.METHODS)
@pytest.mark.parametrize("depth", DEPTHS)
def test_a_request_of_nasty_fields_is_answered_or_refused_in_the_contracts_words(
    servers: Servers, lawful: nasty.Lawful, store: str, method: str, depth: int
) -> None:
    requests = nasty.requests(contract.METHODS[method].input_type, lawful)

    @settings(max_examples=EXAMPLES[store] * depth)
    @given(request=requests, role=st.sampled_from([Role.HELPDESK, Role.HELPDESK, *Role]))
    def holds(request: nasty.Wire, role: Role) -> None:
        check(servers.call(method, request, introduced(role)), request)

    holds()


@SQLITE
@pytest.mark.parametrize("method", contract.METHODS)
@pytest.mark.parametrize("depth", DEPTHS)
def test_bytes_that_are_no_request_are_refused_in_the_contracts_words(
    servers: Servers, method: str, depth: int
) -> None:
    @settings(max_examples=25 * depth)
    @given(request=nasty.broken())
    def holds(request: nasty.Wire) -> None:
        check(servers.call(method, request, introduced(Role.HELPDESK)), request)

    holds()
