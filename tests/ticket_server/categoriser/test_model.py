"""The categoriser that is shipped answers any text with one of the three categories and an honest confidence."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campusdesk.rules import LIMITS, Category
from ticket_server.categoriser.features import count_features
from ticket_server.categoriser.fit import softmax
from ticket_server.categoriser.model import ARTEFACT, CATEGORIES, Categoriser

SHIPPED = Categoriser.load()
STORED = np.load(ARTEFACT)
INDICES = {feature: index for index, feature in enumerate(STORED["vocabulary"].tobytes().decode().split("\n"))}
SHIPPED_WORDS = [feature[1:] for feature in INDICES if feature.startswith("=") and " " not in feature][:300]

CLEAR_TEXTS = [
    ("The radiator in my office is cold and the heating makes a noise", Category.FACILITY_MANAGEMENT),
    ("L'ascensore è bloccato e la porta non si apre", Category.FACILITY_MANAGEMENT),
    ("Die Toilette ist verstopft und die Seife ist leer", Category.FACILITY_MANAGEMENT),
    ("I forgot my password and cannot log in to my account", Category.TECHNICAL_IT),
    ("L'imprimante ne trouve plus le réseau wifi", Category.TECHNICAL_IT),
    ("Der Beamer zeigt kein Bild und der PC startet nicht", Category.TECHNICAL_IT),
    ("The canteen staff were rude and lunch was cold and overpriced", Category.SERVICES_COMPLAINTS),
    ("La secretaría no contesta y la cola fue de dos horas", Category.SERVICES_COMPLAINTS),
    ("La mensa è troppo cara e il personale maleducato", Category.SERVICES_COMPLAINTS),
]


@pytest.mark.parametrize(("text", "category"), CLEAR_TEXTS)
def test_a_clear_text_gets_its_category(text: str, category: Category) -> None:
    verdict = SHIPPED.categorise(text)
    assert verdict.category == category
    assert verdict.confidence > 0.5


@given(st.text(st.characters(), max_size=LIMITS["description"]))
def test_any_text_gets_a_category_and_a_confidence(text: str) -> None:
    verdict = SHIPPED.categorise(text)
    assert verdict.category in CATEGORIES
    assert 1 / 3 - 1e-9 <= verdict.confidence <= 1


@pytest.mark.parametrize("text", ["", "   ", "\x00", "\ud800", "🙃" * 50, "漏水" * 5_000, "a" * 10_000, "> " * 5_000])
def test_a_strange_text_does_not_make_it_sure(text: str) -> None:
    assert SHIPPED.categorise(text).confidence < 0.9


def test_probabilities_are_of_all_categories_and_sum_to_one() -> None:
    probabilities = SHIPPED.probabilities("the lift display is black")
    assert len(probabilities) == len(CATEGORIES)
    assert sum(probabilities) == pytest.approx(1)


@given(st.lists(st.sampled_from(SHIPPED_WORDS), max_size=60))
def test_probabilities_are_those_of_the_formula(words: list[str]) -> None:
    assert SHIPPED.probabilities(" ".join(words)) == pytest.approx(by_the_formula(words), abs=1e-12)


def by_the_formula(words: list[str]) -> list[float]:
    """Compute complement naive Bayes over TF-IDF with whole vectors, as training does."""
    scores = np.zeros(len(CATEGORIES))
    for counts in count_features(" ".join(words)):
        known = [feature for feature in counts if feature in INDICES]
        at = [INDICES[feature] for feature in known]
        times, rarity = np.array([counts[feature] for feature in known]), STORED["rarity"][at].astype(float)
        scores += times * rarity @ STORED["weights"][at] / (np.sqrt((times * rarity * rarity).sum()) or 1.0)
    return list(softmax(scores[np.newaxis], float(STORED["temperature"]))[0])


def test_the_same_text_gets_the_same_answer() -> None:
    assert SHIPPED.categorise("No WiFi") == Categoriser.load(ARTEFACT).categorise("No WiFi")


def test_a_saved_model_answers_as_before_and_is_saved_alike(tmp_path: Path) -> None:
    SHIPPED.save(tmp_path / "first.npz")
    again = Categoriser.load(tmp_path / "first.npz")
    again.save(tmp_path / "second.npz")
    assert again.categorise("Drucker kaputt") == SHIPPED.categorise("Drucker kaputt")
    assert (tmp_path / "first.npz").read_bytes() == (tmp_path / "second.npz").read_bytes()


def test_a_missing_artefact_is_reported_as_such(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Categoriser.load(tmp_path / "model.npz")


def test_a_file_that_is_no_artefact_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.npz").write_bytes(b"not a model")
    with pytest.raises(ValueError, match="no categoriser"):
        Categoriser.load(tmp_path / "model.npz")


def test_an_artefact_without_one_of_its_parts_is_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "model.npz", **{name: STORED[name] for name in STORED if name != "weights"})
    with pytest.raises(KeyError, match="weights"):
        Categoriser.load(tmp_path / "model.npz")


@pytest.mark.parametrize(
    ("name", "numbers"),
    [("rarity", np.zeros(3)), ("rarity", np.zeros(3, np.float32)), ("temperature", np.zeros(3))],
)
def test_an_artefact_with_other_numbers_is_refused(
    tmp_path: Path, name: str, numbers: np.typing.NDArray[np.floating]
) -> None:
    np.savez(tmp_path / "model.npz", **{**STORED, name: numbers})
    with pytest.raises(ValueError, match=r"kind|length|no categoriser"):
        Categoriser.load(tmp_path / "model.npz")
