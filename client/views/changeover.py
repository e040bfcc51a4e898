"""One window takes the place of another of the same role, because it speaks another language: nothing is lost."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from client.views.main_window import MainWindow


class Changeover:
    """What a window shows that no store remembers; its connection and its tickets are handed over, away or not."""

    def __init__(self, before: "MainWindow", pause: Callable[[], object]) -> None:
        """Leave the window, which is told nothing any more and stays in sight until the other one is there."""
        before.setUpdatesEnabled(False)
        self._pause = pause
        self._shown = before.shown_ticket
        self._searched = before.finding.bar.field.text()
        self._is_report_shown, self._reported = not before.report.isHidden(), before.report.reported_number
        self._shows_history = before.talk.shows_history
        self._was_taken = before.leave()
        self._facts, self._texts = before.tickets.hand_over()
        before.connection.let_go()

    def go_on(self, window: "MainWindow") -> None:
        """Show in the window what was shown before; what is typed comes by the drafts."""
        window.show_report(self._is_report_shown)
        if self._reported:
            window.report.thank(self._reported)
        window.connection.tell_again(self._facts)
        window.tickets.set_texts((), self._texts)
        self._pause()
        window.talk.show_history(self._shows_history)
        window.finding.bar.field.setText(self._searched)
        if window.work is not None and not self._was_taken:
            window.work.tell_unconfirmed()
        if self._shown and window.shown_ticket != self._shown:
            window.jump_to(self._shown)
