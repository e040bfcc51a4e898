"""The campus time zone, in which analyses are cut, and the moments of its clocks.

None in a zone's place is this PC's own, as for servers that name none.
"""

import time
from collections.abc import Iterable
from datetime import datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo


@lru_cache(maxsize=8)
def known_zone(name: str) -> ZoneInfo | None:
    """Return the zone of that IANA name, None for any other text."""
    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        return None


def is_elsewhere(zone: tzinfo | None, moments_s: Iterable[float]) -> bool:
    """Say whether this PC's clocks show another time than the zone's at any of these moments."""
    if zone is None:
        return False
    moments = tuple(moments_s)
    # The first are now and where the period begins, which move.
    return _differ(zone, moments[:2]) or _differ_still(zone, time.tzname, moments[2:])


def _differ(zone: tzinfo, moments_s: Iterable[float]) -> bool:
    offsets = ((datetime.fromtimestamp(each, zone).utcoffset(), time.localtime(each).tm_gmtoff) for each in moments_s)
    return any(there != timedelta(seconds=here) for there, here in offsets)


# Where ten years of days begin is the same from result to result, and to look at all of them takes 4 ms.
@lru_cache(maxsize=8)
def _differ_still(zone: tzinfo, _here: tuple[str, str], moments_s: tuple[float, ...]) -> bool:
    return _differ(zone, moments_s)


def clock(moment: datetime) -> str:
    """Return the time of day; of an hour that comes twice, when clocks are set back, also which one it is."""
    words = f"{moment:%H:%M}"
    if moment.replace(fold=0).timestamp() == moment.replace(fold=1).timestamp():
        return words
    # This PC's zone may have a long name, and in another language.
    return f"{words} {moment.tzname() or 'UTC' + moment.astimezone().isoformat()[-6:]}"
