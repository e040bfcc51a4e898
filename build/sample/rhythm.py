"""The rhythm of the sample campus: when its people report a problem, and when its helpdesk works."""

from bisect import bisect_left
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from random import Random
from zoneinfo import ZoneInfo

CAMPUS_TIME = ZoneInfo("Europe/Rome")
SPAN = timedelta(days=548)
DESK_OPENS = 8
DESK_HOURS = 10
HOUR = timedelta(hours=1)

# How many reports come in each local hour of a working day, relative to one another.
WORKING_DAY = (2, 1, 1, 1, 1, 3, 8, 30, 90, 120, 125, 110, 80, 75, 105, 100, 80, 55, 25, 18, 15, 12, 8, 4)
FREE_DAY = (2, 1, 1, 0, 0, 0, 1, 3, 6, 10, 13, 13, 11, 10, 11, 12, 11, 10, 10, 9, 9, 8, 6, 3)
PUBLIC_HOLIDAYS = frozenset(
    {(1, 1), (1, 6), (4, 25), (5, 1), (6, 2), (8, 15), (11, 1), (12, 8), (12, 24), (12, 25), (12, 26), (12, 31)}
)
# First and last (month, day) of the parts of the academic year, and how busy each is beside plain teaching weeks.
# The first part that holds a day counts; a day outside all of them is a teaching day.
PARTS_OF_THE_YEAR = (
    ("christmas", (12, 22), (12, 31), 0.15),
    ("christmas", (1, 1), (1, 6), 0.15),
    ("exams", (1, 22), (2, 16), 1.1),
    ("enrolment", (2, 22), (3, 6), 1.2),
    ("exams", (6, 12), (7, 12), 1.0),
    ("holidays", (7, 13), (7, 31), 0.55),
    ("august", (8, 1), (8, 31), 0.25),
    ("exams", (9, 1), (9, 12), 0.9),
    ("enrolment", (9, 13), (10, 8), 1.5),
)
SEASONS_BY_MONTH = {
    1: "winter",
    2: "winter",
    3: "winter",
    6: "summer",
    7: "summer",
    8: "summer",
    11: "winter",
    12: "winter",
}

# Minutes before the end at which somebody has just reported something, so that the newest tickets are always new.
JUST_BEFORE = (4, 13, 29, 55, 100, 170, 260, 420)
GROWTH = 0.25
OUTAGE_BEGINS = time(10, 4)
OUTAGE_LASTS = timedelta(hours=2)
OUTAGE_DAYS_AGO = 45


def is_working_day(day: date) -> bool:
    """Say whether the helpdesk works on that day."""
    return day.weekday() < 5 and (day.month, day.day) not in PUBLIC_HOLIDAYS


def part_of_the_year(day: date) -> tuple[str, float]:
    """Return the name of the part of the academic year and how busy it is; plain teaching weeks are 1."""
    for name, first, last, busy in PARTS_OF_THE_YEAR:
        if first <= (day.month, day.day) <= last:
            return name, busy
    return "teaching", 1.0


def seasons(moment: datetime) -> frozenset[str]:
    """Return the seasons in which that moment lies: winter or summer, and enrolment or exams."""
    day = moment.astimezone(CAMPUS_TIME).date()
    return frozenset({SEASONS_BY_MONTH.get(day.month, ""), part_of_the_year(day)[0]})


def is_quiet_hour(moment: datetime) -> bool:
    """Say whether only few people are on campus then: at night, in the evening, on free days."""
    local = moment.astimezone(CAMPUS_TIME)
    return not is_working_day(local.date()) or not 7 <= local.hour < 19


def share(moment: datetime) -> float:
    """Return how many reports the hour that begins then brings, relative to other hours."""
    local = moment.astimezone(CAMPUS_TIME)
    hours = WORKING_DAY if is_working_day(local.date()) else FREE_DAY
    return hours[local.hour] * part_of_the_year(local.date())[1]


def opening_moments(random: Random, now: datetime, count: int) -> list[datetime]:
    """Return that many moments in the 18 months before now, a few of them in the last hours, in order."""
    latest = JUST_BEFORE[: max(2, count // 250)]
    begin = (now - SPAN).replace(minute=0, second=0, microsecond=0) + HOUR
    hours = [begin + index * HOUR for index in range((now - begin) // HOUR)]
    shares = [share(hour) * (1 + GROWTH * index / len(hours)) for index, hour in enumerate(hours)]
    chosen = random.choices(hours, cum_weights=list(accumulate(shares)), k=max(0, count - len(latest)))
    moments = [hour + random.random() * HOUR for hour in chosen]
    moments += [now - timedelta(minutes=minutes) * random.uniform(0.75, 1.25) for minutes in latest]
    return sorted(moments[:count])


def outage_moments(random: Random, now: datetime, count: int) -> list[datetime]:
    """Return that many moments within two hours of a teaching Tuesday or Thursday some weeks before now."""
    today = now.astimezone(CAMPUS_TIME).date()
    days = (today - timedelta(days=ago) for ago in range(OUTAGE_DAYS_AGO, OUTAGE_DAYS_AGO + 300))
    day = next(day for day in days if day.weekday() in {1, 3} and is_teaching_day(day))
    begin = datetime.combine(day, OUTAGE_BEGINS, CAMPUS_TIME).astimezone(UTC)
    return [begin + random.betavariate(1.1, 2.6) * OUTAGE_LASTS for _ in range(count)]


def outage_end(moment: datetime) -> datetime:
    """Return when the outage of that day ended."""
    return datetime.combine(moment.astimezone(CAMPUS_TIME), OUTAGE_BEGINS, CAMPUS_TIME).astimezone(UTC) + OUTAGE_LASTS


def is_teaching_day(day: date) -> bool:
    """Say whether lectures are given on that day."""
    return is_working_day(day) and part_of_the_year(day)[0] in {"teaching", "enrolment"}


class WorkingClock:
    """A clock that stands still while the helpdesk is closed: it turns moments into working hours and back."""

    def __init__(self, first: date, last: date) -> None:
        days = (first + timedelta(days=index) for index in range((last - first).days + 1))
        self._days = [day for day in days if is_working_day(day)]

    def hours(self, moment: datetime) -> float:
        """Return the working hours from the clock's first day to that moment."""
        local = moment.astimezone(CAMPUS_TIME)
        index = bisect_left(self._days, local.date())
        if index == len(self._days) or self._days[index] != local.date():
            return float(index * DESK_HOURS)
        since_opening = (local.replace(tzinfo=None) - datetime.combine(local.date(), time(DESK_OPENS))) / HOUR
        return index * DESK_HOURS + min(max(since_opening, 0.0), float(DESK_HOURS))

    def moment(self, hours: float) -> datetime:
        """Return the moment (UTC) at which that many working hours have passed; raise IndexError beyond the last."""
        index, rest = divmod(hours, DESK_HOURS)
        opening = datetime.combine(self._days[int(index)], time(DESK_OPENS), CAMPUS_TIME)
        return opening.astimezone(UTC) + rest * HOUR
