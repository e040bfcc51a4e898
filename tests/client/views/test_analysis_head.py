"""The head of an analysis: plot or numbers, and what was saved or not."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from client.views.analysis_head import AnalysisHead
from client.views.theme.theme import Theme


@pytest.fixture
def head(theme: Theme, qtbot: QtBot) -> AnalysisHead:
    head = AnalysisHead(theme)
    qtbot.addWidget(head)
    head.resize(600, 40)
    head.show()
    return head


def test_numbers_and_plot_are_chosen(head: AnalysisHead, qtbot: QtBot) -> None:
    plot, numbers = head.choice.findChildren(QPushButton)
    for button, expected in ((numbers, True), (plot, False)):
        with qtbot.waitSignal(head.numbers_chosen) as told:
            button.click()
        assert told.args == [expected]


def test_what_is_shown_is_not_told_as_chosen(head: AnalysisHead, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(head.numbers_chosen):
        head.show_numbers(True)
    assert head.choice.index == 1


def test_icons_alone_where_there_is_little_room(head: AnalysisHead) -> None:
    buttons = head.choice.findChildren(QPushButton)
    assert [button.text() for button in buttons] == ["Plot", "Numbers"]
    head.resize(300, 40)
    assert [button.text() for button in buttons] == ["", ""]
    assert [button.accessibleName() for button in buttons] == ["Plot", "Numbers"]


def test_what_went_well_goes_by_itself_and_what_is_wrong_stays(head: AnalysisHead) -> None:
    head.say("Saved")
    (fading,) = head.findChildren(QTimer)
    assert fading.isActive()
    fading.timeout.emit()
    assert head.said.text() == ""
    head.say("Not saved", wrong=True)
    assert (head.said.property("tone"), head.said.toolTip(), fading.isActive()) == ("danger", "Not saved", False)


def test_what_is_said_takes_the_place_of_the_name_where_there_is_no_room_for_both(
    head: AnalysisHead, qtbot: QtBot
) -> None:
    head.name.setText("Category load")
    head.say("Not saved: the disk is full", wrong=True)
    assert not head.name.isHidden()
    head.resize(320, 40)
    assert head.name.isHidden()
    qtbot.waitUntil(lambda: head.said.width() >= head.said.sizeHint().width() - 60)
    head.say("")
    assert not head.name.isHidden()
