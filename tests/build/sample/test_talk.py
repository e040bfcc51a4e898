"""Conversations of the sample campus fit the life of their ticket."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from campusdesk.rules import Status
from sample.campus import Campus, load_campus
from sample.life import Life
from sample.reporters import Report, Reporters
from sample.rhythm import WorkingClock
from sample.talk import HELPDESK, LONG, MOST_MESSAGES, USER, Talk

NOW = datetime(2026, 11, 24, 14, 40, tzinfo=UTC)
OPENED = datetime(2026, 10, 6, 8, 0, tzinfo=UTC)
OPEN = Life(Status.OPEN)
ACTIVE = Life(Status.ACTIVE, OPENED + timedelta(hours=1), "Desk 1")
CLOSED = Life(Status.CLOSED, OPENED + timedelta(hours=1), "Desk 1", OPENED + timedelta(days=20), "Desk 1")
CLOCK = WorkingClock(date(2026, 1, 1), date(2027, 12, 31))


@pytest.fixture(scope="module", name="campus")
def sample_campus() -> Campus:
    return load_campus()


@pytest.fixture(name="talk")
def sample_talk(campus: Campus) -> Talk:
    return Talk(Random(1), campus, CLOCK, NOW)


@pytest.fixture(scope="module", name="reports")
def sample_reports(campus: Campus) -> list[Report]:
    reporters = Reporters(Random(1), campus)
    return [reporters.report(OPENED) for _ in range(300)]


def test_only_a_closed_ticket_has_its_last_word(talk: Talk, reports: list[Report]) -> None:
    closing = 0
    for report in reports:
        outcome = report.problem.talk[-1][1]
        assert outcome not in [message.text for message in talk.messages(report, ACTIVE)]
        closing += outcome in [message.text for message in talk.messages(report, CLOSED)]
    assert closing > 200


def test_before_somebody_has_taken_it_only_its_reporter_speaks(talk: Talk, reports: list[Report]) -> None:
    messages = [message for report in reports for message in talk.messages(report, OPEN)]
    assert messages
    assert {message.role for message in messages} == {USER}
    assert all(OPENED < message.time < NOW for message in messages)


@pytest.mark.parametrize(("life", "end"), [(ACTIVE, NOW), (CLOSED, CLOSED.closed)])
def test_messages_come_in_order_while_somebody_works_on_it(
    talk: Talk, reports: list[Report], life: Life, end: datetime
) -> None:
    for report in reports:
        messages = talk.messages(report, life)
        times = [message.time for message in messages]
        assert len(times) <= MOST_MESSAGES
        assert times == sorted(times)
        assert life.activated is not None
        assert all(life.activated < time < end for time in times)


def test_the_desk_answers_from_its_workstations_and_the_reporter_from_the_own(
    talk: Talk, campus: Campus, reports: list[Report]
) -> None:
    for report in reports:
        for message in talk.messages(report, CLOSED):
            assert (message.workstation in campus.desks) == (message.role == HELPDESK)


def test_a_long_wait_makes_people_ask(talk: Talk, campus: Campus, reports: list[Report]) -> None:
    nudges = {text for phrases in campus.phrases.values() for text in phrases["nudge"]}
    assert CLOCK.hours(NOW) - CLOCK.hours(OPENED) > LONG
    asked = sum(message.text in nudges for report in reports for message in talk.messages(report, ACTIVE))
    assert asked > 50


def test_edits_start_from_something_else_and_end_at_the_truth(talk: Talk, reports: list[Report]) -> None:
    edits = [(report, edit) for report in reports for edit in talk.edits(report, CLOSED)]
    assert {edit.field for _, edit in edits} == {"description", "location", "category"}
    for report, edit in edits:
        truth = {"location": report.location, "category": report.problem.category, "description": report.description}
        assert edit.before != edit.after
        assert edit.after.startswith(truth[edit.field])
        assert CLOSED.closed is not None
        assert OPENED < edit.time < CLOSED.closed
