"""The next step alone is offered, to those who may take it, and how far it is can be seen."""

import pytest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Action, Role, Status
from client.views.step_bar import Progress, StepBar
from client.views.theme.theme import Theme
from tests.client import made


def bar_of(role: Role, theme: Theme, qtbot: QtBot) -> StepBar:
    bar = StepBar(theme, role)
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> StepBar:
    return bar_of(Role.HELPDESK, theme, qtbot)


@pytest.mark.parametrize(
    ("role", "status", "words"),
    [
        (Role.HELPDESK, Status.OPEN, "Activate"),
        (Role.HELPDESK, Status.ACTIVE, "Close"),
        (Role.HELPDESK, Status.CLOSED, ""),
        *((Role.USER, status, "") for status in Status),
    ],
)
def test_each_role_is_offered_its_step(role: Role, status: Status, words: str, theme: Theme, qtbot: QtBot) -> None:
    bar = bar_of(role, theme, qtbot)
    bar.show_ticket(made.ticket(1, status=status))
    assert bar.button.isHidden() is (words == "")
    assert not words or bar.button.text() == words
    assert bar.undo.isHidden()


@pytest.mark.parametrize(
    ("status", "action", "key"), [(Status.OPEN, Action.ACTIVATE, "(A)"), (Status.ACTIVE, Action.CLOSE, "(C)")]
)
def test_the_step_is_wanted_by_its_button_which_tells_its_key(
    status: Status, action: Action, key: str, bar: StepBar, qtbot: QtBot
) -> None:
    bar.show_ticket(made.ticket(4, status=status))
    with qtbot.waitSignal(bar.wanted) as wanted:
        bar.button.click()
    assert wanted.args == [action]
    assert key in bar.button.toolTip()


def test_what_is_under_way_is_not_asked_for_twice(bar: StepBar) -> None:
    bar.progress_of = {4: Progress.BUSY, 5: Progress.NONE}.__getitem__
    bar.show_ticket(made.ticket(4))
    assert not bar.button.isEnabled()
    bar.show_ticket(made.ticket(5))
    assert bar.button.isEnabled(), "it is the other ticket's"


def test_a_closing_that_waits_can_be_undone_in_its_place(bar: StepBar, qtbot: QtBot) -> None:
    progress = Progress.CLOSING
    bar.progress_of = lambda _ticket_id: progress
    bar.show_ticket(made.ticket(4, status=Status.ACTIVE))
    assert (bar.button.isHidden(), bar.undo.isHidden()) == (True, False)
    with qtbot.waitSignal(bar.undo_wanted):
        bar.undo.click()
    progress = Progress.NONE
    bar.refresh()
    assert (bar.button.isHidden(), bar.undo.isHidden()) == (False, True)


def test_nothing_is_offered_before_a_ticket_is_shown_or_where_its_status_is_unknown(bar: StepBar) -> None:
    bar.refresh()
    assert (bar.button.isHidden(), bar.undo.isHidden()) == (True, True)
    newer = made.ticket(1)
    newer.status = 9  # type: ignore[assignment]
    bar.show_ticket(newer)
    assert (bar.button.isHidden(), bar.undo.isHidden()) == (True, True)
