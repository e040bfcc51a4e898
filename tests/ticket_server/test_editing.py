"""An edit: what it is overtaken by, and which judgement its category comes from."""

import pytest

from campusdesk.errors import DeskError
from campusdesk.rules import Category, CategorySource, Reason, Role
from ticket_server import ticket as step
from ticket_server.asked import Edits
from ticket_server.editing import Editing, Overtaken
from ticket_server.judgement import Judgement
from ticket_server.storage.group import Situation
from ticket_server.ticket import Stamp, Ticket

AUTOMATIC = Judgement(Category.FACILITY_MANAGEMENT, 0.8, CategorySource.AUTOMATIC)
STAMP = Stamp(10, Role.HELPDESK, "Desk 2", 2_000)
TEXTS = {"description": "Dark", "location": "B105", "contact": ""}
OPENED = step.opened(Stamp(5, Role.USER, "LAB", 1_000), 1, TEXTS, AUTOMATIC).ticket
CORRECTED = OPENED._replace(
    category=Category.SERVICES_COMPLAINTS, category_source=CategorySource.CORRECTED, confidence=1.0
)


def situation(ticket: Ticket, *edited: str) -> Situation:
    """Return a situation in which these fields were edited by others."""
    return Situation(ticket, 2, 10, lambda _revision: frozenset(edited), lambda _installation: False)


def judge(_text: str) -> Judgement:
    return AUTOMATIC


@pytest.mark.parametrize(
    ("ticket", "edits", "edited"),
    [
        (OPENED, Edits({"location": "C1"}), "location"),
        (OPENED, Edits({}, Category.TECHNICAL_IT), "category"),
        (CORRECTED, Edits({}, clears=True), "category"),
    ],
)
def test_an_edit_of_what_another_edited_is_overtaken(ticket: Ticket, edits: Edits, edited: str) -> None:
    with pytest.raises(Overtaken) as refused:
        Editing(edits, 4, judge).decided(ticket, situation(ticket, edited), STAMP)
    assert refused.value.ticket == ticket
    assert Editing(edits, 5, judge).decided(ticket, situation(ticket, edited), STAMP) is not None
    others = {"location", "category", "description"} - {edited}
    assert Editing(edits, 4, judge).decided(ticket, situation(ticket, *others), STAMP) is not None


@pytest.mark.parametrize(
    ("ticket", "edits"),
    [
        (OPENED, Edits({"location": "B105"})),
        (CORRECTED, Edits({}, Category.SERVICES_COMPLAINTS)),
        (OPENED, Edits({}, clears=True)),
    ],
)
def test_who_wants_what_is_there_already_is_never_overtaken(ticket: Ticket, edits: Edits) -> None:
    assert Editing(edits, 4, judge).decided(ticket, situation(ticket, *TEXTS, "category"), STAMP) is None


@pytest.mark.parametrize("revision", [0, -1, 10])
def test_nobody_can_have_seen_a_revision_that_there_never_was(revision: int) -> None:
    with pytest.raises(DeskError) as refused:
        Editing(Edits({"location": "C1"}), revision, judge).decided(OPENED, situation(OPENED), STAMP)
    assert refused.value.reason is Reason.FIELD_INVALID


def category_after(ticket: Ticket, edits: Edits) -> tuple[str, Category, CategorySource]:
    """Return which text was judged, and what became of the category."""
    judged: list[str] = []

    def noted(text: str) -> Judgement:
        judged.append(text)
        return Judgement(Category.TECHNICAL_IT, 0.7, CategorySource.AUTOMATIC)

    change = Editing(edits, 5, noted).decided(ticket, situation(ticket), STAMP)
    after = change.ticket if change is not None else ticket
    return " ".join(judged), after.category, after.category_source


def test_the_text_that_is_judged_is_that_after_the_edit() -> None:
    automatic, corrected = CategorySource.AUTOMATIC, CategorySource.CORRECTED
    it, services = Category.TECHNICAL_IT, Category.SERVICES_COMPLAINTS
    new = {"description": "Light"}
    assert category_after(OPENED, Edits(new)) == ("Light", it, automatic)
    assert category_after(CORRECTED, Edits(new)) == ("Light", services, corrected)
    assert category_after(CORRECTED, Edits(new, clears=True)) == ("Light", it, automatic)
    assert category_after(CORRECTED, Edits({}, clears=True)) == ("Dark", it, automatic)
    assert category_after(OPENED, Edits({"location": "C1"})) == ("", AUTOMATIC.category, automatic)
    assert category_after(OPENED, Edits(new, services)) == ("", services, corrected)
