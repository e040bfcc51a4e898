"""Train what tells reports of one incident from others, and print how good it is on others that nobody trained on."""

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from random import Random

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
# The script also runs where the project is not installed yet.
sys.path[:0] = [str(ROOT), str(ROOT / "protos"), str(ROOT / "build")]

from campusdesk.terms import cut  # noqa: E402
from judge_similarity import (  # noqa: E402
    OPEN_TICKETS,
    Incident,
    Pair,
    auc,
    hits_of,
    indexed,
    likeliest,
    pair_scores,
    parted,
    pool_of,
    score,
    share,
    within,
)
from similarity_pairs import (  # noqa: E402
    Read,
    Readings,
    Told,
    filled,
    read,
    read_incidents,
    read_lonely,
)
from ticket_server.categoriser.fit import read_corpus  # noqa: E402
from ticket_server.categoriser.model import Categoriser  # noqa: E402
from ticket_server.encoder.encoder import ARTEFACTS, Encoder  # noqa: E402
from ticket_server.similar.pair import ARTEFACT, MOST_DAYS, PairModel, cosine, fit_weights  # noqa: E402
from ticket_server.similar.places import compare  # noqa: E402

CORPUS = ROOT / "ticket_server" / "categoriser" / "corpus.jsonl"
# What the encoder learned from: it knows too well what belongs together there, but other reports are at such places.
LEARNED = ROOT / "build" / "pairs.jsonl"
PAIRS = ROOT / "build" / "pairs_weights.jsonl"
ALONE = ROOT / "build" / "lonely_weights.jsonl"
# By other authors, who had seen neither those nor a model; nothing is ever trained or chosen on them.
DEVELOPMENT = ROOT / "build" / "pairs_development.jsonl"
LONELY = ROOT / "build" / "lonely_development.jsonl"
FOLDS = 3
# Of reports of nothing alike so many may be offered some ticket.
SUGGESTED = 0.05
RIDGE = 3.0
# Words that fewer reports hold are rare all alike.
LEAST_COMMON = 4

_FEATURES: dict[tuple[int, int, bool], list[float]] = {}


def main() -> None:
    """Train, save and report."""
    options = _options()
    examples = read_corpus(CORPUS)
    readings = Readings(Encoder(ARTEFACTS, Categoriser.load()), options.readings)

    def known(told: Told) -> Read:
        return read(told, readings)

    incidents = [[known(told) for told in incident] for incident in read_incidents(PAIRS)]
    places = [told.location for incident in read_incidents(LEARNED) for told in incident]
    texts = [(example.text, example.language) for example in examples]
    Random(1).shuffle(texts)
    fillers = [known(told) for told in filled(texts[:OPEN_TICKETS], [place for place in places if place], Random(2))]
    bare = _bare(readings.version, [text for text, _ in texts], fillers)
    held_back = _cross_validated(bare, incidents, fillers)
    model = _trained(bare, incidents, fillers)
    alone = [known(told) for told in read_lonely(ALONE)]
    model = _scaled(model, incidents, alone, fillers)
    print("Held back incident by incident\n" + held_back)
    ARTEFACT.write_text(json.dumps(asdict(model), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"\nleast confidence {model.least_confidence:.3f}\n")
    others = [[known(told) for told in incident] for incident in read_incidents(DEVELOPMENT)]
    lonely = [known(told) for told in read_lonely(LONELY)]
    readings.keep()
    print("The development set (another author, never trained on)")
    print(score(model, others, lonely, fillers))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readings", type=Path, help="where what the encoder says is kept between two runs")
    return parser.parse_args()


def _bare(version: str, texts: Sequence[str], reports: Sequence[Read]) -> PairModel:
    """Return a model without weights: how common words are, and how far apart texts on different things lie."""
    held = Counter(word for text in texts for word in cut((text,)))
    common = {word: count for word, count in sorted(held.items()) if count >= LEAST_COMMON}
    random = Random(3)
    apart = [cosine(*(random.choice(reports).vector for _ in range(2))) for _ in range(4_000)]
    mean, spread = float(np.mean(apart)), float(np.std(apart))
    return PairModel(version, mean, spread, (), (), len(texts), common, 0.5)


def _trained(bare: PairModel, incidents: Sequence[Incident], fill: Sequence[Read]) -> PairModel:
    """Fit on all pairs of the incidents, then again with those that the first fit takes for the same wrongly."""
    reports = [report for incident in incidents for report in parted(incident)[0]]
    # Who types the very same again reports the same: true pairs of the files are mostly in two languages.
    pairs = [*within(incidents), *((report, report, True) for report in reports), *_random_pairs(incidents, fill)]
    model = _fitted(bare, pairs)
    for _ in range(2):
        pairs += _mistaken(model, incidents)
        model = _fitted(bare, pairs)
    return model


def _fitted(bare: PairModel, pairs: Iterable[Pair]) -> PairModel:
    random = Random(4)
    rows: dict[bool, list[list[float]]] = {True: [], False: []}
    same = []
    for one, other, alike in pairs:
        # Reports of one incident come within days; how late others come says little.
        later = random.expovariate(0.5) if alike or random.random() < 0.7 else random.uniform(0, 30)
        for with_vectors, found in rows.items():
            found.append([1.0, min(later, MOST_DAYS) / MOST_DAYS, *_timeless(bare, one, other, with_vectors)])
        same.append(alike)
    first, second = (tuple(fit_weights(rows[kind], same, RIDGE).tolist()) for kind in (True, False))
    return replace(bare, with_vectors=first, without_vectors=second)


def _timeless(bare: PairModel, one: Read, other: Read, with_vectors: bool) -> list[float]:
    """Return the features behind the constant and the time; they are the same in every fit."""
    key = (id(one), id(other), with_vectors)
    if key not in _FEATURES:
        near = cosine(one.vector, other.vector) if with_vectors else None
        compared = compare(one.report.places, other.report.places)
        _FEATURES[key] = bare.features(one.report, other.report, near, compared)[2:]
    return _FEATURES[key]


def _random_pairs(incidents: Sequence[Incident], fill: Sequence[Read]) -> list[Pair]:
    random = Random(5)
    pairs = []
    for incident in incidents:
        for report in parted(incident)[0]:
            others = [random.choice(fill) for _ in range(3)] + [random.choice(random.choice(incidents))]
            pairs += [(report, other, False) for other in others if other.told.incident != report.told.incident]
    return pairs


def _mistaken(model: PairModel, incidents: Sequence[Incident]) -> list[Pair]:
    """Return the likeliest reports of other incidents of each; texts of the corpus may well be of the same one."""
    pool = [report for incident in incidents for report in incident]
    index = indexed(model, pool)
    pairs = []
    for incident in incidents:
        for report in parted(incident)[0]:
            found = [pool[number - 1] for number, _ in index.find(report.report, report.vector, 8, 0.02)]
            pairs += [(report, other, False) for other in found if other.told.incident != report.told.incident]
    return pairs


def _scaled(model: PairModel, incidents: Sequence[Incident], alone: Sequence[Read], fill: Sequence[Read]) -> PairModel:
    """Scale both sets of weights: then they tell how likely the likeliest ticket is of the same incident (Platt 1999).

    The pairs that they were fitted to are mostly the hardest. Few reports of nothing alike reach the least confidence;
    the weights without vectors are moved so that it is theirs too.
    """
    asking = [report for incident in incidents for report in parted(incident)[0][1:]]
    reports = [*asking, *alone]
    pool, scaled, least = pool_of(incidents, fill), list[tuple[float, ...]](), list[float]()
    for weights, vectors in ((model.with_vectors, True), (model.without_vectors, False)):
        found = likeliest(model, reports, pool, vectors)
        same = [other is not None and _of_one(one, other) for one, (_, other) in zip(reports, found, strict=True)]
        rows = [[1.0, _logit(confidence)] for confidence, _ in found]
        shift, slope = fit_weights(rows, same, 1e-3).tolist()
        least.append(shift + slope * float(np.quantile([row[1] for row in rows[len(asking) :]], 1 - SUGGESTED)))
        scaled.append((slope * weights[0] + shift + least[0] - least[-1], *(slope * weight for weight in weights[1:])))
    first, second = (tuple(round(weight, 4) for weight in weights) for weights in scaled)
    confidence = round(1 / (1 + math.exp(-least[0])), 3)
    return replace(model, with_vectors=first, without_vectors=second, least_confidence=confidence)


def _of_one(report: Read, other: Read) -> bool:
    return report.told.incident == other.told.incident and not other.told.why


def _logit(confidence: float) -> float:
    return math.log(max(confidence, 1e-6) / (1 - min(confidence, 1 - 1e-6)))


def _cross_validated(bare: PairModel, incidents: Sequence[Incident], fill: Sequence[Read]) -> str:
    """Describe the score on incidents that were held back."""
    same, near, other = [list[float]() for _ in range(3)]
    hits: list[bool] = []
    for fold in range(FOLDS):
        held = [incident for place, incident in enumerate(incidents) if place % FOLDS == fold]
        kept = [incident for place, incident in enumerate(incidents) if place % FOLDS != fold]
        model = _trained(bare, kept, fill)
        for all_scores, scores in zip((same, near, other), pair_scores(model, held), strict=True):
            all_scores.extend(scores)
        hits += map(bool, hits_of(model, held, fill).values())
    words = f"  AUC {auc(same, [*near, *other]):.3f}   against near misses {auc(same, near):.3f}"
    return f"{words}\n  top 3 of {OPEN_TICKETS}: {share(hits)}"


if __name__ == "__main__":
    main()
