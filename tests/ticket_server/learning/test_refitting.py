"""Right corrections teach the campus's own words; a hundred wrong ones ruin neither model."""

from collections.abc import Callable
from functools import cache

import pytest

from campusdesk.rules import Category
from tests.ticket_server.learning.campus import PORTAL, corpus, light, portal, unseen, wrong
from ticket_server.adaptation.delta import Delta
from ticket_server.categoriser.fit import Example
from ticket_server.categoriser.model import CATEGORIES, Categoriser
from ticket_server.learning.models import Judged, Model, full_model, load_encoder
from ticket_server.learning.refitting import REPLAYED, Texts, Trial, replayed, tried
from ticket_server.storage.corrections import Correction

# So few are enough to see ruin, and reading a text by the encoder takes 20 ms.
FEW = 120

HUNDRED_WRONG = [wrong(100), wrong(100, Category.TECHNICAL_IT), wrong(100, Category.FACILITY_MANAGEMENT)]
WRONGLY = pytest.mark.parametrize("corrections", HUNDRED_WRONG, ids=["anything", "all IT", "all facility"])


@cache
def full() -> Model:
    light = Categoriser.load()
    model = full_model(load_encoder(light), light)
    return Model(model.name, model.base, cache(model.judge))


def judging(texts: list[Example]) -> list[Example]:
    return texts[:: len(texts) // FEW]


def tried_light(corrections: list[Correction]) -> Trial:
    return tried(light(), Texts(corrections, replayed(corpus()), unseen()))


def tried_full(corrections: list[Correction]) -> Trial:
    return tried(full(), Texts(corrections, replayed(corpus())[::5], judging(unseen())))


def right(judge: Callable[[str], Judged], delta: Delta, examples: list[Example]) -> float:
    hits = 0
    for example in examples:
        judged = judge(example.text)
        chances = delta.applied(judged.chances, judged.words, judged.vector)
        hits += CATEGORIES[chances.index(max(chances))] == example.category
    return hits / len(examples)


def in_force(trial: Trial) -> Delta:
    return trial.learned.delta if trial.convinces else Delta({})


@WRONGLY
def test_a_hundred_wrong_corrections_do_not_ruin_the_light_model(corrections: list[Correction]) -> None:
    delta = in_force(tried_light(corrections))
    assert right(light().judge, delta, unseen()) >= right(light().judge, Delta({}), unseen()) - 0.01


@WRONGLY
def test_a_hundred_wrong_corrections_do_not_ruin_the_full_model(corrections: list[Correction]) -> None:
    delta, texts = in_force(tried_full(corrections)), judging(unseen())
    assert right(full().judge, delta, texts) >= right(full().judge, Delta({}), texts) - 0.01


@pytest.mark.parametrize("trial_of", [tried_light, tried_full])
def test_a_campuss_own_word_is_learned_beside_a_hundred_wrong_corrections(
    trial_of: Callable[[list[Correction]], Trial],
) -> None:
    for corrections in (portal(), portal() + wrong(100)):
        trial = trial_of(corrections)
        assert trial.convinces
        assert trial.corrections.gained > trial.corrections.lost
        model = light() if trial.model == "light" else full()
        judged = model.judge(f"{PORTAL} hangs when I print my fees")
        chances = trial.learned.delta.applied(judged.chances, judged.words, judged.vector)
        assert CATEGORIES[chances.index(max(chances))] == Category.SERVICES_COMPLAINTS


def test_a_refit_is_the_same_each_time() -> None:
    assert tried_light(portal()) == tried_light(portal())


def test_the_replayed_texts_are_of_the_corpus_and_never_of_those_that_judge() -> None:
    texts = replayed(corpus())
    assert len(texts) == REPLAYED
    assert not set(texts) & {example.text for example in unseen()}
