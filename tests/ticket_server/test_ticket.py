"""The steps of a ticket, as pure values."""

import pytest

from campusdesk.rules import Action, Category, CategorySource, Role, Status
from ticket_server import ticket as step
from ticket_server.judgement import Judgement, corrected
from ticket_server.ticket import Change, FieldChange, Stamp, Ticket

GUESS = Judgement(Category.TECHNICAL_IT, 0.6, CategorySource.AUTOMATIC)
OTHER_GUESS = Judgement(Category.SERVICES_COMPLAINTS, 0.7, CategorySource.AUTOMATIC)
TEXTS = {"description": "Dark", "location": "B105", "contact": "me"}


def stamp(revision: int, time_us: int = 1_000, role: Role = Role.HELPDESK) -> Stamp:
    return Stamp(revision, role, "Desk 2", time_us)


def opened() -> Ticket:
    return step.opened(Stamp(1, Role.USER, "LAB", 1_000), 7, TEXTS, GUESS).ticket


def edited(ticket: Ticket, texts: dict[str, str], judgement: Judgement | None = None) -> Change:
    change = step.edited(ticket, stamp(2), texts, judgement)
    assert change is not None
    return change


def test_a_reported_ticket_is_open_and_knows_where_it_came_from() -> None:
    ticket = opened()
    assert (ticket.id, ticket.status, ticket.reported_from, ticket.taken_by) == (7, Status.OPEN, "LAB", "")
    assert (ticket.open_us, ticket.activate_us, ticket.update_us, ticket.close_us) == (1_000, 0, 1_000, 0)
    assert (ticket.category, ticket.confidence, ticket.category_source) == (GUESS.category, 0.6, GUESS.source)


def test_taking_and_closing_set_their_times_and_the_workstation() -> None:
    active = step.advanced(opened(), stamp(2, 2_000), Action.ACTIVATE).ticket
    assert (active.status, active.activate_us, active.taken_by, active.revision) == (Status.ACTIVE, 2_000, "Desk 2", 2)
    done = step.advanced(active, Stamp(3, Role.HELPDESK, "Desk 9", 3_000), Action.CLOSE).ticket
    assert (done.status, done.close_us, done.update_us, done.taken_by) == (Status.CLOSED, 3_000, 3_000, "Desk 2")


def test_a_message_counts_as_a_modification() -> None:
    change = step.with_message(opened(), stamp(5, 9_000), "Soon")
    assert change.message is not None
    assert (change.message.text, change.message.revision, change.message.post_us) == ("Soon", 5, 9_000)
    after = change.ticket
    assert (after.message_count, after.last_message_revision, after.last_message_role) == (1, 5, Role.HELPDESK)
    assert after.update_us == 9_000


@pytest.mark.parametrize("action", [Action.ACTIVATE, Action.POST_MESSAGE, Action.UPDATE])
def test_a_clock_that_was_set_back_never_takes_a_ticket_before_its_own_past(action: Action) -> None:
    past = stamp(2, 10)
    changes = {
        Action.ACTIVATE: step.advanced(opened(), past, Action.ACTIVATE),
        Action.POST_MESSAGE: step.with_message(opened(), past, "Soon"),
        Action.UPDATE: step.edited(opened(), past, {"location": "C1"}, None),
    }
    change = changes[action]
    assert change is not None
    assert change.change_us == change.ticket.update_us == 1_000


def test_an_edit_tells_only_what_it_changed() -> None:
    change = edited(opened(), {"description": "Dark", "location": "C1"})
    assert change.fields == (FieldChange("location", "B105", "C1"),)
    assert change.ticket == opened()._replace(location="C1", revision=2)


def test_an_edit_that_changes_nothing_is_no_change() -> None:
    assert step.edited(opened(), stamp(2), dict(TEXTS), None) is None
    assert step.edited(opened(), stamp(2), {"description": "Dark"}, OTHER_GUESS) is None


def test_new_words_are_judged_anew() -> None:
    change = edited(opened(), {"description": "They were rude"}, OTHER_GUESS)
    assert (change.ticket.category, change.ticket.confidence) == (OTHER_GUESS.category, 0.7)
    assert change.fields[-1] == FieldChange("category", "technical IT", "services complaints")


def test_the_same_category_for_new_words_is_not_told_as_a_change_of_it() -> None:
    change = edited(opened(), {"description": "Darker"}, Judgement(GUESS.category, 0.9, GUESS.source))
    assert change.ticket.confidence == 0.9
    assert [field.field for field in change.fields] == ["description"]


def test_a_person_has_the_last_word_on_the_category() -> None:
    fixed = edited(opened(), {}, corrected(Category.FACILITY_MANAGEMENT)).ticket
    assert (fixed.category, fixed.confidence, fixed.category_source) == (
        Category.FACILITY_MANAGEMENT,
        1.0,
        CategorySource.CORRECTED,
    )
    later = edited(fixed, {"description": "They were rude"}, OTHER_GUESS).ticket
    assert (later.category, later.category_source) == (Category.FACILITY_MANAGEMENT, CategorySource.CORRECTED)


def test_a_person_who_confirms_the_guess_makes_a_change_once() -> None:
    confirmed = edited(opened(), {}, corrected(GUESS.category))
    assert confirmed.fields == (FieldChange("category", "technical IT", "technical IT"),)
    assert step.edited(confirmed.ticket, stamp(3), {}, corrected(GUESS.category)) is None


def test_a_correction_that_is_cleared_gives_way_to_the_guess() -> None:
    of_a_person = edited(opened(), {}, corrected(Category.SERVICES_COMPLAINTS)).ticket
    assert step.edited(of_a_person, stamp(3), {}, GUESS) is None
    cleared = step.edited(of_a_person, stamp(3), {}, GUESS, clears=True)
    assert cleared is not None
    assert cleared.ticket == of_a_person._replace(
        category=GUESS.category, confidence=0.6, category_source=GUESS.source, revision=3
    )
    assert cleared.fields == (FieldChange("category", "services complaints", "technical IT"),)
    assert step.edited(cleared.ticket, stamp(4), {}, GUESS, clears=True) is None


def test_a_confirmation_that_is_cleared_is_told_though_the_category_stays() -> None:
    confirmed = edited(opened(), {}, corrected(GUESS.category)).ticket
    cleared = step.edited(confirmed, stamp(3), {}, GUESS, clears=True)
    assert cleared is not None
    assert (cleared.ticket.category_source, cleared.ticket.confidence) == (CategorySource.AUTOMATIC, 0.6)
    assert cleared.fields == (FieldChange("category", "technical IT", "technical IT"),)


def test_what_was_understood_later_sets_the_category_and_modifies_nothing() -> None:
    change = step.categorised(opened(), Stamp(2, Role.HELPDESK, "", 9_000), OTHER_GUESS)
    assert change is not None
    assert (change.action, change.change_us) == (Action.CATEGORISE, 9_000)
    assert change.ticket == opened()._replace(category=OTHER_GUESS.category, confidence=0.7, revision=2)
    assert change.fields == (FieldChange("category", "technical IT", "services complaints"),)


def test_a_confidence_alone_may_be_understood_better() -> None:
    change = step.categorised(opened(), stamp(2), Judgement(GUESS.category, 0.9, GUESS.source))
    assert change is not None
    assert (change.ticket.confidence, change.fields) == (0.9, ())


def test_what_was_understood_later_touches_no_correction_and_no_closed_ticket() -> None:
    of_a_person = edited(opened(), {}, corrected(Category.FACILITY_MANAGEMENT)).ticket
    active = step.advanced(opened(), stamp(2), Action.ACTIVATE).ticket
    closed = step.advanced(active, stamp(3), Action.CLOSE).ticket
    for ticket in (of_a_person, closed):
        assert step.categorised(ticket, stamp(4), OTHER_GUESS) is None
    assert step.categorised(opened(), stamp(4), Judgement(GUESS.category, 0.6004, GUESS.source)) is None


def test_undoing_edits_newest_first_gives_the_texts_of_before() -> None:
    first = edited(opened(), {"location": "C1", "description": "Darker"})
    second = edited(first.ticket, {"location": "D2"}, corrected(Category.FACILITY_MANAGEMENT))
    before = step.undone(second.ticket, [*second.fields, *first.fields])
    assert (before.description, before.location) == ("Dark", "B105")
