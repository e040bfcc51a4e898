"""What people read for a status, a category, a role or a moment: what is said in several places."""

import re
import time
from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from campusdesk.rules import Action, Category, CategorySource, Role, Status, Sureness, sureness
from client.state import Analysis, ConnectionKind, ConnectionState

if TYPE_CHECKING:
    # Qt's own stub says that it returns an object.
    def QT_TRANSLATE_NOOP(context: str, source: str) -> str: ...  # noqa: D103
else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400

# Control characters, and the marks that reorder what stands beside them: one ticket's text could disguise another's.
_CONTROLS = frozenset(code for code in (*range(0x20), *range(0x7F, 0xA0)) if not chr(code).isspace())
_REORDERING = frozenset({0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)})
_DROPPED: Mapping[int, None] = dict.fromkeys(_CONTROLS | _REORDERING)
# Whatever ends a line, or a part of one, for some program.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1f\x85\u2028\u2029]")
# Letters that are written from right to left, and what keeps them from turning around what stands beside them.
_LEFTWARD = frozenset({"R", "AL", "AN"})
_ISOLATE, _END_ISOLATE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"

_AUTHORS: Mapping[Role, str] = {
    Role.USER: QT_TRANSLATE_NOOP("Text", "User"),
    Role.HELPDESK: QT_TRANSLATE_NOOP("Text", "Helpdesk"),
    Role.ANALYTICS: QT_TRANSLATE_NOOP("Text", "Analytics"),
}
_STATUSES: Mapping[Status, str] = {
    Status.OPEN: QT_TRANSLATE_NOOP("Text", "open"),
    Status.ACTIVE: QT_TRANSLATE_NOOP("Text", "active"),
    Status.CLOSED: QT_TRANSLATE_NOOP("Text", "closed"),
}
_BRIEF_CATEGORIES: Mapping[Category, str] = {
    Category.FACILITY_MANAGEMENT: QT_TRANSLATE_NOOP("Text", "Facility"),
    Category.TECHNICAL_IT: QT_TRANSLATE_NOOP("Text", "IT"),
    Category.SERVICES_COMPLAINTS: QT_TRANSLATE_NOOP("Text", "Services"),
}
_CATEGORIES: Mapping[Category, str] = {
    Category.FACILITY_MANAGEMENT: QT_TRANSLATE_NOOP("Text", "Facility management"),
    Category.TECHNICAL_IT: QT_TRANSLATE_NOOP("Text", "Technical IT"),
    Category.SERVICES_COMPLAINTS: QT_TRANSLATE_NOOP("Text", "Services complaints"),
}
# The same within a sentence.
_CATEGORIES_WITHIN: Mapping[Category, str] = {
    Category.FACILITY_MANAGEMENT: QT_TRANSLATE_NOOP("Text", "facility management"),
    Category.TECHNICAL_IT: QT_TRANSLATE_NOOP("Text", "technical IT"),
    Category.SERVICES_COMPLAINTS: QT_TRANSLATE_NOOP("Text", "services complaints"),
}
_SUGGESTED: Mapping[Sureness, str] = {
    Sureness.SURE: QT_TRANSLATE_NOOP("Text", "almost certainly {category}"),
    Sureness.LIKELY: QT_TRANSLATE_NOOP("Text", "probably {category}"),
    Sureness.UNSURE: QT_TRANSLATE_NOOP("Text", "not sure yet"),
}
_DOUBTED: Mapping[Sureness, str] = {
    Sureness.LIKELY: QT_TRANSLATE_NOOP("Text", "Probably {category}"),
    Sureness.UNSURE: QT_TRANSLATE_NOOP("Text", "Not sure: {category}?"),
}
_ALIKE: Mapping[Sureness, str] = {
    Sureness.SURE: QT_TRANSLATE_NOOP("Text", "the same"),
    Sureness.LIKELY: QT_TRANSLATE_NOOP("Text", "probably the same"),
    Sureness.UNSURE: QT_TRANSLATE_NOOP("Text", "perhaps the same"),
}
_SOURCES: Mapping[CategorySource, str] = {
    CategorySource.AUTOMATIC: QT_TRANSLATE_NOOP("Text", "set automatically"),
    CategorySource.CORRECTED: QT_TRANSLATE_NOOP("Text", "set by the helpdesk"),
}
_ACTIONS: Mapping[Action, str] = {
    Action.CREATE: QT_TRANSLATE_NOOP("Text", "reported it"),
    Action.UPDATE: QT_TRANSLATE_NOOP("Text", "edited it"),
    Action.ACTIVATE: QT_TRANSLATE_NOOP("Text", "activated it"),
    Action.CLOSE: QT_TRANSLATE_NOOP("Text", "closed it"),
    Action.POST_MESSAGE: QT_TRANSLATE_NOOP("Text", "wrote a message"),
    Action.ERASE: QT_TRANSLATE_NOOP("Text", "erased its texts"),
    Action.CATEGORISE: QT_TRANSLATE_NOOP("Text", "set its category anew"),
    Action.ADD_ME_TOO: QT_TRANSLATE_NOOP("Text", "has this problem too"),
    Action.POST_NOTE: QT_TRANSLATE_NOOP("Text", "wrote an internal note"),
}
_FIELDS: Mapping[str, str] = {
    "description": QT_TRANSLATE_NOOP("Text", "problem"),
    "location": QT_TRANSLATE_NOOP("Text", "location"),
    "contact": QT_TRANSLATE_NOOP("Text", "contact"),
    "category": QT_TRANSLATE_NOOP("Text", "category"),
    "message": QT_TRANSLATE_NOOP("Text", "message"),
}
_ANALYSES: Mapping[Analysis, str] = {
    Analysis.BACKLOG: QT_TRANSLATE_NOOP("Text", "Backlog"),
    Analysis.RESOLUTION_TIME: QT_TRANSLATE_NOOP("Text", "Resolution time"),
    Analysis.CATEGORY_LOAD: QT_TRANSLATE_NOOP("Text", "Category load"),
}


class Text(QObject):
    """What is counted: each language has plural forms of its own, which Qt knows."""

    def days(self, count: int) -> str:
        """Return a number of days."""
        return self.tr("%Ln day(s)", "", count)


_COUNTED = Text()


def author_words(role: Role) -> str:
    """Return the short name of a role that wrote or did something."""
    return _translated(_AUTHORS[role])


def status_words(status: Status) -> str:
    """Return the status's name."""
    return _translated(_STATUSES[status])


def category_words(category: Category) -> str:
    """Return the category's name."""
    return _translated(_CATEGORIES[category])


def brief_category_words(category: Category) -> str:
    """Return the category in a word that fits into a narrow column."""
    return _translated(_BRIEF_CATEGORIES[category])


def category_within_words(category: Category) -> str:
    """Return the category's name as it stands within a sentence."""
    return _translated(_CATEGORIES_WITHIN[category])


def suggested_words(category: Category, confidence: float) -> str:
    """Return the category that a text would get now, and how sure that is, 0 to 1."""
    words = _translated(_SUGGESTED[sureness(confidence)])
    return words.format(category=category_within_words(category))


def doubt(source: int, confidence: float) -> Sureness:
    """Return how sure a ticket's category is, by who set it and its confidence from 0 to 1."""
    # Judged by whole percents, as the facts have it, so that a table and a ticket say the same.
    return Sureness.SURE if source == CategorySource.CORRECTED else sureness(round(confidence, 2))


def judged_words(category: Category, sure: Sureness) -> str:
    """Return a ticket's category with how sure it is."""
    if sure is Sureness.SURE:
        return category_words(category)
    return _translated(_DOUBTED[sure]).format(category=category_within_words(category))


def alike_words(confidence: float) -> str:
    """Return how likely, 0 to 1, two tickets report the same incident."""
    return _translated(_ALIKE[sureness(confidence)])


def category_source_words(source: CategorySource) -> str:
    """Return who set a category."""
    return _translated(_SOURCES[source])


def action_words(action: Action) -> str:
    """Return what somebody did to a ticket, to stand after who did it."""
    return _translated(_ACTIONS[action])


def erased_words() -> str:
    """Return what stands where an operator erased what people wrote."""
    return QCoreApplication.translate("Text", "Erased by an operator")


def note_words() -> str:
    """Return what a message is called that only helpdesk staff read."""
    return QCoreApplication.translate("Text", "Internal note")


def field_words(field: str) -> str:
    """Return the name of a ticket's field; the field's own name when it is unknown to this desk."""
    return _translated(_FIELDS[field]) if field in _FIELDS else field


def analysis_words(analysis: Analysis) -> str:
    """Return the analysis's name."""
    return _translated(_ANALYSES[analysis])


def connection_words(state: ConnectionState) -> str:
    """Return how it stands with a connection."""
    if state.kind is ConnectionKind.LIVE:
        return QCoreApplication.translate("Text", "Live")
    if state.kind is ConnectionKind.CONNECTING:
        return QCoreApplication.translate("Text", "Connecting …")
    words = QCoreApplication.translate("Text", "Offline since {time}")
    if state.is_refused:
        words = QCoreApplication.translate("Text", "Not let in since {time}")
    return words.format(time=_time_of_day(_local(state.since_us)))


def clock_words(time_us: int, zone: tzinfo | None = None) -> str:
    """Return the time of day with seconds, local or by the clocks of a zone; "" for 0."""
    return time.strftime("%H:%M:%S", _local(time_us, zone)) if time_us else ""


def exact_words(time_us: int, zone: tzinfo | None = None) -> str:
    """Return the date and time with seconds, local or by the clocks of a zone; "" for 0."""
    return f"{_date(_local(time_us, zone), with_year=True)}, {clock_words(time_us, zone)}" if time_us else ""


def moment_words(time_us: int, now_us: int, zone: tzinfo | None = None) -> str:
    """Return a moment as short as it is clear from now: a time today or yesterday, else a date; "" for 0."""
    if not time_us:
        return ""
    moment, now = _local(time_us, zone), _local(now_us, zone)
    days = _day_number(now) - _day_number(moment)
    if days == 0:
        return _time_of_day(moment)
    if days == 1:
        return QCoreApplication.translate("Text", "yesterday {time}").format(time=_time_of_day(moment))
    return _date(moment, with_year=moment.tm_year != now.tm_year)


def is_today(time_us: int, now_us: int) -> bool:
    """Say whether the moment is of the local day that it is now."""
    return _day_number(_local(time_us)) == _day_number(_local(now_us))


def age_words(time_us: int, now_us: int) -> str:
    """Return how long ago it was, in the largest unit that fits; a moment in the future is now."""
    seconds = max(0, now_us - time_us) // 1_000_000
    if seconds < _MINUTE:
        return QCoreApplication.translate("Text", "now")
    if seconds < _HOUR:
        return QCoreApplication.translate("Text", "{count} min").format(count=seconds // _MINUTE)
    if seconds < _DAY:
        return QCoreApplication.translate("Text", "{count} h").format(count=seconds // _HOUR)
    return _COUNTED.days(seconds // _DAY)


def one_line(text: str, limit: int = 200) -> str:
    """Return the text's beginning as one line of at most `limit` characters, without marks that reorder it.

    What is written from right to left stands in an isolate, so that numbers and words beside it keep their order.
    """
    # A cell shows little of a long text: the rest need not be looked at.
    beginning = text[: limit * 4]
    line = " ".join(beginning.translate(_DROPPED).split())
    if len(line) > limit or len(beginning) < len(text):
        line = line[: limit - 1].rstrip() + "…"
    return f"{_ISOLATE}{line}{_END_ISOLATE}" if _runs_left(line) else line


def without_tricks(text: str) -> str:
    """Return the whole text without control characters and marks that reorder it; all its lines end alike."""
    return _LINE_ENDS.sub("\n", text).translate(_DROPPED)


def _runs_left(line: str) -> bool:
    return not line.isascii() and any(bidirectional(character) in _LEFTWARD for character in line)


# Python's own clock and not Qt's: a table asks for hundreds of moments a frame, and Qt's takes ten times as long.
def _local(time_us: int, zone: tzinfo | None = None) -> time.struct_time:
    if zone is not None:
        return datetime.fromtimestamp(time_us // 1_000_000, zone).timetuple()
    return time.localtime(time_us // 1_000_000)


def _time_of_day(moment: time.struct_time) -> str:
    return f"{moment.tm_hour:02}:{moment.tm_min:02}"


def _date(moment: time.struct_time, *, with_year: bool) -> str:
    month = QLocale().monthName(moment.tm_mon, QLocale.FormatType.ShortFormat)
    full = QCoreApplication.translate("Text", "{day} {month} {year}")
    short = QCoreApplication.translate("Text", "{day} {month}")
    return (full if with_year else short).format(day=moment.tm_mday, month=month, year=moment.tm_year)


def _day_number(moment: time.struct_time) -> int:
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday).toordinal()


def _translated(source: str) -> str:
    return QCoreApplication.translate("Text", source)
