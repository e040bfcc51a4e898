"""Arrange many tickets in the thread pool, off the UI thread."""

from PySide6.QtCore import QObject, QThreadPool, Signal

from campusdesk.facts import Facts
from client.models.arrangement import Arrangement
from client.models.rule import Rule


class Sorting(QObject):
    """One arrangement on its way; `done` tells this object and the Arrangement, and must be connected as queued."""

    done = Signal(object, object)

    def __init__(self, rule: Rule, facts: Facts, *, apart: bool = False) -> None:
        """Read the facts as they change, or `apart` a copy of what the rule reads.

        A ticket that changes meanwhile may stand wherever it did or does: whoever takes the arrangement puts it right.
        """
        super().__init__()
        self._rule, self._shifts = rule, facts.shifts
        columns = facts.columns()
        self._is_apart, self._columns = apart, rule.columns_of(columns) if apart else columns

    def holds(self, facts: Facts) -> bool:
        """Say whether the arrangement is one of these facts, of which no row moved while it was made."""
        return self._is_apart or facts.shifts == self._shifts

    def start(self) -> None:
        """Begin as soon as a thread of the pool is free."""
        QThreadPool.globalInstance().start(self._run)

    def _run(self) -> None:
        self.done.emit(self, Arrangement.of(self._rule, self._columns))
