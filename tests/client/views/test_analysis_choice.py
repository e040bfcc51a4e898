"""One analysis is watched at a time, in a dock that is made when it is first chosen and ends with what it shows."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.state import Analysis
from client.text import analysis_words
from client.views import analysis_choice
from client.views.analysis_choice import AnalysisChoice
from client.views.main_window import MainWindow
from tests.client.views.answers import PATIENCE_MS

Enter = Callable[[Role], MainWindow]


def watched(choice: AnalysisChoice) -> list[Analysis]:
    """Say which analyses are being watched."""
    return [each for each, panel in choice.view.panels.items() if panel.is_watching] if choice.view is not None else []


@pytest.fixture
def choice(enter: Enter) -> AnalysisChoice:
    found = enter(Role.HELPDESK).analyses
    assert found is not None
    return found


def test_nothing_is_plotted_before_an_analysis_is_chosen(choice: AnalysisChoice) -> None:
    assert (choice.view, choice.dock) == (None, None)


def test_the_dock_is_named_after_what_is_chosen(choice: AnalysisChoice) -> None:
    for analysis in Analysis:
        choice.show(analysis)
        assert choice.view is not None
        assert choice.dock is not None
        assert choice.view.currentWidget() is choice.view.panels[analysis]
        assert watched(choice) == [analysis]
        assert choice.dock.windowTitle() == analysis_words(analysis)
        assert choice.dock.isVisible()


@pytest.mark.parametrize("put_away", ["in the rail", "by the dock's cross"])
def test_a_dock_that_is_put_away_is_chosen_no_more(choice: AnalysisChoice, put_away: str) -> None:
    choice.show(Analysis.BACKLOG)
    assert choice.view is not None
    assert choice.dock is not None
    if put_away == "in the rail":
        choice.show(None)
    else:
        choice.dock.close()
    assert choice.dock.isHidden()
    assert watched(choice) == []


def test_a_plotting_library_that_cannot_be_loaded_is_told_to_who_wants_plots(
    enter: Enter, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(analysis_choice, "_VIEW", "client.views.no_such_view")
    main = enter(Role.HELPDESK)
    assert main.analyses is not None
    assert main.rail is not None
    main.analyses.show(Analysis.BACKLOG)
    qtbot.waitUntil(lambda: "no_such_view" in main.fault.text(), timeout=PATIENCE_MS)
    assert main.rail.analysis is None


def test_simple_users_have_no_analyses(enter: Enter) -> None:
    assert enter(Role.USER).analyses is None


def test_whether_numbers_are_shown_is_told_and_brought_back(choice: AnalysisChoice, qtbot: QtBot) -> None:
    assert choice.told()["numbers"] is False
    choice.restore({"numbers": True})
    choice.show(Analysis.BACKLOG)
    qtbot.waitUntil(lambda: choice.view is not None, timeout=PATIENCE_MS)
    assert choice.view is not None
    assert (choice.view.shows_numbers, choice.view.head.choice.index) == (True, 1)
    with qtbot.waitSignal(choice.arranged):
        choice.view.head.numbers_chosen.emit(False)
    assert choice.told()["numbers"] is False
