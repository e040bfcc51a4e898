"""Every refusal is told in words that say what it is about and what to do."""

from pathlib import Path

import pytest

from campusdesk.errors import DeskError
from campusdesk.rules import Reason
from client import refusals
from client.workstation import Lack


@pytest.mark.parametrize("reason", Reason)
def test_every_refusal_is_told_in_whole_sentences(reason: Reason) -> None:
    words = refusals.error_words(DeskError(reason, field="description", limit=200, ticket_id=17, status="ACTIVE"))
    assert words[0].isupper()
    assert words.endswith(".")
    assert "{" not in words


@pytest.mark.parametrize(
    "reason", [Reason.SERVER_UNREACHABLE, Reason.STORE_FAILED, Reason.SERVER_STOPPING, Reason.INTERNAL]
)
def test_who_wrote_nothing_is_not_told_that_it_is_kept(reason: Reason) -> None:
    error = DeskError(reason)
    assert "typed" in refusals.error_words(error)
    words = refusals.error_words(error, typed=False)
    assert "typed" not in words
    assert "again" in words
    assert words.endswith(".")
    assert refusals.error_words(DeskError(Reason.ROLE_FORBIDDEN), typed=False) == "Only helpdesk staff can do this."


def test_a_refusal_names_what_it_is_about() -> None:
    assert "#17" in refusals.error_words(DeskError(Reason.TICKET_FINAL, ticket_id=17))
    assert "200" in refusals.error_words(DeskError(Reason.TEXT_TOO_LONG, limit=200))
    assert "closed" in refusals.error_words(DeskError(Reason.WRONG_TRANSITION, ticket_id=17, status="CLOSED"))


def test_a_refusal_of_another_server_may_lack_its_details() -> None:
    assert refusals.error_words(DeskError(Reason.WRONG_TRANSITION, status="{ticket_id}")).count("{") == 1


def test_a_wrong_address_is_quoted_plainly_and_short() -> None:
    words = refusals.address_words("<b>{limit}\n" + "x" * 999)
    assert "<b>{limit} xxx" in words
    assert len(words) < 200


def test_what_a_pc_lacks_is_told_with_who_can_help() -> None:
    words = [refusals.lack_words(lack) for lack in Lack]
    assert len(set(words)) == len(Lack)
    assert all("key" in each and "operators of Campus Desk" in each and each.endswith(".") for each in words)


def test_a_ca_that_cannot_be_used_is_told_by_its_file(tmp_path: Path) -> None:
    authorities = tmp_path / "ca.pem"
    assert f"{authorities} cannot be read: No such file" in refusals.authorities_words(authorities)
    authorities.touch()
    assert refusals.authorities_words(authorities).endswith("ca.pem holds no certificates (PEM).")
