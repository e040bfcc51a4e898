"""The moments of a conversation and of a history in words: near ones relative, far ones by the clock, days by name."""

import time
from datetime import date, datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from client.campus_zone import clock
from client.text import age_words

_HOUR_US = 3_600_000_000


def local_day(time_us: int) -> date:
    """Return the local day of a moment."""
    local = time.localtime(time_us // 1_000_000)
    return date(local.tm_year, local.tm_mon, local.tm_mday)


def day_words(time_us: int, now_us: int) -> str:
    """Return the local day of a moment: by its distance when it is near, else its date; another year is said."""
    day, today = local_day(time_us), local_day(now_us)
    if day >= today:
        return QCoreApplication.translate("Moments", "Today")
    if (today - day).days == 1:
        return QCoreApplication.translate("Moments", "Yesterday")
    return _date_words(day, with_year=day.year != today.year)


def date_words(time_us: int) -> str:
    """Return the date of the local day of a moment, with its year."""
    return _date_words(local_day(time_us), with_year=True)


def _date_words(day: date, *, with_year: bool) -> str:
    # How a date is written in the person's language, by Qt's letters for its parts.
    full = QCoreApplication.translate("Moments", "d MMMM yyyy")
    short = QCoreApplication.translate("Moments", "d MMMM")
    return QLocale().toString(QDate(day.year, day.month, day.day), full if with_year else short)


def said_words(time_us: int, now_us: int) -> str:
    """Return when something was said on its day: relative within the hour, else the local time of day."""
    if now_us - time_us < _HOUR_US:
        return age_words(time_us, now_us)
    return time.strftime("%H:%M", time.localtime(time_us // 1_000_000))


def span_words(start_us: int, end_us: int, zone: tzinfo | None = None) -> str:
    """Return from when until when, by the clocks of a zone: whole days as dates, what is within a day by its clock."""
    begins, ends = (datetime.fromtimestamp(each // 1_000_000, zone) for each in (start_us, end_us))
    start, last, end = begins.date(), datetime.fromtimestamp((end_us - 1) // 1_000_000, zone).date(), ends.date()
    from_clock, until_clock = clock(begins), clock(ends)
    if start == last and (from_clock, until_clock) == ("00:00", "00:00"):
        return _date_words(start, with_year=True)
    # A year that both are of is said once.
    from_date = _date_words(start, with_year=start == last or start.year != end.year)
    until_date = _date_words(end, with_year=True)
    if start == last:
        words = QCoreApplication.translate("Moments", "%1, %2 to %3")
    else:
        words = QCoreApplication.translate("Moments", "%1, %2 to %4, %3")
    return words.replace("%1", from_date).replace("%2", from_clock).replace("%3", until_clock).replace("%4", until_date)
