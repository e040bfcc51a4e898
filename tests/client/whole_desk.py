"""A whole desk as tests use it: what its page says, a language chosen on it, a role entered."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.app import Desk
from client.languages import NAMES, Language
from client.state import ConnectionKind
from client.views.language_menu import LanguageMenu
from client.views.main_window import MainWindow
from tests.client.views.answers import PATIENCE_MS

Start = Callable[..., Desk]


def words(desk: Desk) -> str:
    """Return everything that labels of the shown page say."""
    page = desk.window.currentWidget()
    assert page is not None
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def begun(desk: Desk, qtbot: QtBot, role: Role) -> MainWindow:
    """Enter, once all is loaded that work needs."""
    desk.enter(role)
    qtbot.waitUntil(lambda: desk.main is not None, timeout=PATIENCE_MS)
    assert desk.main is not None
    return desk.main


def entered(desk: Desk, qtbot: QtBot, role: Role) -> MainWindow:
    main = begun(desk, qtbot, role)
    qtbot.waitUntil(lambda: main.connection.state.kind is ConnectionKind.LIVE, timeout=PATIENCE_MS)
    return main


def choose(page: QWidget, language: Language) -> None:
    """Choose a language in the page's menu as a person does."""
    (menu,) = page.findChildren(LanguageMenu)
    next(action for action in menu.menu().actions() if action.text() == NAMES[language]).trigger()


def current_page(desk: Desk) -> QWidget:
    page = desk.window.currentWidget()
    assert page is not None
    return page


def show(main: MainWindow, qtbot: QtBot, number: int) -> None:
    """Choose the ticket as soon as the desk knows it."""
    qtbot.waitUntil(lambda: main.tickets.has(number), timeout=PATIENCE_MS)
    main.jump_to(number)
    qtbot.waitUntil(lambda: main.ticket_view.ticket is not None, timeout=PATIENCE_MS)


def offers(button: QPushButton, words: str) -> bool:
    """Say whether the button can be clicked and says these words."""
    return button.isVisible() and button.isEnabled() and button.text() == words
