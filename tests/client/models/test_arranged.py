"""Rows come, go and move one by one or all together, and the marks of views stay on their tickets."""

import pytest
from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex

from campusdesk.facts import Facts, facts_of
from campusdesk.rules import Status
from client.models.arranged import ArrangedModel
from client.models.arrangement import Arrangement
from client.models.pages import ROOT, ModelIndex
from client.models.rule import Rule
from tests.client.made import facts, ticket

pytestmark = pytest.mark.usefixtures("qapp")


class Rows(ArrangedModel):
    """Shows tickets without any words."""

    def columnCount(self, parent: ModelIndex = ROOT) -> int:
        return 1

    def data(self, index: ModelIndex, role: int = 0) -> int:
        return self.ticket_id(index.row())

    def take(self, known: Facts) -> None:
        self._show(Arrangement.of(self._rule, known.columns()), known)

    def announce(self, row: int, target: int) -> None:
        self._begin(row, target)()


@pytest.fixture
def rows() -> Rows:
    model = Rows()
    model.take(facts(ticket(number) for number in (1, 2, 3)))
    return model


def test_what_is_known_of_a_ticket_is_told(rows: Rows) -> None:
    assert (rows.rowCount(), rows.total, rows.rowCount(rows.index(0, 0))) == (3, 3, 0)
    assert rows.facts(2) == facts_of(ticket(2))
    assert (rows.facts(9), rows.has(9), rows.row_of(9)) == (None, False, -1)
    assert rows.ticket_id(rows.row_of(1)) == 1
    assert rows.count("", [Rule(), Rule(statuses=frozenset({int(Status.ACTIVE)}))]) == [3, 0]


def test_marks_stay_on_their_tickets_when_all_rows_change(rows: Rows) -> None:
    marks = {number: QPersistentModelIndex(rows.index(rows.row_of(number), 0)) for number in (1, 3)}
    rows.take(facts(ticket(number) for number in (3, 5, 9)))
    assert marks[3].data() == 3
    assert not marks[1].isValid()


@pytest.mark.parametrize(
    ("row", "target", "told"),
    [(-1, 0, "rowsInserted"), (2, -1, "rowsRemoved"), (0, 2, "rowsMoved"), (1, 1, None), (-1, -1, None)],
)
def test_one_row_is_announced_as_what_happens_to_it(rows: Rows, row: int, target: int, told: str | None) -> None:
    heard: list[str] = []
    for name in ("rowsInserted", "rowsRemoved", "rowsMoved", "modelReset"):
        getattr(QAbstractItemModel, name).__get__(rows).connect(lambda *_, name=name: heard.append(name))
    rows.announce(row, target)
    assert heard == ([told] if told else [])
