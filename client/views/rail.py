"""The left rail of helpdesk staff: which tickets to see, which analysis to watch, and a new report."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from campusdesk.rules import Status
from client.state import Analysis
from client.text import analysis_words
from client.views.buttons import Button
from client.views.labels import hairline, plain_label
from client.views.numbers import count_words
from client.views.theme.icons import STATUS_ICONS
from client.views.theme.theme import Theme

_WIDTH = 190
_ICONS = {
    Analysis.BACKLOG: "backlog",
    Analysis.RESOLUTION_TIME: "resolution-time",
    Analysis.CATEGORY_LOAD: "category-load",
}


class Rail(QFrame):
    """`status_chosen` tells a status, or None for all; `analysis_chosen` one, or None for none; `report_wanted`.

    `check_wanted` for the tickets whose category the server is unsure of.
    """

    status_chosen = Signal(object)
    check_wanted = Signal()
    analysis_chosen = Signal(object)
    report_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("ground", "canvas")
        self.setFixedWidth(_WIDTH)
        self._counts: dict[Status | None, QLabel] = {}
        self.report = Button(theme, self.tr("Report a problem"), icon="report")
        self.report.clicked.connect(self.report_wanted)
        self.statuses: dict[Status | None, Button] = {}
        self.analyses: dict[Analysis, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 12)
        column.setSpacing(2)
        column.addWidget(self.report)
        column.addSpacing(16)
        self._add_statuses(theme, column)
        column.addSpacing(12)
        column.addWidget(hairline())
        column.addSpacing(12)
        column.addWidget(self._heading(self.tr("Analyses")))
        self._add_analyses(theme, column)
        column.addStretch()

    @staticmethod
    def _heading(words: str) -> QLabel:
        label = plain_label(words, tone="muted", scale="small")
        label.setContentsMargins(10, 0, 0, 4)
        return label

    def _add_statuses(self, theme: Theme, column: QVBoxLayout) -> None:
        names: dict[Status | None, str] = {
            Status.OPEN: self.tr("Open"),
            Status.ACTIVE: self.tr("Active"),
            Status.CLOSED: self.tr("Closed"),
            None: self.tr("All"),
        }
        column.addWidget(self._heading(self.tr("Tickets")))
        group = QButtonGroup(self)
        for status, name in names.items():
            icon, tone = ("all", "muted") if status is None else (STATUS_ICONS[status], status.word)
            button = Button(theme, name, kind="rail", icon=icon, tone=tone)
            button.clicked.connect(lambda _=False, chosen=status: self.status_chosen.emit(chosen))
            self.statuses[status], self._counts[status] = button, self._count_in(button)
        self.check = Button(theme, self.tr("Please check"), kind="rail", icon="info")
        self.check.setToolTip(self.tr("Open and active tickets whose category the server is not sure of"))
        self.check.clicked.connect(self.check_wanted)
        self._to_check = self._count_in(self.check)
        entries = list(self.statuses.values())
        entries.insert(2, self.check)
        for button in entries:
            button.setCheckable(True)
            group.addButton(button)
            column.addWidget(button)
        self.statuses[None].setChecked(True)

    @staticmethod
    def _count_in(button: Button) -> QLabel:
        count = plain_label(tone="muted", scale="small")
        count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(button)
        row.setContentsMargins(0, 0, 8, 0)
        row.addStretch()
        row.addWidget(count)
        return count

    def _add_analyses(self, theme: Theme, column: QVBoxLayout) -> None:
        for analysis in Analysis:
            button = Button(theme, analysis_words(analysis), kind="rail", icon=_ICONS[analysis])
            button.setCheckable(True)
            button.clicked.connect(
                lambda checked, chosen=analysis: self.analysis_chosen.emit(chosen if checked else None)
            )
            column.addWidget(button)
            self.analyses[analysis] = button

    def show_counts(self, counts: Mapping[Status, int], to_check: int) -> None:
        """Show how many tickets there are of each status, and how many have a category to be checked."""
        self._to_check.setText(count_words(to_check))
        for status, label in self._counts.items():
            count = sum(counts.values()) if status is None else counts.get(status, 0)
            label.setText(count_words(count))

    def show_analysis(self, analysis: Analysis | None) -> None:
        """Show which analysis is being watched."""
        for each, button in self.analyses.items():
            button.setChecked(each is analysis)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the rail with the arrow keys."""
        if event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)
