"""Leaving a role takes one click, or two at a shared PC when something typed would be deleted."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.drafts import Drafts
from client.store import Store
from client.views.switch_button import SwitchButton
from client.views.theme.theme import Theme

Make = Callable[[], SwitchButton]


@pytest.fixture
def make(qtbot: QtBot, theme: Theme, store: Store) -> Make:
    """Make the button of a window in which something is being written."""

    def made() -> SwitchButton:
        drafts = Drafts(store, Role.USER, "desk", lambda: "lineage-1")
        drafts.report().keep_texts({"description": "Smoke"})
        button = SwitchButton(theme, drafts)
        qtbot.addWidget(button)
        return button

    return made


def test_one_click_leaves_what_stays(make: Make, qtbot: QtBot) -> None:
    button = make()
    assert button.text() == "Switch role"
    with qtbot.waitSignal(button.confirmed, timeout=1_000):
        button.click()


def test_what_would_be_deleted_is_asked_about_first(make: Make, store: Store, qtbot: QtBot) -> None:
    store.forgets = True
    button = make()
    assert button.text() == "I am done"
    with qtbot.assertNotEmitted(button.confirmed):
        button.click()
    assert button.text() == "Leave and delete what you typed?"
    with qtbot.waitSignal(button.confirmed, timeout=1_000):
        button.click()
    assert button.text() == "I am done"


def test_whoever_wrote_nothing_at_a_shared_pc_is_not_asked(make: Make, store: Store, qtbot: QtBot) -> None:
    store.forgets = True
    button = make()
    store.clear()
    with qtbot.waitSignal(button.confirmed, timeout=1_000):
        button.click()
