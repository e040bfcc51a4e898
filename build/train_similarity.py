"""Train what tells reports of one incident from others, and print how good it is on others that nobody trained on."""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from itertools import combinations
from pathlib import Path
from random import Random

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
# The script also runs where the project is not installed yet.
sys.path[:0] = [str(ROOT), str(ROOT / "protos"), str(ROOT / "build")]

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
from ticket_server.similar.index import SimilarIndex  # noqa: E402
from ticket_server.similar.pair import ARTEFACT, MOST_DAYS, PairModel, cosine, fit_weights  # noqa: E402
from ticket_server.similar.places import compare  # noqa: E402
from ticket_server.storage.search.terms import cut  # noqa: E402

CORPUS = ROOT / "ticket_server" / "categoriser" / "corpus.jsonl"
# What the encoder learned from: it knows too well what belongs together there, but other reports are at such places.
LEARNED = ROOT / "build" / "pairs.jsonl"
PAIRS = ROOT / "build" / "pairs_weights.jsonl"
ALONE = ROOT / "build" / "lonely_weights.jsonl"
# By other authors, who had seen neither those nor a model; nothing is ever trained or chosen on them.
DEVELOPMENT = ROOT / "build" / "pairs_development.jsonl"
LONELY = ROOT / "build" / "lonely_development.jsonl"
OPEN_TICKETS = 5_000
FOLDS = 3
# A goal of 5 % on texts that nobody here has seen needs some room.
SUGGESTED = 0.035
RIDGE = 3.0
# Words that fewer reports hold are rare all alike.
LEAST_COMMON = 4
# A near miss counts as so many pairs of any reports: those outnumber it, and are told apart anyway.
NEAR_MISS = 4.0

Pair = tuple[Read, Read, bool]

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
    model = replace(model, least_confidence=_threshold(model, alone, incidents, fillers))
    print("Held back incident by incident\n" + held_back)
    ARTEFACT.write_text(json.dumps(asdict(model), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"\nleast confidence {model.least_confidence:.3f}\n")
    others = [[known(told) for told in incident] for incident in read_incidents(DEVELOPMENT)]
    lonely = [known(told) for told in read_lonely(LONELY)]
    readings.keep()
    print("The development set (another author, never trained on)")
    print(score(model, others, lonely, fillers))


def score(model: PairModel, incidents: Sequence[Sequence[Read]], lonely: Sequence[Read], fill: Sequence[Read]) -> str:
    """Describe how the model does on incidents and on reports of nothing alike, in lines to be read by a person."""
    lines = []
    same, near, other = pair_scores(model, incidents)
    lines.append(f"  AUC {auc(same, [*near, *other]):.3f}   against near misses {auc(same, near):.3f}")
    lines.append(f"  against other incidents {auc(same, other):.3f}")
    hits = _hits(model, incidents, fill)
    lines.append(f"  the true ticket in the top 3 of {OPEN_TICKETS}: {_share(map(bool, hits.values()))}")
    seen = [confidence >= model.least_confidence for confidence in hits.values()]
    lines.append(f"  ... and likely enough to be offered: {_share(seen)}")
    highest = [max(found, default=0.0) for found in _suggestions(model, lonely, incidents, fill).values()]
    offered = [confidence >= model.least_confidence for confidence in highest]
    lines.append(f"  reports of nothing alike that get a suggestion: {_share(offered)}")
    by_language = defaultdict[str, list[bool]](list)
    for report, hit in hits.items():
        by_language[report.told.language].append(bool(hit))
    lines += [f"  top 3, {language}: {_share(found)}" for language, found in sorted(by_language.items())]
    return "\n".join(lines)


def auc(higher: Sequence[float], lower: Sequence[float]) -> float:
    """Return how often one of the first is above one of the second; ties count half."""
    ranks = np.searchsorted(np.sort(lower), higher, side="left") + np.searchsorted(np.sort(lower), higher, side="right")
    return float(ranks.mean() / 2 / len(lower))


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


def _trained(bare: PairModel, incidents: Sequence[Sequence[Read]], fill: Sequence[Read]) -> PairModel:
    """Fit on all pairs of the incidents, then again with those that the first fit takes for the same wrongly."""
    pairs = [*_within(incidents), *_random_pairs(incidents, fill)]
    model = _fitted(bare, pairs)
    for _ in range(2):
        pairs += _mistaken(model, incidents, fill)
        model = _fitted(bare, pairs)
    return model


def _fitted(bare: PairModel, pairs: Iterable[Pair]) -> PairModel:
    random = Random(4)
    rows: dict[bool, list[list[float]]] = {True: [], False: []}
    same, weights = [], []
    for one, other, alike in pairs:
        # Reports of one incident come within days; how late others come says little.
        later = random.expovariate(0.5) if alike or random.random() < 0.7 else random.uniform(0, 30)
        for with_vectors, found in rows.items():
            found.append([1.0, min(later, MOST_DAYS) / MOST_DAYS, *_timeless(bare, one, other, with_vectors)])
        same.append(alike)
        weights.append(NEAR_MISS if one.told.incident == other.told.incident and not alike else 1.0)
    first, second = (tuple(fit_weights(rows[kind], same, weights, RIDGE).round(4)) for kind in (True, False))
    return replace(bare, with_vectors=first, without_vectors=second)


def _timeless(bare: PairModel, one: Read, other: Read, with_vectors: bool) -> list[float]:
    """Return the features behind the constant and the time; they are the same in every fit."""
    key = (id(one), id(other), with_vectors)
    if key not in _FEATURES:
        near = cosine(one.vector, other.vector) if with_vectors else None
        compared = compare(one.report.places, other.report.places)
        _FEATURES[key] = bare.features(one.report, other.report, near, compared)[2:]
    return _FEATURES[key]


def _within(incidents: Sequence[Sequence[Read]]) -> list[Pair]:
    pairs: list[Pair] = []
    for incident in incidents:
        reports, near = _parted(incident)
        pairs += [(one, other, True) for one, other in combinations(reports, 2)]
        pairs += [(one, other, False) for one in reports for other in near]
    return pairs


def _parted(incident: Sequence[Read]) -> tuple[list[Read], list[Read]]:
    reports = [report for report in incident if not report.told.why]
    return reports, [report for report in incident if report.told.why]


def _random_pairs(incidents: Sequence[Sequence[Read]], fill: Sequence[Read]) -> list[Pair]:
    random = Random(5)
    pairs = []
    for incident in incidents:
        for report in _parted(incident)[0]:
            others = [random.choice(fill) for _ in range(3)] + [random.choice(random.choice(incidents))]
            pairs += [(report, other, False) for other in others if other.told.incident != report.told.incident]
    return pairs


def _mistaken(model: PairModel, incidents: Sequence[Sequence[Read]], fill: Sequence[Read]) -> list[Pair]:
    """Return the likeliest others of each report that are of another incident."""
    pool = [*(report for incident in incidents for report in incident), *fill[: OPEN_TICKETS // 2]]
    index = _index(model, pool)
    pairs = []
    for incident in incidents:
        for report in _parted(incident)[0]:
            found = [pool[number - 1] for number, _ in index.find(report.report, report.vector, 8, 0.02)]
            pairs += [(report, other, False) for other in found if other.told.incident != report.told.incident]
    return pairs


def _index(model: PairModel, pool: Sequence[Read]) -> SimilarIndex:
    index = SimilarIndex(model)
    for number, report in enumerate(pool, start=1):
        index.put(number, report.report)
        index.put_vector(number, report.vector)
    return index


def _cross_validated(bare: PairModel, incidents: Sequence[Sequence[Read]], fill: Sequence[Read]) -> str:
    """Describe the score on incidents that were held back."""
    same, near, other = [list[float]() for _ in range(3)]
    hits: list[bool] = []
    for fold in range(FOLDS):
        held = [incident for place, incident in enumerate(incidents) if place % FOLDS == fold]
        kept = [incident for place, incident in enumerate(incidents) if place % FOLDS != fold]
        model = _trained(bare, kept, fill)
        for all_scores, scores in zip((same, near, other), pair_scores(model, held), strict=True):
            all_scores.extend(scores)
        hits += map(bool, _hits(model, held, fill).values())
    words = f"  AUC {auc(same, [*near, *other]):.3f}   against near misses {auc(same, near):.3f}"
    return f"{words}\n  top 3 of {OPEN_TICKETS}: {_share(hits)}"


def _threshold(
    model: PairModel, alone: Sequence[Read], incidents: Sequence[Sequence[Read]], fill: Sequence[Read]
) -> float:
    """Return the confidence that few reports of nothing alike reach with any ticket."""
    highest = [max(found, default=0.0) for found in _suggestions(model, alone, incidents, fill).values()]
    return round(float(np.quantile(highest, 1 - SUGGESTED)), 3)


def pair_scores(model: PairModel, incidents: Sequence[Sequence[Read]]) -> tuple[list[float], list[float], list[float]]:
    """Return how likely pairs of one incident are, those with its near misses, and those with other incidents."""
    same, near, other = list[float](), list[float](), list[float]()
    random = Random(6)
    for one, another, alike in _within(incidents):
        similarity = cosine(one.vector, another.vector)
        (same if alike else near).append(model.probability(one.report, another.report, similarity))
    for incident in incidents:
        for report in _parted(incident)[0]:
            away = random.choice([others for others in incidents if others is not incident])
            another = random.choice(away)
            other.append(model.probability(report.report, another.report, cosine(report.vector, another.vector)))
    return same, near, other


def _hits(model: PairModel, incidents: Sequence[Sequence[Read]], fill: Sequence[Read]) -> dict[Read, float]:
    """Return of each report but its incident's first how likely that is taken for the same; 0 if not in the top 3."""
    pool = [report for incident in incidents for report in (_parted(incident)[0][0], *_parted(incident)[1])]
    pool = [*pool, *fill][:OPEN_TICKETS]
    index, hits = _index(model, pool), {}
    for incident in incidents:
        first, *asking = _parted(incident)[0]
        for report in asking:
            found = index.find(report.report, report.vector, 3, 0.0)
            hits[report] = sum(one.confidence for one in found if pool[one.ticket_id - 1] is first)
    return hits


def _suggestions(
    model: PairModel, lonely: Sequence[Read], incidents: Sequence[Sequence[Read]], fill: Sequence[Read]
) -> dict[Read, list[float]]:
    """Return of each report how likely the likeliest tickets are taken for the same."""
    pool = [*(report for incident in incidents for report in incident), *fill][:OPEN_TICKETS]
    index = _index(model, pool)
    return {
        report: [found.confidence for found in index.find(report.report, report.vector, 3, 0.0)] for report in lonely
    }


def _share(values: Iterable[bool]) -> str:
    listed = list(values)
    return f"{np.mean(listed):.3f} of {len(listed)}"


if __name__ == "__main__":
    main()
