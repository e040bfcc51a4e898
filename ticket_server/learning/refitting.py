"""Make a version from the corpus and the corrections, and say what it gains; what does not gain is not put in force."""

from collections.abc import Sequence
from dataclasses import dataclass

from ticket_server.adaptation.version import Learned, Score
from ticket_server.categoriser.fit import Example
from ticket_server.learning.fitting import Correct, fit
from ticket_server.learning.held_back import FOLDS, Tally, folds, tally
from ticket_server.learning.models import Model
from ticket_server.progress import Progress, no_progress
from ticket_server.storage.corrections import Correction

# Texts of the corpus for which the models should go on saying what they say.
REPLAYED = 600
MOST_CORRECTIONS = 5_000


@dataclass(frozen=True)
class Texts:
    """What a version is made of and judged by: corrections, texts of the corpus, and texts never trained on."""

    corrections: Sequence[Correction]
    replayed: Sequence[str]
    unseen: Sequence[Example]


@dataclass(frozen=True)
class Trial:
    """What was learned for a model, and how it does on corrections held back, typical and hard unseen texts."""

    model: str
    learned: Learned
    corrections: Tally
    typical: Tally
    hard: Tally

    @property
    def gains(self) -> bool:
        """Whether it learned from the corrections what holds for others of them."""
        return self.corrections.convinces

    @property
    def harms(self) -> bool:
        """Whether it forgot what it knew."""
        return not (self.typical + self.hard).keeps

    @property
    def convinces(self) -> bool:
        """Whether it may be put in force."""
        return self.gains and not self.harms

    @property
    def scores(self) -> tuple[Score, ...]:
        """What is kept of it with a version."""
        named = {"corrections": self.corrections, "typical": self.typical, "hard": self.hard}
        return tuple(Score(self.model, name, of.count, of.before, of.after) for name, of in named.items())


def replayed(corpus: Sequence[Example]) -> list[str]:
    """Choose REPLAYED texts evenly from the corpus."""
    step = max(1, len(corpus) // REPLAYED)
    return [example.text for example in corpus[::step][:REPLAYED]]


def tried(model: Model, texts: Texts, progress: Progress = no_progress) -> Trial:
    """Fit a delta for the model: one of words and meaning, or of words alone where that one gains nothing or harms."""
    sources = [*(correction.text for correction in texts.corrections), *texts.replayed]
    judged = model.all([*sources, *(example.text for example in texts.unseen)], progress)
    count = len(texts.corrections)
    corrections = [
        Correct(seen, correction.category) for seen, correction in zip(judged, texts.corrections, strict=False)
    ]
    kept = [Correct(seen, None) for seen in judged[count : len(sources)]]
    unseen = [
        (Correct(seen, example.category), example.hard)
        for seen, example in zip(judged[len(sources) :], texts.unseen, strict=True)
    ]
    trial = _trial(model, texts, corrections, kept, unseen, with_meaning=True)
    if trial.convinces:
        return trial
    plainer = _trial(model, texts, corrections, kept, unseen, with_meaning=False)
    return plainer if plainer.convinces else trial


def _trial(
    model: Model,
    texts: Texts,
    corrections: Sequence[Correct],
    kept: Sequence[Correct],
    unseen: Sequence[tuple[Correct, bool]],
    *,
    with_meaning: bool,
) -> Trial:
    delta = fit([*corrections, *kept], with_meaning=with_meaning)
    fold_of = folds([correction.text for correction in texts.corrections])
    parts = [
        fit(
            [*(one for one, fold in zip(corrections, fold_of, strict=True) if fold != held), *kept],
            with_meaning=with_meaning,
        )
        for held in range(FOLDS)
    ]
    return Trial(
        model.name,
        Learned(model.base, delta),
        tally(corrections, lambda number: parts[fold_of[number]]),
        *(tally([text for text, is_hard in unseen if is_hard == hard], lambda _: delta) for hard in (False, True)),
    )
