"""Who is let in: the metadata of a call against the policy table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campusdesk.access import ROLE_KEY, WORKSTATION_KEY, Caller, admit, caller, read_caller
from campusdesk.errors import DeskError
from campusdesk.policy import METHODS
from campusdesk.rules import Reason, Role

CREATE = "/campusdesk.v1.TicketService/CreateTicket"


def refused(method: str, metadata: list[tuple[str, str | bytes]]) -> Reason:
    with pytest.raises(DeskError) as raised:
        admit(method, metadata)
    return raised.value.reason


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("role", Role)
def test_each_method_lets_in_the_roles_of_its_row(method: str, role: Role) -> None:
    metadata = Caller(role, "Desk 2").metadata()
    if role in METHODS[method]:
        admit(method, metadata)
        assert caller() == Caller(role, "Desk 2")
    else:
        assert refused(method, list(metadata)) is Reason.ROLE_FORBIDDEN


def test_a_method_without_a_row_is_refused_to_everybody() -> None:
    for role in Role:
        assert refused("/campusdesk.v1.TicketService/Unheard", [(ROLE_KEY, role.word)]) is Reason.ROLE_FORBIDDEN


@pytest.mark.parametrize(
    "roles", [[], ["admin"], ["HELPDESK"], [""], ["user", "helpdesk"], ["helpdesk", "helpdesk"]], ids=str
)
def test_anything_but_one_known_role_is_refused(roles: list[str]) -> None:
    assert refused(CREATE, [(ROLE_KEY, role) for role in roles]) is Reason.ROLE_UNKNOWN


@pytest.mark.parametrize("names", [[b"\xff"], [b"x" * 65], [b"a", b"b"], [b"a\x00"]], ids=repr)
def test_a_workstation_name_that_is_no_name_is_refused(names: list[bytes]) -> None:
    metadata: list[tuple[str, str | bytes]] = [(ROLE_KEY, "user")]
    metadata.extend((WORKSTATION_KEY, name) for name in names)
    assert refused(CREATE, metadata) is Reason.FIELD_INVALID


def test_health_needs_no_role() -> None:
    admit("/grpc.health.v1.Health/Check", [])


@given(st.sampled_from(Role), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=64))
def test_what_a_caller_says_of_itself_is_read_back(role: Role, workstation: str) -> None:
    assert read_caller(Caller(role, workstation).metadata()) == Caller(role, workstation)
