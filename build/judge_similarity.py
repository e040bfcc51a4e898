"""How good the model of similar tickets is on incidents: the order of pairs, and what is found among other tickets."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from random import Random

import numpy as np

from similarity_pairs import Read
from ticket_server.similar.index import SimilarIndex
from ticket_server.similar.pair import PairModel, cosine

OPEN_TICKETS = 5_000

Incident = Sequence[Read]
Pair = tuple[Read, Read, bool]
Likeliest = tuple[float, Read | None]


def score(model: PairModel, incidents: Sequence[Incident], lonely: Sequence[Read], fill: Sequence[Read]) -> str:
    """Describe how the model does on incidents and on reports of nothing alike, in lines to be read by a person."""
    lines = []
    same, near, other = pair_scores(model, incidents)
    lines.append(f"  AUC {auc(same, [*near, *other]):.3f}   against near misses {auc(same, near):.3f}")
    lines.append(f"  against other incidents {auc(same, other):.3f}")
    hits = hits_of(model, incidents, fill)
    lines.append(f"  the true ticket in the top 3 of {OPEN_TICKETS}: {share(map(bool, hits.values()))}")
    seen = [confidence >= model.least_confidence for confidence in hits.values()]
    lines.append(f"  ... and likely enough to be offered: {share(seen)}")
    pool = [*(report for incident in incidents for report in incident), *fill][:OPEN_TICKETS]
    offered = [confidence >= model.least_confidence for confidence, _ in likeliest(model, lonely, pool)]
    lines.append(f"  reports of nothing alike that get a suggestion: {share(offered)}")
    by_language = defaultdict[str, list[bool]](list)
    for report, hit in hits.items():
        by_language[report.told.language].append(bool(hit))
    lines += [f"  top 3, {language}: {share(found)}" for language, found in sorted(by_language.items())]
    return "\n".join(lines)


def auc(higher: Sequence[float], lower: Sequence[float]) -> float:
    """Return how often one of the first is above one of the second; ties count half."""
    ranks = np.searchsorted(np.sort(lower), higher, side="left") + np.searchsorted(np.sort(lower), higher, side="right")
    return float(ranks.mean() / 2 / len(lower))


def pair_scores(model: PairModel, incidents: Sequence[Incident]) -> tuple[list[float], list[float], list[float]]:
    """Return how likely pairs of one incident are, those with its near misses, and those with other incidents."""
    same, near, other = list[float](), list[float](), list[float]()
    random = Random(6)
    for one, another, alike in within(incidents):
        similarity = cosine(one.vector, another.vector)
        (same if alike else near).append(model.probability(one.report, another.report, similarity))
    for incident in incidents:
        for report in parted(incident)[0]:
            away = random.choice([others for others in incidents if others is not incident])
            another = random.choice(away)
            other.append(model.probability(report.report, another.report, cosine(report.vector, another.vector)))
    return same, near, other


def within(incidents: Sequence[Incident]) -> list[Pair]:
    """Return the pairs of one incident, and those with its near misses."""
    pairs: list[Pair] = []
    for incident in incidents:
        reports, near = parted(incident)
        pairs += [(one, other, True) for one, other in combinations(reports, 2)]
        pairs += [(one, other, False) for one in reports for other in near]
    return pairs


def parted(incident: Incident) -> tuple[list[Read], list[Read]]:
    """Return the reports of an incident, and its near misses."""
    reports = [report for report in incident if not report.told.why]
    return reports, [report for report in incident if report.told.why]


def hits_of(model: PairModel, incidents: Sequence[Incident], fill: Sequence[Read]) -> dict[Read, float]:
    """Return of each report but its incident's first how likely that is taken for the same; 0 if not in the top 3."""
    pool = pool_of(incidents, fill)
    index, hits = indexed(model, pool), {}
    for incident in incidents:
        first, *asking = parted(incident)[0]
        for report in asking:
            found = index.find(report.report, report.vector, 3, 0.0)
            hits[report] = sum(one.confidence for one in found if pool[one.ticket_id - 1] is first)
    return hits


def pool_of(incidents: Sequence[Incident], fill: Sequence[Read]) -> list[Read]:
    """Return the open tickets: the first report of each incident, its near misses, and others."""
    pool = [report for incident in incidents for report in (parted(incident)[0][0], *parted(incident)[1])]
    return [*pool, *fill][:OPEN_TICKETS]


def likeliest(model: PairModel, reports: Sequence[Read], pool: Sequence[Read], vectors: bool = True) -> list[Likeliest]:
    """Return of each report which of the pool is the likeliest, and how likely; 0 where none is likely at all."""
    index = indexed(model, pool, vectors)
    found = (index.find(report.report, report.vector if vectors else None, 1, 0.0) for report in reports)
    return [(one[0].confidence, pool[one[0].ticket_id - 1]) if one else (0.0, None) for one in found]


def indexed(model: PairModel, pool: Sequence[Read], vectors: bool = True) -> SimilarIndex:
    """Return an index of the reports by their places in the pool, from 1 on."""
    index = SimilarIndex(model)
    for number, report in enumerate(pool, start=1):
        index.put(number, report.report)
        index.put_vector(number, report.vector if vectors else None)
    return index


def share(values: Iterable[bool]) -> str:
    """Return how many of the values are true, in words."""
    listed = list(values)
    return f"{np.mean(listed):.3f} of {len(listed)}"
