"""Teach the encoder the three categories and what the same incident is, from the texts of build/; for developers.

It needs PyTorch beside what set-up installs, and an hour of two cores. What it learned is committed as
build/encoder_learned.npz; build/make_encoder.py makes the encoder of it.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812  as everybody calls it
from numpy.typing import NDArray
from torch import Tensor

from encoder_base import ROOT, Base, read_base
from encoder_torch import DIMENSIONS, Encoder
from make_encoder import LEARNED, cutter
from ticket_server.categoriser.fit import CORPUS, DEVELOPMENT, Example, read_corpus
from ticket_server.categoriser.model import Categoriser
from ticket_server.encoder.cutting import Cutter
from train_categoriser import labels_of

# By an author who is not among those of the corpus: it tells how sure the model may be.
CALIBRATION = ROOT / "build" / "calibration.jsonl"
INCIDENTS = ROOT / "build" / "pairs.jsonl"
SEED = 7
EPOCHS = 2
LARGEST_STEP = 1e-3
WARMING = 0.08
LEAST_STEP = 0.02
PIECES_A_STEP = 800
SMOOTHED = 0.05
SHARPNESS = 20.0

Texts = list[list[int]]
Scores = NDArray[np.float64]


@dataclass(frozen=True)
class Incident:
    """Reports of one incident, and reports of other incidents that only look like it."""

    reports: Texts
    others: Texts


@dataclass(frozen=True)
class Teaching:
    """How much the incidents count beside the categories.

    So many incidents are told apart at once, with so many others of each, every so many steps; what the base means by a
    text holds the vectors that much. The encoder taught so has that share in the mean.
    """

    incidents: int
    others: int
    every: int
    held: float
    share: float


# One for the categories above all, and one for the incidents.
TEACHINGS = (Teaching(10, 1, 5, 1.0, 0.25), Teaching(14, 2, 2, 0.3, 0.75))


def main() -> None:
    """Learn from the corpus and the incidents, find how sure the model may be, and write it all."""
    begin = perf_counter()
    base = read_base()
    cut = Cutter(cutter(base))
    examples, incidents = read_corpus(CORPUS), read_incidents(INCIDENTS, cut)
    taught = [(learn(base, cut, examples, incidents, teaching), teaching.share) for teaching in TEACHINGS]
    encoder = averaged(base, taught)
    held, light = read_corpus(CALIBRATION), Categoriser.load()
    chances = np.array([light.probabilities(example.text) for example in held])
    temperature, light_share = calibrated(scores(encoder, cut, held), chances, labels_of(held))
    save(encoder, {"temperature": temperature, "light_share": light_share, **development(encoder, cut)})
    print(f"temperature {temperature:.2f}, light share {light_share:.2f}, {perf_counter() - begin:.0f} s")


def save(encoder: Encoder, numbers: Mapping[str, float]) -> None:
    """Write what was learned, and the numbers beside it."""
    np.savez_compressed(
        LEARNED, allow_pickle=False, **encoder.arrays(), **{n: np.float32(v) for n, v in numbers.items()}
    )


def development(encoder: Encoder, cut: Cutter) -> dict[str, float]:
    """Return the encoder's accuracy on texts that nothing is trained on, typical and hard ones apart."""
    unseen = read_corpus(DEVELOPMENT)
    right = scores(encoder, cut, unseen).argmax(axis=1) == labels_of(unseen)
    hard = np.array([example.hard for example in unseen])
    return {"typical": float(right[~hard].mean()), "hard": float(right[hard].mean())}


def read_incidents(path: Path, cut: Cutter) -> list[Incident]:
    """Return the incidents of a file; a report is its text with its location, as tickets are read."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        # The same kind of problem elsewhere means the same; what tells the two apart is the place, not the meaning.
        others = [near for near in record["near"] if near["why"] != "same kind, other place"]
        found.append(
            Incident(*([cut.pieces(report["text"]) for report in reports] for reports in (record["reports"], others)))
        )
    return found


def learn(
    base: Base,
    cut: Cutter,
    examples: Sequence[Example],
    incidents: Sequence[Incident],
    teaching: Teaching,
) -> Encoder:
    """Return an encoder taught by the examples and the incidents."""
    torch.manual_seed(SEED)
    chance = np.random.default_rng(SEED)
    texts, labels = [cut.pieces(example.text) for example in examples], torch.tensor(labels_of(examples))
    encoder = Encoder(base, SEED)
    targets = _begin_vectors(encoder, texts)
    total = EPOCHS * len(list(batches(texts, PIECES_A_STEP)))
    steps = _Steps(encoder, total)
    for _ in range(EPOCHS):
        for batch in batches(texts, PIECES_A_STEP, chance):
            meanings = encoder.meanings([texts[index] for index in batch], learning=True)
            loss = F.cross_entropy(encoder.scores(meanings, learning=True), labels[batch], label_smoothing=SMOOTHED)
            vectors = encoder.vectors(meanings)
            loss = loss + teaching.held * (1 - (vectors * targets[batch]).sum(-1)).mean()
            if steps.made % teaching.every == 0:
                chosen = [
                    incidents[index] for index in chance.choice(len(incidents), teaching.incidents, replace=False)
                ]
                loss = loss + _told_apart(encoder, chosen, teaching.others, vectors, chance)
            steps.make(loss)
    return encoder


def averaged(base: Base, taught: Sequence[tuple[Encoder, float]]) -> Encoder:
    """Return the encoder whose weights are the mean of others, each with its share (model soups, Wortsman 2022).

    A mean of products of narrow matrices is the product of wider ones.
    """
    mean = Encoder(base, SEED)
    for name in mean.learned:
        weighed = [encoder.learned[name].detach() * share for encoder, share in taught]
        if name.endswith("_in"):
            mean.learned[name] = torch.cat([encoder.learned[name].detach() for encoder, _ in taught], 1)
        else:
            mean.learned[name] = torch.cat(weighed, 2) if name.endswith("_out") else torch.stack(weighed).sum(0)
    return mean


def _begin_vectors(encoder: Encoder, texts: Texts) -> Tensor:
    """Make the vectors the principal components of the base's meanings, and return those, (texts, DIMENSIONS)."""
    with torch.no_grad():
        meanings = torch.zeros(len(texts), encoder.learned["vector_w"].shape[1])
        for batch in batches(texts, 3 * PIECES_A_STEP):
            meanings[batch] = encoder.meanings([texts[index] for index in batch], learning=False)
        centre = meanings.mean(0)
        _, _, directions = torch.linalg.svd(meanings - centre, full_matrices=False)
        weights = directions[:DIMENSIONS].contiguous()
        encoder.learned["vector_w"], encoder.learned["vector_b"] = weights, -weights @ centre
        return encoder.vectors(meanings)


def _told_apart(
    encoder: Encoder, incidents: Sequence[Incident], others: int, elsewhere: Tensor, chance: np.random.Generator
) -> Tensor:
    """Return how badly two reports of each incident find one another (InfoNCE, van den Oord 2018).

    They are sought among the others' reports, among what only looks like one, and among texts of `elsewhere`.
    """
    pairs = [chance.choice(len(incident.reports), 2, replace=False) for incident in incidents]
    ones, twos = (
        [incident.reports[pair[side]] for incident, pair in zip(incidents, pairs, strict=True)] for side in (0, 1)
    )
    near = [
        incident.others[index] for incident in incidents for index in chance.permutation(len(incident.others))[:others]
    ]
    first, second, alike = _vectors(encoder, [*ones, *twos, *near]).split([len(ones), len(twos), len(near)])
    among, rightly = torch.cat([alike, elsewhere]).T, torch.arange(len(ones))
    found = [
        torch.cat([SHARPNESS * this @ that.T, SHARPNESS * this @ among], 1)
        for this, that in ((first, second), (second, first))
    ]
    return (F.cross_entropy(found[0], rightly) + F.cross_entropy(found[1], rightly)) / 2


def _vectors(encoder: Encoder, texts: Texts) -> Tensor:
    """Return the vectors of texts of any lengths, each read among those of like length."""
    groups = list(batches(texts, PIECES_A_STEP))
    read = torch.cat([encoder.meanings([texts[index] for index in group], learning=True) for group in groups])
    return encoder.vectors(read[torch.tensor([index for group in groups for index in group]).argsort()])


class _Steps:
    """AdamW with a step that rises and falls."""

    def __init__(self, encoder: Encoder, total: int) -> None:
        ends = ("category_w", "category_b", "vector_w", "vector_b")
        narrow = [value for name, value in encoder.learned.items() if name.endswith(("_in", "_out"))]
        plain = [v for n, v in encoder.learned.items() if not n.endswith(("_in", "_out")) and n not in ends]
        self._all = [value.requires_grad_() for value in encoder.learned.values()]
        groups = [
            {"params": narrow, "weight_decay": 0.01},
            {"params": plain, "weight_decay": 0.0},
            {"params": [encoder.learned[name] for name in ends], "weight_decay": 0.0, "lr": 2 * LARGEST_STEP},
        ]
        self._optimiser = torch.optim.AdamW(groups, lr=LARGEST_STEP, betas=(0.9, 0.98))
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimiser, lambda made: min(1, (made + 1) / (WARMING * total)) * max(LEAST_STEP, 1 - made / total)
        )
        self.made = 0

    def make(self, loss: Tensor) -> None:
        self._optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._all, 1.0)
        self._optimiser.step()
        self._schedule.step()
        self.made += 1


def batches(texts: Texts, most: int, chance: np.random.Generator | None = None) -> Iterator[list[int]]:
    """Yield the positions of texts of like length, at most so many pieces together; in any order if chance is given."""
    lengths = np.array([len(text) for text in texts], float)
    order = np.argsort(lengths + (chance.uniform(0, 8, len(texts)) if chance is not None else 0), kind="stable")
    made: list[list[int]] = [[]]
    for index in order.tolist():
        longest = max(len(texts[other]) for other in [*made[-1], index])
        if made[-1] and longest * (len(made[-1]) + 1) > most:
            made.append([])
        made[-1].append(index)
    yield from (made[place] for place in (chance.permutation(len(made)) if chance is not None else range(len(made))))


def scores(encoder: Encoder, cut: Cutter, examples: Sequence[Example]) -> Scores:
    """Return the encoder's scores of the examples, (examples, categories)."""
    texts = [cut.pieces(example.text) for example in examples]
    found = np.zeros((len(texts), 3))
    with torch.no_grad():
        for batch in batches(texts, 3 * PIECES_A_STEP):
            meanings = encoder.meanings([texts[index] for index in batch], learning=False)
            found[batch] = encoder.scores(meanings, learning=False).numpy()
    return found


def calibrated(scores: Scores, light: Scores, labels: NDArray[np.intp]) -> tuple[float, float]:
    """Return the temperature and the light model's share that make the held-back labels likeliest."""
    logarithms = np.log(np.maximum(light, 1e-6))
    best = (math.inf, 1.0, 0.0)
    for temperature in np.arange(0.5, 5, 0.05):
        for share in np.arange(0, 1.01, 0.05):
            joined = scores / temperature + share * logarithms
            joined -= np.log(np.exp(joined - joined.max(1, keepdims=True)).sum(1, keepdims=True)) + joined.max(
                1, keepdims=True
            )
            best = min(best, (-float(joined[np.arange(len(labels)), labels].mean()), float(temperature), float(share)))
    return best[1], best[2]


if __name__ == "__main__":
    main()
