"""What the keys of a desk do: each command of the table bound to the pane that does it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from campusdesk.rules import Action, Role, Status
from client.draft import Kind
from client.views.commands import CATEGORY_COMMANDS, VIEWS, Command
from client.views.keyboard import Keyboard
from client.views.moving import Moving, bring_into_sight, focus
from client.views.shortcut_sheet import ShortcutSheet
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from client.views.main_window import MainWindow
    from client.views.work import Work

# Tickets whose texts are copied together.
_MOST_COPIED = 1_000


class Steering(QObject):
    """The keyboard of one window, and the sheet of what is bound to it."""

    def __init__(self, main: "MainWindow", theme: Theme, role: Role) -> None:
        """Bind what every role can do, and what helpdesk staff can."""
        super().__init__(main)
        self._main = main
        self.keyboard = Keyboard(main, main.table, role)
        self.moving = Moving(main.table, self._panes)
        self._bind_moves()
        self._bind_writing()
        self._bind_copies()
        if role is Role.HELPDESK:
            self._bind_extending()
            self._bind_views()
        if main.work is not None:
            self._bind_work(main.work)
        bound = {*self.keyboard.actions, Command.SHEET}
        self.sheet = ShortcutSheet(theme, role, bound, main)
        self.keyboard.bind(Command.SHEET, self.sheet.toggle)
        self.sheet.toggled.connect(lambda shown: self.keyboard.rest(shown, but={Command.SHEET, Command.BACK}))

    def _panes(self) -> list[QWidget]:
        """Return the panes there are, in the order of reading."""
        main = self._main
        # The whole dock: a plot takes no focus, what is done with it stands in its head.
        plots = main.analyses.dock if main.analyses is not None else None
        beside = main.work.beside if main.work is not None else main.ticket_view
        panes = (main.rail, main.report, main.finding.bar, main.table, plots, beside, main.talk)
        return [pane for pane in panes if pane is not None]

    def _bind_moves(self) -> None:
        bind, moving = self.keyboard.bind, self.moving
        bind(Command.NEXT, partial(moving.by, 1))
        bind(Command.PREVIOUS, partial(moving.by, -1))
        bind(Command.READ, partial(focus, self._main.ticket_view), self._has_chosen)
        bind(Command.BACK, self._back)
        bind(Command.SEARCH, self._main.finding.search.focus)
        bind(Command.EXPORT, self._main.export.ask, self._main.export.is_possible)
        bind(Command.NEXT_PANE, partial(moving.to_pane, 1))
        bind(Command.PREVIOUS_PANE, partial(moving.to_pane, -1))

    def _bind_extending(self) -> None:
        bind, moving = self.keyboard.bind, self.moving
        bind(Command.EXTEND_DOWN, partial(moving.extend, 1))
        bind(Command.EXTEND_UP, partial(moving.extend, -1))
        bind(Command.CHOOSE_ALL, self._main.table.selectAll)

    def _bind_writing(self) -> None:
        bind = self.keyboard.bind
        bind(Command.REPLY, partial(self._write, Kind.MESSAGE), self._is_unfinished)
        bind(Command.EDIT, self._edit, self._is_unfinished)
        bind(Command.REPORT, self._report)

    def _bind_copies(self) -> None:
        self.keyboard.bind(Command.COPY_NUMBER, self._copy_numbers, self._has_chosen)
        self.keyboard.bind(Command.COPY_TEXT, self._copy_texts, self._has_chosen)

    def _bind_views(self) -> None:
        rail = self._main.rail
        if rail is not None:
            for command, button in zip(VIEWS, rail.views.values(), strict=False):
                self.keyboard.bind(command, button.click)

    def _bind_work(self, work: "Work") -> None:
        bind = self.keyboard.bind
        bind(Command.ACTIVATE, partial(work.take, Action.ACTIVATE), partial(work.may, Action.ACTIVATE))
        bind(Command.CLOSE, partial(work.take, Action.CLOSE), partial(work.may, Action.CLOSE))
        for category, command in CATEGORY_COMMANDS.items():
            bind(command, partial(work.correct, category), partial(work.may, Action.UPDATE))
        bind(Command.TAKE_BACK, partial(work.correct, None), partial(work.may, Action.UPDATE))
        bind(Command.UNDO, work.undo)
        bind(Command.NEXT_UNREAD, self._main.finding.unread.go_to_next)
        bind(Command.MARK_UNREAD, self._main.finding.unread.mark, self._has_chosen)
        bind(Command.NOTE, partial(self._write, Kind.NOTE), self._is_unfinished)
        bind(Command.SEND_AND_CLOSE, work.answering.send)

    def _has_chosen(self) -> bool:
        return self._main.ticket_view.ticket is not None

    def _is_unfinished(self) -> bool:
        ticket = self._main.ticket_view.ticket
        return ticket is not None and Status(ticket.status) is not Status.CLOSED

    def _back(self) -> None:
        """Go back by one: from the sheet, from a dock, from a search or a pick; what was asked for goes on."""
        if self.sheet.isVisible():
            self.sheet.put_away()
        elif self._main.finding.stands and not self._is_in_docks():
            self._main.finding.leave()
        else:
            self.moving.to_table()

    def _is_in_docks(self) -> bool:
        now = QApplication.focusWidget()
        return now is not None and any(
            dock.isAncestorOf(now) for dock in (self._main.ticket_dock, self._main.chat_dock)
        )

    def _write(self, kind: Kind) -> None:
        main, composer = self._main, self._main.chat.composer
        if main.work is not None and main.work.is_shown:
            focus(main.work.selection.editor)
        elif self._is_unfinished():
            main.talk.show_history(False)
            bring_into_sight(composer)
            composer.write(kind)
            focus(composer)

    def _edit(self) -> None:
        view = self._main.ticket_view
        bring_into_sight(view)
        view.start_editing()
        if view.form is not None:
            focus(view.form)

    def _report(self) -> None:
        self._main.show_report(True)
        focus(self._main.report.description)

    def _copy_numbers(self) -> None:
        QGuiApplication.clipboard().setText(", ".join(f"#{number}" for number in self._chosen()))

    def _copy_texts(self) -> None:
        known = (self._main.tickets.ticket(number) for number in self._chosen())
        texts = [f"#{ticket.id} {ticket.description}" for ticket in known if ticket is not None]
        QGuiApplication.clipboard().setText("\n".join(texts))

    def _chosen(self) -> list[int]:
        ticket = self._main.ticket_view.ticket
        return self._main.table.chosen_ids()[:_MOST_COPIED] or ([ticket.id] if ticket is not None else [])
