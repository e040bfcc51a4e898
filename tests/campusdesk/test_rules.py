"""The rules as full tables: every role, action and status, every limit."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campusdesk import rules
from campusdesk.rules import Action, Category, CategorySource, Reason, Role, Status, Sureness
from campusdesk.v1 import error_pb2, ticket_pb2

ENUMS = [
    (Role, ticket_pb2.Role),
    (Status, ticket_pb2.Status),
    (Category, ticket_pb2.Category),
    (CategorySource, ticket_pb2.CategorySource),
    (Action, ticket_pb2.Action),
]

# What each role meets when it does an action on a ticket of a status: None is allowed.
FORBIDDEN, CLOSED, FINAL, WRONG = (
    Reason.ROLE_FORBIDDEN,
    Reason.TICKET_CLOSED,
    Reason.TICKET_FINAL,
    Reason.WRONG_TRANSITION,
)
REFUSALS = {
    # role, action: (open, active, closed)
    (Role.USER, Action.UPDATE): (None, None, CLOSED),
    (Role.USER, Action.POST_MESSAGE): (None, None, CLOSED),
    (Role.USER, Action.ACTIVATE): (FORBIDDEN, FORBIDDEN, FORBIDDEN),
    (Role.USER, Action.CLOSE): (FORBIDDEN, FORBIDDEN, FORBIDDEN),
    (Role.HELPDESK, Action.UPDATE): (None, None, FINAL),
    (Role.HELPDESK, Action.POST_MESSAGE): (None, None, FINAL),
    (Role.HELPDESK, Action.ACTIVATE): (None, WRONG, WRONG),
    (Role.HELPDESK, Action.CLOSE): (WRONG, None, WRONG),
    (Role.ANALYTICS, Action.UPDATE): (FORBIDDEN, FORBIDDEN, FORBIDDEN),
    (Role.ANALYTICS, Action.POST_MESSAGE): (FORBIDDEN, FORBIDDEN, FORBIDDEN),
    (Role.ANALYTICS, Action.ACTIVATE): (FORBIDDEN, FORBIDDEN, FORBIDDEN),
    (Role.ANALYTICS, Action.CLOSE): (FORBIDDEN, FORBIDDEN, FORBIDDEN),
    **{(role, Action.ERASE): (FORBIDDEN, FORBIDDEN, FORBIDDEN) for role in Role},
    **{(role, Action.CATEGORISE): (FORBIDDEN, FORBIDDEN, FORBIDDEN) for role in Role},
    (Role.USER, Action.POST_NOTE): (FORBIDDEN, FORBIDDEN, FORBIDDEN),
    (Role.HELPDESK, Action.POST_NOTE): (None, None, FINAL),
    (Role.ANALYTICS, Action.POST_NOTE): (FORBIDDEN, FORBIDDEN, FORBIDDEN),
    (Role.USER, Action.ADD_ME_TOO): (None, None, CLOSED),
    (Role.HELPDESK, Action.ADD_ME_TOO): (None, None, FINAL),
    (Role.ANALYTICS, Action.ADD_ME_TOO): (FORBIDDEN, FORBIDDEN, FORBIDDEN),
}


@pytest.mark.parametrize(("role", "action"), REFUSALS)
def test_who_may_do_what_to_a_ticket(role: Role, action: Action) -> None:
    assert tuple(rules.refusal(role, action, status) for status in Status) == REFUSALS[role, action]


def test_the_table_of_refusals_is_complete() -> None:
    assert set(REFUSALS) == set(itertools.product(Role, set(Action) - {Action.CREATE}))


@pytest.mark.parametrize(("role", "expected"), [(Role.USER, None), (Role.HELPDESK, None), (Role.ANALYTICS, FORBIDDEN)])
def test_who_may_report(role: Role, expected: Reason | None) -> None:
    assert rules.refusal(role, Action.CREATE, None) == expected


def test_only_a_simple_user_does_not_see_closed_tickets() -> None:
    hidden = {(role, status) for role in Role for status in Status if not rules.may_see(role, status)}
    assert hidden == {(Role.USER, Status.CLOSED)}


@pytest.mark.parametrize(("plain", "wire"), ENUMS)
def test_numbers_are_those_of_the_contract(plain: type[Role], wire: type[ticket_pb2.Role]) -> None:
    prefix = wire.DESCRIPTOR.values[0].name.removesuffix("UNSPECIFIED")
    named = {name.removeprefix(prefix): number for name, number in wire.items() if number}
    assert {member.name: member.value for member in plain} == named


def test_reasons_are_those_of_the_contract() -> None:
    wire = {name.removeprefix("ERROR_REASON_") for name, number in error_pb2.ErrorReason.items() if number}
    assert {reason.value for reason in set(Reason) - rules.DISTRUST} - {"SERVER_UNREACHABLE"} == wire


@pytest.mark.parametrize("field", rules.LIMITS)
def test_a_text_of_the_limit_is_taken_and_one_more_is_not(field: str) -> None:
    limit = rules.LIMITS[field]
    assert rules.text_refusal(field, "é" * limit) is None
    assert rules.text_refusal(field, "é" * (limit + 1)) is Reason.TEXT_TOO_LONG


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("description", "", Reason.TEXT_EMPTY),
        ("description", " \n\t ", Reason.TEXT_EMPTY),
        ("message", "\u3000", Reason.TEXT_EMPTY),
        ("message", "\u200b\u2060\ufeff\u202e", Reason.TEXT_EMPTY),
        ("description", "\u3164\u2800\ufe0f\U000e0100", Reason.TEXT_EMPTY),
        ("description", "\x1b\x07", Reason.TEXT_EMPTY),
        ("location", "\u200b", None),
        ("message", "\u200b?", None),
        ("message", "\U0001fae8", None),
        ("message", "\ue000", None),
        ("location", "", None),
        ("contact", "", None),
        ("description", "a\x00b", Reason.FIELD_INVALID),
        ("location", "\ud800", Reason.FIELD_INVALID),
        ("description", "<img src=x> 漏水 \u202e", None),
    ],
)
def test_texts_that_can_and_cannot_stand(field: str, text: str, expected: Reason | None) -> None:
    assert rules.text_refusal(field, text) is expected


@given(st.sampled_from(sorted(rules.LIMITS)), st.text())
def test_an_accepted_text_can_be_stored(field: str, text: str) -> None:
    if rules.text_refusal(field, text) is None:
        assert "\x00" not in text
        assert text.encode().decode() == text


@pytest.mark.parametrize(
    ("confidence", "expected"),
    [
        (1.0, Sureness.SURE),
        (0.9, Sureness.SURE),
        (0.899, Sureness.LIKELY),
        (0.6, Sureness.LIKELY),
        (0.599, Sureness.UNSURE),
        (1 / 3, Sureness.UNSURE),
        (0.0, Sureness.UNSURE),
    ],
)
def test_how_sure_a_confidence_is(confidence: float, expected: Sureness) -> None:
    assert rules.sureness(confidence) is expected


@pytest.mark.parametrize(("confidence", "expected"), [(0.9, Sureness.SURE), (0.6, Sureness.LIKELY)])
def test_how_sure_a_confidence_is_after_the_wire(confidence: float, expected: Sureness) -> None:
    travelled = ticket_pb2.Ticket.FromString(ticket_pb2.Ticket(confidence=confidence).SerializeToString()).confidence
    assert rules.sureness(travelled) is expected
