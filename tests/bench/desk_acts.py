"""What a person does with the list of a desk, each timed from the act to what is painted of it."""

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication

from campusdesk.rules import Category, Status
from client.models.columns import SORT_FACTS
from client.models.filters import Filters, Kind

if TYPE_CHECKING:
    from client.views.main_window import MainWindow

# The first ones pay for what is imported and made on first use.
WARM_UP = 5
FRAMES, DRAGGED, JUMPS, CHANGES = 150, 300, 10, 40
_PATIENCE_MS = 30_000
_NOTCH = 120


class FirstFrame(QObject):
    """Notes when the table of a window was painted first with tickets in it."""

    def __init__(self, window: "MainWindow") -> None:
        """Watch from now on; `painted` has the moment once it came."""
        super().__init__()
        self.painted: list[float] = []
        self._tickets = window.tickets
        window.table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the clock once the paint event that is about to come has been handled."""
        if event.type() == QEvent.Type.Paint and self._tickets.rowCount() and not self.painted:
            QTimer.singleShot(0, lambda: self.painted.append(time.perf_counter()))
        return super().eventFilter(watched, event)


class Acts(QObject):
    """Acts on a window whose facts are there; each measurement is a list of milliseconds."""

    def __init__(self, window: "MainWindow") -> None:
        """Watch the table of the window."""
        super().__init__()
        self._window, self._table, self._bar = window, window.table, window.table.verticalScrollBar()
        self._is_ready = True
        self._spent_ms: list[float] = []
        self._loop = QEventLoop()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(lambda: self._loop.exit(1))
        window.tickets.obeyed.connect(self._be_ready)
        self._table.viewport().installEventFilter(self)

    def wheel(self) -> list[float]:
        """Turn the wheel at the top, in the middle and before the end."""
        return [self._painted_ms(self._turn) for start in self._parts() for _ in self._from(start)][WARM_UP:]

    def pages(self) -> list[float]:
        """Press PgDn at the top, in the middle and before the end."""
        from PySide6.QtTest import QTest

        press = partial(QTest.keyClick, self._table, Qt.Key.Key_PageDown)
        taken = list[float]()
        for start in self._parts():
            self._table.choose_row(int(start * self._window.tickets.rowCount()))
            taken += [self._painted_ms(press) for _ in self._from(start)]
        return taken[WARM_UP:]

    def drag(self) -> list[float]:
        """Drag the scrollbar through the whole list."""
        self._bar.setValue(0)
        self._bar.setSliderDown(True)
        most = self._bar.maximum()
        steps = (most * step // DRAGGED for step in range(1, DRAGGED + 1))
        taken = [self._painted_ms(partial(self._bar.setSliderPosition, step)) for step in steps]
        self._bar.setSliderDown(False)
        return taken

    def to_end(self) -> list[float]:
        """Go to the end of the list and back, by the keys and by the scrollbar in turn."""
        from PySide6.QtTest import QTest

        keys = tuple(partial(QTest.keyClick, self._table, key) for key in (Qt.Key.Key_End, Qt.Key.Key_Home))
        actions = (QAbstractSlider.SliderAction.SliderToMaximum, QAbstractSlider.SliderAction.SliderToMinimum)
        bar = tuple(partial(self._bar.triggerAction, action) for action in actions)
        self._bar.setValue(0)
        self._table.choose_row(0)
        return [self._painted_ms(act) for _ in range(JUMPS // 2) for act in (*keys, *bar)]

    def sorts(self) -> dict[str, list[float]]:
        """Sort by every fact, in both directions."""
        columns = [column for column in self._window.tickets.columns if column in SORT_FACTS]
        return {column.name.lower(): [self._sorted_ms(column, falls) for falls in (True, False)] for column in columns}

    def _sorted_ms(self, column: object, falls: bool) -> float:
        return self._painted_ms(partial(self._table.sort_wanted.emit, column, falls), obeyed=True)

    def filters(self) -> dict[str, list[float]]:
        """Filter by each status and each category, and show all again after each."""
        narrowed, shown_again = [], []
        self._painted_ms(self._window.list.listing.sort_anew, obeyed=True)
        for kind, values in ((Kind.STATUS, Status), (Kind.CATEGORY, Category)):
            for value in values:
                chosen = Filters({kind: frozenset({int(value)})})
                narrowed.append(self._filtered_ms(chosen))
                shown_again.append(self._filtered_ms(Filters()))
        return {"narrowed": narrowed, "shown again": shown_again}

    def _filtered_ms(self, filters: Filters) -> float:
        return self._painted_ms(partial(self._window.list.filters.filtered.emit, filters), obeyed=True)

    def counts(self) -> list[float]:
        """Count what each filter would show, as its menu does when it is opened."""
        taken = []
        for kind in Kind:
            begun = time.perf_counter()
            self._window.list.listing.value_counts(kind)
            taken.append(1e3 * (time.perf_counter() - begun))
        return taken

    def live(self) -> tuple[list[float], int]:
        """Scroll while others report; return the frames, and how often the row under the eye moved by a change."""
        taken, moved = [], 0
        self._bar.setValue(self._bar.maximum() // 2)
        for _ in range(CHANGES):
            taken.append(self._painted_ms(self._turn))
            before = self._under_eye()
            self._await_change()
            moved += before != self._under_eye()
        return taken, moved

    def rest(self, ms: int) -> None:
        """Do nothing for so long."""
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on once the paint event that is about to come has been handled."""
        if event.type() == QEvent.Type.Paint and self._is_ready:
            QTimer.singleShot(0, self._loop.quit)
        return super().eventFilter(watched, event)

    def _painted_ms(self, act: Callable[[], object], *, obeyed: bool = False) -> float:
        """Return how long an act takes until it is painted, for `obeyed` once the rows stand as was wanted."""
        self._is_ready = not obeyed
        self._patience.start()
        begun, spent = time.perf_counter(), time.thread_time()
        act()
        assert self._loop.exec() == 0, "what was done was not painted"
        self._patience.stop()
        self._spent_ms.append(1e3 * (time.thread_time() - spent))
        return 1e3 * (time.perf_counter() - begun)

    def take_spent(self) -> list[float]:
        """Return the processor time that the drawing thread took for each act since this was asked last."""
        taken, self._spent_ms = self._spent_ms[WARM_UP:], []
        return taken

    def _be_ready(self) -> None:
        self._is_ready = True
        # What is shown may be the same as before: then nothing else would paint it.
        self._table.viewport().update()

    def _await_change(self) -> None:
        self._window.tickets.applied.connect(self._loop.quit)
        self._is_ready = False
        self._patience.start()
        assert self._loop.exec() == 0, "nobody changed anything"
        self._window.tickets.applied.disconnect(self._loop.quit)

    def _under_eye(self) -> tuple[int, int]:
        row = self._table.rowAt(0)
        return self._window.tickets.ticket_id(row), self._table.rowViewportPosition(row)

    def _parts(self) -> tuple[float, ...]:
        # Among few tickets a page further is soon the end.
        return (0, 0.5, 0.95) if self._window.tickets.rowCount() > 100 * FRAMES else (0,)

    def _from(self, start: float) -> range:
        self._bar.setValue(int(start * self._bar.maximum()))
        page = self._bar.pageStep()
        return range(min(FRAMES, (self._bar.maximum() - self._bar.value()) // page - 1))

    def _turn(self) -> None:
        here = QPointF(self._table.viewport().rect().center())
        event = QWheelEvent(
            here, QPointF(self._table.viewport().mapToGlobal(here.toPoint())), QPoint(), QPoint(0, -_NOTCH),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self._table.viewport(), event)
