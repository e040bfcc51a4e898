"""The thanks after a report: a number to be copied, and ways on."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from client.views.reported_card import ReportedCard
from client.views.theme.theme import Theme


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> ReportedCard:
    card = ReportedCard(theme)
    qtbot.addWidget(card)
    card.show_ticket_number(2_341)
    return card


def test_the_number_is_shown_and_copied_as_digits(card: ReportedCard) -> None:
    assert card.number.text() == "#2341"
    assert card.number.accessibleName() == "Ticket number 2341"
    card.copy.click()
    assert QGuiApplication.clipboard().text() == "2341"
    assert card.copy.text() == "Copied"


def test_the_next_number_has_not_been_copied_yet(card: ReportedCard) -> None:
    card.copy.click()
    card.show_ticket_number(2_342)
    assert card.copy.text() == "Copy number"


def test_the_ticket_can_be_looked_at(card: ReportedCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.opened) as wanted:
        card.open.click()
    assert wanted.args == [2_341]


def test_another_problem_can_be_reported(card: ReportedCard, qtbot: QtBot) -> None:
    again = [button for button in card.findChildren(QPushButton) if button.text() == "Report another problem"]
    with qtbot.waitSignal(card.another):
        again[0].click()
