"""Tells in one line of the work bar how far a batch of writes is, and in the end what became of each ticket."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from client.refusals import short_error_words
from client.views.commands import Command, keys_of
from client.views.numbers import count_words
from client.views.work_bar import WorkBar
from client.views.work_line import WorkLine
from client.writing import Batch, Writing

# Tickets that are named of those with the same reason.
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class BatchWords:
    """What is said of a batch: %1 is how many tickets are meant, in `failed` their numbers, and %2 is why.

    In `one` it is the number of the only one; empty it says nothing of one where all went well: people see it.
    """

    busy: str
    many: str
    failed: str
    one: str = ""


class BatchLine(QObject):
    """Lives until its line is put away; what failed by chance is tried again from there."""

    def __init__(
        self,
        bar: WorkBar,
        writing: Writing,
        batch: Batch,
        words: BatchWords,
        *,
        line: WorkLine | None = None,
        undo: Callable[[], object] | None = None,
    ) -> None:
        """Tell of the batch in this line of the bar, or in one of its own; `undo` is offered once it is done."""
        # The batch may outlive the window that it is told in.
        super().__init__(bar)
        self._bar, self._writing, self._batch, self.words = bar, writing, batch, words
        self._line, self._undo = line, undo
        if line is not None:
            line.gone.connect(self._forget_line)
        self._replace_older()
        batch.progressed.connect(self._show_progress)
        batch.ended.connect(self._show_result)
        self._show_progress()

    def _replace_older(self) -> None:
        """Take away what is told of the same tickets failing before: it is being tried again by hand."""
        ids = {*self._batch.waiting, *self._batch.under_way}
        for line in list(self._bar.lines):
            if line.about and line.about <= {(self.words.failed, ticket_id) for ticket_id in ids}:
                line.put_away()

    def make_room(self) -> None:
        """Take good news away at once, because the next are coming."""
        if self._line is not None and self._line.is_news:
            self._line.put_away()

    def _own_line(self) -> WorkLine:
        if self._line is None:
            self._line = self._bar.add()
            self._line.gone.connect(self._forget_line)
        return self._line

    def _forget_line(self) -> None:
        self._line = None
        if self._batch.is_ended:
            self.deleteLater()

    def _end(self) -> None:
        if self._line is not None:
            self._line.put_away()
        else:
            self.deleteLater()

    def _show_progress(self) -> None:
        batch = self._batch
        # One ticket is answered before people could read of it.
        if batch.is_ended or (batch.total == 1 and self._line is None):
            return
        line = self._own_line()
        line.show_words(_counted(self.words.busy, batch), counts_on=True)
        line.show_share((len(batch.done) + len(batch.failed)) / batch.total)
        line.offer(self.tr("Stop") if batch.waiting else "", batch.stop)

    def _show_result(self) -> None:
        batch = self._batch
        told = " ".join(filter(None, (self._done_words(), *self._failed_words(), self._stopped_words())))
        if not told:
            self._end()
            return
        line = self._own_line()
        line.show_words(told, wrong=bool(batch.failed))
        line.show_share(0)
        line.about = frozenset((self.words.failed, ticket_id) for ticket_id in batch.failed)
        self._offer(line)
        line.may_go(soon=not batch.failed and not batch.stopped)

    def _offer(self, line: WorkLine) -> None:
        if self._batch.passing:
            line.offer(self.tr("Try again"), self._again)
        elif self._undo is not None and self._batch.done:
            line.offer(self.tr("Undo"), self._undo, keys_of(Command.UNDO)[0])
        else:
            line.offer("")

    def _again(self) -> None:
        self._writing.again(self._batch)
        self._show_progress()

    def _done_words(self) -> str:
        if len(self._batch.done) == 1:
            return self.words.one.replace("%1", f"#{next(iter(self._batch.done))}")
        return self.words.many.replace("%1", count_words(len(self._batch.done))) if self._batch.done else ""

    def _stopped_words(self) -> str:
        words = self.tr("Stopped before %1.")
        return words.replace("%1", numbers_words(self._batch.stopped)) if self._batch.stopped else ""

    def _failed_words(self) -> list[str]:
        reasons: dict[str, list[int]] = {}
        for ticket_id, error in sorted(self._batch.failed.items()):
            reasons.setdefault(short_error_words(error), []).append(ticket_id)
        failed = self.words.failed
        return [failed.replace("%2", why).replace("%1", numbers_words(ids)) for why, ids in reasons.items()]


def numbers_words(ticket_ids: Iterable[int]) -> str:
    """Return the tickets' numbers, such as "#3, #5", the first few of many."""
    numbers = [f"#{ticket_id}" for ticket_id in ticket_ids]
    named, rest = ", ".join(numbers[:_MOST_NAMED]), len(numbers) - _MOST_NAMED
    if rest <= 0:
        return named
    words = QCoreApplication.translate("BatchLine", "%1 and %2 more")
    return words.replace("%2", count_words(rest)).replace("%1", named)


def _counted(words: str, batch: Batch) -> str:
    if batch.total == 1:
        return words
    told = QCoreApplication.translate("BatchLine", "%1 · %2 of %3").replace("%3", count_words(batch.total))
    settled = count_words(len(batch.done) + len(batch.failed))
    return told.replace("%2", settled).replace("%1", words.replace("%1", count_words(batch.total)))
