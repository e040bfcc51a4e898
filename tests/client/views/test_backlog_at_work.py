"""The backlog in a whole window with a real server: from a bar to its tickets, to the oldest one, and next time."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.addresses import Addresses, beside
from client.connection import Reply
from client.helpdesk import HelpDesk
from client.models.backlog_parts import Split
from client.models.backlog_series import BacklogSeries
from client.state import Analysis
from client.views.backlog_panel import BacklogPanel
from client.views.main_window import MainWindow
from tests.client.views.answers import PATIENCE_MS
from tests.system.programs import analytics_server, free_port

Enter = Callable[[Role, Addresses], MainWindow]
Ask = Callable[[Reply], object]


@pytest.fixture
def addresses(live_server: str) -> Iterator[Addresses]:
    """Run the backlog's server beside the live one."""
    away = beside(f"127.0.0.1:{free_port()}")
    with analytics_server("backlog", live_server) as program:
        yield replace(away, tickets=live_server, backlog=program.address())


@pytest.fixture
def tickets(other: HelpDesk, ask: Ask) -> list[int]:
    """Report four: two stay open, one is being worked on, one is closed."""
    numbers = [int(ask(other.create_ticket("The lift is stuck")).id) for _ in range(4)]  # type: ignore[attr-defined]
    ask(other.activate_ticket(numbers[2]))
    ask(other.activate_ticket(numbers[3]))
    ask(other.close_ticket(numbers[3]))
    return numbers


def looked_at(main: MainWindow, qtbot: QtBot) -> BacklogPanel:
    """Choose the backlog, and wait until it is there."""
    assert main.analyses is not None
    main.analyses.show(Analysis.BACKLOG)
    return brought_back(main, qtbot)


def brought_back(main: MainWindow, qtbot: QtBot) -> BacklogPanel:
    analyses = main.analyses
    assert analyses is not None
    qtbot.waitUntil(lambda: analyses.view is not None and bool(analyses.view.panels), timeout=PATIENCE_MS)
    assert analyses.view is not None
    panel = analyses.view.panels[Analysis.BACKLOG]
    assert isinstance(panel, BacklogPanel)
    qtbot.waitUntil(panel.has_result, timeout=PATIENCE_MS)
    return panel


def click_last_bar(panel: BacklogPanel) -> None:
    """Click in the middle of the last bar, over its parts."""
    series = panel.series()
    assert isinstance(series, BacklogSeries)
    middle = float(series.start_s[-1] + series.end_s[-1]) / 2
    pick = panel.plot.pick_at(middle, float(series.totals[-1]) + 0.1)
    assert pick is not None
    assert panel.plot.plot.viewRect().contains(QPointF(middle, 0.5))
    panel.plot.picked.emit(pick)


def rows(main: MainWindow) -> set[int]:
    return {main.tickets.ticket_id(row) for row in range(main.tickets.rowCount())}


def test_a_bar_and_an_age_list_their_tickets_and_the_oldest_is_shown(
    enter: Enter, addresses: Addresses, tickets: list[int], qtbot: QtBot
) -> None:
    main = enter(Role.HELPDESK, addresses)
    panel = looked_at(main, qtbot)
    qtbot.waitUntil(lambda: panel.number.text() == "3", timeout=PATIENCE_MS)
    assert panel.details.closed.text() == "4 opened, 25 % already closed"
    assert panel.details.whole.text() == "3 not closed in all"
    qtbot.waitUntil(lambda: len(rows(main)) == 4, timeout=PATIENCE_MS)
    click_last_bar(panel)
    qtbot.waitUntil(lambda: rows(main) == set(tickets[:3]), timeout=PATIENCE_MS)
    main.finding.leave()
    qtbot.waitUntil(lambda: len(rows(main)) == 4, timeout=PATIENCE_MS)
    panel.ages.rows[0].click()
    qtbot.waitUntil(lambda: rows(main) == set(tickets[:3]), timeout=PATIENCE_MS)
    panel.details.oldest.click()
    assert main.shown_ticket == tickets[0]


def test_period_and_bars_are_found_again(enter: Enter, addresses: Addresses, qtbot: QtBot) -> None:
    first = enter(Role.HELPDESK, addresses)
    panel = looked_at(first, qtbot)
    buttons = {button.accessibleName(): button for button in panel.findChildren(QPushButton)}
    buttons["8 hours"].click()
    buttons["Bars by category"].click()
    first.remembering.keep()
    again = looked_at(enter(Role.HELPDESK, addresses), qtbot)
    assert again.words.text() == "opened in the last 8 hours and not yet closed"
    assert again.controls.split is Split.CATEGORY
