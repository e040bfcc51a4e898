"""The index against one that is made from nothing, after whatever came, changed and went."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ticket_server.encoder.reading import DIMENSIONS
from ticket_server.similar.index import SimilarIndex, Vectors
from ticket_server.similar.pair import PairModel, report_of

MODEL = PairModel.load()
LOCATIONS = ["", "B2.14", "B2.15", "library", "Torre Archimede", "Haus 4"]
TEXTS = ["projector dark", "beamer zeigt nichts", "no heat", "WiFi down"]
VECTORS = [
    np.rint(127 * row / np.linalg.norm(row)).astype(np.int8).tobytes()
    for row in np.random.default_rng(1).normal(size=(6, DIMENSIONS))
]
IDS = st.integers(1, 8)
STEPS = st.lists(
    st.tuples(st.just("put"), IDS, st.sampled_from(LOCATIONS), st.sampled_from(TEXTS))
    | st.tuples(st.just("vector"), IDS, st.sampled_from([*VECTORS, None]))
    | st.tuples(st.just("remove"), IDS),
    max_size=30,
)


@given(STEPS, st.sampled_from(LOCATIONS), st.sampled_from(TEXTS), st.sampled_from([*VECTORS, None]))
def test_it_finds_what_an_index_made_from_nothing_finds(
    steps: list[tuple[object, ...]], location: str, text: str, vector: bytes | None
) -> None:
    index, reports, vectors = SimilarIndex(MODEL), dict[int, tuple[str, str]](), dict[int, bytes]()
    for kind, ticket_id, *values in steps:
        assert isinstance(ticket_id, int)
        if kind == "put":
            place, words = map(str, values)
            reports[ticket_id] = (place, words)
            index.put(ticket_id, report_of(place, words, 1, 0.5, 5))
        elif kind == "remove":
            reports.pop(ticket_id, None)
            vectors.pop(ticket_id, None)
            index.remove(ticket_id)
        elif ticket_id in reports:
            [given_vector] = values
            vectors.pop(ticket_id, None)
            if isinstance(given_vector, bytes):
                vectors[ticket_id] = given_vector
            index.put_vector(ticket_id, vectors.get(ticket_id))
    anew = SimilarIndex(MODEL)
    for ticket_id, (place, words) in reports.items():
        anew.put(ticket_id, report_of(place, words, 1, 0.5, 5))
        anew.put_vector(ticket_id, vectors.get(ticket_id))
    asked = report_of(location, text, 1, 0.5, 5)
    found = index.find(asked, vector, 20, 0.0)
    assert found == anew.find(asked, vector, 20, 0.0)
    assert {one.ticket_id for one in found} <= set(reports)
    assert len(index) == len(reports)


@given(st.lists(st.tuples(IDS, st.sampled_from([*VECTORS, None])), max_size=30), st.integers(1, 9))
def test_the_nearest_vectors_are_those_of_the_highest_cosines(
    steps: list[tuple[int, bytes | None]], limit: int
) -> None:
    vectors, held = Vectors(), dict[int, bytes]()
    for ticket_id, vector in steps:
        held.pop(ticket_id, None)
        vectors.remove(ticket_id)
        if vector is not None:
            held[ticket_id] = vector
            vectors.put(ticket_id, vector)
    wanted = np.frombuffer(VECTORS[0], np.int8).astype(float)
    cosines = {ticket_id: np.frombuffer(vector, np.int8) @ wanted / 127**2 for ticket_id, vector in held.items()}
    found = vectors.nearest(VECTORS[0], limit)
    assert found == pytest.approx({ticket_id: cosines[ticket_id] for ticket_id in found}, abs=1e-5)
    assert sorted(found.values()) == pytest.approx(sorted(cosines.values())[-limit:], abs=1e-5)
    assert {ticket_id: vectors.get(ticket_id) for ticket_id in held} == held


def test_more_tickets_than_there_was_room_for_are_all_kept() -> None:
    vectors = Vectors()
    for ticket_id in range(3_000):
        vectors.put(ticket_id, VECTORS[ticket_id % 5])
    assert len(vectors) == 3_000
    assert all(vectors.get(ticket_id) == VECTORS[ticket_id % 5] for ticket_id in range(3_000))


def test_a_conflict_of_places_rules_a_pair_out_however_alike_the_texts_are() -> None:
    index = SimilarIndex(MODEL)
    for ticket_id, location in ((1, "B2.14"), (2, "B2.15")):
        index.put(ticket_id, report_of(location, "The projector shows nothing", 2, 0.9, 5))
        index.put_vector(ticket_id, VECTORS[0])
    found = index.find(report_of("room B2.14", "The projector shows nothing", 2, 0.9, 5), VECTORS[0], 9, 0.01)
    assert [one.ticket_id for one in found] == [1]
    assert found[0].confidence > MODEL.least_confidence
