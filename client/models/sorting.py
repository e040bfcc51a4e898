"""Arrange many tickets in the thread pool, off the UI thread."""

from PySide6.QtCore import QObject, QThreadPool, Signal

from campusdesk.facts import Facts
from client.models.arrangement import Arrangement
from client.models.rule import Rule


class Sorting(QObject):
    """One arrangement on its way; `done` tells this object and the Arrangement, and must be connected as queued."""

    done = Signal(object, object)

    def __init__(self, rule: Rule, facts: Facts) -> None:
        """Copy what the rule reads, so that the facts may change meanwhile."""
        super().__init__()
        self._rule = rule
        self._columns = rule.columns_of(facts.columns())

    def start(self) -> None:
        """Begin as soon as a thread of the pool is free."""
        QThreadPool.globalInstance().start(self._run)

    def _run(self) -> None:
        self.done.emit(self, Arrangement.of(self._rule, self._columns))
