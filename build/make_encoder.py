"""Make the encoder's artefacts: the base of build/encoder_base.txt, with what build/train_encoder.py learned in it."""

import hashlib
import io
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import sentencepiece
from sentencepiece import sentencepiece_model_pb2

from encoder_base import ROOT, STEPS, Base, Floats, read_base
from encoder_graph import Graph
from ticket_server.encoder.cutting import MOST_PIECES

LEARNED = ROOT / "build" / "encoder_learned.npz"
ARTEFACTS = ROOT / "ticket_server" / "encoder" / "model"
# What is learned beside a step's weights is two narrow matrices, whose product counts twice (LoRA, Hu et al. 2021).
LEARNED_SHARE = 2.0

Learned = Mapping[str, Floats]


def main() -> None:
    """Write pieces.model, words.npy and layers.onnx."""
    base, learned = read_base(), read_learned(LEARNED)
    ARTEFACTS.mkdir(exist_ok=True)
    (ARTEFACTS / "pieces.model").write_bytes(cutter(base))
    np.save(ARTEFACTS / "words.npy", base.words)
    onnx.save(layers_model(base, learned), ARTEFACTS / "layers.onnx")
    size = sum(path.stat().st_size for path in ARTEFACTS.iterdir()) / 1e6
    print(f"{ARTEFACTS.relative_to(ROOT)}: {size:.0f} MB")


def read_learned(path: Path) -> Learned:
    """Return the learned arrays by name, as 32 bits."""
    with np.load(path) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}


def merged(base: Base, learned: Learned) -> list[dict[str, Floats]]:
    """Return the layers with what was learned in them."""
    layers = []
    for number, before in enumerate(base.layers):
        layer = before | {name: learned[name][number] for name in before if name in learned}
        for step in STEPS:
            narrow = learned[f"{step}_out"][number] @ learned[f"{step}_in"][number]
            layer[f"{step}w"] = before[f"{step}w"] + LEARNED_SHARE * narrow
        layers.append(layer)
    return layers


def layers_model(base: Base, learned: Learned) -> onnx.ModelProto:
    """Return the graph from the words of texts to what their pieces say for each category, and to their vectors."""
    graph = Graph()
    state = graph.at_positions("words", (base.around["positions"] + base.around["kind"])[:MOST_PIECES])
    state = graph.norm(state, base.around["lnw"], base.around["lnb"])
    for layer in merged(base, learned):
        state = graph.layer(state, layer)
    [meaning] = graph.node("ReduceMean", state, graph.constant([1], np.int64), keepdims=0)
    outputs = {
        "scores": graph.exact(state, learned["category_w"], learned["category_b"]),
        "meaning": graph.exact(meaning, learned["vector_w"], learned["vector_b"]),
    }
    notes = {name: repr(float(learned[name])) for name in ("temperature", "light_share")}
    notes["scores"] = f"{learned['typical']:.3f} of typical texts, {learned['hard']:.3f} of misleading ones"
    notes["version"] = hashlib.sha256(LEARNED.read_bytes()).hexdigest()[:12]
    return graph.model("words", outputs, notes)


def cutter(base: Base) -> bytes:
    """Return a model of sentencepiece with the base's pieces, numbered as the base numbers them."""
    model = sentencepiece_model_pb2.ModelProto.FromString(_any_cutter())  # type: ignore[attr-defined]
    del model.pieces[:]
    kinds = model.SentencePiece
    controls = {"<s>": kinds.CONTROL, "<pad>": kinds.CONTROL, "</s>": kinds.CONTROL, "<mask>": kinds.CONTROL}
    for piece, score in zip(base.pieces, base.scores, strict=True):
        kind = kinds.UNKNOWN if piece == "<unk>" else controls.get(piece, kinds.NORMAL)
        model.pieces.add(piece=piece, score=float(score), type=kind)
    spec = model.trainer_spec
    spec.vocab_size, spec.bos_id, spec.pad_id, spec.eos_id, spec.unk_id = len(base.pieces), 0, 1, 2, 3
    return bytes(model.SerializeToString())


def _any_cutter() -> bytes:
    """Return a model trained on nothing much: what matters is the table of characters that the library puts into it."""
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(["something is broken in a room of the campus"] * 20),
        model_writer=written,
        vocab_size=30,
        hard_vocab_limit=False,
        normalization_rule_name="nmt_nfkc",
        minloglevel=2,
    )
    return written.getvalue()


if __name__ == "__main__":
    main()
