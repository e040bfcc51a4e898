"""The rail tells which tickets and which analysis staff want to see."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from client.models.named_views import NamedView
from client.state import Analysis
from client.views.rail import Rail
from client.views.theme.theme import Theme


@pytest.fixture
def rail(theme: Theme, qtbot: QtBot) -> Rail:
    rail = Rail(theme)
    qtbot.addWidget(rail)
    rail.show()
    return rail


def numbers(button: QPushButton) -> list[str]:
    return [label.text() for label in button.findChildren(QLabel) if not label.isHidden()]


@pytest.mark.parametrize("view", NamedView)
def test_one_view_at_a_time_is_chosen(view: NamedView, rail: Rail, qtbot: QtBot) -> None:
    assert rail.views[NamedView.ALL].isChecked()
    with qtbot.waitSignal(rail.view_chosen) as chosen:
        rail.views[view].click()
    assert chosen.args == [view]
    assert [each for each, button in rail.views.items() if button.isChecked()] == [view]


def test_every_view_shows_its_count(rail: Rail) -> None:
    rail.show_counts({view: 100 + at for at, view in enumerate(NamedView)})
    assert [numbers(rail.views[view]) for view in NamedView] == [[f"10{at}"] for at in range(len(NamedView))]


def test_unread_tickets_are_counted_beside_all_until_there_are_none(rail: Rail) -> None:
    rail.show_counts(dict.fromkeys(NamedView, 12))
    rail.show_unread({NamedView.NEW: 3})
    assert numbers(rail.views[NamedView.NEW]) == ["\N{BULLET} 3", "12"]
    assert numbers(rail.views[NamedView.ALL]) == ["12"]
    assert rail.views[NamedView.NEW].accessibleName() == "New, tickets: 12, unread: 3"
    rail.show_unread({})
    assert numbers(rail.views[NamedView.NEW]) == ["12"]
    assert rail.views[NamedView.NEW].accessibleName() == "New, tickets: 12"


def test_what_is_unread_stands_alone_where_there_is_no_room_for_both_counts(rail: Rail, qtbot: QtBot) -> None:
    def stand_apart(button: QPushButton) -> bool:
        labels = [label for label in button.findChildren(QLabel) if not label.isHidden()]
        return min(label.x() for label in labels) >= button.sizeHint().width() - 8

    rail.show_counts(dict.fromkeys(NamedView, 20_002))
    rail.show_unread(dict.fromkeys(NamedView, 41))
    qtbot.waitUntil(lambda: all(map(stand_apart, rail.views.values())))
    assert numbers(rail.views[NamedView.WAITING]) == ["\N{BULLET} 41"]
    assert "20,002" in rail.views[NamedView.WAITING].accessibleName()
    rail.show_unread({})
    assert numbers(rail.views[NamedView.WAITING]) == ["20,002"]


def test_a_count_never_stands_on_the_name_of_its_view(rail: Rail) -> None:
    rail.show_counts(dict.fromkeys(NamedView, 320_000))
    for button in rail.views.values():
        words = button.fontMetrics().horizontalAdvance(button.text())
        counts = [label for label in button.findChildren(QLabel) if not label.isHidden()]
        assert all(words + 16 + label.sizeHint().width() < button.width() for label in counts)
    assert numbers(rail.views[NamedView.NEW]) == ["320,000"]
    assert not numbers(rail.views[NamedView.WAITING])
    assert "320,000" in rail.views[NamedView.WAITING].accessibleName()


def test_a_view_that_is_shown_again_is_no_choice_of_a_person(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(rail.view_chosen):
        rail.show_view(NamedView.OLDEST)
    assert rail.views[NamedView.OLDEST].isChecked()


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
    walk = [rail.views[NamedView.ALL], rail.analyses[Analysis.BACKLOG], rail.analyses[Analysis.RESOLUTION_TIME]]
    walk[0].setFocus()
    for key, reached in ((Qt.Key.Key_Down, walk[1:]), (Qt.Key.Key_Up, walk[1::-1])):
        for button in reached:
            QTest.keyClick(rail.focusWidget(), key)
            assert rail.focusWidget() is button


def test_a_report_is_wanted_by_its_button(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.report_wanted):
        rail.report.click()
