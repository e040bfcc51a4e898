"""What operators are told of versions, their making and their scores."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from campusdesk.reread import FileBroken
from ticket_server.adaptation.version import Learned, Score, Version
from ticket_server.adaptation.versions import SHIPPED, Versions
from ticket_server.categoriser.fit import CORPUS, read_corpus
from ticket_server.categoriser.model import Categoriser
from ticket_server.learning.making import Made
from ticket_server.learning.models import FULL, LIGHT, EncoderMissing, load_encoder
from ticket_server.learning.refitting import Trial
from ticket_server.storage.corrections import count_corrections
from ticket_server.storage.engine import CannotOpen

_TEXTS = {
    "corrections": "corrections held back in turn",
    "typical": "typical texts that nothing is trained on",
    "hard": "misleading texts that nothing is trained on",
}


def named(number: int) -> str:
    """Return the words for a version by its number."""
    return "the models as they are shipped" if number == SHIPPED else f"what version {number} learned"


def made_lines(made: Made) -> Iterator[str]:
    """Tell what was learned, what it gains, and what is in force now."""
    yield f"{made.corrections:,} corrections, {made.corpus:,} texts of the corpus."
    if made.missing:
        yield f"The light model alone learns: {made.missing}."
    for trial in made.trials:
        yield from score_lines(trial.scores)
        yield f"  {_judgement(trial)}"
    if made.version is None:
        yield f"No version was made. In force stays: {named(made.in_force)}."
    else:
        yield f"Version {made.version.number} is in force: running servers use it for new tickets from now on."
        yield f"Before it: {named(made.in_force)} (--previous returns to that)."


def score_lines(scores: Sequence[Score]) -> Iterator[str]:
    """Tell how many of which texts are right, as shipped and with what was learned."""
    for score in scores:
        shares = " -> ".join(f"{right / max(1, score.count):.1%}" for right in (score.before, score.after))
        counts = f"{score.before:,} -> {score.after:,} of {score.count:,}"
        yield f"  {score.model} model: {shares} ({counts}) {_TEXTS.get(score.texts, score.texts)}"


def _judgement(trial: Trial) -> str:
    if not trial.gains:
        return f"The {trial.model} model learns nothing that holds for corrections held back: it stays as it is."
    if trial.harms:
        return f"The {trial.model} model would lose more than half a point of what it knew: it stays as it is."
    return f"The {trial.model} model learns."


def status_lines(url: str, folder: Path) -> Iterator[str]:
    """Tell which models and which version set categories, from how many texts, and the last scores."""
    light = Categoriser.load()
    bases, notes = {LIGHT: light.version}, ""
    try:
        encoder = load_encoder(light)
        bases[FULL], notes = encoder.base, encoder.scores
        yield f"model:        the encoder {encoder.version}, joined with the light model {light.version}"
    except EncoderMissing as error:
        yield f"model:        the light model {light.version} alone: {error}"
    try:
        version = Versions(folder).in_force()
        yield from _version_lines(version, bases)
    except FileBroken as error:
        version = None
        yield f"version:      {named(SHIPPED)}, because {error}"
    yield f"corpus:       {len(read_corpus(CORPUS)):,} texts"
    yield f"corrections:  {_corrections(url)}"
    yield "last scores:" if version or notes else "last scores:  none are noted; --refit measures them"
    if version is not None:
        yield from score_lines(version.scores)
    elif notes:
        yield f"  encoder alone, as it was taught: {notes}"


def _version_lines(version: Version | None, bases: dict[str, str]) -> Iterator[str]:
    if version is None:
        yield f"version:      {named(SHIPPED)}"
        return
    made = datetime.fromtimestamp(version.made_us / 1_000_000, UTC)
    before = "the models as they are shipped" if version.previous == SHIPPED else f"version {version.previous}"
    yield (
        f"version:      {version.number} of {made:%Y-%m-%d %H:%M} UTC, from {version.corrections:,} corrections;"
        f" before it {before}"
    )
    parts: tuple[tuple[str, Learned | None], ...] = ((FULL, version.full), (LIGHT, version.light))
    for model, learned in parts:
        if learned is not None and model in bases and learned.base != bases[model]:
            yield f"              not used for the {model} model, which is another one since: --refit makes a new one"


def _corrections(url: str) -> str:
    try:
        return f"{count_corrections(url):,} in the database"
    except CannotOpen as error:
        return f"unknown: {error}"
