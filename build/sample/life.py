"""What becomes of a report: whether somebody has taken it by now, who, when, and when it was closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import inf, log
from random import Random

from campusdesk.rules import Category, Status
from sample.campus import OUTAGE, Campus
from sample.reporters import Report
from sample.rhythm import HOUR, WorkingClock, outage_end

# Median working hours until somebody takes the report, and from then until it is closed.
WAITING = {"minutes": 0.15, "hours": 0.5, "days": 1.5, "weeks": 3.0}
SOLVING = {"minutes": 0.5, "hours": 3.0, "days": 30.0, "weeks": 150.0}
SLOWER = {
    Category.FACILITY_MANAGEMENT.word: 1.2,
    Category.TECHNICAL_IT.word: 1.0,
    Category.SERVICES_COMPLAINTS.word: 0.85,
}
SPREAD = 0.8
# How freely a newer report is taken before an older one.
OVERTAKING = 0.9
OPEN_SHARE, ACTIVE_SHARE, STUBBORN_SHARE = 0.035, 0.0525, 0.006
# Working hours: nobody leaves what is urgent longer than that; what is slow can become stubborn.
URGENT = frozenset({"minutes", "hours"})
URGENT_WITHIN = 14.0
STUBBORN_FROM = 300.0
# Working hours after which somebody asks why a ticket is not closed yet.
TOO_OLD = 800.0
NIGHT_SHIFT = 0.3


@dataclass(frozen=True)
class Life:
    """When a ticket was taken and closed, and at which workstations; what has not happened is None or empty."""

    status: Status
    activated: datetime | None = None
    taken_by: str = ""
    closed: datetime | None = None
    closed_by: str = ""


class Helpdesk:
    """The staff of the sample campus: they take reports and close tickets, mostly in their working hours."""

    def __init__(self, random: Random, campus: Campus, clock: WorkingClock, now: datetime) -> None:
        self._random = random
        self._campus = campus
        self._clock = clock
        self._now = now

    def statuses(self, reports: Sequence[Report]) -> list[Status]:
        """Return each report's status now: about 91 % are closed, the others are new, slow, or simply stubborn."""
        random, count = self._random, len(reports)
        ages = [self._age(report) for report in reports]
        ranks = [self._rank(report, age) for report, age in zip(reports, ages, strict=True)]
        old = [i for i, report in enumerate(reports) if report.problem.speed == "weeks" and ages[i] > STUBBORN_FROM]
        stubborn = random.sample(old, min(len(old), round(count * STUBBORN_SHARE)))
        for index in stubborn:
            ranks[index] = 0.0
        n_open = max(1, round(count * OPEN_SHARE * random.uniform(0.93, 1.07)))
        n_active = max(1, round(count * ACTIVE_SHARE * random.uniform(0.93, 1.07)))
        not_closed = sorted(range(count), key=ranks.__getitem__)[: n_open + n_active]
        newest = {index: ages[index] ** 0.5 * random.lognormvariate(0, OVERTAKING) for index in not_closed}
        newest.update(dict.fromkeys(stubborn[: len(stubborn) // 3], 0.0))
        not_taken = set(sorted(not_closed, key=newest.__getitem__)[:n_open])
        taken = set(not_closed) - not_taken
        return [Status.OPEN if i in not_taken else Status.ACTIVE if i in taken else Status.CLOSED for i in range(count)]

    def life(self, report: Report, status: Status) -> Life:
        """Return how a report came to its status."""
        if status == Status.OPEN:
            return Life(status)
        activated = self._before_now(report.opened, self._activated(report))
        taken_by = report.reported_from if report.reported_from in self._campus.desks else self._desk()
        if status == Status.ACTIVE:
            return Life(status, activated, taken_by)
        closed = self._before_now(activated, self._closed(report, activated))
        return Life(status, activated, taken_by, closed, taken_by if self._random.random() < 0.85 else self._desk())

    def _age(self, report: Report) -> float:
        """Return how old the report is, in working hours and, so that Sundays count a little, in plain ones."""
        worked = self._clock.hours(self._now) - self._clock.hours(report.opened)
        return worked + 0.05 * ((self._now - report.opened) / HOUR)

    def _rank(self, report: Report, age: float) -> float:
        """Return how surely the report is closed by now: its age in units of the time that it needs."""
        if report.problem.season == OUTAGE or (report.problem.speed in URGENT and age > URGENT_WITHIN):
            return inf
        return age / (self._solving(report) + WAITING[report.problem.speed]) * (1 + (age / TOO_OLD) ** 2)

    def _solving(self, report: Report) -> float:
        median = SOLVING[report.problem.speed] * SLOWER[report.problem.category]
        return self._random.lognormvariate(log(median), SPREAD)

    def _activated(self, report: Report) -> datetime:
        random = self._random
        by_telephone = report.reported_from in self._campus.desks
        if report.problem.season == OUTAGE or by_telephone:
            return report.opened + timedelta(minutes=random.uniform(1, 8))
        wait = random.lognormvariate(log(WAITING[report.problem.speed]), 1.0)
        if report.problem.speed in URGENT and random.random() < NIGHT_SHIFT:
            return report.opened + wait * HOUR
        return self._clock.moment(self._clock.hours(report.opened) + wait)

    def _closed(self, report: Report, activated: datetime) -> datetime:
        if report.problem.season == OUTAGE:
            return outage_end(activated) + timedelta(minutes=self._random.uniform(12, 80))
        return self._clock.moment(self._clock.hours(activated) + self._solving(report))

    def _before_now(self, after: datetime, moment: datetime) -> datetime:
        """Return the moment, or when that has not come yet another one between the two."""
        return moment if moment < self._now else after + self._random.uniform(0.2, 0.8) * (self._now - after)

    def _desk(self) -> str:
        return self._random.choice(self._campus.desks)
