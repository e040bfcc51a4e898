"""Tickets brought from the server into a file in the order of a list: a few at a time, however many there are."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QTimer, Signal

from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from client.csv_file import Region
from client.csv_writing import CsvWriting, Ended, Written
from client.helpdesk import PAGE_SIZE
from client.models.exported import ExportedTable
from client.reading import Reading
from client.writing import PASSING

if TYPE_CHECKING:
    from campusdesk.errors import DeskError
    from client.connection import Reply

# Parts that the server is asked for at once: one is on its way while the other is made.
MOST_UNDER_WAY = 2
# Parts that are asked for and not in the file yet, so that a slow disk fills no memory.
MOST_AHEAD = 6
# Milliseconds until what failed in passing is asked for again.
AGAIN_MS = 2_000


class Outcome(Enum):
    """How an export ended."""

    DONE = auto()
    CANCELLED = auto()
    # The file could not be written: `error` is an OSError.
    UNWRITTEN = auto()
    # The server refused: `error` is a DeskError.
    REFUSED = auto()
    # Another history began: the tickets that were meant are no more.
    REPLACED = auto()


class Export(QObject):
    """One list on its way into a file: `progressed` now and then, `ended` once, when `outcome` says how.

    A row is a ticket as the server tells it when its turn comes, with its texts and facts of one revision. What may not
    be seen any more by then is left out, and `written` counts what is in the file.
    """

    progressed = Signal()
    ended = Signal()

    def __init__(
        self,
        ids: npt.NDArray[np.int64],
        path: Path,
        table: ExportedTable,
        region: Region,
        ask: "Callable[[Sequence[int]], Reply]",
    ) -> None:
        """Begin to write the tickets with these ids; `ask` asks the server for some of them."""
        super().__init__()
        self.path, self.total = path, len(ids)
        self.passed = self.written = 0
        self.outcome: Outcome | None = None
        self.error: DeskError | OSError | None = None
        # Why it is not going on just now.
        self.waits_for: DeskError | None = None
        self._ids, self._ask = ids, ask
        self._is_stopped, self._why_stopped = False, Outcome.CANCELLED
        # Parts are numbered by their first ticket's place in the list.
        self._replies: dict[int, Reply] = {}
        self._answers: dict[int, Sequence[ticket_pb2.Ticket]] = {}
        self._failed: list[int] = []
        self._asked = self._put = 0
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._ask_again)
        self._file = CsvWriting[ticket_pb2.Ticket](path, table.headings, region, table.row)
        self._writing: Reading[Written | Ended] = Reading(lambda _tell: self._file, self._take)
        self._hand_over()

    @property
    def is_stopped(self) -> bool:
        """Say whether it ends without a file, as soon as the disk lets it."""
        return self._is_stopped

    @property
    def ahead(self) -> int:
        """Return how many tickets were asked for and are not in the file yet."""
        return self._asked - self.passed

    def cancel(self) -> None:
        """Leave no file, unless it is whole already; `ended` tells which."""
        self._stop(Outcome.CANCELLED)

    def forget(self) -> None:
        """Leave no file, because what was listed is no more."""
        self._stop(Outcome.REPLACED)

    def end(self) -> None:
        """Leave no file and signal nothing any more, because the window goes."""
        self._is_stopped = True
        self._again.stop()
        self._writing.end()
        self._file.abandon()

    def _stop(self, outcome: Outcome, error: "DeskError | None" = None) -> None:
        if not self._is_stopped and self.outcome is None:
            self._is_stopped = True
            self._why_stopped, self.error = outcome, error
            self._again.stop()
            self._file.cancel()
            self.progressed.emit()

    def _go_on(self) -> None:
        while not self._is_stopped and self._asked < self.total and self._has_room():
            first = self._asked
            self._asked = min(first + PAGE_SIZE, self.total)
            reply = self._replies[first] = self._ask(self._ids[first : self._asked].tolist())
            reply.done.connect(lambda answer, first=first: self._answered(first, answer))
            reply.failed.connect(lambda error, first=first: self._refused(first, error))

    def _has_room(self) -> bool:
        return len(self._replies) < MOST_UNDER_WAY and self.ahead < MOST_AHEAD * PAGE_SIZE

    def _answered(self, first: int, answer: ticket_service_pb2.BatchGetTicketsResponse) -> None:
        if self._is_stopped:
            return
        del self._replies[first]
        self._answers[first] = answer.tickets
        self.waits_for = None
        self._hand_over()

    def _hand_over(self) -> None:
        while self._put in self._answers:
            self._file.put(self._answers.pop(self._put))
            self._put = min(self._put + PAGE_SIZE, self.total)
        if self._put == self.total:
            self._file.finish()
        self._go_on()

    def _refused(self, first: int, error: "DeskError") -> None:
        if self._is_stopped:
            return
        if error.reason not in PASSING:
            self._stop(Outcome.REFUSED, error)
            return
        self._failed.append(first)
        self.waits_for = error
        self._again.start(max(AGAIN_MS, int((error.retry_delay_s or 0) * 1_000)))
        self.progressed.emit()

    def _ask_again(self) -> None:
        failed, self._failed = self._failed, []
        for first in failed:
            self._replies[first].again()

    def _take(self, told: list[Written | Ended]) -> None:
        for event in told:
            if isinstance(event, Ended):
                self._conclude(event)
                return
            self.passed = min(self.passed + PAGE_SIZE, self.total)
            self.written += event.rows
        self._go_on()
        self.progressed.emit()

    def _conclude(self, event: Ended) -> None:
        self._is_stopped, self.waits_for = True, None
        self._again.stop()
        if event.is_cancelled:
            self.outcome = self._why_stopped
        else:
            self.outcome = Outcome.DONE if event.error is None else Outcome.UNWRITTEN
            self.error = event.error
        self.ended.emit()
