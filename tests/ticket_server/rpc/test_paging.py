"""Page tokens serve one role and one filter only, and come from a server."""

import base64

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from campusdesk.errors import DeskError
from campusdesk.rules import Category, Reason, Role, Status
from ticket_server.rpc.paging import PageOf, decode_page_token, encode_page_token

FIRST = PageOf(Role.USER, None, None, "")
pages = st.builds(
    PageOf,
    st.sampled_from(Role),
    st.none() | st.sampled_from(Status),
    st.none() | st.sampled_from(Category),
    st.sampled_from(["", "LAB-1", "LAB-1 "]) | st.text(max_size=64),
)


def refused(token: str, used_for: PageOf = FIRST) -> None:
    with pytest.raises(DeskError) as raised:
        decode_page_token(token, used_for)
    assert raised.value.reason is Reason.FIELD_INVALID
    assert raised.value.metadata["field"] == "page_token"


@given(made_for=pages, before_id=st.integers(1, 2**63 - 1))
def test_a_page_token_comes_back_as_the_page_it_was_made_for(made_for: PageOf, before_id: int) -> None:
    assert decode_page_token(encode_page_token(made_for, before_id), made_for) == before_id


@given(made_for=pages, used_for=pages, before_id=st.integers(1, 2**63 - 1))
def test_a_page_token_of_another_role_or_filter_is_refused(made_for: PageOf, used_for: PageOf, before_id: int) -> None:
    assume(made_for != used_for)
    refused(encode_page_token(made_for, before_id), used_for)


@given(st.text(min_size=1) | st.binary(min_size=1).map(lambda raw: base64.urlsafe_b64encode(raw).decode()))
def test_what_is_no_page_token_is_refused(token: str) -> None:
    refused(token)


@pytest.mark.parametrize("before_id", [0, -1])
def test_a_page_token_below_the_first_ticket_is_refused(before_id: int) -> None:
    refused(encode_page_token(FIRST, before_id))


def test_no_page_token_is_the_first_page() -> None:
    assert decode_page_token("", FIRST) is None
