"""The policy table against the contract's own descriptors: nothing without a row, and no row too wide."""

import pytest

from campusdesk import policy
from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2
from tests.campusdesk import contract

TEXTS = {
    "Ticket": {"description", "location", "contact", "taken_by", "reported_from"},
    "Message": {"text", "workstation"},
    "Change": {"message", "workstation"},
    "FieldChange": {"before", "after"},
    "TicketChange": {"workstation", "fields"},
}


def test_every_method_has_a_row() -> None:
    assert set(policy.METHODS) == set(contract.METHODS)


def test_every_field_of_a_request_has_a_row() -> None:
    assert {(message, field) for message, field in policy.SETS if message != "Ticket"} == contract.of_requests()


def test_every_field_of_an_answer_has_a_row() -> None:
    assert set(policy.SEES) == contract.of_answers()


# What only some of those who may call a method may set.
NARROWER = {
    ("FindSimilarTicketsRequest", "ticket_id"): {Role.HELPDESK},
    ("FindSimilarTicketsRequest", "include_closed"): {Role.HELPDESK},
    ("PostMessageRequest", "internal"): {Role.HELPDESK},
}


@pytest.mark.parametrize("method", contract.METHODS)
def test_who_may_call_a_method_may_set_its_fields(method: str) -> None:
    request = contract.METHODS[method].input_type
    for field in request.fields:
        expected = NARROWER.get((request.name, field.name), policy.METHODS[method])
        assert policy.SETS[request.name, field.name] == expected <= policy.METHODS[method]


@pytest.mark.parametrize("method", contract.METHODS)
def test_who_may_call_a_method_is_told_something(method: str) -> None:
    answer = contract.METHODS[method].output_type
    for role in policy.METHODS[method]:
        assert any(policy.may_see_field(role, answer.name, field.name) for field in answer.fields)


@pytest.mark.parametrize(
    ("role", "fields"),
    [
        (Role.USER, {"description", "location"}),
        (Role.HELPDESK, {"description", "location", "contact", "category"}),
        (Role.ANALYTICS, set()),
    ],
)
def test_what_each_role_may_edit_of_a_ticket(role: Role, fields: set[str]) -> None:
    assert policy.EDITABLE[role] == fields
    assert fields <= set(ticket_pb2.Ticket.DESCRIPTOR.fields_by_name)


def test_only_helpdesk_staff_see_the_contact() -> None:
    assert policy.SEES["Ticket", "contact"] == {Role.HELPDESK}


def test_only_helpdesk_staff_see_that_there_are_notes() -> None:
    told = {key for key in policy.SEES if "note" in key[1]} | {("Message", "internal")}

    assert len(told) == 5
    assert {policy.SEES[key] for key in told} == {frozenset({Role.HELPDESK})}


def test_analytics_servers_see_no_text_and_no_workstation() -> None:
    for message, fields in TEXTS.items():
        for field in fields:
            assert not policy.may_see_field(Role.ANALYTICS, message, field)


def test_only_helpdesk_staff_see_analytics() -> None:
    for method, roles in policy.METHODS.items():
        if contract.METHODS[method].containing_service.file.name.endswith("analytics.proto"):
            answer = contract.METHODS[method].output_type
            seen = {
                policy.SEES[message.name, field.name] for message in contract.held(answer) for field in message.fields
            }
            assert {roles} == seen == {frozenset({Role.HELPDESK})}


def test_what_has_no_row_is_nobodys() -> None:
    for role in Role:
        assert not policy.may_set(role, "Ticket", "status")
        assert not policy.may_set(role, "CreateTicketRequest", "unheard")
        assert not policy.may_see_field(role, "Ticket", "unheard")
        assert not policy.may_see_field(role, "Unheard", "id")
