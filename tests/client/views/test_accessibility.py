"""Whoever hears the desk or has no mouse reaches every control, in the order of reading, and is told what it is."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.settings import Settings
from client.settings import Theme as ThemeChoice
from client.views.desk_window import DeskWindow
from client.views.main_window import MainWindow
from client.views.role_page import RolePage
from client.views.server_page import ServerPage
from client.views.theme.theme import Theme
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.at_work import Ask, AtWork, Written
from tests.client.views.theme.contrast import contrast

Enter = Callable[[Role], MainWindow]

WORD = re.compile(r"[^\W\d_]{2}")
ORDINARY = Written("The projector in B-105 shows nothing", "B-105", "Desk 3", "projector")
# More than a window has.
MOST = 200
TAB, SHIFT = Qt.FocusPolicy.TabFocus, Qt.KeyboardModifier.ShiftModifier
# What a row or a cell is called is what stands in it; menus are looked at by their actions.
INSIDE = {QAccessible.Role.Cell, QAccessible.Role.ListItem, QAccessible.Role.MenuItem}
# What says nothing of what can be done.
VAGUE = {QAccessible.Role.NoRole, QAccessible.Role.Whitespace}


@pytest.fixture
def at_work(qtbot: QtBot, ask: Ask, live_server: str) -> Iterator[AtWork]:
    made = AtWork(qtbot, ask, live_server, ORDINARY)
    yield made
    made.end()


def spoken(whole: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield all that is told of what is to be seen."""
    for at in range(whole.childCount()):
        part = whole.child(at)
        if part.isValid() and not part.state().invisible:
            yield part
            yield from spoken(part)


def unnamed(window: QWidget) -> list[tuple[object, str]]:
    """Return what takes keys and is not called by a word, or of no kind that is known."""
    parts = [part for part in spoken(QAccessible.queryAccessibleInterface(window)) if part.role() not in INSIDE]
    named = [(part, part.text(QAccessible.Text.Name)) for part in parts if part.state().focusable]
    return [(part.object(), name) for part, name in named if not WORD.search(name) or part.role() in VAGUE]


def unworded(window: QWidget) -> list[str]:
    """Return the entries of menus that are called by no word."""
    menus = window.findChildren(QMenu)
    for menu in menus:
        menu.aboutToShow.emit()
        menu.aboutToHide.emit()
    entries = [action for menu in menus for action in menu.actions() if not action.isSeparator()]
    return [entry.text() for entry in entries if not WORD.search(entry.text())]


def reachable(window: QWidget) -> set[QWidget]:
    """Return all that is to be reached by Tab."""
    every = [part for part in window.findChildren(QWidget) if part.window() is window and part.isVisible()]
    return {part for part in every if part.isEnabled() and part.focusPolicy() & TAB and part.focusProxy() is None}


def round_by_tab(window: QWidget, *, back: bool = False) -> list[QWidget]:
    """Press Tab until what had the focus has it again; return what had it in between, from there."""
    now = QApplication.focusWidget()
    if now is None or now.window() is not window:
        now = next(iter(reachable(window)))
        now.setFocus()
    found = [now]
    for _ in range(MOST):
        QTest.keyClick(now, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, SHIFT if back else Qt.KeyboardModifier(0))
        now = QApplication.focusWidget()
        assert now is not None
        if now is found[0]:
            return found
        assert now not in found, f"no way on from {found[-1]} but to {now}"
        found.append(now)
    pytest.fail("Tab goes on and on")


def area(control: QWidget) -> QWidget:
    """Return the part of a desk that a control stands in: a band, a dock, the middle or the status bar."""
    parent = control.parentWidget()
    while parent is not None and not isinstance(parent, MainWindow) and not control.isWindow():
        control, parent = parent, parent.parentWidget()
    return control


def place(control: QWidget, other: QWidget) -> QRect:
    """Return where a control stands in the window; what is scrolled together stands where it is scrolled."""
    found, now = control, control.parentWidget()
    while now is not None and not now.isAncestorOf(other):
        found = now if isinstance(now, QScrollArea) else found
        now = now.parentWidget()
    return QRect(found.mapTo(found.window(), QPoint(0, 0)), found.size())


def against_reading(before: QWidget, after: QWidget) -> bool:
    """Say whether what comes later stands over what comes before, or left of it in the same line."""
    first, then = place(before, after), place(after, before)
    shared = min(first.bottom(), then.bottom()) - max(first.top(), then.top())
    in_line = shared > min(first.height(), then.height()) / 2
    return then.right() < first.left() if in_line else then.top() < first.top() and not first.intersects(then)


def look_at(window: QWidget, qtbot: QtBot) -> None:
    """Have every control named, reached once by Tab, in the order of reading, and by Shift+Tab the other way."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert unnamed(window) == []
    assert unworded(window) == []
    order = round_by_tab(window)
    assert set(order) == reachable(window)
    assert round_by_tab(window, back=True) == [order[0], *reversed(order[1:])]
    parts = [list(part) for _, part in groupby(order, area)]
    if len(parts) > 1 and area(order[0]) is area(order[-1]):
        # The round began within a part.
        parts = [parts[-1] + parts[0], *parts[1:-1]]
    areas = [area(part[0]) for part in parts]
    assert len(set(areas)) == len(areas), "each part of the window is gone through once"
    # A round begins again at its first control, wherever it was begun.
    turns = [pair for part in parts for pair in pairwise(part) if against_reading(*pair)]
    assert len(turns) <= (1 if len(parts) == 1 else 0), [
        (each.accessibleName(), other.accessibleName()) for each, other in turns
    ]


def faint(window: QWidget) -> list[tuple[str, float]]:
    """Return the words of labels and buttons that cannot be read well on what they stand on, with their contrast."""
    picture, found = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32), []
    pixels = np.frombuffer(picture.constBits(), dtype=np.uint32).reshape(picture.height(), picture.width())
    kinds: tuple[type[QLabel | QPushButton], ...] = (QLabel, QPushButton)
    for part in (each for kind in kinds for each in window.findChildren(kind)):
        # What cannot be used may be faint, and what is scrolled out of sight has no pixels.
        if WORD.search(part.text()) and part.isEnabled() and part.visibleRegion().boundingRect() == part.rect():
            at = part.mapTo(window, QPoint(3, 3))
            under = pixels[at.y() : at.y() + part.height() - 6, at.x() : at.x() + part.width() - 6]
            grounds, counts = np.unique(under, return_counts=True)
            ground = QColor.fromRgb(int(grounds[counts.argmax()])).name()
            found.append((part.text(), contrast(part.palette().color(part.foregroundRole()).name(), ground)))
    assert len(found) > 10
    return [(words, ratio) for words, ratio in found if ratio < 4.5]


@pytest.mark.parametrize("role", [Role.USER, Role.HELPDESK])
def test_every_control_of_the_desk_is_named_and_reached_in_the_order_of_reading(
    role: Role, enter: Enter, at_work: AtWork, theme: Theme, qtbot: QtBot
) -> None:
    main = enter(role)
    for _moment in at_work.moments(main):
        QApplication.processEvents()
        look_at(main, qtbot)
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window is not main:
                look_at(window, qtbot)
    for look in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        theme.choose(look)
        assert faint(main) == []
    main.refused.show_words("This PC's key is not known.")
    main.ticket_dock.setFloating(True)
    qtbot.waitUntil(main.ticket_dock.isVisible, timeout=PATIENCE_MS)
    look_at(main, qtbot)
    look_at(main.ticket_dock, qtbot)


@pytest.mark.parametrize("role", [Role.USER, Role.HELPDESK])
def test_tab_stays_in_the_sheet_of_keys_while_it_lies_over_the_window(role: Role, enter: Enter, qtbot: QtBot) -> None:
    main = enter(role)
    main.activateWindow()
    qtbot.waitUntil(main.isActiveWindow)
    sheet = main.steering.sheet
    sheet.toggle()
    assert unnamed(sheet) == []
    order = round_by_tab(main)
    assert len(order) > 1
    assert all(sheet.isAncestorOf(control) or control is sheet for control in order)


@pytest.fixture
def window(theme: Theme, tmp_path: Path, qtbot: QtBot) -> DeskWindow:
    """Give the window that pages are shown in."""
    made = DeskWindow(theme, Settings(tmp_path))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("refusal", ["", "This PC has no workstation key."])
def test_the_first_page_is_gone_through_by_tab(refusal: str, window: DeskWindow, theme: Theme, qtbot: QtBot) -> None:
    page = RolePage(theme, Role.HELPDESK, may_choose_server=True)
    window.show_page(page)
    page.refuse_staff(refusal)
    look_at(window, qtbot)


def test_the_page_that_asks_for_a_server_is_gone_through_by_tab(window: DeskWindow, theme: Theme, qtbot: QtBot) -> None:
    window.show_page(ServerPage(theme))
    look_at(window, qtbot)
