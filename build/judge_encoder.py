"""Print how good the encoder and the light model are together on texts that neither was trained on."""

from collections.abc import Sequence

import numpy as np

from ticket_server.categoriser.fit import DEVELOPMENT, CrossValidation, Example, read_corpus
from ticket_server.categoriser.model import Categoriser
from ticket_server.encoder.encoder import ARTEFACTS, Encoder
from train_categoriser import labels_of, report

SURE = 0.9


def main() -> None:
    """Judge and report."""
    unseen = read_corpus(DEVELOPMENT)
    judged = judged_by(Encoder(ARTEFACTS, Categoriser.load()), unseen)
    print("The development set (other authors, never trained on)")
    print(report(unseen, judged))
    for name, group in (("typical", False), ("hard", True)):
        print(f"  {name}: {sure_line(judged, unseen, hard=group)}")


def judged_by(encoder: Encoder, examples: Sequence[Example]) -> CrossValidation:
    """Return the chances that the encoder gives the texts; its own temperature is in them."""
    return CrossValidation(np.array([encoder.unadapted(example.text)[0] for example in examples]), 1.0)


def sure_line(judged: CrossValidation, examples: Sequence[Example], *, hard: bool) -> str:
    """Describe how many texts of one kind the model is sure of, and of how many of those rightly."""
    of_kind = np.array([example.hard == hard for example in examples])
    sure = of_kind & (judged.probabilities.max(axis=1) >= SURE)
    right = judged.probabilities.argmax(axis=1) == labels_of(examples)
    return f"sure of {sure.sum()} of {of_kind.sum()}, right in {right[sure].mean():.3f} of these"


if __name__ == "__main__":
    main()
