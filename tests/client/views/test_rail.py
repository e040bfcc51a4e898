"""The rail tells which tickets and which analysis staff want to see."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from campusdesk.rules import Status
from client.state import Analysis
from client.views.rail import Rail
from client.views.theme.theme import Theme


@pytest.fixture
def rail(theme: Theme, qtbot: QtBot) -> Rail:
    rail = Rail(theme)
    qtbot.addWidget(rail)
    rail.show()
    return rail


def count(button: QPushButton) -> str:
    label = button.findChild(QLabel)
    assert isinstance(label, QLabel)
    return label.text()


@pytest.mark.parametrize("status", [*Status, None])
def test_one_status_at_a_time_is_chosen(status: Status | None, rail: Rail, qtbot: QtBot) -> None:
    assert rail.statuses[None].isChecked()
    with qtbot.waitSignal(rail.status_chosen) as chosen:
        rail.statuses[status].click()
    assert chosen.args == [status]
    assert [each for each, button in rail.statuses.items() if button.isChecked()] == [status]


def test_every_status_shows_its_count_and_all_shows_their_sum(rail: Rail) -> None:
    rail.show_counts({Status.OPEN: 41, Status.CLOSED: 1}, 3)
    shown = {status: count(button) for status, button in rail.statuses.items()}
    assert shown == {Status.OPEN: "41", Status.ACTIVE: "0", Status.CLOSED: "1", None: "42"}


def test_an_analysis_is_wanted_and_put_away_by_the_same_button(rail: Rail) -> None:
    wanted: list[object] = []
    rail.analysis_chosen.connect(wanted.append)
    rail.analyses[Analysis.BACKLOG].click()
    rail.analyses[Analysis.BACKLOG].click()
    assert wanted == [Analysis.BACKLOG, None]


def test_only_the_analysis_that_is_watched_is_marked(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(rail.analysis_chosen):
        for analysis in (Analysis.BACKLOG, Analysis.CATEGORY_LOAD):
            rail.show_analysis(analysis)
    assert [each for each, button in rail.analyses.items() if button.isChecked()] == [Analysis.CATEGORY_LOAD]
    rail.show_analysis(None)
    assert not any(button.isChecked() for button in rail.analyses.values())


def test_the_arrow_keys_walk_from_the_tickets_to_the_analyses_and_back(rail: Rail) -> None:
    rail.activateWindow()
    walk = [rail.statuses[None], rail.analyses[Analysis.BACKLOG], rail.analyses[Analysis.RESOLUTION_TIME]]
    walk[0].setFocus()
    for key, reached in ((Qt.Key.Key_Down, walk[1:]), (Qt.Key.Key_Up, walk[1::-1])):
        for button in reached:
            QTest.keyClick(rail.focusWidget(), key)
            assert rail.focusWidget() is button


def test_a_report_is_wanted_by_its_button(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.report_wanted):
        rail.report.click()


def test_what_is_to_be_checked_is_one_of_the_lists_with_its_count(rail: Rail, qtbot: QtBot) -> None:
    rail.show_counts({Status.OPEN: 41}, 3)
    assert count(rail.check) == "3"
    with qtbot.waitSignal(rail.check_wanted):
        rail.check.click()
    assert not any(button.isChecked() for button in rail.statuses.values())
    rail.statuses[Status.OPEN].click()
    assert not rail.check.isChecked()
