"""The desk as a process of its own that does what its standard input says, and prints what it shows, all as JSON."""

import json
import os
import sys
import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from campusdesk.rules import Role
from client.addresses import beside
from client.app import Desk
from client.draft import Kind
from client.drafts import Draft
from client.running import run
from client.settings import Options
from client.state import ConnectionKind
from client.views.buttons import Button
from client.views.main_window import MainWindow

# Milliseconds between two letters, which is as quick as the quickest write.
_LETTER_MS = 25
# What a person writes about one ticket, or instead of one.
KINDS = Kind.REPORT, Kind.EDIT, Kind.MESSAGE, Kind.NOTE
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class ToldDesk:
    """Finds the desk that runs in this process, and has it do what a person would."""

    def __init__(self, ticket_id: int) -> None:
        """Work in this ticket."""
        self._ticket_id = ticket_id
        self._typed, self._begun = 0, b""
        self._typing = QTimer(interval=_LETTER_MS)
        self._typing.timeout.connect(self._type_letter)
        self._verbs: Mapping[str, Callable[..., object]] = {
            "enter": self._enter,
            "type": self._typing.start,
            "show": lambda: self._say({"shown": self._shown()}),
            "send": self._send,
            "write": self._write,
            "close": self._close,
        }

    def obey(self) -> None:
        """Do what the lines say that have come."""
        come = os.read(sys.stdin.fileno(), 65_536)
        *lines, self._begun = (self._begun + come).split(b"\n")
        for line in lines if come else [b'["close"]']:
            verb, *words = json.loads(line)
            self._verbs[verb](*words)

    @property
    def _desk(self) -> Desk:
        application = QApplication.instance()
        assert application is not None
        return next(child for child in application.children() if isinstance(child, Desk))

    @property
    def _main(self) -> MainWindow:
        assert self._desk.main is not None
        return self._desk.main

    def _enter(self) -> None:
        self._desk.enter(Role.HELPDESK)
        _wait_for(self._is_ready, self._begin)

    def _is_ready(self) -> bool:
        main = self._desk.main
        if main is None:
            return False
        live = main.connection.state.kind is ConnectionKind.LIVE
        return live and main.installation.store.is_loaded and main.tickets.ticket(self._ticket_id) is not None

    def _begin(self) -> None:
        self._main.show_report(True)
        self._main.jump_to(self._ticket_id)
        self._say({"shown": self._shown()})

    def _place(self, kind: Kind) -> QWidget:
        main = self._main
        if kind is Kind.REPORT:
            return main.report.description.input
        if kind is Kind.EDIT:
            main.ticket_view.start_editing()
            assert main.ticket_view.form is not None
            return main.ticket_view.form.fields["location"].input
        main.chat.composer.write(kind)
        return main.chat.composer.editor

    def _shown(self) -> dict[str, str]:
        main = self._main
        shown = {Kind.REPORT.value: main.report.description.text}
        form = main.ticket_view.form
        shown[Kind.EDIT] = form.fields["location"].text if form is not None else ""
        shown["line"] = main.chat.composer.draft_line.words.text() if main.unsent.button.isVisible() else ""
        for kind in (Kind.MESSAGE, Kind.NOTE):
            main.chat.composer.write(kind)
            shown[kind] = main.chat.composer.editor.toPlainText()
        return shown

    def _type_letter(self) -> None:
        """Type one letter in each of the places, and say when."""
        letter = _LETTERS[self._typed % len(_LETTERS)]
        for kind in KINDS:
            QTest.keyClicks(self._place(kind), letter)
        self._typed += 1
        self._say({"typed": letter, "at": time.monotonic()})

    def _write(self, kind: str, text: str) -> None:
        QTest.keyClicks(self._place(Kind(kind)), text)

    def _send(self, kind: str) -> None:
        self._place(Kind(kind))
        self._button(Kind(kind)).click()
        draft = self._draft(Kind(kind))
        _wait_for(lambda: draft.written is None, lambda: self._say({"acknowledged": kind}))

    def _button(self, kind: Kind) -> Button:
        if kind is Kind.REPORT:
            return self._main.report.send
        form = self._main.ticket_view.form
        return form.save if kind is Kind.EDIT and form is not None else self._main.chat.composer.send

    def _close(self) -> None:
        self._desk.window.close()

    def _draft(self, kind: Kind) -> Draft:
        drafts = self._main.drafts
        return drafts.report() if kind is Kind.REPORT else drafts.of(kind, self._ticket_id)

    def _say(self, told: object) -> None:
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


def _wait_for(holds: Callable[[], bool], then: Callable[[], object]) -> None:
    if holds():
        then()
    else:
        QTimer.singleShot(20, lambda: _wait_for(holds, then))


if __name__ == "__main__":
    qt = QApplication(sys.argv[:1])
    told = ToldDesk(int(sys.argv[2]))
    hearing = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    hearing.activated.connect(told.obey)
    sys.exit(run(Options(beside(sys.argv[1]), None, "LAB-1", None)))
