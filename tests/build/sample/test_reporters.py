"""The people of the sample campus choose by season and hour what they report, and never copy one another."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from sample.campus import OUTAGE, Campus, load_campus
from sample.reporters import Reporters, mail_name

WORKING_MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SUNDAY_NIGHT = datetime(2026, 11, 22, 22, 0, tzinfo=UTC)
SUMMER = datetime(2026, 7, 7, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module", name="campus")
def sample_campus() -> Campus:
    return load_campus()


def test_an_outage_is_reported_in_an_outage_only(campus: Campus) -> None:
    reporters = Reporters(Random(1), campus)
    assert {reporters.report(WORKING_MORNING, OUTAGE).problem.season for _ in range(20)} == {OUTAGE}
    assert OUTAGE not in {reporters.report(WORKING_MORNING).problem.season for _ in range(200)}


def test_at_night_people_report_from_where_they_are(campus: Campus) -> None:
    offices = {"office", "lecture room", "meeting room", "laboratory", "student services"}
    night, morning = (
        Counter(bool(offices & set(reporters.report(moment).problem.places)) for _ in range(150))
        for reporters, moment in ((Reporters(Random(2), campus), t) for t in (SUNDAY_NIGHT, WORKING_MORNING))
    )
    assert night[True] * 2 < morning[True]


def test_no_text_comes_again_within_days(campus: Campus) -> None:
    reporters = Reporters(Random(3), campus)
    texts = [reporters.report(WORKING_MORNING).description for _ in range(150)]
    assert len(set(texts)) == len(texts)


def test_texts_come_again_after_weeks(campus: Campus) -> None:
    reporters = Reporters(Random(3), campus)
    early, late = (
        {reporters.report(moment).description for _ in range(150)}
        for moment in (WORKING_MORNING, WORKING_MORNING + timedelta(days=60))
    )
    assert early & late


def test_more_reports_than_texts_are_possible(campus: Campus) -> None:
    reporters = Reporters(Random(3), campus)
    assert len([reporters.report(WORKING_MORNING) for _ in range(900)]) == 900


def test_nobody_asks_for_heating_in_summer(campus: Campus) -> None:
    reporters = Reporters(Random(4), campus)
    assert "winter" not in {reporters.report(SUMMER).problem.season for _ in range(300)}


def test_a_report_by_telephone_comes_from_the_desk_with_a_contact(campus: Campus) -> None:
    reporters = Reporters(Random(5), campus)
    reports = [reporters.report(WORKING_MORNING) for _ in range(200)]
    by_telephone = [report for report in reports if report.reported_from in campus.desks]
    assert 5 < len(by_telephone) < 60
    assert all(report.contact and report.workstation not in campus.desks for report in by_telephone)


def test_mail_names_are_plain() -> None:
    assert mail_name("Lucía Navarro") == "lucia.navarro"
    assert mail_name("Inès Lefèvre") == "ines.lefevre"
