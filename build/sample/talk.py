"""What is said about a ticket, and what is corrected in it, between its opening and its closing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from campusdesk.rules import Category, Role, Status
from sample.campus import OUTAGE, Campus
from sample.life import Life
from sample.reporters import Report
from sample.rhythm import HOUR, WorkingClock

MOST_MESSAGES = 9
USER, HELPDESK = Role.USER.word, Role.HELPDESK.word
# Working hours: the wait that makes people ask, the first answer, the end of what can be said so far.
LONG = 45.0
ANSWERED = 6.0
TALKED_OUT = 70.0
Line = tuple[str, str]


@dataclass(frozen=True)
class Message:
    """A message: role is the word of rules.Role."""

    time: datetime
    role: str
    workstation: str
    text: str


@dataclass(frozen=True)
class Edit:
    """A change of one field of a ticket, from what stood there before."""

    time: datetime
    role: str
    workstation: str
    field: str
    before: str
    after: str


@dataclass
class Talk:
    """Finds the words of messages and edits, and plausible times for them."""

    random: Random
    campus: Campus
    clock: WorkingClock
    now: datetime
    _wrong: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        words = [category.word for category in Category]
        self._wrong = {word: [other for other in words if other != word] for word in words}

    def messages(self, report: Report, life: Life) -> list[Message]:
        """Return the conversation of a ticket, in order of time."""
        if life.closed is None:
            said, asked = self._said_so_far(report, life), self._asked_so_far(report, life)
        else:
            said, asked = self._said_to_the_end(report, life), []
        lines = [*said[: MOST_MESSAGES - len(asked)], *asked]
        begin, end = life.activated or report.opened, life.closed or self.now
        parts = self._parts(lines, len(asked), self.clock.hours(end) - self.clock.hours(begin), life.closed is not None)
        return [
            Message(time, role, report.workstation if role == USER else self._desk(life), text)
            for time, (role, text) in zip(self._moments(parts, begin, end), lines, strict=True)
        ]

    def edits(self, report: Report, life: Life) -> list[Edit]:
        """Return what was corrected in a ticket, in order of time; it is few tickets that need it."""
        random, end = self.random, life.closed or self.now
        edits = []
        if report.problem.season != OUTAGE and random.random() < 0.06:
            addition = f"{report.description}\n\n{self._phrase(report, 'addition')}"
            edits.append(self._edit(report, end, USER, ("description", report.description, addition)))
        if report.location and random.random() < 0.08:
            before = "" if random.random() < 0.6 else self._phrase(report, "vague")
            role = random.choice((USER, HELPDESK))
            edits.append(self._edit(report, end, role, ("location", before, report.location)))
        if life.status != Status.OPEN and random.random() < 0.03:
            right = report.problem.category
            edits.append(self._edit(report, end, HELPDESK, ("category", random.choice(self._wrong[right]), right)))
        return sorted(edits, key=lambda edit: edit.time)

    def _edit(self, report: Report, end: datetime, role: str, change: tuple[str, str, str]) -> Edit:
        workstation = report.workstation if role == USER else self.random.choice(self.campus.desks)
        (time,) = self._moments([self.random.betavariate(1, 4)], report.opened, end)
        return Edit(time, role, workstation, *change)

    def _said_so_far(self, report: Report, life: Life) -> list[Line]:
        """Return what has been said about a ticket that is active; about one that is open nothing has."""
        if life.activated is None:
            return []
        if self.random.random() < 0.15:
            return self._maybe(0.5, report, HELPDESK, "received")
        return list(report.problem.talk[:-1]) or self._maybe(0.7, report, HELPDESK, "received")

    def _asked_so_far(self, report: Report, life: Life) -> list[Line]:
        """Return the question of somebody who has waited long for an open or active ticket, and what was answered."""
        waited = self.clock.hours(self.now) - self.clock.hours(report.opened)
        nudge = self._maybe(0.5, report, USER, "nudge") if waited > LONG else []
        return nudge + (self._maybe(0.6, report, HELPDESK, "progress") if nudge and life.activated else [])

    def _said_to_the_end(self, report: Report, life: Life) -> list[Line]:
        """Return what was said about a ticket that is closed: often everything, at times only how it ended."""
        chance = self.random.random()
        if chance < 0.14 or life.closed is None or life.activated is None:
            return []
        *said, outcome = report.problem.talk
        if chance < 0.26:
            said = []
        worked = self.clock.hours(life.closed) - self.clock.hours(life.activated)
        if worked > LONG and self.random.random() < 0.55:
            said += [(USER, self._phrase(report, "nudge")), (HELPDESK, self._phrase(report, "progress"))]
        first = self._maybe(0.15, report, HELPDESK, "received") if said else []
        last = self._maybe(0.25, report, USER, "thanks")
        return [*first, *said, outcome, *last]

    def _maybe(self, chance: float, report: Report, role: str, kind: str) -> list[Line]:
        return [(role, self._phrase(report, kind))] if self.random.random() < chance else []

    def _phrase(self, report: Report, kind: str) -> str:
        return self.random.choice(self.campus.phrases[report.problem.language][kind])

    def _desk(self, life: Life) -> str:
        """Return the workstation that answers: mostly the one that took the ticket."""
        return life.taken_by if life.taken_by and self.random.random() < 0.9 else self.random.choice(self.campus.desks)

    def _parts(self, lines: Sequence[Line], asked: int, worked: float, finished: bool) -> list[float]:
        """Return for each line the part of the working hours (`worked`) after which it is said, in order.

        The first answer comes within hours; what is not finished is talked about in the first week or two, and asked
        for (the last lines, `asked` in number) later; what ends a ticket is said at its end.
        """
        random, worked = self.random, max(worked, 1.0)
        latest = 0.9 if finished else min(0.6, TALKED_OUT / worked)
        parts = sorted(random.uniform(0.05 * latest, latest) for _ in lines[: len(lines) - asked])
        if parts and lines[0][0] == HELPDESK:
            parts[0] = min(0.9 * parts[0], random.uniform(0.2, ANSWERED) / worked)
        if parts and finished:
            parts[-1] = random.uniform(0.96, 0.995)
        return parts + sorted(random.uniform(latest, 0.95) for _ in range(asked))

    def _moments(self, parts: Sequence[float], begin: datetime, end: datetime) -> list[datetime]:
        """Return the moments at which those parts of the time have passed: of the working time, if there is enough."""
        first, last = self.clock.hours(begin), self.clock.hours(end)
        if last - first < min(1.0, 0.5 * ((end - begin) / HOUR)):
            return [begin + part * (end - begin) for part in parts]
        return [self.clock.moment(first + part * (last - first)) for part in parts]
