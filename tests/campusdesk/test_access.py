"""Who is let in: the metadata of a call against the policy table and the workstation keys."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campusdesk.access import KEY_HEADER, ROLE_HEADER, WORKSTATION_HEADER, Caller, Gate, caller, read_introduction
from campusdesk.errors import DeskError, to_status
from campusdesk.keys import Keyring
from campusdesk.policy import METHODS
from campusdesk.rules import Reason, Role, Scope
from tests.campusdesk.key_files import ANALYTICS_KEY, DESK_KEY, KEYS, OTHER_KEY, write_keys

CREATE = "/campusdesk.v1.TicketService/CreateTicket"
# What every role may call.
INFO = "/campusdesk.v1.TicketService/GetServerInfo"
OPEN = Gate(Keyring(None))

Metadata = list[tuple[str, str | bytes]]


def refused(method: str, metadata: Sequence[tuple[str, str | bytes]], gate: Gate = OPEN) -> Reason:
    with pytest.raises(DeskError) as raised:
        gate.admit(method, metadata)
    assert not any(key in str(to_status(raised.value)) for key in (DESK_KEY, ANALYTICS_KEY, OTHER_KEY))
    return raised.value.reason


def introduced(role: Role, *keys: str) -> Metadata:
    return [*Caller(role, "Desk 2").metadata(), *((KEY_HEADER, key) for key in keys)]


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    return write_keys(tmp_path / "keys.toml", KEYS)


@pytest.fixture
def gate(keys: Path) -> Gate:
    return Gate(Keyring(keys))


@pytest.fixture(scope="module")
def shared_gate(tmp_path_factory: pytest.TempPathFactory) -> Gate:
    """Let examples share a gate whose keys stay as they are."""
    return Gate(Keyring(write_keys(tmp_path_factory.mktemp("keys") / "keys.toml", KEYS)))


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("role", Role)
def test_each_method_lets_in_the_roles_of_its_row(method: str, role: Role) -> None:
    metadata = introduced(role)
    if role in METHODS[method]:
        OPEN.admit(method, metadata)
        assert caller() == Caller(role, "Desk 2")
    else:
        assert refused(method, metadata) is Reason.ROLE_FORBIDDEN


def test_a_method_without_a_row_is_refused_to_everybody() -> None:
    for role in Role:
        assert refused("/campusdesk.v1.TicketService/Unheard", introduced(role)) is Reason.ROLE_FORBIDDEN


@pytest.mark.parametrize(
    "roles", [[], ["admin"], ["HELPDESK"], [""], ["user", "helpdesk"], ["helpdesk", "helpdesk"]], ids=str
)
@pytest.mark.parametrize("with_keys", [False, True])
def test_anything_but_one_known_role_is_refused(roles: list[str], with_keys: bool, gate: Gate) -> None:
    metadata: Metadata = [(ROLE_HEADER, role) for role in roles]
    if with_keys:
        assert refused(CREATE, [*metadata, (KEY_HEADER, DESK_KEY)], gate) is Reason.ROLE_UNKNOWN
    assert refused(CREATE, metadata) is Reason.ROLE_UNKNOWN


@pytest.mark.parametrize("names", [[b"\xff"], [b"x" * 65], [b"a", b"b"], [b"a\x00"]], ids=repr)
def test_a_workstation_name_that_is_no_name_is_refused(names: list[bytes]) -> None:
    metadata: Metadata = [(ROLE_HEADER, "user")]
    metadata.extend((WORKSTATION_HEADER, name) for name in names)
    assert refused(CREATE, metadata) is Reason.FIELD_INVALID


@pytest.mark.parametrize(
    "method",
    [
        "/grpc.health.v1.Health/Check",
        "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
        "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
    ],
)
def test_the_standard_services_need_no_role_and_no_key(method: str, gate: Gate) -> None:
    gate.admit(method, [])


# Role x key -> where keys are in force: why it is refused, or the roles that may be entered in.
USER_ONLY = {Role.USER}
STAFF = {Role.USER, Role.HELPDESK}
ANALYSTS = {Role.USER, Role.ANALYTICS}
KEYS_GIVEN: dict[str, tuple[str, ...]] = {
    "none": (),
    "helpdesk": (DESK_KEY,),
    "analytics": (ANALYTICS_KEY,),
    "wrong": (OTHER_KEY,),
    "empty": ("",),
    "almost": (DESK_KEY[:-1],),
    "two": (DESK_KEY, DESK_KEY),
    "two scopes": (ANALYTICS_KEY, DESK_KEY),
}
IN_FORCE: dict[str, tuple[Reason | set[Role], Reason | set[Role], Reason | set[Role]]] = {
    "none": (USER_ONLY, Reason.KEY_REQUIRED, Reason.KEY_REQUIRED),
    "helpdesk": (STAFF, STAFF, Reason.KEY_REQUIRED),
    "analytics": (ANALYSTS, Reason.KEY_REQUIRED, ANALYSTS),
    "wrong": (Reason.KEY_UNKNOWN, Reason.KEY_UNKNOWN, Reason.KEY_UNKNOWN),
    "empty": (Reason.KEY_UNKNOWN, Reason.KEY_UNKNOWN, Reason.KEY_UNKNOWN),
    "almost": (Reason.KEY_UNKNOWN, Reason.KEY_UNKNOWN, Reason.KEY_UNKNOWN),
    "two": (Reason.KEY_UNKNOWN, Reason.KEY_UNKNOWN, Reason.KEY_UNKNOWN),
    "two scopes": (Reason.KEY_UNKNOWN, Reason.KEY_UNKNOWN, Reason.KEY_UNKNOWN),
}


def outcome(gate: Gate, role: Role, keys: Sequence[str]) -> Reason | set[Role]:
    try:
        gate.admit(INFO, introduced(role, *keys))
    except DeskError as error:
        return error.reason
    assert caller() == Caller(role, "Desk 2")
    return set(caller().may_enter)


@pytest.mark.parametrize("given", KEYS_GIVEN)
@pytest.mark.parametrize("role", Role)
def test_where_keys_are_in_force_a_role_needs_a_key_of_its_scope(role: Role, given: str, gate: Gate) -> None:
    assert outcome(gate, role, KEYS_GIVEN[given]) == IN_FORCE[given][role - 1]


@pytest.mark.parametrize("given", KEYS_GIVEN)
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("mode", ["no keys", "open roles"])
def test_where_everybody_may_choose_keys_are_not_looked_at(mode: str, role: Role, given: str, keys: Path) -> None:
    gate = OPEN if mode == "no keys" else Gate(Keyring(keys), open_roles=True)
    assert gate.open_to_all
    expected = Reason.KEY_UNKNOWN if given.startswith("two") else set(Role)
    assert outcome(gate, role, KEYS_GIVEN[given]) == expected


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("open_roles", [False, True])
def test_where_somebody_can_listen_no_key_is_taken(role: Role, open_roles: bool, keys: Path) -> None:
    gate = Gate(Keyring(keys), open_roles=open_roles, confidential=False)
    assert outcome(gate, role, [DESK_KEY]) is Reason.KEY_UNKNOWN


def test_who_has_no_key_learns_nothing_of_what_the_role_may_do(gate: Gate) -> None:
    assert refused("/campusdesk.v1.TicketService/Unheard", introduced(Role.HELPDESK), gate) is Reason.KEY_REQUIRED


def test_a_key_counts_from_when_it_is_added_until_it_is_revoked(tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    gate = Gate(Keyring(path))
    assert outcome(gate, Role.HELPDESK, []) == set(Role)
    write_keys(path, KEYS)
    assert outcome(gate, Role.HELPDESK, []) is Reason.KEY_REQUIRED
    assert outcome(gate, Role.HELPDESK, [DESK_KEY]) == STAFF
    before = gate.look()
    write_keys(path, {ANALYTICS_KEY: Scope.ANALYTICS})
    assert gate.look() != before
    assert outcome(gate, Role.HELPDESK, [DESK_KEY]) is Reason.KEY_UNKNOWN
    assert outcome(gate, Role.USER, [DESK_KEY]) is Reason.KEY_UNKNOWN
    path.unlink()
    assert outcome(gate, Role.ANALYTICS, [ANALYTICS_KEY]) is Reason.KEY_UNKNOWN
    assert outcome(gate, Role.HELPDESK, []) is Reason.KEY_REQUIRED


def test_a_key_does_not_show_where_a_call_is_printed() -> None:
    assert DESK_KEY not in repr(read_introduction(introduced(Role.USER, DESK_KEY)))


@given(st.sampled_from(Role), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=64))
def test_what_a_caller_says_of_itself_is_read_back(role: Role, workstation: str) -> None:
    said = read_introduction(Caller(role, workstation).metadata())
    assert (said.role, said.workstation, said.key) == (role, workstation, None)


HEADERS = st.lists(
    st.one_of(
        st.tuples(st.just(ROLE_HEADER), st.one_of(st.sampled_from([role.word for role in Role]), st.text(max_size=9))),
        st.tuples(
            st.just(KEY_HEADER), st.one_of(st.sampled_from([*KEYS, OTHER_KEY]), st.text(min_size=20, max_size=60))
        ),
        st.tuples(st.sampled_from(["x-roles", "x-workstation", "authorization"]), st.text(max_size=9)),
    ),
    max_size=4,
)
SCOPE_OF_ROLE = {Role.HELPDESK: Scope.HELPDESK, Role.ANALYTICS: Scope.ANALYTICS}


def admitted(gate: Gate, metadata: Metadata) -> DeskError | None:
    """Return why the call is refused, or None for one that is let in."""
    try:
        gate.admit(INFO, metadata)
    except DeskError as error:
        return error
    return None


@given(metadata=HEADERS)
def test_whatever_headers_come_nobody_gets_more_than_one_key_gives(metadata: Metadata, shared_gate: Gate) -> None:
    roles, keys = ([str(value) for header, value in metadata if header == name] for name in (ROLE_HEADER, KEY_HEADER))
    error = admitted(shared_gate, metadata)
    if error is not None:
        assert error.reason in (Reason.ROLE_UNKNOWN, Reason.KEY_UNKNOWN, Reason.KEY_REQUIRED)
        assert not any(key in str(to_status(error)) for key in keys)
        return
    assert roles == [caller().role.word]
    scopes = [KEYS[key] for key in keys]
    assert len(scopes) <= 1
    assert SCOPE_OF_ROLE.get(caller().role) in (None, *scopes)
