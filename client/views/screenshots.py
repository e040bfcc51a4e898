"""Drives the real desk through its pages, in both roles and both looks, and saves each as a picture."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractItemView, QWidget

from campusdesk.rules import Role, Status
from client.addresses import Addresses
from client.models.named_views import NamedView
from client.settings import Theme as ThemeChoice
from client.state import Analysis, ConnectionKind, ConnectionState
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from client.views.main_window import MainWindow

_WIDTH, _HEIGHT = 1280, 800
_PATIENCE_MS, _SETTLE_MS = 60_000, 400
# Suggestions may not come: nothing may be alike, and an older server makes none.
_SUGGESTED_MS = 2_500
_NOBODY_ANSWERS = "no server answered, so there is nothing to take pictures of"
_TOO_SLOW = "the server did not answer in time"
# How many rows are looked at for a conversation worth showing.
_NEWEST = 100
# How many rows are in sight, whose texts are known.
_IN_SIGHT = 8
# Nothing listens there, so that the desk shows how it looks when its server is away.
_NOBODY = "127.0.0.1:1"


class Stage(Protocol):
    """The desk as far as it is driven here."""

    theme: Theme
    main: "MainWindow | None"
    addresses: Addresses | None

    @property
    def window(self) -> QWidget:
        """The top-level window."""

    def enter(self, role: Role) -> None:
        """Begin to work in a role."""

    def show_role_page(self) -> None:
        """Go back to the role page."""


class Screenshots:
    """Takes the pictures, one after the other, as a person would come by the pages."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._folder = Path()
        self._look = ""
        self._obstacle = _TOO_SLOW

    def take(self, folder: Path) -> int:
        """Save all pictures in the folder and return the exit code: 1 when the server does not show all pages."""
        folder.mkdir(parents=True, exist_ok=True)
        self._stage.window.resize(_WIDTH, _HEIGHT)
        self._folder = folder
        if not _wait(lambda: self._stage.addresses is not None):
            self._obstacle = _NOBODY_ANSWERS
            done = False
        else:
            done = all(self._take_in(choice) for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK))
        self._stage.window.close()
        if not done:
            sys.stderr.write(f"campusdesk: {self._obstacle}\n")
        return 0 if done else 1

    def _take_in(self, look: ThemeChoice) -> bool:
        self._look = look.value
        self._stage.theme.choose(look)
        return self._role_page() and self._simple_user() and self._staff()

    def _role_page(self) -> bool:
        _settle(4 * _SETTLE_MS)
        self._save("role-page")
        return True

    def _simple_user(self) -> bool:
        main = self._enter(Role.USER)
        if main is None:
            return False
        self._choose_talkative(main)
        self._save("simple-user")
        main.report.description.text = "The projector in lecture hall 2 stays dark. The lamp blinks red three times."
        main.report.location.text = "Main building, hall 2"
        _wait(lambda: bool(main.report.hint.words.text()), _SUGGESTED_MS)
        _settle()
        self._save("report-typed")
        self._similar(main)
        main.report.send.click()
        reported = _wait(main.report.reported.isVisible)
        self._save("report-number")
        main.report.reported.open.click()
        _settle()
        self._save("report-shown")
        self._stage.show_role_page()
        return reported

    def _similar(self, main: "MainWindow") -> None:
        """Write for a moment what somebody already reported: what the newest ticket says that tells its place."""
        main.table.scrollToTop()
        _settle()
        rows = range(min(_IN_SIGHT, main.tickets.rowCount()))
        known = (main.tickets.ticket(main.tickets.ticket_id(row)) for row in rows)
        newest = next((ticket for ticket in known if ticket is not None and ticket.location), None)
        fields = main.report.description, main.report.location
        typed = [field.text for field in fields]
        for field, told in zip(fields, (newest.description, newest.location) if newest else typed, strict=True):
            field.text = told
        _wait(lambda: bool(main.report.hint.words.text()), _SUGGESTED_MS)
        _wait(main.report.similar.isVisible, _SUGGESTED_MS)
        _settle()
        self._save("report-similar")
        for field, told in zip(fields, typed, strict=True):
            field.text = told

    def _check(self, main: "MainWindow") -> None:
        """Show what is to be checked, and what is similar to the first of it."""
        assert main.rail is not None  # noqa: S101 - for the type checker
        main.rail.views[NamedView.CHECK].click()
        main.table.selectRow(0)
        _wait(main.ticket_view.similar.isVisible, _SUGGESTED_MS)
        _settle()
        self._save("please-check")
        main.rail.views[NamedView.ALL].click()

    def _staff(self) -> bool:
        main = self._enter(Role.HELPDESK)
        if main is None:
            return False
        self._choose_talkative(main)
        main.chat.composer.editor.setPlainText("We come by this afternoon.")
        _settle()
        self._save("helpdesk")
        self._check(main)
        self._choose_talkative(main)
        main.talk.show_history(True)
        _settle()
        self._save("helpdesk-history")
        main.talk.show_history(False)
        main.ticket_view.start_editing()
        _settle()
        self._save("helpdesk-edit")
        if main.ticket_view.form is not None:
            main.ticket_view.form.cancel.click()
        drawn = [self._analysis(main, analysis) for analysis in Analysis]
        self._away(main)
        self._stage.show_role_page()
        return all(drawn)

    def _enter(self, role: Role) -> "MainWindow | None":
        self._stage.enter(role)
        _wait(lambda: self._stage.main is not None)
        main = self._stage.main
        if main is None or not _wait(lambda: _is_settled(main.connection.state)):
            return None
        if main.connection.state.kind is not ConnectionKind.LIVE:
            self._obstacle = main.refused.words
            return None
        _settle(2 * _SETTLE_MS)
        return main

    def _choose_talkative(self, main: "MainWindow") -> None:
        """Choose the ticket with the longest conversation among the newest that are not closed."""
        newest = [main.tickets.ticket_id(row) for row in range(min(_NEWEST, main.tickets.rowCount()))]
        known = {number: facts for number in newest if (facts := main.tickets.facts(number))}
        messages = {number: facts.message_count for number, facts in known.items() if facts.status != Status.CLOSED}
        if messages:
            main.jump_to(max(messages, key=lambda number: messages[number]))
        _settle(2 * _SETTLE_MS)

    def _analysis(self, main: "MainWindow", analysis: Analysis) -> bool:
        assert main.analyses is not None  # noqa: S101 - staff have them
        main.analyses.show(analysis)
        _wait(lambda: main.analyses is not None and main.analyses.view is not None)
        drawn = main.analyses.view is not None and _wait(main.analyses.view.panels[analysis].has_result)
        _settle()
        # The dock took the place of the row that is read beside it.
        main.table.scrollTo(main.table.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        _settle()
        self._save(f"analysis-{analysis.value.replace('_', '-')}")
        main.analyses.show(None)
        return drawn

    def _away(self, main: "MainWindow") -> None:
        main.connection.move_to(Addresses(_NOBODY, *(_NOBODY for _ in Analysis)))
        _wait(lambda: main.connection.state.kind is ConnectionKind.AWAY)
        main.chat.composer.send.click()
        _wait(lambda: bool(main.chat.composer.error.words))
        self._save("server-away")
        # Else the other look would begin with a message that was not confirmed.
        main.chat.composer.draft_line.put_away()

    def _save(self, name: str) -> None:
        self._stage.window.grab().save(str(self._folder / f"{name}-{self._look}.png"))


def _is_settled(state: ConnectionState) -> bool:
    """Say whether the desk is let in, or never will be as things stand."""
    return state.kind is ConnectionKind.LIVE or state.is_refused or state.is_distrusted


def _settle(milliseconds: int = _SETTLE_MS) -> None:
    """Let the desk do what it does by itself for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _wait(condition: Callable[[], bool], patience_ms: int = _PATIENCE_MS) -> bool:
    """Let the desk work until the condition holds; False when it does not within the patience."""
    loop = QEventLoop()
    looking = QTimer(interval=20)
    looking.timeout.connect(lambda: loop.quit() if condition() else None)
    looking.start()
    QTimer.singleShot(patience_ms, loop.quit)
    if not condition():
        loop.exec()
    looking.stop()
    return condition()
