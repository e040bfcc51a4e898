"""The left rail of helpdesk staff: which tickets to see, which analysis to watch, and a new report."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from campusdesk.rules import Status
from client.models.named_views import NamedView
from client.state import Analysis
from client.text import analysis_words
from client.views.buttons import Button
from client.views.labels import hairline, plain_label
from client.views.numbers import count_words
from client.views.theme.icons import STATUS_ICONS
from client.views.theme.theme import Theme
from client.views.view_words import view_words

# Pixels: its width by the words of the language, its margins, and what counts of tickets need beside a view's name.
_WIDTH, _WIDEST, _MARGIN, _COUNTS = 190, 212, 8, 44
_GAP = 8
_VIEW_ICONS = {
    NamedView.NEW: (STATUS_ICONS[Status.OPEN], Status.OPEN.word),
    NamedView.IN_WORK: (STATUS_ICONS[Status.ACTIVE], Status.ACTIVE.word),
    NamedView.WAITING: ("message", "muted"),
    NamedView.OLDEST: ("clock", "muted"),
    NamedView.CHECK: ("info", "muted"),
    NamedView.CLOSED_TODAY: (STATUS_ICONS[Status.CLOSED], Status.CLOSED.word),
    NamedView.ALL: ("all", "muted"),
}


class Rail(QFrame):
    """`view_chosen` tells a view; `analysis_chosen` an analysis, or None for none; `report_wanted`."""

    view_chosen = Signal(object)
    analysis_chosen = Signal(object)
    report_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("ground", "canvas")
        self._counts: dict[NamedView, QLabel] = {}
        self._unread: dict[NamedView, QLabel] = {}
        self.report = Button(theme, self.tr("Report a problem"), icon="report")
        self.report.clicked.connect(self.report_wanted)
        self.views: dict[NamedView, Button] = {}
        self.analyses: dict[Analysis, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 16, _MARGIN, 12)
        column.setSpacing(2)
        column.addWidget(self.report)
        column.addSpacing(16)
        self._add_views(theme, column)
        column.addSpacing(12)
        column.addWidget(hairline())
        column.addSpacing(12)
        column.addWidget(self._heading(self.tr("Analyses")))
        self._add_analyses(theme, column)
        column.addStretch()
        self.setFixedWidth(min(max(_WIDTH, self._needed()), _WIDEST))

    def _needed(self) -> int:
        """Return the pixels in which no word is cut, in the language that is spoken."""
        buttons = [self.report, *self.views.values(), *self.analyses.values()]
        for button in buttons:
            button.ensurePolished()
        names = [button.sizeHint().width() + _COUNTS for button in self.views.values()]
        return max(*names, *(button.sizeHint().width() for button in buttons)) + 2 * _MARGIN

    @staticmethod
    def _heading(words: str) -> QLabel:
        label = plain_label(words, tone="muted", scale="small")
        label.setContentsMargins(10, 0, 0, 4)
        return label

    def _add_views(self, theme: Theme, column: QVBoxLayout) -> None:
        hints = {
            NamedView.WAITING: self.tr("Open and active tickets whose last message is from a simple user"),
            NamedView.OLDEST: self.tr("Open and active tickets, the oldest first"),
            NamedView.CHECK: self.tr("Open and active tickets whose category the server is not sure of"),
        }
        group = QButtonGroup(self)
        for view in NamedView:
            icon, tone = _VIEW_ICONS[view]
            button = Button(theme, view_words(view), kind="rail", icon=icon, tone=tone)
            button.setToolTip(hints.get(view, ""))
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, chosen=view: self.view_chosen.emit(chosen))
            group.addButton(button)
            column.addWidget(button)
            self.views[view] = button
            self._unread[view], self._counts[view] = self._counts_in(button)
        self.views[NamedView.ALL].setChecked(True)

    @staticmethod
    def _counts_in(button: Button) -> tuple[QLabel, QLabel]:
        unread, count = plain_label(tone="accent", scale="unread"), plain_label(tone="muted", scale="small")
        row = QHBoxLayout(button)
        row.setContentsMargins(0, 0, _GAP, 0)
        row.setSpacing(_GAP)
        row.addStretch()
        for label in (unread, count):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(label)
        unread.hide()
        return unread, count

    def _add_analyses(self, theme: Theme, column: QVBoxLayout) -> None:
        for analysis in Analysis:
            button = Button(theme, analysis_words(analysis), kind="rail", icon=analysis.word)
            button.setCheckable(True)
            button.clicked.connect(
                lambda checked, chosen=analysis: self.analysis_chosen.emit(chosen if checked else None)
            )
            column.addWidget(button)
            self.analyses[analysis] = button

    def show_counts(self, counts: Mapping[NamedView, int]) -> None:
        """Show how many tickets each view has."""
        for view, label in self._counts.items():
            words = count_words(counts[view])
            if words != label.text():
                label.setText(words)
                self._share(view)
                self._name(view)

    def show_unread(self, counts: Mapping[NamedView, int]) -> None:
        """Show how many unread tickets each view has; a view that is left out has none."""
        for view, label in self._unread.items():
            unread = counts.get(view, 0)
            label.setText(f"\N{BULLET} {count_words(unread)}")
            label.setVisible(unread > 0)
            self._share(view)
            self._name(view)

    def _share(self, view: NamedView) -> None:
        """Show beside a view's name what is unread, and how many tickets there are where that has room too."""
        button, unread, count = self.views[view], self._unread[view], self._counts[view]
        room = self.width() - 2 * _MARGIN - button.sizeHint().width()
        beside = 0 if unread.isHidden() else unread.sizeHint().width() + _GAP
        # The button's own margin at its right stands free too.
        count.setVisible(beside + count.sizeHint().width() <= room)

    def show_view(self, view: NamedView) -> None:
        """Show which view is being looked at, without telling it as a person's choice."""
        self.views[view].setChecked(True)

    def _name(self, view: NamedView) -> None:
        """Tell who cannot see the numbers what they say."""
        words = self.tr("%1, tickets: %2").replace("%1", view_words(view)).replace("%2", self._counts[view].text())
        if not self._unread[view].isHidden():
            unread = self._unread[view].text().removeprefix("\N{BULLET} ")
            words = self.tr("%1, unread: %2").replace("%1", words).replace("%2", unread)
        self.views[view].setAccessibleName(words)

    @property
    def analysis(self) -> Analysis | None:
        """Return the analysis that is being watched."""
        return next((each for each, button in self.analyses.items() if button.isChecked()), None)

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
