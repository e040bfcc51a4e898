"""The models as they are shipped: what each says of a text before anything is added to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ticket_server.adaptation.delta import Scores, own_words
from ticket_server.adaptation.versions import InForce, shipped
from ticket_server.categoriser.model import Categoriser
from ticket_server.progress import Progress, no_progress

if TYPE_CHECKING:
    from ticket_server.encoder.encoder import Encoder

# The names of the models in a version's scores.
FULL, LIGHT = "full", "light"


class EncoderMissing(Exception):  # noqa: N818  reads as what happened: `except EncoderMissing`
    """The encoder cannot be loaded here; the words say why."""


@dataclass(frozen=True)
class Judged:
    """A text as a model sees it: its chances, its vector (empty for the light model), and the campus's own words."""

    chances: Scores
    vector: bytes
    words: dict[int, float]


@dataclass(frozen=True)
class Model:
    """A model by its name, the version that a delta is learned for, and its judgement of a text."""

    name: str
    base: str
    judge: Callable[[str], Judged]

    def all(self, texts: Sequence[str], progress: Progress = no_progress) -> list[Judged]:
        """Judge all the texts."""
        judged = []
        for number, text in enumerate(texts, start=1):
            judged.append(self.judge(text))
            progress(number, len(texts))
        return judged


def full_model(encoder: "Encoder", light: Categoriser) -> Model:
    """Return the encoder as a model."""

    def judge(text: str) -> Judged:
        chances, vector = encoder.unadapted(text)
        return Judged(chances, vector, own_words(light, text))

    return Model(FULL, encoder.base, judge)


def light_model(light: Categoriser) -> Model:
    """Return the light model."""
    return Model(LIGHT, light.version, lambda text: Judged(light.probabilities(text), b"", own_words(light, text)))


def load_encoder(light: Categoriser, in_force: InForce = shipped) -> "Encoder":
    """Load the encoder; raises EncoderMissing."""
    try:
        # Not every system has the libraries.
        from ticket_server.encoder.encoder import ARTEFACTS, Encoder

        return Encoder(ARTEFACTS, light, in_force)
    except Exception as error:
        # Each library has errors of its own for a file that is damaged.
        raise EncoderMissing(f"the encoder cannot be loaded ({type(error).__name__})") from error
