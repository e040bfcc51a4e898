"""The head of the ticket's dock: which ticket it is, and what is done with it."""

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from campusdesk.rules import Status
from client.views.theme.theme import Theme
from client.views.ticket_head import TicketHead


@pytest.fixture
def head(theme: Theme, qtbot: QtBot) -> TicketHead:
    head = TicketHead(theme)
    qtbot.addWidget(head)
    head.show()
    return head


def test_without_a_ticket_it_says_what_stands_here(head: TicketHead) -> None:
    assert head.absence.isVisible()
    head.show_ticket(7, Status.OPEN)
    assert (head.absence.isVisible(), head.number.text(), head.status.text()) == (False, "#7", "open")
    head.show_nothing()
    assert head.absence.isVisible()
    assert not any(part.isVisible() for part in (head.number, head.status, head.copy, head.edit))


@pytest.mark.parametrize("status", Status)
def test_what_is_closed_cannot_be_edited(status: Status, head: TicketHead) -> None:
    head.show_ticket(7, status)
    assert head.edit.isVisible() is (status is not Status.CLOSED)


def test_the_number_is_copied_as_digits(head: TicketHead) -> None:
    head.show_ticket(23, Status.OPEN)
    head.copy.click()
    assert QGuiApplication.clipboard().text() == "23"
