"""The work of helpdesk staff with chosen tickets: one or many, by button, menu or key, told in one bar."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStackedWidget

from campusdesk.rules import Action, Category
from client.refusals import unconfirmed_words
from client.views.answer_and_close import AnswerAndClose
from client.views.closing import Closing
from client.views.correcting import Correcting
from client.views.selection_view import SelectionView, too_many_words
from client.views.step_bar import Progress
from client.views.steps import Steps
from client.views.theme.theme import Theme
from client.views.work_bar import WorkBar
from client.writing import Batch, Writing

if TYPE_CHECKING:
    from client.helpdesk import HelpDesk
    from client.views.main_window import MainWindow

# Tickets that are worked on together: they take the server under a minute, and more of them are a slip of the hand.
MOST_TOGETHER = 1_000


class Work(QObject):
    """What stands where the chosen ticket stands (`beside`, headed by `head`) and under the table (`bar`)."""

    def __init__(self, main: "MainWindow", desk: "HelpDesk", theme: Theme) -> None:
        """Work with the tickets of this window's table."""
        super().__init__(main)
        self._main, self._table, self._tickets = main, main.table, main.tickets
        self.bar = WorkBar(theme)
        # Without a parent: it is still needed while the window goes.
        self._writing = Writing()
        self.closing = Closing(desk, main.tickets, self._writing, self.bar)
        self.steps = Steps(desk, main.tickets, self._writing, self.closing, self.bar)
        self.correcting = Correcting(desk, main.tickets, main.list, self._writing, self.bar)
        self.answering = AnswerAndClose(theme, main.chat.composer, self.steps)
        self.selection = SelectionView(theme, main.drafts, self._addressed)
        self.beside, self.head = QStackedWidget(), QStackedWidget()
        # What was sent to several last: the text, to whom, and what becomes of it.
        self._answered: tuple[str, frozenset[int], Batch] | None = None
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        main.list.add_under(self.bar)
        self._connect()

    def _connect(self) -> None:
        self._main.connection.replaced.connect(self.forget)
        self._table.selectionModel().selectionChanged.connect(self._show_selection)
        self._tickets.counts_changed.connect(self._show_selection)
        self.steps.changed.connect(self._show_progress)
        self.steps.failed.connect(self._choose_failed)
        self.correcting.failed.connect(self._choose_failed)
        bar, view = self._main.ticket_view.steps, self.selection
        bar.progress_of = self._progress_of
        bar.wanted.connect(lambda action: self.steps.start(action, [self._shown]))
        bar.undo_wanted.connect(lambda: self.closing.undo_ticket(self._shown))
        category = self._main.ticket_view.category
        category.corrected.connect(lambda wanted: self.correcting.correct([self._shown], wanted))
        category.taken_back.connect(lambda: self.correcting.correct([self._shown], None))
        view.activate_wanted.connect(lambda: self.take(Action.ACTIVATE))
        view.close_wanted.connect(lambda: self.take(Action.CLOSE))
        view.category_wanted.connect(self.correct)
        view.answer_wanted.connect(self._answer)

    def fill(self) -> None:
        """Put in what stands there, once the two stand where they belong: else all would be styled twice."""
        view = self._main.ticket_view
        for stack, pages in (
            (self.beside, (view, self.selection)),
            (self.head, (view.head, self.selection.title)),
        ):
            for page in pages:
                stack.addWidget(page)

    @property
    def _shown(self) -> int:
        ticket = self._main.ticket_view.ticket
        return ticket.id if ticket is not None else 0

    def chosen(self) -> list[int]:
        """Return the tickets to be worked on; none, with a word about it, when too many are chosen."""
        if self._table.chosen_count > MOST_TOGETHER:
            self.bar.say(too_many_words(MOST_TOGETHER))
            return []
        return self._table.chosen_ids() or [number for number in (self._shown,) if number]

    def _addressed(self) -> list[int]:
        """Return to whom a message is written: to nobody where it could not be sent to so many."""
        return self._table.chosen_ids() if self._table.chosen_count <= MOST_TOGETHER else []

    def take(self, action: Action) -> None:
        """Activate or close the chosen tickets."""
        self.steps.take(action, self.chosen())

    def correct(self, category: Category | None) -> None:
        """Set the category of the chosen tickets, or take their corrections back."""
        self.correcting.correct(self.chosen(), category)

    def undo(self) -> None:
        """Undo what was begun last of what can be undone: a closing that still waits, or a correction."""
        if self.closing.begun_s > self.correcting.begun_s:
            self.closing.undo()
        else:
            self.correcting.undo()

    def may(self, action: Action) -> bool:
        """Say whether this can be done with any of the chosen tickets."""
        too_many = self._table.chosen_count > MOST_TOGETHER
        return not too_many and bool(self.steps.may(action, self._table.chosen_ids() or [self._shown]))

    @property
    def is_shown(self) -> bool:
        """Say whether several tickets are chosen, and what can be done with them is shown."""
        return self.beside.currentWidget() is self.selection

    def finish(self) -> bool:
        """Ask at once for what waits to be closed: the window is being left. Say whether the server took all."""
        self.closing.finish()
        return self._writing.finish()

    def tell_unconfirmed(self) -> None:
        """Say that it is not known what became of what was asked last."""
        self.bar.say(unconfirmed_words())

    def forget(self) -> None:
        """Do nothing more of what waits: the tickets belong to another history."""
        self.closing.forget()
        self._writing.forget()

    def _show_selection(self) -> None:
        """Show one ticket or what can be done with several, in the place of the one."""
        was = self.is_shown
        # Who writes to several goes on writing when others take tickets out of the list.
        several = self._table.chosen_count > 1 or (was and self.selection.editor.hasFocus())
        focused = QApplication.focusWidget()
        has_focus = focused is not None and any(stack.isAncestorOf(focused) for stack in (self.beside, self.head))
        for stack in (self.beside, self.head):
            stack.setCurrentIndex(int(several))
        if has_focus and several != was:
            # Else it went to the first field of the other page, and the next key would be typed there.
            self._table.setFocus()
        if several:
            self._count()
            if not was:
                # What is written in the conversation would go to one of them only.
                self._main.show_ticket(0)
        elif was and self._table.chosen_ids():
            self._main.show_ticket(self._table.chosen_ids()[0])

    def _count(self) -> None:
        if self._table.chosen_count > MOST_TOGETHER:
            self.selection.show_too_many(self._table.chosen_count, MOST_TOGETHER)
            return
        ids, closing = self._table.chosen_ids(), self.closing.ticket_ids
        known = [facts for facts in map(self._tickets.facts, ids) if facts is not None]
        counts = Counter(facts.status for facts in known if facts.id not in closing)
        self.selection.show_counts(counts, len(closing.intersection(ids)), self._table.chosen_count)

    def _show_progress(self) -> None:
        self._table.show_closing(self.closing.ticket_ids)
        self._main.ticket_view.steps.refresh()
        if self.is_shown:
            self._count()

    def _progress_of(self, ticket_id: int) -> Progress:
        if self.closing.waits(ticket_id):
            return Progress.CLOSING
        busy = self.steps.is_taking(ticket_id) or ticket_id in self.closing.ticket_ids
        return Progress.BUSY if busy else Progress.NONE

    def _choose_failed(self, failed: list[int], asked: list[int]) -> None:
        """Leave those chosen with which it did not work, unless somebody chose others meanwhile."""
        if set(self._table.chosen_ids()) <= set(asked):
            self._table.choose_all(failed)

    def _answer(self, text: str) -> None:
        """Send the text to all, or once more to those of them alone that it could not be sent to a moment ago."""
        chosen = self.chosen()
        before = self._sent_before(text, chosen)
        if before is None or (before.is_ended and not before.passing):
            batch = self.steps.answer(chosen, text)
            self._answered = text, frozenset(chosen), batch
            batch.ended.connect(lambda: self._end_answer(batch, text))
        elif before.is_ended:
            self._writing.again(before)

    def _sent_before(self, text: str, chosen: list[int]) -> Batch | None:
        """Return how this text was sent to these tickets last; None where one of them was not among those."""
        if self._answered is None:
            return None
        sent, ticket_ids, batch = self._answered
        return batch if sent == text and ticket_ids.issuperset(chosen) else None

    def _end_answer(self, batch: Batch, text: str) -> None:
        if not batch.failed and not batch.stopped:
            self._answered = None
            self.selection.take_away(text)
