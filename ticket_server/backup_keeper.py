"""The backups that a server makes by itself: in a thread, on time, and as many kept as it was told."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from ticket_server.backups import backup_name, backup_time_us, backups_until, retain
from ticket_server.settings import BackupPlan
from ticket_server.storage.upkeep.backup import back_up

_log = logging.getLogger(__name__)

_HOUR_US = 3_600_000_000
# A disk that was full may have room again; more often would fill the log.
_RETRY_US = 600_000_000
# The clock is looked at this often, for it may be set while the thread waits.
_LOOK_S = 60.0
_CLOSE_S = 0.5


class _Stopped(Exception):  # noqa: N818  reads as what happened: `except _Stopped`
    """The server stops: the backup that is being made is not needed any more."""


class BackupKeeper:
    """Makes a backup whenever the newest one in the folder is older than planned, until it is closed.

    A failure is logged, stays seen in `failing`, and is tried again in ten minutes.
    """

    def __init__(self, url: str, plan: BackupPlan, clock: Callable[[], int]) -> None:
        """Start the thread for the database at `url`; the clock tells microseconds since 1970 UTC."""
        self._url = url
        self._plan = plan
        self._clock = clock
        self._stopping = threading.Event()
        self._last_good_us = _newest_us(plan.folder, clock())
        self._failing = False
        self._thread = threading.Thread(target=self._work, name="backups", daemon=True)
        self._thread.start()

    @property
    def last_good_us(self) -> int:
        """When the newest backup in the folder was made, in microseconds since 1970 UTC; 0 when there is none."""
        return self._last_good_us

    @property
    def failing(self) -> bool:
        """Whether the newest try made no backup."""
        return self._failing

    def close(self) -> None:
        """End the thread; a backup that is being made is given up without a trace.

        SQLite may be in the midst of a long check: the server does not wait for it, and the next one tidies up.
        """
        self._stopping.set()
        self._thread.join(_CLOSE_S)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _work(self) -> None:
        period_us = int(self._plan.every_hours * _HOUR_US)
        tried_us, pause_us = self._last_good_us, period_us
        while not self._stopping.is_set():
            now_us = self._clock()
            # After a clock was set back, what was made before lies in a time to come.
            if not tried_us <= now_us < tried_us + pause_us:
                self._try(now_us)
                tried_us, pause_us = now_us, min(period_us, _RETRY_US) if self._failing else period_us
            self._stopping.wait(min(_LOOK_S, max(0.0, (tried_us + pause_us - self._clock()) / 1_000_000)))

    def _try(self, now_us: int) -> None:
        folder = self._plan.folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            held = back_up(self._url, folder / backup_name(now_us), self._look)
            self._last_good_us, self._failing = now_us, False
            _log.info("backup of revision %d made", held.counter.last_revision)
            retain(folder, self._plan.keep, now_us)
        except _Stopped:
            return
        except Exception as error:  # noqa: BLE001  the server goes on, and operators must hear of it
            self._failing = True
            _log.error("no backup could be made: %s", error)

    def _look(self, _done: int, _total: int) -> None:
        if self._stopping.is_set():
            raise _Stopped


def _newest_us(folder: Path, now_us: int) -> int:
    try:
        return next((backup_time_us(file) or 0 for file in backups_until(folder, now_us)), 0)
    except OSError:
        return 0
