"""A desk with everything open that shows what people wrote: moments of its work, one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campusdesk.rules import Action, Role
from campusdesk.v1 import ticket_pb2
from client.addresses import beside
from client.connection import Connection, Reply
from client.draft import Kind
from client.helpdesk import HelpDesk
from client.state import Analysis
from client.views.main_window import MainWindow
from client.workstation import Workstation
from tests.client.views.answers import PATIENCE_MS

Ask = Callable[[Reply], object]


@dataclass(frozen=True)
class Written:
    """What people write: in fields of several lines and of one, as the name of a workstation, and as a search."""

    text: str
    line: str
    workstation: str
    search: str


class AtWork:
    """Fills a server with what was written, and takes a desk through what shows it."""

    def __init__(self, qtbot: QtBot, ask: Ask, address: str, written: Written) -> None:
        self._qtbot, self._ask, self._written = qtbot, ask, written
        self._stranger = Connection(
            beside(address), Role.HELPDESK, Workstation(written.workstation), QApplication.instance()
        )
        self.other = HelpDesk(self._stranger)
        self.numbers = [self._report() for _ in range(3)]
        first = self.numbers[0]
        ask(self.other.update_ticket(first, {"location": "B-105"}, self._revision(first)))
        ask(self.other.update_ticket(first, {"description": written.text + " again"}, self._revision(first)))
        ask(self.other.activate_ticket(first))
        ask(self.other.post_message(first, written.text))
        ask(self.other.post_message(first, written.text, internal=True))

    def end(self) -> None:
        self._stranger.close()

    def _report(self) -> int:
        written = self._written
        made = self._ask(self.other.create_ticket(written.text, written.line, written.line))
        return cast(ticket_pb2.Ticket, made).id

    def _revision(self, number: int) -> int:
        return cast(ticket_pb2.Ticket, self._ask(self.other.get_ticket(number))).revision

    def _until(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def moments(self, main: MainWindow) -> Iterator[str]:
        """Open one thing after the other, and give a name for each moment at which there is more to see."""
        is_staff = main.work is not None
        self._drafts(main)
        self._until(lambda: all(main.tickets.ticket(number) is not None for number in self.numbers))
        main.jump_to(self.numbers[0])
        self._until(lambda: main.messages.rowCount() == (2 if is_staff else 1))
        yield "a ticket with its conversation"
        self._similar(main)
        yield "similar tickets, a report that is written, and what is unsent"
        self._history(main)
        yield "the history and a text that was restored"
        self._overtaken(main)
        yield "an edit that was overtaken"
        self._search(main)
        yield "a search"
        if is_staff:
            self._several(main)
            yield "several tickets, what was done with them, and plots"
        else:
            self._own(main)
            yield "a report from here that was answered"

    def _drafts(self, main: MainWindow) -> None:
        text = self._written.text
        main.drafts.of(Kind.MESSAGE, self.numbers[0]).keep(text)
        main.drafts.of(Kind.MESSAGE, self.numbers[1]).keep(text)
        main.drafts.of(Kind.NOTE, 4_711).keep(text)

    def _similar(self, main: MainWindow) -> None:
        main.show_report(True)
        report, line = main.report, self._written.line
        report.description.text, report.location.text, report.contact.text = self._written.text, line, line
        if main.work is not None:
            self._until(main.ticket_view.similar.isVisible)
        self._until(main.report.similar.rows[0].isVisible)
        main.unsent.button.click()
        assert main.unsent.list is not None
        for row in main.unsent.list.rows:
            row.unfold(True)

    def _history(self, main: MainWindow) -> None:
        if main.unsent.list is not None:
            main.unsent.list.close()
        main.show_report(main.work is None)
        main.talk.show_history(True)
        before = main.history.history.rowCount
        self._until(lambda: before() >= 4)
        was = before()
        main.history.list.restore_wanted.emit("description", self._written.text)
        self._until(lambda: before() > was and main.history.restoring.words.text())

    def _overtaken(self, main: MainWindow) -> None:
        number = self.numbers[0]
        main.ticket_view.start_editing()
        form = main.ticket_view.form
        assert form is not None
        for name, field in form.fields.items():
            field.text = f"{self._written.line} mine {name}"
        theirs = {"description": self._written.text + " theirs", "location": self._written.line[:180] + " theirs"}
        self._ask(self.other.update_ticket(number, theirs, self._revision(number)))
        form.save.click()
        self._until(form.overtaken["location"].isVisible)

    def _search(self, main: MainWindow) -> None:
        with self._qtbot.waitSignal(main.finding.marked, timeout=PATIENCE_MS):
            main.finding.search.bar.field.setText(self._written.search)

    def _several(self, main: MainWindow) -> None:
        work = main.work
        assert work is not None
        main.finding.search.leave()
        work.closing.close([self.numbers[0]])
        main.table.selectAll()
        work.selection.editor.setPlainText(self._written.text)
        work.take(Action.ACTIVATE)
        work.selection.send.click()
        self._until(lambda: len(work.bar.lines) > 2)
        assert main.analyses is not None
        main.analyses.show(Analysis.BACKLOG)

    def _own(self, main: MainWindow) -> None:
        main.finding.search.leave()
        main.report.send.click()
        self._until(main.report.reported.isVisible)
        number = max(main.tickets.ticket_id(row) for row in range(main.tickets.rowCount()))
        self._ask(self.other.post_message(number, self._written.text))
        self._until(main.own.answer.isVisible)
