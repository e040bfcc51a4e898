"""The chosen analysis; only the one that is looked at is watched."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from client.state import Analysis
from client.text import analysis_words
from client.views.analysis_head import AnalysisHead
from client.views.analysis_panel import AnalysisPanel
from client.views.backlog_panel import BacklogPanel
from client.views.category_panel import CategoryPanel
from client.views.resolution_panel import ResolutionPanel
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from client.helpdesk import HelpDesk

PANELS: Mapping[Analysis, Callable[[Theme, "HelpDesk"], AnalysisPanel[Any]]] = {
    Analysis.BACKLOG: BacklogPanel,
    Analysis.RESOLUTION_TIME: ResolutionPanel,
    Analysis.CATEGORY_LOAD: CategoryPanel,
}


class AnalyticsView(QStackedWidget):
    """One panel for each analysis, made when it is first chosen.

    `arranged` tells that a person arranged one, `picked` which tickets are behind a bar that was chosen, `opened` which
    one is to be shown. `head` belongs into the head of the dock.
    """

    arranged = Signal()
    picked = Signal(object)
    opened = Signal(int)

    def __init__(self, theme: Theme, desk: "HelpDesk", choices: dict[Analysis, object]) -> None:
        """Have each panel begin with what was chosen in it, and keep in `choices` what a person chooses."""
        super().__init__()
        self._theme, self._desk, self._choices = theme, desk, choices
        self.panels: dict[Analysis, AnalysisPanel[Any]] = {}
        self.head = AnalysisHead(theme)
        self.head.numbers_chosen.connect(self._choose_numbers)
        self.shows_numbers = False
        # The one that is shown, or was last.
        self.analysis: Analysis | None = None

    @property
    def panel(self) -> AnalysisPanel[Any] | None:
        """Return the panel that is shown, None before any is."""
        return self.panels.get(self.analysis) if self.analysis is not None else None

    def show_analysis(self, analysis: Analysis | None) -> None:
        """Watch and show this analysis, or none."""
        for each, panel in self.panels.items():
            if each is not analysis:
                panel.end()
        if analysis is None:
            return
        if analysis not in self.panels:
            panel = self.panels[analysis] = PANELS[analysis](self._theme, self._desk)
            panel.clock = self._desk.server_time_us
            panel.restore(self._choices.get(analysis))
            panel.arranged.connect(lambda: self._keep(analysis))
            panel.picked.connect(self.picked)
            panel.opened.connect(self.opened)
            panel.show_numbers(self.shows_numbers)
            self.addWidget(panel)
        self.analysis = analysis
        self.head.name.setText(analysis_words(analysis))
        self.head.say("")
        self.setCurrentWidget(self.panels[analysis])
        self.panels[analysis].start()

    def show_numbers(self, shown: bool) -> None:
        """Show all analyses as numbers, or as plots again."""
        self.shows_numbers = shown
        self.head.show_numbers(shown)
        for panel in self.panels.values():
            panel.show_numbers(shown)

    def _choose_numbers(self, shown: bool) -> None:
        self.show_numbers(shown)
        self.arranged.emit()

    def _keep(self, analysis: Analysis) -> None:
        self._choices[analysis] = self.panels[analysis].told()
        self.arranged.emit()
