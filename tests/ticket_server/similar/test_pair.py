"""How likely two reports are of the same incident: what holds of every pair, and of the weights that are shipped."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ticket_server.encoder.reading import DIMENSIONS
from ticket_server.similar.pair import ARTEFACT, MOST_DAYS, PairModel, Report, cosine, fit_weights, report_of
from ticket_server.similar.places import Agreement, compare

MODEL = PairModel.load()
DAY_US = 24 * 3_600 * 1_000_000
LOCATIONS = [
    "",
    "B2.14",
    "room B2.15",
    "library",
    "Biblioteca, 2nd floor",
    "Torre Archimede",
    "Haus 4",
    "canteen north",
]
TEXTS = [
    "The projector in B2.14 shows nothing",
    "Beamer zeigt kein Bild",
    "no heat in the reading room",
    "Wifi giù in tutta la biblioteca",
    "The queue at the office takes hours",
    "\u202e\x00 \U0001f525" * 50,
    "x",
]
reports = st.builds(
    report_of,
    st.sampled_from(LOCATIONS) | st.text(max_size=200),
    st.sampled_from(TEXTS) | st.text(max_size=300),
    st.integers(1, 3),
    st.floats(0, 1),
    st.integers(0, 2**51),
)
similarities = st.none() | st.floats(-1, 1)


@given(reports, reports, similarities)
def test_it_is_a_probability_and_the_same_from_both_sides(one: Report, other: Report, similarity: float | None) -> None:
    likely = MODEL.probability(one, other, similarity)
    assert 0 <= likely <= 1
    assert MODEL.probability(other, one, similarity) == pytest.approx(likely)


@given(reports, reports, similarities)
def test_a_conflict_of_places_alone_makes_it_impossible(one: Report, other: Report, similarity: float | None) -> None:
    conflict = compare(one.places, other.places).agreement == Agreement.CONFLICT
    assert (MODEL.probability(one, other, similarity) == 0) == conflict


@pytest.mark.parametrize("similarity", [None, 1.0])
def test_the_very_same_words_next_door_are_another_incident(similarity: float | None) -> None:
    here, next_door = (report_of(place, TEXTS[1], 2, 1.0, 5) for place in ("B2.14", "B2.15"))
    assert MODEL.probability(here, next_door, similarity) == 0
    assert MODEL.probability(here, here, similarity) > MODEL.least_confidence


@pytest.mark.parametrize("location", ["", "Library", "B2.14", "Haus 4"])
@pytest.mark.parametrize("text", ["WiFi down in the library since ten", TEXTS[1], "x"])
def test_the_very_same_report_is_always_offered(location: str, text: str) -> None:
    again = report_of(location, text, 2, 0.9, 5)
    assert MODEL.probability(again, again, 1.0) >= MODEL.least_confidence


@given(reports, reports, st.floats(-1, 1), st.floats(-1, 1))
def test_what_is_nearer_in_meaning_is_never_less_likely(
    one: Report, other: Report, similarity: float, nearer: float
) -> None:
    assume(similarity <= nearer)
    assert MODEL.probability(one, other, similarity) <= MODEL.probability(one, other, nearer)


@given(reports, similarities, st.floats(0, 2 * MOST_DAYS), st.floats(0, 2 * MOST_DAYS))
def test_what_came_later_is_never_likelier(one: Report, similarity: float | None, sooner: float, later: float) -> None:
    assume(sooner <= later)
    likely = [
        MODEL.probability(one, one._replace(open_us=one.open_us + round(days * DAY_US)), similarity)
        for days in (sooner, later)
    ]
    assert likely[0] >= likely[1]


@given(reports, reports, similarities)
def test_each_set_of_weights_has_one_for_each_feature(one: Report, other: Report, similarity: float | None) -> None:
    features = MODEL.features(one, other, similarity, compare(one.places, other.places))
    assert len(features) == len(MODEL.without_vectors if similarity is None else MODEL.with_vectors)
    assert np.isfinite(features).all()


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    assert MODEL.rarity("zephyra") == 1.0
    assert 0 <= MODEL.rarity("the") < MODEL.rarity("projector") < 1


def test_the_cosine_is_that_of_the_directions() -> None:
    directions = np.random.default_rng(1).normal(size=(2, DIMENSIONS))
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    one, other = (np.rint(127 * direction).astype(np.int8).tobytes() for direction in directions)
    assert cosine(one, other) == pytest.approx(float(directions[0] @ directions[1]), abs=0.01)
    assert cosine(one, one) == pytest.approx(1.0, abs=0.01)


def test_a_model_that_is_not_there_or_damaged_is_not_loaded(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        PairModel.load(tmp_path / "none.json")
    half = ARTEFACT.read_text("utf-8")
    (tmp_path / "half.json").write_text(half[: len(half) // 2], "utf-8")
    with pytest.raises(ValueError, match=r"delimiter|Expecting|Unterminated"):
        PairModel.load(tmp_path / "half.json")


def drawn(weights: list[float], count: int) -> tuple[list[list[float]], list[bool]]:
    """Draw pairs of which a logistic model with these weights is true."""
    random = np.random.default_rng(7)
    rows = np.column_stack([np.ones(count), random.normal(size=(count, len(weights) - 1))])
    same = random.random(count) < 1 / (1 + np.exp(-rows @ weights))
    return rows.tolist(), same.tolist()


def test_the_weights_that_pairs_were_drawn_by_are_found_again() -> None:
    weights = [-1.0, 2.0, -0.5, 0.0]
    rows, same = drawn(weights, 20_000)
    assert fit_weights(rows, same, 1e-3) == pytest.approx(weights, abs=0.1)


def test_what_tells_pairs_apart_without_fail_gets_a_weight_that_the_ridge_bounds() -> None:
    rows, same = [[1.0, -1.0], [1.0, 1.0]] * 50, [False, True] * 50
    weak, strong = (fit_weights(rows, same, ridge)[1] for ridge in (0.1, 10.0))
    assert 0 < strong < weak < 30
