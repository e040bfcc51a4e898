"""The encoder that is made does what the base with what was learned does, but for the rounding of its integers."""

import math
from functools import cache

import numpy as np
import onnxruntime
import pytest
import sentencepiece

from encoder_base import HEADS, WIDTH, Base, Floats, floats, read_base
from make_encoder import ARTEFACTS, LEARNED, cutter, layers_model, merged, read_learned
from ticket_server.categoriser.model import CATEGORIES
from ticket_server.encoder.cutting import MOST_PIECES, Cutter
from ticket_server.encoder.reading import DIMENSIONS

TEXTS = ["no hay luz", "Das Passwort für das Portal wird nicht mehr angenommen, seit gestern, bei allen im Büro"]


@cache
def base() -> Base:
    return read_base()


def norm(given: Floats, weights: Floats, bias: Floats) -> Floats:
    spread = given - given.mean(-1, keepdims=True)
    even: Floats = spread / np.sqrt((spread**2).mean(-1, keepdims=True) + 1e-12)
    return even * weights + bias


def gelu(given: Floats) -> Floats:
    below: Floats = np.vectorize(math.erf)(given / math.sqrt(2))
    return np.asarray(given * (1 + below) / 2, np.float32)


def layer(given: Floats, step: dict[str, Floats]) -> Floats:
    queries, keys, values = (
        (given @ step[f"{name}w"].T + step[f"{name}b"]).reshape(-1, HEADS, WIDTH // HEADS).swapaxes(0, 1)
        for name in "qkv"
    )
    likeness = np.exp(queries @ keys.swapaxes(1, 2) / math.sqrt(WIDTH // HEADS))
    seen = (likeness / likeness.sum(-1, keepdims=True) @ values).swapaxes(0, 1).reshape(-1, WIDTH)
    middle = norm(given + seen @ step["aow"].T + step["aob"], step["alnw"], step["alnb"])
    worked = gelu(middle @ step["fiw"].T + step["fib"]) @ step["fow"].T + step["fob"]
    return norm(middle + worked, step["olnw"], step["olnb"])


def exactly(words: Floats) -> tuple[Floats, Floats]:
    """Return the scores and the meaning without any rounding."""
    learned, around = read_learned(LEARNED), base().around
    state = norm(words + around["positions"][: len(words)] + around["kind"], around["lnw"], around["lnb"])
    for step in merged(base(), learned):
        state = layer(state, step)
    scores = state @ learned["category_w"].T + learned["category_b"]
    return scores, state.mean(0) @ learned["vector_w"].T + learned["vector_b"]


@pytest.mark.parametrize("text", TEXTS)
def test_the_graph_says_what_the_arithmetic_says(text: str) -> None:
    session = onnxruntime.InferenceSession(ARTEFACTS / "layers.onnx", providers=["CPUExecutionProvider"])
    pieces = Cutter((ARTEFACTS / "pieces.model").read_bytes()).pieces(text)
    words = floats(base().words[pieces], WIDTH)
    scores, meaning = session.run(None, {"words": words[None]})
    exact_scores, exact_meaning = exactly(words)
    assert scores.shape == (1, len(pieces), len(CATEGORIES))
    assert meaning.shape == (1, DIMENSIONS)
    likeness = float(meaning[0] @ exact_meaning / np.linalg.norm(meaning) / np.linalg.norm(exact_meaning))
    assert likeness > 0.97
    assert np.abs(scores[0].mean(0) - exact_scores.mean(0)).max() < 0.1 * np.ptp(exact_scores.mean(0)) + 0.1


def test_the_longest_text_has_a_position_for_each_piece() -> None:
    session = onnxruntime.InferenceSession(ARTEFACTS / "layers.onnx", providers=["CPUExecutionProvider"])
    words = np.zeros((1, MOST_PIECES, WIDTH), np.float32)
    assert session.run(None, {"words": words})[0].shape[1] == MOST_PIECES


def test_the_cutter_numbers_its_pieces_as_the_base_does() -> None:
    model = sentencepiece.SentencePieceProcessor(model_proto=cutter(base()))
    assert [model.piece_to_id(piece) for piece in base().pieces[:1000:97]] == list(range(0, 1000, 97))
    assert model.encode("Ｗｉｆｉ") == model.encode("Wifi")
    assert model.encode("<mask>") != [len(base().pieces) - 1]


def test_making_twice_gives_equal_bytes() -> None:
    learned = read_learned(LEARNED)
    once, twice = (layers_model(base(), learned).SerializeToString(deterministic=True) for _ in range(2))
    assert once == twice
    assert cutter(base()) == (ARTEFACTS / "pieces.model").read_bytes()
