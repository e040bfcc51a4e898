"""Train the categoriser from its corpus, write its artefact and print how good it is, also on unseen texts."""

import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
# The script also runs where the project is not installed yet.
sys.path[:0] = [str(ROOT), str(ROOT / "protos")]

from ticket_server.categoriser.fit import (  # noqa: E402
    CORPUS,
    DEVELOPMENT,
    CrossValidation,
    Example,
    fit,
    read_corpus,
)
from ticket_server.categoriser.model import ARTEFACT, CATEGORIES, Categoriser  # noqa: E402

CONFIDENCE_BINS = 10
WORST_SHOWN = 12

Flags = NDArray[np.bool_]
Labels = NDArray[np.intp]


def main() -> None:
    """Train, save and report."""
    started = perf_counter()
    examples = read_corpus(CORPUS)
    fitted = fit(examples)
    fitted.categoriser.save(ARTEFACT)
    print(f"{len(examples)} texts on {len({example.topic for example in examples})} topics")
    print("\nHeld back topic by topic (words of unknown problems: the lower bound)")
    print(report(examples, fitted.by_topic))
    print("\nHeld back text by text (known problems in other words; gives the temperature)")
    print(report(examples, fitted.by_text))
    print("\nThe development set (other authors, never trained on)")
    unseen = read_corpus(DEVELOPMENT)
    print(report(unseen, judged(fitted.categoriser, unseen)))
    size = ARTEFACT.stat().st_size / 1e6
    print(f"\n{ARTEFACT.relative_to(ROOT)}: {size:.1f} MB, made in {perf_counter() - started:.1f} s")


def judged(categoriser: Categoriser, examples: Sequence[Example]) -> CrossValidation:
    """Return what the categoriser says of texts that it was not trained on; its own temperature is in it."""
    return CrossValidation(np.array([categoriser.probabilities(example.text) for example in examples]), 1.0)


def report(examples: Sequence[Example], validation: CrossValidation) -> str:
    """Describe how the categoriser does on texts held back from it, in lines to be read by a person."""
    labels = labels_of(examples)
    chosen = validation.probabilities.argmax(axis=1)
    right = chosen == labels
    sure = validation.probabilities.max(axis=1)
    lines = [f"  accuracy {right.mean():.3f}   macro-F1 {macro_f1(labels, chosen):.3f}"]
    lines += [f"  {name} {right[group].mean():.3f} of {group.sum()}" for name, group in groups(examples).items()]
    lines += [f"  calibration error {calibration_error(sure, right):.3f}   temperature {validation.temperature:.3f}"]
    lines += [f"  surest four fifths {right[surest(sure)].mean():.3f}", "", *confusion_lines(labels, chosen)]
    lines += ["", "  worst errors", *worst_error_lines(examples, chosen, np.where(right, 0.0, sure))]
    return "\n".join(lines)


def labels_of(examples: Sequence[Example]) -> Labels:
    """Return the position in CATEGORIES of each example's category."""
    return np.array([CATEGORIES.index(example.category) for example in examples])


def groups(examples: Sequence[Example]) -> dict[str, Flags]:
    """Return which examples belong to each kind of text and to each language."""
    hard = np.array([example.hard for example in examples])
    found = {"typical": ~hard, "hard": hard}
    for language in sorted({example.language for example in examples}):
        found[language] = np.array([example.language == language for example in examples])
    return found


def macro_f1(labels: Labels, chosen: Labels) -> float:
    """Return the mean over the categories of the harmonic mean of precision and recall."""
    scores = []
    for category in range(len(CATEGORIES)):
        hits = int(((labels == category) & (chosen == category)).sum())
        scores.append(2 * hits / max(1, int((labels == category).sum() + (chosen == category).sum())))
    return float(np.mean(scores))


def calibration_error(sure: NDArray[np.float64], right: Flags) -> float:
    """Return the expected calibration error: how far confidence is from accuracy, over bins of like confidence."""
    bin_of = np.minimum((sure * CONFIDENCE_BINS).astype(int), CONFIDENCE_BINS - 1)
    gaps = np.bincount(bin_of, sure - right, CONFIDENCE_BINS)
    return float(np.abs(gaps).sum() / len(right))


def surest(sure: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return the positions of the four fifths with the highest confidence."""
    return np.argsort(-sure, kind="stable")[: len(sure) * 4 // 5]


def confusion_lines(labels: Labels, chosen: Labels) -> list[str]:
    """Return a table of true categories (rows) against chosen ones (columns)."""
    counts = np.zeros((len(CATEGORIES), len(CATEGORIES)), dtype=int)
    np.add.at(counts, (labels, chosen), 1)
    lines = ["true \\ chosen".rjust(22) + "".join(f"{category.word:>22}" for category in CATEGORIES)]
    for category, row in zip(CATEGORIES, counts, strict=True):
        lines.append(f"{category.word:>22}" + "".join(f"{count:>22}" for count in row))
    return lines


def worst_error_lines(examples: Sequence[Example], chosen: Labels, wrong_and_sure: NDArray[np.float64]) -> list[str]:
    """Return the errors that the categoriser was surest of."""
    worst = [index for index in np.argsort(-wrong_and_sure, kind="stable")[:WORST_SHOWN] if wrong_and_sure[index] > 0]
    lines = []
    for index in worst:
        text = " ".join(examples[index].text.split())[:100]
        lines.append(f"  {wrong_and_sure[index]:.2f} {CATEGORIES[chosen[index]].word}: {text}")
    return lines


if __name__ == "__main__":
    main()
