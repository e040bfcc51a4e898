"""What tells alike reports from others is as good on incidents that nobody trained on as it was when it was made."""

from functools import cache

import pytest

from judge_similarity import auc, pair_scores
from similarity_pairs import Readings, read, read_incidents
from ticket_server.categoriser.model import Categoriser
from ticket_server.encoder.encoder import ARTEFACTS, Encoder
from ticket_server.similar.pair import PairModel
from train_similarity import DEVELOPMENT


@cache
def scores() -> tuple[list[float], list[float], list[float]]:
    """Return those of every fourth incident: to read them all takes the encoder half a minute."""
    readings = Readings(Encoder(ARTEFACTS, Categoriser.load()), None)
    incidents = [[read(told, readings) for told in incident] for incident in read_incidents(DEVELOPMENT)[::4]]
    return pair_scores(PairModel.load(), incidents)


# Measured: 0.827 and 0.994.
@pytest.mark.parametrize(("kind", "floor"), [("near misses", 0.81), ("other incidents", 0.98)])
def test_reports_of_one_incident_are_told_from_others(kind: str, floor: float) -> None:
    same, near, other = scores()
    assert auc(same, near if kind == "near misses" else other) >= floor


@pytest.mark.parametrize(
    ("higher", "lower", "area"),
    [([2, 3], [0, 1], 1), ([0, 1], [2, 3], 0), ([1], [1], 0.5), ([1, 3], [2], 0.5), ([2, 3], [1, 2, 9], 0.5833)],
)
def test_the_area_is_how_often_one_is_above_another(higher: list[float], lower: list[float], area: float) -> None:
    assert auc(higher, lower) == pytest.approx(area, abs=1e-3)
