"""The sample campus as the ticket server will read it: its form, its rhythm and what is going on at its end."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from campusdesk.policy import EDITABLE
from campusdesk.rules import LIMITS, Category, CategorySource, Role, Status, text_refusal
from sample.campus import load_campus
from sample.rhythm import CAMPUS_TIME, SPAN
from sample_tickets import main, moment_of, sample_tickets

Ticket = dict[str, Any]
NOW = datetime(2026, 11, 24, 14, 40, tzinfo=UTC)
SUNDAY_NIGHT = datetime(2026, 11, 22, 22, 55, tzinfo=UTC)
LEAP_DAY = datetime(2028, 2, 29, 9, 15, tzinfo=UTC)
NEW_YEAR = datetime(2027, 1, 1, 3, 0, tzinfo=UTC)
AUGUST = datetime(2026, 8, 15, 12, 0, 0, 250, tzinfo=UTC)
REQUIRED = {"id", "status", "description", "location", "contact", "reported_from", "taken_by", "open_time"}
OPTIONAL = {
    "category",
    "confidence",
    "category_source",
    "closed_by",
    "activate_time",
    "close_time",
    "messages",
    "history",
}
ROLES = {role.word: role for role in (Role.USER, Role.HELPDESK)}


@pytest.fixture(scope="module")
def tickets() -> list[Ticket]:
    return list(sample_tickets(1, NOW, 2000))


def time_of(ticket: Ticket, name: str) -> datetime:
    return datetime.fromisoformat(ticket[name])


def local_opening(ticket: Ticket) -> datetime:
    return time_of(ticket, "open_time").astimezone(CAMPUS_TIME)


def all_times(value: object) -> Iterator[str]:
    """Yield every time that stands anywhere in a ticket."""
    if isinstance(value, dict):
        yield from (item for key, item in value.items() if key == "time" or key.endswith("_time"))
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from all_times(item)


def test_ids_run_in_order_of_opening(tickets: list[Ticket]) -> None:
    assert [ticket["id"] for ticket in tickets] == list(range(1, 2001))
    openings = [time_of(ticket, "open_time") for ticket in tickets]
    assert openings == sorted(openings)
    assert openings[0] >= NOW - SPAN


def test_keys_are_those_of_the_form(tickets: list[Ticket]) -> None:
    for ticket in tickets:
        assert ticket.keys() >= REQUIRED
        assert ticket.keys() <= REQUIRED | OPTIONAL


def test_the_status_agrees_with_the_dates(tickets: list[Ticket]) -> None:
    for ticket in tickets:
        status = next(status for status in Status if status.word == ticket["status"])
        assert ("activate_time" in ticket) == (status != Status.OPEN)
        assert bool(ticket["taken_by"]) == (status != Status.OPEN)
        assert ("close_time" in ticket) == ("closed_by" in ticket) == (status == Status.CLOSED)


def test_times_are_ordered_precise_and_not_of_the_future(tickets: list[Ticket]) -> None:
    for ticket in tickets:
        course = [time_of(ticket, name) for name in ("open_time", "activate_time", "close_time") if name in ticket]
        assert all(earlier < later for earlier, later in pairwise(course))
        assert course[-1] < NOW
        end = time_of(ticket, "close_time") if "close_time" in ticket else NOW
        for kind in ("messages", "history"):
            times = [time_of(entry, "time") for entry in ticket[kind]]
            assert times == sorted(times)
            assert all(course[0] < time < end for time in times)
        for time in all_times(ticket):
            assert time.endswith("Z")
            assert len(time) == len("2026-11-24T14:40:00.123456Z")


def test_texts_keep_to_the_limits(tickets: list[Ticket]) -> None:
    for ticket in tickets:
        for name in ("description", "location", "contact"):
            assert text_refusal(name, ticket[name]) is None
        assert all(text_refusal("message", message["text"]) is None for message in ticket["messages"])
        entries = [*ticket["messages"], *ticket["history"]]
        workstations = [entry["workstation"] for entry in entries] + [ticket["reported_from"]]
        assert all(0 < len(workstation) <= LIMITS["workstation"] for workstation in workstations)
        assert all(entry["role"] in ROLES for entry in entries)


def test_edits_are_allowed_and_lead_to_what_stands_in_the_ticket(tickets: list[Ticket]) -> None:
    edits = [(ticket, edit) for ticket in tickets for edit in ticket["history"]]
    assert Counter(name for _, edit in edits for name in edit["changes"]).keys() == {
        "description",
        "location",
        "category",
    }
    for ticket, edit in edits:
        assert edit["action"] == "update"
        for name, (before, after) in edit["changes"].items():
            assert name in EDITABLE[ROLES[edit["role"]]]
            assert before != after == ticket[name]


def test_only_a_corrected_category_is_given(tickets: list[Ticket]) -> None:
    words = {category.word for category in Category}
    corrected = [ticket for ticket in tickets if any("category" in edit["changes"] for edit in ticket["history"])]
    assert 20 <= len(corrected) <= 120
    for ticket in corrected:
        assert ticket["category"] in words
        assert (ticket["confidence"], ticket["category_source"]) == (1.0, CategorySource.CORRECTED.word)
    assert sum("category" in ticket or "confidence" in ticket for ticket in tickets) == len(corrected)


def test_there_are_many_texts_in_five_languages(tickets: list[Ticket]) -> None:
    campus = load_campus()
    languages = {text.partition("{room}")[0]: problem.language for problem in campus.problems for text in problem.texts}
    found = {ticket["id"]: beginning(ticket["description"], languages) for ticket in tickets}
    assert len(set(found.values())) >= 300
    by_language = Counter(languages[text] for text in found.values())
    assert by_language.keys() == {"en", "it", "de", "fr", "es"}
    assert 0.5 < by_language["en"] / len(tickets) < 0.62
    assert min(by_language.values()) > 100


def beginning(description: str, known: dict[str, str]) -> str:
    return max((text for text in known if description.startswith(text)), key=len)


def test_nothing_is_said_twice_within_a_week_in_the_same_place(tickets: list[Ticket]) -> None:
    last: dict[tuple[str, str], datetime] = {}
    for ticket in tickets:
        key = ticket["description"].split("\n\n")[0], ticket["location"]
        if key in last and ticket["location"]:
            assert time_of(ticket, "open_time") - last[key] > timedelta(days=7), key
        last[key] = time_of(ticket, "open_time")


def test_conversations_are_short_and_both_sides_speak(tickets: list[Ticket]) -> None:
    lengths = Counter(len(ticket["messages"]) for ticket in tickets)
    assert max(lengths) <= 9
    assert lengths[0] > 100
    assert sum(count for length, count in lengths.items() if length >= 3) > 700
    for ticket in tickets:
        if ticket["status"] == Status.OPEN.word:
            assert all(message["role"] == Role.USER.word for message in ticket["messages"])


def test_people_report_on_working_days_in_working_hours(tickets: list[Ticket]) -> None:
    openings = [local_opening(ticket) for ticket in tickets]
    by_weekday = Counter(opening.weekday() for opening in openings)
    assert min(by_weekday[day] for day in range(5)) > 3 * max(by_weekday[day] for day in (5, 6))
    assert sum(8 <= opening.hour < 18 for opening in openings) > 0.75 * len(openings)


def test_august_is_quiet_and_the_campus_grows(tickets: list[Ticket]) -> None:
    by_month = Counter((opening.year, opening.month) for opening in map(local_opening, tickets))
    assert by_month[2026, 8] * 3 < by_month[2026, 5]
    assert by_month[2026, 10] > by_month[2025, 10]


def test_a_wifi_outage_brings_many_reports_in_two_hours(tickets: list[Ticket]) -> None:
    by_two_hours = Counter(int(time_of(ticket, "open_time").timestamp() - 240) // 7200 for ticket in tickets)
    assert by_two_hours.most_common(1)[0][1] >= 30


def test_heating_is_a_matter_of_winter(tickets: list[Ticket]) -> None:
    words = ("radiator", "heating", "Heizung", "Heizkörper", "termosifone", "chauffage", "radiateur", "calefacción")
    months = [local_opening(t).month for t in tickets if any(word in t["description"] for word in words)]
    assert len(months) > 20
    assert not {5, 6, 7, 8, 9} & {month for month in months if months.count(month) > 2}


@pytest.mark.parametrize("now", [NOW, SUNDAY_NIGHT, LEAP_DAY, NEW_YEAR, AUGUST], ids=lambda now: f"{now:%Y-%m-%d}")
def test_the_desk_is_alive_at_the_end(now: datetime) -> None:
    tickets = list(sample_tickets(1, now, 2000))
    status = Counter(ticket["status"] for ticket in tickets)
    assert 60 <= status["open"] <= 80
    assert 90 <= status["active"] <= 120
    last_day = [ticket for ticket in tickets if now - time_of(ticket, "open_time") < timedelta(days=1)]
    assert len(last_day) >= 5
    assert any(ticket["status"] == Status.OPEN.word for ticket in last_day)
    oldest = min(time_of(ticket, "open_time") for ticket in tickets if ticket["status"] != Status.CLOSED.word)
    assert now - oldest > timedelta(days=60)
    assert max(datetime.fromisoformat(time) for ticket in tickets for time in all_times(ticket)) < now


def test_the_same_seed_and_moment_give_the_same_bytes(tmp_path: Path) -> None:
    program = Path(sys.modules[main.__module__].__file__ or "")
    words = ["--now", "2026-11-24T14:40:00Z", "--count", "200"]
    for name, seed in (("first", "7"), ("other", "8")):
        assert main(["--out", str(tmp_path / name), "--seed", seed, *words]) == 0
    command: list[str | Path] = [sys.executable, program, "--out", tmp_path / "again", "--seed", "7", *words]
    subprocess.run(command, check=True)
    first = (tmp_path / "first").read_bytes()
    assert first == (tmp_path / "again").read_bytes()
    assert first != (tmp_path / "other").read_bytes()
    assert [json.loads(line)["id"] for line in first.splitlines()] == list(range(1, 201))


@pytest.mark.parametrize("count", [1, 2, 30, 400])
def test_a_campus_can_be_small(count: int) -> None:
    assert len(list(sample_tickets(3, NOW, count))) == count


def test_a_moment_without_a_zone_is_utc() -> None:
    assert moment_of("2026-11-24T14:40:00") == moment_of("2026-11-24T15:40:00+01:00") == NOW
