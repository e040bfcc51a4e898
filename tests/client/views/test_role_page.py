"""A person enters by mouse or by keyboard, with the last choice at hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.views.role_card import RoleCard
from client.views.role_page import RolePage
from client.views.theme.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> RolePage:
    made = RolePage(theme, Role.HELPDESK)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    return made


def focused_role(page: RolePage) -> Role | None:
    card = page.focusWidget()
    return card.role if isinstance(card, RoleCard) else None


def test_the_last_choice_has_the_focus_and_enter_takes_it(page: RolePage, qtbot: QtBot) -> None:
    assert focused_role(page) is Role.HELPDESK
    with qtbot.waitSignal(page.entered) as entered:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert entered.args == [Role.HELPDESK]


@pytest.mark.parametrize(("key", "role"), [(Qt.Key.Key_1, Role.USER), (Qt.Key.Key_2, Role.HELPDESK)])
def test_the_keys_1_and_2_enter(page: RolePage, qtbot: QtBot, key: Qt.Key, role: Role) -> None:
    with qtbot.waitSignal(page.entered) as entered:
        QTest.keyClick(page.focusWidget(), key)
    assert entered.args == [role]


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backtab])
def test_arrows_and_tab_walk_between_the_cards(page: RolePage, key: Qt.Key) -> None:
    QTest.keyClick(page.focusWidget(), key)
    assert focused_role(page) is Role.USER


def test_without_a_last_choice_the_simple_user_comes_first(qtbot: QtBot, theme: Theme) -> None:
    page = RolePage(theme, None)
    qtbot.addWidget(page)
    first = page.focusProxy()
    assert first is not None
    assert first.accessibleName() == "Report a problem"


def test_staff_that_cannot_enter_here_read_why_and_the_other_card_is_at_hand(page: RolePage, qtbot: QtBot) -> None:
    page.refuse_staff("This PC has no key.")
    assert "This PC has no key." in {label.text() for label in page.findChildren(QLabel)}
    assert focused_role(page) is Role.USER
    with qtbot.assertNotEmitted(page.entered):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_2)
    page.refuse_staff("")
    with qtbot.waitSignal(page.entered) as entered:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_2)
    assert entered.args == [Role.HELPDESK]


def test_a_person_who_listens_to_the_reason_is_not_moved_away_again(page: RolePage) -> None:
    page.refuse_staff("This PC has no key.")
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    page.refuse_staff("This PC has no key.")
    assert focused_role(page) is Role.HELPDESK
