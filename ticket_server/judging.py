"""What category a text gets: by the reader when it answers soon enough, else by the light model, which always does."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass

from campusdesk.rules import Category
from ticket_server.categoriser.explaining import MOST_WORDS
from ticket_server.encoder.reading import Reader, Reading
from ticket_server.judgement import Judgement, Meaning, Verdict, automatic

_log = logging.getLogger(__name__)

# How long a report or an edit waits for the reader, in seconds: nearly twice what half of all texts take. With what a
# busy machine adds to that it stays below 60 ms, which nobody notices.
PATIENCE_S = 0.04
# How long a person who types may be kept waiting: what comes later speaks of words that have changed.
QUESTION_PATIENCE_S = 0.2
# How many questions wait for the reader at most, which reads them one by one and never before a ticket.
MOST_QUESTIONS = 4


@dataclass(frozen=True, slots=True)
class Understood:
    """What the reader made of a ticket's text."""

    judgement: Judgement
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Judged:
    """What is known of a ticket's text when it is committed: by the light model when there is no meaning yet.

    `coming` is what the reader did not say in time; it is None too when the reader could not take the text.
    """

    text: str
    judgement: Judgement
    meaning: Meaning | None = None
    coming: asyncio.Future[Understood | None] | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The category that a text would get, how sure that is (0 to 1), and the words that spoke for it."""

    category: Category
    confidence: float
    words: tuple[str, ...]


class Judging:
    """Asks the reader and, where it does not answer, the light model."""

    def __init__(
        self,
        categorise: Callable[[str], Verdict],
        speaking: Callable[[str, Category], tuple[str, ...]],
        reader: Reader,
    ) -> None:
        """Judge by the light model's `categorise`, tell words by its `speaking`, and ask the reader first."""
        self._categorise = categorise
        self._speaking = speaking
        self._reader = reader
        self._readings: set[asyncio.Task[Understood | None]] = set()
        self._questions = 0
        self._one_question = asyncio.Lock()

    @property
    def expects_reader(self) -> bool:
        """Whether there is a reader that answers, now or once it is loaded."""
        return self._reader.expected

    @property
    def version(self) -> str:
        """The version of the model whose vectors can be compared; empty while none is loaded."""
        return self._reader.version

    def light(self, text: str) -> Judgement:
        """Return the light model's judgement, at once and from any thread."""
        return automatic(self._categorise(text))

    async def judged(self, text: str) -> Judged:
        """Return what is known of a ticket's text within PATIENCE_S; at once when that is not likely to be enough."""
        if not self.version:
            return Judged(text, self.light(text))
        likely = self._reader.wait_s(text) <= PATIENCE_S
        coming = self.understood(text)
        if likely:
            await asyncio.wait((coming,), timeout=PATIENCE_S)
        understood = coming.result() if coming.done() else None
        if understood is None:
            return Judged(text, self.light(text), coming=None if coming.done() else coming)
        return Judged(text, understood.judgement, understood.meaning)

    def of(self, judged: Judged | None, text: str) -> Judgement:
        """Return the judgement of a text, which may be another than was judged: it was edited meanwhile."""
        return judged.judgement if judged is not None and judged.text == text else self.light(text)

    def understood(self, text: str) -> asyncio.Task[Understood | None]:
        """Let the reader read a ticket's text, however long it takes; the result is None when it cannot."""
        task = asyncio.create_task(self._understand(text))
        # The event loop itself would let go of a task that nobody waits for.
        self._readings.add(task)
        task.add_done_callback(self._readings.discard)
        return task

    async def suggested(self, text: str) -> Suggestion:
        """Return the category that a text would get now, with at most MOST_WORDS words that spoke for it."""
        reading = await self.answer(text, explain=True)
        if reading is not None:
            judgement = automatic(reading)
            words = reading.words
        else:
            judgement = self.light(text)
            words = self._speaking(text, judgement.category)
        return Suggestion(judgement.category, judgement.confidence, words[:MOST_WORDS])

    async def answer(self, text: str, *, explain: bool = False) -> Reading | None:
        """Read what somebody is typing; None when that takes over QUESTION_PATIENCE_S.

        Or at once, when tickets are being read or MOST_QUESTIONS wait: who types can keep no report from the reader.
        """
        if not self.version or self._readings or self._questions == MOST_QUESTIONS:
            return None
        self._questions += 1
        try:
            async with asyncio.timeout(QUESTION_PATIENCE_S), self._one_question:
                return await self._read(text, explain=explain)
        except TimeoutError:
            return None
        finally:
            self._questions -= 1

    async def _understand(self, text: str) -> Understood | None:
        # Of now: when somebody looks at the result the reader may have ended.
        version = self.version
        reading = await self._read(text)
        if reading is None:
            return None
        return Understood(automatic(reading), Meaning(text, version, reading.vector))

    async def _read(self, text: str, *, explain: bool = False) -> Reading | None:
        try:
            return await self._reader.read(text, explain=explain)
        except Exception as error:  # noqa: BLE001  whatever ails the reader, the light model answers
            # Its words might quote the text.
            _log.error("the reader failed: %s", type(error).__name__)
            return None
