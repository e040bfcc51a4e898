"""The encoder tells category, confidence, vector and words of any text, always the same ones."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from campusdesk.rules import Category
from tests.ticket_server.adaptation.made import WORD, version
from ticket_server.categoriser.model import Categoriser
from ticket_server.encoder.encoder import ARTEFACTS, Encoder, margins, spoken, vector
from ticket_server.encoder.reading import DIMENSIONS


@cache
def encoder() -> Encoder:
    return Encoder(ARTEFACTS, Categoriser.load())


def meant(text: str) -> NDArray[np.float64]:
    return np.frombuffer(encoder().read(text).vector, np.int8).astype(float) / 127


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("No hay agua caliente en las duchas del gimnasio", Category.FACILITY_MANAGEMENT),
        ("Le wifi ne marche plus à la bibliothèque", Category.TECHNICAL_IT),
        ("In segreteria non risponde mai nessuno e sono stati scortesi", Category.SERVICES_COMPLAINTS),
    ],
)
def test_it_knows_the_categories_in_several_languages(text: str, category: Category) -> None:
    assert encoder().read(text).category == category


@settings(max_examples=30)
@given(st.text(max_size=300))
def test_any_text_has_a_category_a_share_and_a_vector(text: str) -> None:
    reading = encoder().read(text, explain=True)
    assert reading.category in Category
    assert 1 / 3 - 1e-6 <= reading.confidence <= 1
    assert len(reading.vector) == DIMENSIONS
    assert 0.97 < float(np.linalg.norm(np.frombuffer(reading.vector, np.int8) / 127)) < 1.03
    assert all(word in text for word in reading.words)


@pytest.mark.parametrize("text", ["x" * 10_000, "😀" * 10_000, "%s {0} '; DROP TABLE ticket", "\x01\x02"])
def test_hostile_texts_are_texts(text: str) -> None:
    assert encoder().read(text, explain=True).category in Category


def test_the_same_text_is_read_the_same() -> None:
    text = "Beamer in HS 3 zeigt nur blau"
    assert encoder().read(text) == encoder().read(text)


def test_wordings_of_one_incident_lie_nearer_than_another_incident() -> None:
    one, same, other = map(
        meant,
        [
            "The wifi is down in the library",
            "Nessuna connessione wifi in biblioteca",
            "The canteen soup was cold again",
        ],
    )
    assert one @ same > one @ other + 0.2


def test_the_words_told_spoke_for_the_category() -> None:
    words = encoder().read("Bonjour, le wifi ne marche pas à la bibliothèque, merci", explain=True).words
    assert "wifi" in words
    assert "merci" not in words
    assert encoder().read("Bonjour, le wifi ne marche pas").words == ()


def test_a_piece_speaks_by_its_lead_over_the_rival() -> None:
    scores = np.array([[3.0, 1.0, 0.0], [0.0, 2.0, 1.0]], np.float32)
    assert margins(scores, 0).tolist() == [2.0, -2.0]


def test_a_word_speaks_as_much_as_its_strongest_piece() -> None:
    places = [None, (0, 3), (3, 5), (5, 9), None]
    shares = spoken("calor frio", places, np.array([9, 1, 4, 2, 9], np.float32))
    assert shares == {"calor": 4.0, "frio": 2.0}


def test_a_vector_of_nothing_is_no_error() -> None:
    assert vector(np.zeros(4, np.float32)) == bytes(4)
    assert vector(np.array([3, -4, 0, 0], np.float32)) == bytes([76, 256 - 102, 0, 0])


def test_artefacts_that_are_not_there_are_an_error_in_words(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"pieces\.model"):
        Encoder(tmp_path, Categoriser.load())


def test_a_version_made_for_it_decides_by_its_words_and_tells_them() -> None:
    text = f"The wifi login of {WORD} does not work"
    shipped, base = encoder().read(text, explain=True), encoder().base
    made = [version(full_base=base), version(full_base="another")]
    adapted = Encoder(ARTEFACTS, Categoriser.load(), lambda: made[0])
    reading = adapted.read(text, explain=True)
    assert (reading.category, reading.words[0]) == (Category.SERVICES_COMPLAINTS, WORD)
    assert reading.vector == shipped.vector
    assert adapted.unadapted(text) == encoder().unadapted(text)
    made.reverse()
    assert adapted.read(text, explain=True) == shipped
