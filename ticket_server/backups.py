"""The folder of backups: their names, which tell when each was made, and how many are kept."""

import re
from datetime import UTC, datetime
from pathlib import Path

from ticket_server.whole_file import UNFINISHED

_NAME = re.compile(r"campusdesk-(\d{8}T\d{6}Z)\.db", re.ASCII)
# A backup that is being made is written to all the time.
_ABANDONED_S = 3_600
_TIME = "%Y%m%dT%H%M%SZ"


def backup_name(time_us: int) -> str:
    """Return the name of a backup made at a time in microseconds since 1970 UTC, to the second."""
    return f"campusdesk-{time_stamp(time_us)}.db"


def time_stamp(time_us: int) -> str:
    """Return a time in microseconds since 1970 UTC as names of files tell it, to the second."""
    return f"{datetime.fromtimestamp(time_us // 1_000_000, UTC):{_TIME}}"


def backup_time_us(file: Path) -> int | None:
    """Return when the backup was made by its name, or None when the name is none of ours."""
    found = _NAME.fullmatch(file.name)
    if found is None:
        return None
    try:
        made = datetime.strptime(found[1], _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return int(made.timestamp()) * 1_000_000


def backups_in(folder: Path) -> list[Path]:
    """Return the backups in a folder, newest first; only a finished and checked one has such a name."""
    return sorted((file for file in folder.iterdir() if backup_time_us(file) is not None), reverse=True)


def backups_until(folder: Path, now_us: int) -> list[Path]:
    """Return the backups in a folder, newest first, less those of a time to come: a wrong clock named them."""
    return [file for file in backups_in(folder) if (backup_time_us(file) or 0) <= now_us]


def retain(folder: Path, keep: int, now_us: int) -> None:
    """Delete all but the newest `keep` backups, and what killed programs left unfinished; nothing else is touched."""
    for file in (*backups_until(folder, now_us)[keep:], *_abandoned(folder, now_us)):
        file.unlink(missing_ok=True)


def _abandoned(folder: Path, now_us: int) -> list[Path]:
    """Return our unfinished files that nobody wrote to for so long that nobody will."""
    unfinished = [file for file in folder.glob(f"*{UNFINISHED}") if _NAME.fullmatch(file.name.removesuffix(UNFINISHED))]
    return [file for file in unfinished if file.stat().st_mtime < now_us / 1_000_000 - _ABANDONED_S]
