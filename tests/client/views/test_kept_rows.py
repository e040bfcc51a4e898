"""Whatever becomes of a table, its rows are painted as if nothing of them had been kept."""

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFont, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category, Status
from client.models.columns import STAFF_COLUMNS, Column
from client.models.tickets import TicketTableModel
from client.settings import Theme as ThemeChoice
from client.views.row_cells import RowCells
from client.views.theme.theme import Theme
from client.views.ticket_delegate import TicketDelegate
from client.views.ticket_table import TicketTable
from tests.client import made

_HOUR_US, _DAY_US = 60 * made.MINUTE_US, 24 * 60 * made.MINUTE_US


class Walk:
    """A table of a few tickets, and what can become of it; the number decides between alike things."""

    def __init__(self, theme: Theme) -> None:
        self.theme, self.now_us = theme, made.NOON_US + _HOUR_US
        self.known = {number: made.ticket(number) for number in range(1, 12)}
        self.unread: set[int] = set()
        self._revisions = count(100)
        self.model = TicketTableModel(STAFF_COLUMNS, lambda: self.now_us)
        self.model.unread = self.unread
        self.model.load(made.facts(self.known.values()), 99)
        # The rows of some are kept from the beginning, others only once their texts are there.
        self.texts(3)
        self.table = TicketTable(theme, self.model, lambda: self.now_us)
        delegate = self.table.itemDelegate()
        assert isinstance(delegate, TicketDelegate)
        # Light fades from one painting to the next.
        delegate.strength = lambda _ticket_id: 0.0
        self.table.resize(1200, 300)
        self.table.show()

    def change(self, number: int) -> None:
        ticket = made.ticket(
            1 + number % 12,
            status=list(Status)[number % 3],
            category=list(Category)[number % 2],
            revision=next(self._revisions),
            description=("The lamp", "", "lamp " * 60)[number % 3],
        )
        self.known[ticket.id] = ticket
        self.model.apply([made.change(ticket)], ticket.revision)

    def texts(self, number: int) -> None:
        self.model.set_texts((), [self.known[each] for each in list(self.known)[number:]])

    def read(self, number: int) -> None:
        self.unread.symmetric_difference_update({number})

    def choose(self, number: int) -> None:
        self.table.choose_all([number, number % 4 + 7])

    def close(self, number: int) -> None:
        self.table.show_closing(frozenset({number}))

    def mark(self, number: int) -> None:
        self.table.mark((("lamp",), ())[number % 2], number)

    def hover(self, number: int) -> None:
        at, none = QPointF(9, 30 * number), Qt.MouseButton.NoButton
        move = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.table.viewport(), move)

    def scroll(self, number: int) -> None:
        self.table.verticalScrollBar().setValue(17 * number)

    def resize(self, number: int) -> None:
        self.table.resize(500 + 90 * number, 300)

    def arrange(self, number: int) -> None:
        layout = self.table.columns.layout.moved(STAFF_COLUMNS[number], number - 5)
        self.table.columns.set_layout(layout.with_choice(Column.AGE, shown=number % 2 == 0))

    def dress(self, number: int) -> None:
        self.theme.choose((ThemeChoice.LIGHT, ThemeChoice.DARK)[number % 2])

    def wait(self, number: int) -> None:
        self.now_us += (made.MINUTE_US, _HOUR_US, _DAY_US)[number % 3]

    def enlarge(self, number: int) -> None:
        font = QFont(self.table.font())
        font.setPixelSize(12 + number % 3)
        self.table.setFont(font)

    def picture(self) -> QImage:
        self.table.executeDelayedItemsLayout()
        return self.table.viewport().grab().toImage()


_STEPS = tuple(step for name, step in vars(Walk).items() if name not in {"__init__", "picture"} and callable(step))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(_STEPS), st.integers(0, 11)), min_size=5, max_size=20))
def test_rows_are_painted_as_if_none_were_kept(
    theme: Theme,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    steps: list[tuple[Callable[[Walk, int], None], int]],
) -> None:
    walk = Walk(theme)
    qtbot.addWidget(walk.table)
    for step, number in steps:
        step(walk, number)
        # Its size may be shared out anew by the first painting after another font.
        walk.picture()
        kept = walk.picture()
        with monkeypatch.context() as patched:
            patched.setattr(RowCells, "of", lambda _self, _id, _state, _setting, make: make())
            assert kept == walk.picture(), step.__name__
    walk.table.close()
