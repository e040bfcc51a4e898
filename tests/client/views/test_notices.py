"""Who works in another window is told how much is new, all of it at once, and is led there by a click."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Action, Role
from campusdesk.v1 import change_feed_pb2
from client.installation import Installation
from client.unread import Unread
from client.views import notices
from client.views.notices import Notices
from client.views.notify_button import NotifyButton
from client.views.outside import Outside
from client.views.theme.theme import Theme
from tests.client import made
from tests.client.views.answers import HOSTILE, PATIENCE_MS
from tests.client.views.held import HeldConnection

HERE = "LAB-1"


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Be away, with little time to wait until something is told."""
    words: list[str] = []
    monkeypatch.setattr(notices, "GATHER_MS", 1)
    monkeypatch.setattr(Notices, "is_away", True)
    monkeypatch.setattr(Outside, "tell", lambda _self, said: words.append(said))
    return words


@pytest.fixture
def unread(installation: Installation, held: HeldConnection) -> Unread:
    return Unread(installation.store, held, lambda _ticket_id: True)


@pytest.fixture
def away(unread: Unread, installation: Installation, qtbot: QtBot) -> Callable[[Role], Notices]:
    def made_away(role: Role) -> Notices:
        window = QWidget()
        qtbot.addWidget(window)
        return Notices(unread, role, HERE, window, lambda: installation.notifies)

    return made_away


def deed(ticket_id: int, action: Action, role: Role, taken_by: str = "") -> change_feed_pb2.Change:
    change = made.change(made.ticket(ticket_id, description=HOSTILE, location=HOSTILE))
    change.action, change.role = int(action), int(role)  # type: ignore[assignment]
    change.ticket.taken_by, change.workstation = taken_by, HOSTILE
    return change


def test_staff_are_told_of_new_tickets_and_of_what_is_said_to_them(
    away: Callable[[Role], Notices], unread: Unread, told: list[str], qtbot: QtBot
) -> None:
    away(Role.HELPDESK)
    unread.news.emit([deed(4, Action.CREATE, Role.USER), deed(5, Action.CREATE, Role.HELPDESK)])
    unread.news.emit([deed(2, Action.POST_MESSAGE, Role.USER), deed(1, Action.POST_MESSAGE, Role.HELPDESK)])
    unread.news.emit([deed(3, Action.POST_NOTE, Role.HELPDESK, HERE), deed(2, Action.CLOSE, Role.HELPDESK)])
    assert told == []
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    assert told == ["2 new tickets, 2 new messages"]


def test_simple_users_are_told_of_replies(
    away: Callable[[Role], Notices], unread: Unread, told: list[str], qtbot: QtBot
) -> None:
    away(Role.USER)
    unread.news.emit([deed(4, Action.ACTIVATE, Role.HELPDESK), deed(4, Action.POST_MESSAGE, Role.HELPDESK)])
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    assert told == ["New message under #4"]


@pytest.mark.parametrize(
    ("action", "words"), [(Action.CREATE, "2 new tickets"), (Action.POST_MESSAGE, "2 new messages")]
)
def test_several_of_one_kind_are_counted(
    action: Action, words: str, away: Callable[[Role], Notices], unread: Unread, told: list[str], qtbot: QtBot
) -> None:
    away(Role.HELPDESK)
    unread.news.emit([deed(2, action, Role.USER), deed(4, action, Role.USER)])
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    assert told == [words]


def test_a_click_leads_to_the_first_ticket(
    away: Callable[[Role], Notices], unread: Unread, told: list[str], qtbot: QtBot
) -> None:
    here = away(Role.HELPDESK)
    opened: list[int] = []
    here.opened.connect(opened.append)
    unread.news.emit([deed(2, Action.POST_MESSAGE, Role.USER), deed(4, Action.CREATE, Role.USER)])
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    here.outside.followed.emit()
    assert opened == [4]


def test_who_is_here_or_wants_none_is_told_nothing(
    away: Callable[[Role], Notices],
    unread: Unread,
    installation: Installation,
    told: list[str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    away(Role.HELPDESK)
    installation.notifies = False
    unread.news.emit([deed(4, Action.CREATE, Role.USER)])
    installation.notifies = True
    monkeypatch.setattr(Notices, "is_away", False)
    unread.news.emit([deed(5, Action.CREATE, Role.USER)])
    monkeypatch.setattr(Notices, "is_away", True)
    unread.news.emit([deed(6, Action.CREATE, Role.USER)])
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    assert told == ["New ticket: #6"]


def test_who_came_back_before_it_was_told_is_told_nothing(
    away: Callable[[Role], Notices], unread: Unread, told: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = away(Role.HELPDESK)
    unread.news.emit([deed(4, Action.CREATE, Role.USER)])
    monkeypatch.setattr(Notices, "is_away", False)
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in here.findChildren(QTimer)))
    assert told == []
    monkeypatch.setattr(Notices, "is_away", True)
    unread.news.emit([deed(5, Action.CREATE, Role.USER)])
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    assert told == ["New ticket: #5"]


@pytest.mark.parametrize(
    ("state", "is_minimized", "is_away"),
    [
        (Qt.ApplicationState.ApplicationActive, False, False),
        (Qt.ApplicationState.ApplicationActive, True, True),
        (Qt.ApplicationState.ApplicationInactive, False, True),
    ],
)
def test_who_works_elsewhere_or_put_the_window_away_is_away(
    state: Qt.ApplicationState,
    is_minimized: bool,
    is_away: bool,
    away: Callable[[Role], Notices],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = away(Role.HELPDESK)
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: state)
    window = here.parent()
    assert isinstance(window, QWidget)
    window.setWindowState(Qt.WindowState.WindowMinimized if is_minimized else Qt.WindowState.WindowNoState)
    assert here.is_away is is_away


def test_the_bell_is_remembered(theme: Theme, installation: Installation, qtbot: QtBot) -> None:
    button = NotifyButton(theme, installation)
    qtbot.addWidget(button)
    assert (button.accessibleName(), installation.notifies) == ("Notifications: on", True)
    button.click()
    assert (button.accessibleName(), installation.notifies) == ("Notifications: off", False)
    again = NotifyButton(theme, installation)
    qtbot.addWidget(again)
    assert again.toolTip() == "Notifications: off"


def test_without_a_tray_the_window_asks_for_attention(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    asked: list[QWidget] = []
    monkeypatch.setattr(QApplication, "alert", asked.append)
    window, page = QWidget(), QWidget()
    page.setParent(window)
    qtbot.addWidget(window)
    Outside(page).tell("1 new ticket")
    assert asked == [window]


def test_with_a_tray_its_icon_tells_the_words_and_is_there_until_the_person_is(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shown: list[tuple[str, ...]] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _self, *parts: shown.append(parts[:2]))
    window = QWidget()
    qtbot.addWidget(window)
    outside, followed = Outside(window), []
    outside.followed.connect(lambda: followed.append(True))
    outside.tell("1 new ticket")
    (icon,) = outside.findChildren(QSystemTrayIcon)
    assert (shown, icon.isVisible(), icon.toolTip()) == ([("Campus Desk", "1 new ticket")], True, "1 new ticket")
    icon.messageClicked.emit()
    outside.take_back()
    assert (followed, icon.isVisible()) == ([True], False)
