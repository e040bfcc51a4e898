"""Asks a server about what changes under a person's hands: after a pause, one question at a time, the newest alone."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from client.connection import Reply

Question = Hashable | None


class Asking(QObject):
    """`answered` tells the answer to the newest question, or None as soon as there is none; `refused` first why.

    An answer to another question than the newest is dropped, and a refusal is no answer: nothing is asked again by
    itself before the question changes.
    """

    answered = Signal(object)
    refused = Signal(object)

    def __init__(self, ask: "Callable[[Question], Reply]", pause_ms: int, parent: QObject | None = None) -> None:
        """Ask by `ask` once a question has stood for `pause_ms` milliseconds."""
        super().__init__(parent)
        self._ask = ask
        self._wanted: Question = None
        self._asked: Question = None
        self._reply: Reply | None = None
        self._is_refused = self._is_waiting = False
        self._pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._pause.timeout.connect(self._send)

    @property
    def question(self) -> Question:
        """Return what is or was asked last."""
        return self._wanted

    def want(self, question: Question) -> None:
        """Ask this soon; None asks nothing, and what was answered before holds no more."""
        if question == self._wanted:
            return
        self._wanted, self._is_refused = question, False
        if question is None:
            self._pause.stop()
            self.answered.emit(None)
        else:
            self._pause.start()

    def ask_again(self) -> None:
        """Ask once more what was refused, because the server is there again; an answer stays."""
        if self._is_refused:
            self._pause.start()

    def renew(self) -> None:
        """Ask once more, because what it is about changed; the answer before holds until there is the next."""
        if self._wanted is not None:
            self._pause.start()

    def _send(self) -> None:
        if self._wanted is None:
            return
        # What is under way is waited for: its end asks for what is wanted then.
        self._is_waiting = self._reply is not None
        if self._is_waiting:
            return
        self._is_refused = False
        self._asked, self._reply = self._wanted, self._ask(self._wanted)
        # Methods, which Qt forgets with this object: an answer may come when its window is gone.
        self._reply.done.connect(self._settle)
        self._reply.failed.connect(self._unanswered)

    def _unanswered(self, error: object) -> None:
        self._is_refused = self._asked == self._wanted
        if self._is_refused:
            self.refused.emit(error)
        self._settle(None)

    def _settle(self, answer: object) -> None:
        self._reply = None
        if self._asked == self._wanted:
            self.answered.emit(answer)
        if self._is_waiting and not self._pause.isActive():
            self._send()
