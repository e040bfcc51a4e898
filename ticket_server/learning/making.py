"""Make the next version of a folder from a database's corrections, and put it in force where it gains and keeps."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ticket_server.adaptation.version import Version
from ticket_server.adaptation.versions import Versions
from ticket_server.categoriser.fit import CORPUS, DEVELOPMENT, read_corpus
from ticket_server.categoriser.model import Categoriser
from ticket_server.learning.models import FULL, LIGHT, EncoderMissing, Model, full_model, light_model, load_encoder
from ticket_server.learning.refitting import MOST_CORRECTIONS, Texts, Trial, replayed, tried
from ticket_server.progress import Progress, no_progress
from ticket_server.storage.corrections import Correction, read_corrections


@dataclass(frozen=True)
class Made:
    """What became of it: how each model does, the version if one was made, and why the encoder is not among them."""

    trials: Sequence[Trial]
    version: Version | None
    in_force: int
    corrections: int
    corpus: int
    missing: str = ""


def refit(url: str, folder: Path, now_us: int, progress: Progress = no_progress) -> Made:
    """Learn from the corrections of the database at an SQLAlchemy URL; nothing is written but in the folder.

    Raises CannotOpen when the database cannot be read, Busy while another program does the same in that folder,
    FileBroken when the file that names the present version is damaged, OSError when it cannot be written.
    """
    corrections = read_corrections(url, MOST_CORRECTIONS)
    found, missing = models()
    with Versions(folder).alone():
        return make(Versions(folder), found, corrections, now_us, progress, missing=missing)


def models() -> tuple[list[Model], str]:
    """Return the models that can be loaded here as they are shipped, and why the encoder is not among them."""
    light = Categoriser.load()
    try:
        return [full_model(load_encoder(light), light), light_model(light)], ""
    except EncoderMissing as error:
        return [light_model(light)], str(error)


def make(
    versions: Versions,
    found: Sequence[Model],
    corrections: Sequence[Correction],
    now_us: int,
    progress: Progress = no_progress,
    *,
    missing: str = "",
) -> Made:
    """Try each model with the corrections, and keep what convinces as the folder's next version."""
    corpus, in_force = read_corpus(CORPUS), versions.number_in_force()
    texts = Texts(corrections, replayed(corpus), read_corpus(DEVELOPMENT))
    trials = [tried(model, texts, progress) for model in found] if corrections else []
    learned = {trial.model: trial.learned for trial in trials if trial.convinces}
    version = None
    if learned:
        version = Version(
            number=versions.next_number(),
            previous=in_force,
            made_us=now_us,
            corrections=len(corrections),
            corpus=len(corpus),
            full=learned.get(FULL),
            light=learned.get(LIGHT),
            scores=tuple(score for trial in trials for score in trial.scores),
        )
        versions.keep(version)
    return Made(trials, version, in_force, len(corrections), len(corpus), missing)
