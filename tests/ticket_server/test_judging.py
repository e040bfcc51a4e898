"""Judging: the reader's answer when it comes soon enough, the light model's always, and tickets before questions."""

import asyncio
import logging
from functools import partial

import pytest

from campusdesk.rules import Category, CategorySource
from tests.ticket_server.desk import categorise, speaking
from tests.ticket_server.readers import VECTOR, FailingReader, HeldReader, PromptReader
from ticket_server import judging as judging_module
from ticket_server.categoriser import explaining
from ticket_server.categoriser.explaining import MOST_WORDS
from ticket_server.categoriser.model import Categoriser
from ticket_server.encoder.reading import NoReader, Reader, Reading
from ticket_server.judgement import Judgement, Meaning
from ticket_server.judging import MOST_QUESTIONS, PATIENCE_S, Judging, Understood

RUDE = Judgement(Category.SERVICES_COMPLAINTS, 0.75, CategorySource.AUTOMATIC)
READ = Judgement(Category.FACILITY_MANAGEMENT, 0.95, CategorySource.AUTOMATIC)


def judging(reader: Reader) -> Judging:
    return Judging(categorise, speaking, reader)


async def test_what_the_reader_says_in_time_counts_with_its_vector() -> None:
    judged = await judging(PromptReader()).judged("They were rude")
    assert judged.judgement == READ
    assert judged.meaning == Meaning("They were rude", "prompt", VECTOR)
    assert judged.coming is None


async def test_a_reader_that_is_slow_is_not_waited_for_and_answers_later() -> None:
    reader = HeldReader()
    judged = await judging(reader).judged("They were rude")
    assert (judged.judgement, judged.meaning) == (RUDE, None)
    assert judged.coming is not None
    assert not judged.coming.done()
    reader.free.set()
    assert await judged.coming == Understood(READ, Meaning("They were rude", "held", VECTOR))


async def test_a_reader_that_is_not_likely_to_answer_in_time_is_not_waited_for_at_all() -> None:
    reader = PromptReader()
    asked = judging(reader)
    reader.likely_s = 1.01 * PATIENCE_S
    judged = await asked.judged("They were rude")
    assert (judged.judgement, judged.meaning) == (RUDE, None)
    assert judged.coming is not None
    assert await judged.coming == Understood(READ, Meaning("They were rude", "prompt", VECTOR))
    reader.likely_s = PATIENCE_S
    assert (await asked.judged("They were rude")).judgement == READ


async def test_without_a_reader_the_light_model_judges() -> None:
    judged = await judging(NoReader()).judged("They were rude")
    assert (judged.judgement, judged.meaning, judged.coming) == (RUDE, None, None)


async def test_a_reader_that_has_too_much_to_do_is_not_waited_for() -> None:
    reader = HeldReader()
    reader.busy = True
    judged = await judging(reader).judged("They were rude")
    assert (judged.judgement, judged.meaning, judged.coming) == (RUDE, None, None)


async def test_a_reader_that_fails_costs_nobody_a_ticket_and_the_log_no_text(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        judged = await judging(FailingReader()).judged("They were rude")
    assert (judged.judgement, judged.meaning) == (RUDE, None)
    assert "RuntimeError" in caplog.text
    assert "rude" not in caplog.text


@pytest.mark.parametrize(("said", "kept"), [(1.0000001, 1.0), (-0.1, 0.0), (float("nan"), 0.0)])
async def test_a_confidence_that_is_none_is_brought_into_its_range(said: float, kept: float) -> None:
    class Excessive(PromptReader):
        async def read(self, text: str, *, explain: bool = False) -> Reading | None:
            return Reading(Category.TECHNICAL_IT, said, VECTOR)

    assert (await judging(Excessive()).judged("Dark")).judgement.confidence == kept


async def test_a_text_that_was_not_judged_is_judged_by_the_light_model() -> None:
    asked = judging(PromptReader())
    judged = await asked.judged("The lamp")
    assert asked.of(judged, "The lamp") == READ
    assert asked.of(judged, "They were rude") == RUDE
    assert asked.of(None, "They were rude") == RUDE


async def test_a_suggestion_tells_the_readers_words() -> None:
    suggestion = await judging(PromptReader()).suggested("The broken lamp")
    assert (suggestion.category, suggestion.confidence) == (READ.category, READ.confidence)
    assert suggestion.words == ("lamp",)


@pytest.mark.parametrize("reader", [NoReader(), FailingReader()])
async def test_a_suggestion_without_a_reader_tells_the_light_models_words(reader: Reader) -> None:
    suggestion = await judging(reader).suggested("They were rude")
    assert (suggestion.category, suggestion.confidence, suggestion.words) == (RUDE.category, 0.75, ("They",))


async def test_never_more_than_the_most_words_are_told() -> None:
    class Verbose(PromptReader):
        async def read(self, text: str, *, explain: bool = False) -> Reading | None:
            return Reading(Category.TECHNICAL_IT, 0.9, VECTOR, tuple(text.split()))

    for reader in (NoReader(), Verbose()):
        talkative = Judging(categorise, lambda text, _category: tuple(text.split()), reader)
        assert len((await talkative.suggested("a b c d e f g h")).words) == MOST_WORDS


async def test_a_suggestion_does_not_wait_for_a_slow_reader() -> None:
    reader = HeldReader()
    assert (await judging(reader).suggested("They were rude")).category == RUDE.category
    assert reader.asked == ["They were rude"]
    assert reader.reading == 0


async def test_a_ticket_comes_before_a_question() -> None:
    reader = HeldReader()
    asked = judging(reader)
    coming = asked.understood("The lamp")
    await reader.begun.wait()
    assert await asked.answer("They were rude") is None
    assert reader.asked == ["The lamp"]
    reader.free.set()
    await coming
    assert await asked.answer("They were rude") is not None


async def test_questions_are_read_one_by_one_and_only_few_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    # On a busy machine their turn may come late.
    monkeypatch.setattr(judging_module, "QUESTION_PATIENCE_S", 20.0)
    reader = HeldReader()
    asked = judging(reader)
    questions = [asyncio.create_task(asked.answer(f"Question {number}")) for number in range(MOST_QUESTIONS + 3)]
    await reader.begun.wait()
    reader.free.set()
    answers = await asyncio.gather(*questions)
    assert [answer is not None for answer in answers] == [True] * MOST_QUESTIONS + [False] * 3
    assert reader.most_at_once == 1
    assert await asked.answer("Another") is not None


async def test_a_question_that_is_given_up_makes_room_for_others() -> None:
    reader = HeldReader()
    asked = judging(reader)
    for _ in range(MOST_QUESTIONS + 1):
        question = asyncio.create_task(asked.answer("Given up"))
        await reader.begun.wait()
        reader.begun.clear()
        question.cancel()
        with pytest.raises(asyncio.CancelledError):
            await question
    reader.free.set()
    assert await asked.answer("The lamp") is not None


@pytest.mark.parametrize(
    "text", ["a" * 10_000, "\U0001f525" * 5_000, "\x1b[2J\x07\x7f", "> " * 5_000, "\u202e\u200b.", "漏水" * 5_000]
)
async def test_any_text_is_judged_and_suggested_for_by_the_light_model_that_is_shipped(text: str) -> None:
    categoriser = Categoriser.load()
    shipped = Judging(categoriser.categorise, partial(explaining.speaking, categoriser), NoReader())
    judgement = (await shipped.judged(text)).judgement
    suggestion = await shipped.suggested(text)
    assert judgement.category == suggestion.category
    assert 0 <= judgement.confidence == suggestion.confidence <= 1
    assert all(word in text for word in suggestion.words)
