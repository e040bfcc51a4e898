"""Times as words: RFC 3339 in UTC, to the microsecond."""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def time_text(time_us: int) -> str:
    """Return the RFC 3339 words of a time in microseconds since 1970 UTC."""
    moment = EPOCH + timedelta(microseconds=time_us)
    return moment.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
