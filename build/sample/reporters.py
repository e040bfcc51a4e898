"""Who reports what on the sample campus, in which words, and from where."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from sample.campus import OUTAGE, Campus, Place, Problem, place
from sample.rhythm import is_quiet_hour, seasons

# Where people are when nearly everybody has gone home, or what they report from there.
ALSO_AT_QUIET_HOURS = frozenset({"residence", "kitchen", "laundry", "anywhere", "library floor", "grounds", "barrier"})
QUIET_ELSEWHERE = 0.02
SEASONAL = {"winter": 2.5, "summer": 1.5, "enrolment": 6.0, "exams": 2.5}
# The weights bring English to a bit more than half of the tickets.
BY_LANGUAGE = {"en": 1.15, "it": 1.0, "de": 0.9, "fr": 0.85, "es": 0.8}
TEXT_RESTS = timedelta(days=30)
TIRED = 1e-4
PLACE_RESTS = timedelta(days=8)
PLACE_ATTEMPTS = 40
BY_TELEPHONE = 0.12
WORKSTATIONS = {"computer room": "LAB", "laboratory": "LAB", "residence": "ROOM"}


@dataclass(frozen=True)
class Report:
    """What somebody reported in own words; by telephone it is a helpdesk workstation that reported it."""

    opened: datetime
    problem: Problem
    description: str
    location: str
    contact: str
    workstation: str
    reported_from: str


def share(problem: Problem, in_season: frozenset[str], quiet: bool, event: str) -> float:
    """Return how often the problem is reported in these seasons and hours, relative to others; 0 is never."""
    if (problem.season == OUTAGE) != (event == OUTAGE):
        return 0.0
    weight = problem.weight * BY_LANGUAGE[problem.language]
    if problem.season in SEASONAL:
        weight *= SEASONAL[problem.season] if problem.season in in_season else 0.0
    if "enrolment" in in_season and "student services" in problem.places:
        weight *= 2.5
    if quiet and not ALSO_AT_QUIET_HOURS & set(problem.places):
        weight *= QUIET_ELSEWHERE
    return weight


@dataclass
class Reporters:
    """The people who report: they choose by the season and the hour what to report, and never copy one another."""

    random: Random
    campus: Campus
    _shares: dict[tuple[frozenset[str], bool, str], list[float]] = field(default_factory=dict)
    # When each of the texts of the last weeks was used, and the index of its problem; the oldest first.
    _resting: dict[str, tuple[datetime, int]] = field(default_factory=dict)
    _place_used: dict[tuple[str, str], datetime] = field(default_factory=dict)

    def report(self, opened: datetime, event: str = "") -> Report:
        """Return what somebody reports at that moment, not before the last one; the event is OUTAGE in an outage."""
        quiet = is_quiet_hour(opened)
        text, problem = self._wording(opened, self._weights(opened, quiet, event))
        where = self._place(problem, text, opened, quiet)
        location = "" if "{room}" in text and self.random.random() < 0.3 else self._location(where, problem.language)
        nearest = self._workstation(where)
        by_telephone = not quiet and self.random.random() < BY_TELEPHONE
        return Report(
            opened=opened,
            problem=problem,
            description=text.replace("{room}", where.code),
            location=location,
            contact=self._contact(problem.language) if by_telephone or self.random.random() < 0.2 else "",
            workstation=nearest,
            reported_from=self.random.choice(self.campus.desks) if by_telephone else nearest,
        )

    def _weights(self, opened: datetime, quiet: bool, event: str) -> list[float]:
        """Return how likely each problem is reported then; one whose texts were all used lately hardly is."""
        situation = seasons(opened), quiet, event
        if situation not in self._shares:
            self._shares[situation] = [share(problem, *situation) for problem in self.campus.problems]
        weights = self._shares[situation].copy()
        for text, (used, _) in list(self._resting.items()):
            if opened - used <= TEXT_RESTS:
                break
            del self._resting[text]
        for index, resting in Counter(index for _, index in self._resting.values()).items():
            texts = len(self.campus.problems[index].texts)
            weights[index] *= (texts - resting) / texts or TIRED
        return weights

    def _wording(self, opened: datetime, weights: Sequence[float]) -> tuple[str, Problem]:
        """Return a text that was not used lately, if there is one, and its problem."""
        index = self.random.choices(range(len(weights)), weights)[0]
        problem = self.campus.problems[index]
        text = self.random.choice([text for text in problem.texts if text not in self._resting] or problem.texts)
        self._resting.pop(text, None)
        self._resting[text] = opened, index
        return text, problem

    def _place(self, problem: Problem, text: str, opened: datetime, quiet: bool) -> Place:
        """Return a fitting place where nobody wrote that text in the last days, if there is one."""
        kinds = [kind for kind in problem.places if kind in ALSO_AT_QUIET_HOURS] if quiet else []
        kind = words = ""
        for _ in range(PLACE_ATTEMPTS):
            kind = self.random.choice(kinds or problem.places)
            words = self.random.choice(self.campus.places[kind])
            used = self._place_used.get((text, words))
            if used is None or opened - used > PLACE_RESTS:
                break
        self._place_used[text, words] = opened
        return place(kind, words)

    def _location(self, where: Place, language: str) -> str:
        """Return the place as somebody of that language writes it; people of a house often give the room alone."""
        if where.code and self.random.random() < 0.25:
            return where.code
        building = self.campus.buildings[where.building][language] if where.building else ""
        detail = where.code or (self.campus.details[where.part][language] if where.part else "")
        return ", ".join(word for word in (building, detail) if word)

    def _contact(self, language: str) -> str:
        """Return an extension or a mail address that cannot exist."""
        if self.random.random() < 0.4:
            return f"{self.campus.extension[language]} {self.random.randrange(4100, 4900)}"
        name = self.random.choice(self.campus.people[language])
        return f"{name} <{mail_name(name)}@{self.campus.mail_domain}>"

    def _workstation(self, where: Place) -> str:
        """Return the name of the computer nearest to the place."""
        number = self.random.randrange(1, 25)
        if where.code:
            return f"{WORKSTATIONS.get(where.kind, 'PC')}-{where.code.replace('-', '')}-{number:02}"
        return f"KIOSK-{where.building or self.random.choice('ABDELR')}-{number % 3 + 1}"


def mail_name(name: str) -> str:
    """Return the part of a mail address before the @ for a person's name."""
    plain = name.lower().translate(str.maketrans("àèéìíñòóùúäöüß", "aeeiinoouuaous"))
    return plain.replace(" ", ".")
