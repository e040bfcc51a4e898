"""The analysis that is watched: chosen in the rail, plotted in a dock under the table that can be put away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDockWidget

from client.loading import Loading
from client.state import Analysis
from client.text import analysis_words
from client.views.rail import Rail
from client.views.saving import SavingFolder
from client.views.theme.theme import Theme
from client.views.window_frame import WindowFrame

if TYPE_CHECKING:
    from client.helpdesk import HelpDesk
    from client.views.analysis_export import AnalysisExport
    from client.views.analytics_view import AnalyticsView

# By then the desk shows its tickets, and the person reads them.
_LOAD_MS = 3_000
# It brings all the others along.
_VIEW = "client.views.analysis_export"
# How it is kept that numbers are shown in place of plots; no analysis has this name.
_NUMBERS = "numbers"


class AnalysisChoice(QObject):
    """Makes the dock when an analysis is first chosen; without it nothing is watched.

    `failed` tells in words why there can be no plots, `arranged` that a person chose what an analysis is asked,
    `picked` which tickets are behind a bar that was chosen, `opened` which ticket is to be shown.
    """

    failed = Signal(str)
    arranged = Signal()
    picked = Signal(object)
    opened = Signal(int)

    def __init__(self, theme: Theme, desk: "HelpDesk", rail: Rail, frame: WindowFrame, folder: SavingFolder) -> None:
        """Listen to the rail; the dock will stand in this frame. `folder` is where pictures and numbers are saved."""
        super().__init__(frame)
        self._theme, self._desk, self.rail, self._frame = theme, desk, rail, frame
        self._choices: dict[Analysis, object] = {}
        self._shows_numbers = False
        self._folder = folder
        self.view: AnalyticsView | None = None
        self.export: AnalysisExport | None = None
        self.dock: QDockWidget | None = None
        self._loading: Loading | None = None
        self._wanted: Analysis | None = None
        self._reading = QTimer(self, singleShot=True, interval=_LOAD_MS)
        self._reading.timeout.connect(self._is_loaded)
        self._reading.start()
        rail.analysis_chosen.connect(self.show)

    def show(self, analysis: Analysis | None) -> None:
        """Watch and plot this analysis as soon as the plotting library is loaded, or put the plots away."""
        self._wanted = analysis
        if self._loading is not None and self._loading.fault:
            self._give_up(self._loading.fault)
            return
        self.rail.show_analysis(analysis)
        if not self._is_loaded() or (analysis is None and self.view is None):
            return
        view, dock = self._view_and_dock()
        view.show_analysis(analysis)
        dock.setVisible(analysis is not None)
        if analysis is not None:
            dock.setWindowTitle(analysis_words(analysis))

    def told(self) -> dict[str, object]:
        """Return what was chosen in each analysis as JSON can hold it."""
        shows_numbers = self.view.shows_numbers if self.view is not None else self._shows_numbers
        return {_NUMBERS: shows_numbers} | {analysis.value: choice for analysis, choice in self._choices.items()}

    def restore(self, told: object) -> None:
        """Have analyses that are first shown from now on begin with what `told` said."""
        parts = told if isinstance(told, dict) else {}
        self._shows_numbers = parts.get(_NUMBERS) is True
        for analysis in Analysis:
            if analysis.value in parts:
                self._choices.setdefault(analysis, parts[analysis.value])

    def end(self) -> None:
        """Watch nothing any more, and load nothing for it."""
        self._reading.stop()
        if self._loading is not None:
            self._loading.end()
        if self.view is not None:
            self.view.show_analysis(None)
        if self.export is not None:
            self.export.end()

    def _is_loaded(self) -> bool:
        """Say whether the plotting library is there, which takes a third of a second to load behind the table."""
        if self._loading is None:
            self._loading = Loading([_VIEW], self)
            self._loading.done.connect(lambda: self.show(self._wanted))
            self._loading.failed.connect(self._give_up)
            self._loading.start()
        return self._loading.is_done

    def _give_up(self, fault: str) -> None:
        """Say why there are no plots to whoever wants them; all else of the desk goes on."""
        if self._wanted is None:
            return
        words = self.tr("The analyses cannot be shown (%1). The operators of Campus Desk can install it anew.")
        self.failed.emit(words.replace("%1", fault))
        self.rail.show_analysis(None)

    def _view_and_dock(self) -> "tuple[AnalyticsView, QDockWidget]":
        if self.view is None or self.dock is None:
            # They are loaded by now, in a thread of their own.
            from client.views.analysis_export import AnalysisExport
            from client.views.analytics_view import AnalyticsView

            self.view = AnalyticsView(self._theme, self._desk, self._choices)
            self.view.show_numbers(self._shows_numbers)
            self.export = AnalysisExport(self.view, self._folder)
            self.view.arranged.connect(self.arranged)
            self.view.picked.connect(self.picked)
            self.view.opened.connect(self.opened)
            words = self.tr("Analysis")
            self.dock = self._frame.add_dock("analytics", words, self.view, below=True, head=self.view.head)
            self.dock.visibilityChanged.connect(self._hidden)
        return self.view, self.dock

    def _hidden(self, visible: bool) -> None:
        if not visible and self.view is not None and self.dock is not None and self.dock.isHidden():
            self.view.show_analysis(None)
            self.rail.show_analysis(None)
