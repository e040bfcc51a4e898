"""What a caller asks is refused with the reason and the field that he knows it by."""

import pytest

from campusdesk.errors import DeskError
from campusdesk.rules import LIMITS, Action, Category, Reason, Role
from tests.ticket_server.desk import STAFF, USER, new_id
from ticket_server import asked
from ticket_server.asked import Edits


@pytest.mark.parametrize(
    ("limit_name", "value", "reason"),
    [
        ("description", "", Reason.TEXT_EMPTY),
        ("description", " \n\t ", Reason.TEXT_EMPTY),
        ("description", "x" * 10_001, Reason.TEXT_TOO_LONG),
        ("location", "x" * 201, Reason.TEXT_TOO_LONG),
        ("contact", "a\x00b", Reason.FIELD_INVALID),
        ("location", "\ud800", Reason.FIELD_INVALID),
    ],
)
def test_a_text_that_cannot_stand_is_refused(limit_name: str, value: str, reason: Reason) -> None:
    with pytest.raises(DeskError) as refused:
        asked.text(limit_name, value)
    assert refused.value.reason == reason
    limit = {"limit": str(LIMITS[limit_name])} if reason == Reason.TEXT_TOO_LONG else {}
    assert refused.value.metadata == {"field": limit_name, **limit}


def test_white_space_around_a_text_goes_and_does_not_count() -> None:
    assert asked.text("location", f"  {'x' * 200}\n") == "x" * 200
    assert asked.text("description", " two\n\n lines ") == "two\n\n lines"


def test_a_text_may_have_another_name_for_the_caller() -> None:
    with pytest.raises(DeskError) as refused:
        asked.text("message", "", field="text")
    assert refused.value.metadata == {"field": "text"}


@pytest.mark.parametrize("ticket_id", [0, -1, 2**63])
def test_a_number_that_no_ticket_can_have_is_refused(ticket_id: int) -> None:
    with pytest.raises(DeskError) as refused:
        asked.check_id("id", ticket_id)
    assert (refused.value.reason, refused.value.metadata) == (Reason.FIELD_INVALID, {"field": "id"})


UUID = "0b6f3f0e-8f5e-4a83-9f52-3d0b0a6f7c11"


@pytest.mark.parametrize("request_id", ["", "17", "x" * 36, UUID[:-1], UUID + "\n", "１" * 36])
def test_a_request_id_must_be_a_uuid(request_id: str) -> None:
    with pytest.raises(DeskError) as refused:
        asked.request(request_id, "create", {})
    assert (refused.value.reason, refused.value.metadata) == (Reason.FIELD_INVALID, {"field": "request_id"})


def test_the_same_request_has_the_same_digest_and_another_has_not() -> None:
    request_id = new_id()
    first = asked.request(request_id, "post", [1, "a"])
    assert asked.request(request_id.upper(), "post", [1, "a"]) == first
    others = [("post", [2, "a"]), ("post", [1, "b"]), ("update", [1, "a"])]
    assert all(asked.request(request_id, verb, content)[1] != first[1] for verb, content in others)


@pytest.mark.parametrize(
    ("role", "edits", "reason", "field"),
    [
        (Role.USER, {}, Reason.FIELD_INVALID, "update_mask"),
        (Role.HELPDESK, {"status": "closed"}, Reason.FIELD_INVALID, "update_mask"),
        (Role.USER, {"contact": "me"}, Reason.ROLE_FORBIDDEN, "contact"),
        (Role.USER, {"category": Category.TECHNICAL_IT}, Reason.ROLE_FORBIDDEN, "category"),
        (Role.USER, {"category": None}, Reason.ROLE_FORBIDDEN, "category"),
        (Role.ANALYTICS, {"location": "B1"}, Reason.ROLE_FORBIDDEN, "location"),
        (Role.HELPDESK, {"category": "technical IT"}, Reason.FIELD_INVALID, "category"),
        (Role.HELPDESK, {"location": "ok", "description": ""}, Reason.TEXT_EMPTY, "description"),
    ],
)
def test_an_edit_that_is_none_or_not_the_roles_is_refused(
    role: Role, edits: dict[str, str | Category | None], reason: Reason, field: str
) -> None:
    with pytest.raises(DeskError) as refused:
        asked.edits(role, edits)
    assert (refused.value.reason, refused.value.metadata["field"]) == (reason, field)


def test_staff_may_edit_all_fields_at_once() -> None:
    edits: dict[str, str | Category | None] = {"description": " a ", "contact": "", "category": Category.TECHNICAL_IT}
    assert asked.edits(Role.HELPDESK, edits) == Edits({"description": "a", "contact": ""}, Category.TECHNICAL_IT)
    assert asked.edits(Role.HELPDESK, {"category": None}) == Edits({}, None, clears=True)


def test_a_role_is_refused_what_it_may_never_do() -> None:
    asked.check_role(STAFF, Action.CLOSE)
    with pytest.raises(DeskError) as refused:
        asked.check_role(USER, Action.CLOSE)
    assert refused.value.reason == Reason.ROLE_FORBIDDEN
