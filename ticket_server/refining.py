"""Give tickets the category of the reader that did not answer in time, each by one later change."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace

from campusdesk.background import in_background
from campusdesk.errors import DeskError
from campusdesk.rules import Reason, Role
from ticket_server import ticket as step
from ticket_server.judging import Judged, Judging, Understood
from ticket_server.storage.group import Situation, Unit, own_unit
from ticket_server.storage.writer import Writer
from ticket_server.ticket import Change, Stamp, Ticket

_log = logging.getLogger(__name__)

# A burst of reports that the reader needs half a minute for; a text takes 10,000 characters at most, so 20 MB in all.
MOST_WAITING = 500
# A reader that is loading or wanted elsewhere is asked again after so many seconds, and so often for one ticket.
PAUSE_S = 1.0
MOST_TRIES = 10


@dataclass(frozen=True, slots=True)
class _Waiting:
    ticket_id: int
    text: str
    coming: asyncio.Future[Understood | None] | None
    tries: int = 0


class Refining:
    """One ticket after the other, in the order of their arrival; new tickets come first with the reader."""

    def __init__(
        self,
        judging: Judging,
        writer: Writer,
        clock: Callable[[], int],
        *,
        most_waiting: int = MOST_WAITING,
        pause_s: float = PAUSE_S,
    ) -> None:
        """Ask the judging's reader and hand changes to the writer; the clock tells microseconds since 1970 UTC."""
        self._judging = judging
        self._writer = writer
        self._clock = clock
        self._pause_s = pause_s
        self._queue: asyncio.Queue[_Waiting] = asyncio.Queue(most_waiting)
        self.left_light = 0

    @property
    def waiting(self) -> int:
        """How many tickets wait for the reader."""
        return self._queue.qsize()

    def add(self, ticket: Ticket, judged: Judged) -> None:
        """Let the ticket wait for the reader if it was committed without; where too many wait its category stays."""
        same = judged.text == ticket.description
        if (same and judged.meaning is not None) or not self._judging.expects_reader:
            return
        self._enqueue(_Waiting(ticket.id, ticket.description, judged.coming if same else None))

    def running(self) -> AbstractAsyncContextManager[None]:
        """Refine until the context is left; tickets that wait then keep the light model's category for good."""
        return in_background(self._run())

    def _enqueue(self, waiting: _Waiting) -> None:
        try:
            self._queue.put_nowait(waiting)
        except asyncio.QueueFull:
            self.left_light += 1

    async def _run(self) -> None:
        while True:
            waiting = await self._queue.get()
            # While the reader is loaded nothing is tried; where it ended over a text, that was.
            tries = waiting.tries + (waiting.coming is not None or bool(self._judging.version))
            try:
                done = await self._refined(waiting)
            except Exception as error:  # noqa: BLE001  whatever one ticket meets, the others go on
                _log.error("a category was not refined: %s", type(error).__name__)
                done = False
            if not done:
                self._again(replace(waiting, coming=None, tries=tries))
                await asyncio.sleep(self._pause_s)

    def _again(self, waiting: _Waiting) -> None:
        if waiting.tries == MOST_TRIES or not self._judging.expects_reader:
            self.left_light += 1
        else:
            self._enqueue(waiting)

    async def _refined(self, waiting: _Waiting) -> bool:
        """Read the text and commit what came of it; say whether that is done."""
        understood = await (waiting.coming or self._judging.understood(waiting.text))
        if understood is None:
            return False
        try:
            await self._writer.submit(self._unit(waiting, understood))
        except DeskError as refusal:
            return refusal.reason == Reason.TICKET_NOT_FOUND
        return True

    def _unit(self, waiting: _Waiting, understood: Understood) -> Unit:
        now = self._clock()

        def decide(situation: Situation) -> Change | None:
            ticket = situation.ticket
            if ticket is None:
                raise DeskError(Reason.TICKET_NOT_FOUND, ticket_id=waiting.ticket_id)
            # Edited or erased meanwhile: whoever did it had the new text judged.
            if ticket.description != waiting.text:
                return None
            # The server has no role of a desk; it does what helpdesk staff may.
            stamp = Stamp(situation.next_revision, Role.HELPDESK, "", now)
            return step.categorised(ticket, stamp, understood.judgement)

        return own_unit(waiting.ticket_id, now, decide, understood.meaning)
