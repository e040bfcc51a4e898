"""The helpdesk of the sample campus takes reports and closes tickets at plausible times."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from random import Random
from statistics import median

import pytest

from campusdesk.rules import Status
from sample.campus import OUTAGE, Campus, load_campus
from sample.life import Helpdesk
from sample.reporters import Report, Reporters
from sample.rhythm import WorkingClock, opening_moments, outage_end, outage_moments

NOW = datetime(2026, 11, 24, 14, 40, tzinfo=UTC)


@pytest.fixture(scope="module", name="campus")
def sample_campus() -> Campus:
    return load_campus()


@pytest.fixture(name="helpdesk")
def busy_helpdesk(campus: Campus) -> Helpdesk:
    return Helpdesk(Random(1), campus, WorkingClock(date(2025, 1, 1), date(2030, 1, 1)), NOW)


@pytest.fixture(scope="module", name="reports")
def sample_reports(campus: Campus) -> list[Report]:
    reporters = Reporters(Random(1), campus)
    return [reporters.report(moment) for moment in opening_moments(Random(1), NOW, 1000)]


def test_the_newest_are_not_closed_and_most_others_are(helpdesk: Helpdesk, reports: list[Report]) -> None:
    statuses = helpdesk.statuses(reports)
    counts = Counter(statuses)
    assert counts[Status.CLOSED] > 900
    assert counts[Status.ACTIVE] > counts[Status.OPEN] > 20
    assert Status.OPEN in statuses[-3:]
    assert set(statuses[:200]) != {Status.CLOSED}, "some old ones are stubborn"


def test_a_ticket_is_taken_and_closed_after_its_opening(helpdesk: Helpdesk, reports: list[Report]) -> None:
    for report in reports:
        life = helpdesk.life(report, Status.CLOSED)
        assert life.activated is not None
        assert life.closed is not None
        assert report.opened < life.activated < life.closed < NOW
        assert life.taken_by
        assert life.closed_by


def test_what_is_slow_takes_longer(helpdesk: Helpdesk, reports: list[Report]) -> None:
    spent: dict[str, list[float]] = {"minutes": [], "hours": [], "days": [], "weeks": []}
    for report in reports[:700]:
        closed = helpdesk.life(report, Status.CLOSED).closed
        assert closed is not None
        spent[report.problem.speed].append((closed - report.opened) / timedelta(days=1))
    medians = [median(times) for times in spent.values()]
    assert medians == sorted(medians)
    assert medians[0] < 4 / 24
    assert medians[-1] > 12


def test_an_open_ticket_has_no_more_than_its_opening(helpdesk: Helpdesk, reports: list[Report]) -> None:
    life = helpdesk.life(reports[-1], Status.OPEN)
    assert (life.activated, life.closed, life.taken_by, life.closed_by) == (None, None, "", "")


def test_an_outage_is_closed_when_it_has_ended(campus: Campus, helpdesk: Helpdesk) -> None:
    reporters = Reporters(Random(1), campus)
    outage = [reporters.report(moment, OUTAGE) for moment in sorted(outage_moments(Random(1), NOW, 40))]
    statuses = helpdesk.statuses([*outage, *(reporters.report(NOW - timedelta(minutes=n)) for n in range(40, 1, -1))])
    assert set(statuses[:40]) == {Status.CLOSED}
    for report in outage:
        closed = helpdesk.life(report, Status.CLOSED).closed
        assert closed is not None
        assert timedelta(0) < closed - outage_end(report.opened) < timedelta(hours=2)
