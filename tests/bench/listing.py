"""What a change costs the ticket table of a desk, with the counts beside it, among few tickets and among many."""

import os
import sys
import time
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject

from campusdesk.facts import DTYPES, Facts, encode
from campusdesk.v1 import change_feed_pb2
from client.models.columns import STAFF_COLUMNS
from client.models.filters import Kind
from client.models.listing import Listing
from client.models.tickets import TicketTableModel
from tests.bench.table import Row, spread
from tests.client.made import NOON_US, change, ticket

FEW, MANY = 1_000, 100_000
CHANGES, ROUNDS = 200, 9
_PAUSE_US = 30_000_000


def measure() -> list[Row]:
    """Return how much longer a change and its counts take among many tickets, by the processor time of this process."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication(sys.argv[:1])
    few, many = Desk(FEW, application), Desk(MANY, application)
    rows = []
    for what, act in (("new ticket", Desk.report), ("changed ticket", Desk.change), ("counts of views", Desk.count)):
        times = [(_each_us(few, act), _each_us(many, act)) for _ in range(ROUNDS)]
        shares = [late / early for early, late in times]
        result = f"{spread([late for _, late in times], '.0f')} us, {spread(shares, '.2f')} times as among {FEW:,}"
        typical = sorted(shares)[len(shares) // 2]
        rows.append(Row(f"desk: {what} among {MANY:,} tickets", "<= 3 times as among few", result, typical <= 3))
    return rows


class Desk:
    """The models of a desk of helpdesk staff with so many tickets, one in fifty of them not closed."""

    def __init__(self, count: int, parent: QObject) -> None:
        """Take a snapshot of that many tickets."""
        self.count_of_all = count
        self._tickets = TicketTableModel(STAFF_COLUMNS, lambda: NOON_US, parent)
        self._listing = Listing(self._tickets, lambda: NOON_US, parent)
        self._tickets.load(_facts(count), count)
        self._revision = count

    def report(self) -> None:
        """Take a new ticket."""
        self._revision += 1
        self._apply(self._revision)

    def change(self) -> None:
        """Take a change of one of the tickets in the middle."""
        self._revision += 1
        self._apply(self.count_of_all // 2 + self._revision * 7 % 400)

    def count(self) -> None:
        """Count the views, and the ages as their open menu does."""
        self._listing.view_counts()
        self._listing.value_counts(Kind.AGE)

    def _apply(self, number: int) -> None:
        changed = change(ticket(number, revision=self._revision, update_us=NOON_US + self._revision))
        self._tickets.apply([changed], self._revision)


def _each_us(desk: Desk, act: Callable[[Desk], None]) -> float:
    desk.count()
    start = time.process_time_ns()
    for _ in range(CHANGES):
        act(desk)
    return (time.process_time_ns() - start) / CHANGES / 1_000


def _facts(count: int) -> Facts:
    random = np.random.default_rng(1)
    ids = np.arange(1, count + 1)
    opened = NOON_US - (count - ids) * _PAUSE_US
    is_closed = random.random(count) > 0.02
    columns = dict.fromkeys(DTYPES, np.zeros(count, np.int64)) | {
        "id": ids,
        "revision": ids,
        "open_time": opened,
        "update_time": opened + random.integers(0, _PAUSE_US, count),
        "close_time": np.where(is_closed, opened + _PAUSE_US, 0),
        "status": np.where(is_closed, 3, random.integers(1, 3, count)),
        "category": random.integers(1, 4, count),
        "confidence": random.integers(30, 100, count),
        "last_message_role": random.integers(0, 3, count),
    }
    return Facts.from_snapshot([change_feed_pb2.FactColumns(**encode(columns))])
