"""What a running server says of itself, judged for those who operate it: well, or what is wrong with it."""

from enum import IntEnum
from typing import NamedTuple

from campusdesk.v1.operations_pb2 import ServerStatus

LEAST_CERTIFICATE_DAYS = 30
LEAST_FREE_DISK = 0.1
_HOUR_S = 3_600
_DAY_S = 86_400


class Health(IntEnum):
    """How a server is; the numbers are exit codes."""

    WELL = 0
    WARNING = 1
    UNHEALTHY = 2


class Judgement(NamedTuple):
    """In words what makes a server unhealthy, and what somebody should look at."""

    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def health(self) -> Health:
        """How the server is, by the worst of it."""
        if self.faults:
            return Health.UNHEALTHY
        return Health.WARNING if self.warnings else Health.WELL


def judge(status: ServerStatus, backup_max_age_hours: float) -> Judgement:
    """Judge a server's status; a backup may be this many hours old (0: any age, or none at all)."""
    warnings = (
        *_backup_problems(status, backup_max_age_hours),
        *_certificate_problems(status),
        *_disk_problems(status),
    )
    return Judgement(() if status.store_healthy else ("the database cannot be read or written",), warnings)


def backup_age_s(status: ServerStatus) -> float | None:
    """Return how old the newest backup is by the server's clock, in seconds; None when there is none."""
    if not status.HasField("backup_time"):
        return None
    return (status.server_time.ToMicroseconds() - status.backup_time.ToMicroseconds()) / 1_000_000


def certificate_days_left(status: ServerStatus) -> int | None:
    """Return for how many whole days the certificate is valid yet, None without TLS; negative when it has expired."""
    if not status.HasField("certificate_expire_time"):
        return None
    return (status.certificate_expire_time.seconds - status.server_time.seconds) // _DAY_S


def free_share(status: ServerStatus) -> float | None:
    """Return which share of the disk is free, from 0 to 1; None for a database on another machine."""
    if not status.HasField("disk_total_bytes"):
        return None
    # There is no room where the database's folder is gone.
    return status.disk_free_bytes / max(status.disk_total_bytes, 1)


def _backup_problems(status: ServerStatus, max_age_hours: float) -> list[str]:
    age_s = backup_age_s(status)
    problems = ["the newest planned backup failed"] if status.backup_failing else []
    if max_age_hours and age_s is None:
        problems.append("this server has made no backup")
    elif max_age_hours and age_s is not None and age_s > max_age_hours * _HOUR_S:
        problems.append(f"the newest backup is older than {max_age_hours:g} hours")
    return problems


def _certificate_problems(status: ServerStatus) -> list[str]:
    days = certificate_days_left(status)
    if days is None or days >= LEAST_CERTIFICATE_DAYS:
        return []
    return ["the certificate has expired" if days < 0 else f"the certificate expires in {days} days"]


def _disk_problems(status: ServerStatus) -> list[str]:
    share = free_share(status)
    return [f"only {share:.0%} of the disk is free"] if share is not None and share < LEAST_FREE_DISK else []
