"""The next step alone is offered, to those who may take it, and an error can be tried again."""

import pytest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role, Status
from client.helpdesk import HelpDesk
from client.views.step_bar import StepBar
from client.views.theme.theme import Theme
from tests.client import made
from tests.client.views.held import HeldConnection


def bar_of(role: Role, theme: Theme, held: HeldConnection, qtbot: QtBot) -> StepBar:
    bar = StepBar(theme, HelpDesk(held), role)
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def bar(theme: Theme, held: HeldConnection, qtbot: QtBot) -> StepBar:
    return bar_of(Role.HELPDESK, theme, held, qtbot)


@pytest.mark.parametrize(
    ("role", "status", "words"),
    [
        (Role.HELPDESK, Status.OPEN, "Activate"),
        (Role.HELPDESK, Status.ACTIVE, "Close"),
        (Role.HELPDESK, Status.CLOSED, ""),
        *((Role.USER, status, "") for status in Status),
    ],
)
def test_each_role_is_offered_its_step(
    role: Role, status: Status, words: str, theme: Theme, held: HeldConnection, qtbot: QtBot
) -> None:
    bar = bar_of(role, theme, held, qtbot)
    bar.show_ticket(made.ticket(1, status=status))
    assert bar.button.isHidden() is (words == "")
    assert not words or bar.button.text() == words


@pytest.mark.parametrize(("status", "method"), [(Status.OPEN, "ActivateTicket"), (Status.ACTIVE, "CloseTicket")])
def test_a_step_is_sent_once(status: Status, method: str, bar: StepBar, held: HeldConnection) -> None:
    bar.show_ticket(made.ticket(4, status=status))
    bar.button.click()
    bar.button.click()
    (reply,) = held.sent
    assert reply.method == method
    assert getattr(reply.request, "id", 0) == 4


def test_a_step_that_failed_is_said_and_the_same_is_sent_again(bar: StepBar, held: HeldConnection) -> None:
    bar.show_ticket(made.ticket(4))
    bar.button.click()
    held.fail()
    assert bar.error.words
    assert bar.button.isEnabled()
    bar.error.again.emit()
    assert bar.error.words == ""
    assert held.sent[0] is held.sent[1]
    held.answer(made.ticket(4, status=Status.ACTIVE))
    assert bar.button.isEnabled()
    assert bar.error.words == ""


def test_an_error_stays_with_its_ticket(bar: StepBar, held: HeldConnection) -> None:
    bar.show_ticket(made.ticket(4))
    bar.button.click()
    bar.show_ticket(made.ticket(5))
    held.fail()
    assert bar.error.words == ""
    assert bar.button.isEnabled()


def test_a_change_of_its_text_takes_no_error_away(bar: StepBar, held: HeldConnection) -> None:
    bar.show_ticket(made.ticket(4))
    bar.button.click()
    held.fail()
    bar.show_ticket(made.ticket(4, revision=9, location="C1"))
    assert bar.error.words
