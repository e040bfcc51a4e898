"""Write the encoder as an ONNX graph whose linear steps multiply integers of 8 bits."""

from collections.abc import Mapping, Sequence

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from encoder_base import HEADS, WIDTH, Floats

_EPSILON = 1e-12
# The products of two pairs are added in 16 bits on processors without VNNI: weights of 7 bits cannot overflow there.
_LARGEST_WEIGHT = 63
_LARGEST_VALUE, _ZERO = 127, 128
_OF_ONNXRUNTIME = "com.microsoft"


class Graph:
    """An ONNX graph while it is put together; every method adds nodes and returns the name of what they give."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []
        # Several steps read the same input: its integers are computed once.
        self._integers: dict[str, tuple[str, str]] = {}

    def model(self, inputs: str, outputs: Mapping[str, str], notes: Mapping[str, str]) -> onnx.ModelProto:
        """Return the model: its input, (texts, pieces, WIDTH), its outputs by name, and notes for whoever loads it."""
        for name, given in outputs.items():
            self._nodes.append(helper.make_node("Identity", [given], [name]))
        graph = helper.make_graph(
            self._nodes,
            "encoder",
            [helper.make_tensor_value_info(inputs, TensorProto.FLOAT, ["texts", "pieces", WIDTH])],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs],
            self._constants,
        )
        opsets = [helper.make_opsetid("", 20), helper.make_opsetid(_OF_ONNXRUNTIME, 1)]
        made = helper.make_model(graph, opset_imports=opsets, ir_version=10)
        helper.set_model_props(made, dict(notes))
        return made

    def node(self, kind: str, *inputs: str, count: int = 1, **options: object) -> list[str]:
        """Add a node of that kind."""
        number = len(self._nodes)
        outputs = [f"n{number}_{index}" for index in range(count)]
        self._nodes.append(helper.make_node(kind, list(inputs), outputs, **options))  # type: ignore[arg-type]
        return outputs

    def constant(self, value: object, kind: type[np.generic] = np.float32) -> str:
        """Add a tensor."""
        name = f"c{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(value, kind), name))
        return name

    def linear(self, given: str, weights: Floats, bias: Floats) -> str:
        """Multiply by weights of (outputs, inputs) as integers, and add the bias."""
        scales = np.abs(weights).max(axis=1) / _LARGEST_WEIGHT + 1e-12
        integers = np.rint(weights / scales[:, None])
        if given not in self._integers:
            self._integers[given] = self._rounded(given)
        values, scale = self._integers[given]
        one, zero = self.constant(1.0), self.constant(_ZERO, np.uint8)
        multiplied = (values, self.constant(integers.T, np.int8), one, self.constant(scales), zero)
        # It knows a scale of all pieces only; that of each piece comes after it.
        [product] = self.node("MatMulIntegerToFloat", *multiplied, domain=_OF_ONNXRUNTIME)
        return self.node("Add", self.node("Mul", product, scale)[0], self.constant(bias))[0]

    def _rounded(self, given: str) -> tuple[str, str]:
        """Return the input as integers around _ZERO, and the scale of each piece.

        A single scale for all pieces, as DynamicQuantizeLinear has it, loses three times as much: a few pieces have
        values twenty times as large as the others.
        """
        axis = self.constant([-1], np.int64)
        [largest] = self.node("ReduceMax", self.node("Abs", given)[0], axis, keepdims=1)
        [scale] = self.node(
            "Mul", self.node("Max", largest, self.constant(1e-10))[0], self.constant(1 / _LARGEST_VALUE)
        )
        [steps] = self.node("Div", given, scale)
        return self.node("QuantizeLinear", steps, self.constant(1.0), self.constant(_ZERO, np.uint8))[0], scale

    def exact(self, given: str, weights: Floats, bias: Floats) -> str:
        """Multiply by weights of (outputs, inputs) as they are, and add the bias."""
        [product] = self.node("MatMul", given, self.constant(weights.T))
        return self.node("Add", product, self.constant(bias))[0]

    def norm(self, given: str, weights: Floats, bias: Floats) -> str:
        """Normalise the last dimension."""
        return self.node(
            "LayerNormalization", given, self.constant(weights), self.constant(bias), axis=-1, epsilon=_EPSILON
        )[0]

    def at_positions(self, words: str, positions: Floats) -> str:
        """Add to each piece of a text what belongs to its position."""
        [shape] = self.node("Shape", words, start=1, end=2)
        first, axis = self.constant([0], np.int64), self.constant([0], np.int64)
        [used] = self.node("Slice", self.constant(positions), first, shape, axis)
        return self.node("Add", words, used)[0]

    def layer(self, given: str, layer: Mapping[str, Floats]) -> str:
        """Add one layer of the transformer."""
        together = [np.concatenate([layer[f"{step}{kind}"] for step in "qkv"]) for kind in "wb"]
        queries, keys, values = self.node("Split", self.linear(given, *together), count=3, axis=-1, num_outputs=3)
        attended = self.linear(self._attention(queries, keys, values), layer["aow"], layer["aob"])
        middle = self.norm(self.node("Add", given, attended)[0], layer["alnw"], layer["alnb"])
        [inner] = self.node("Gelu", self.linear(middle, layer["fiw"], layer["fib"]))
        worked = self.linear(inner, layer["fow"], layer["fob"])
        return self.norm(self.node("Add", middle, worked)[0], layer["olnw"], layer["olnb"])

    def _attention(self, queries: str, keys: str, values: str) -> str:
        by_head = self.constant([0, 0, HEADS, WIDTH // HEADS], np.int64)
        orders: Sequence[tuple[str, list[int]]] = (
            (queries, [0, 2, 1, 3]),
            (keys, [0, 2, 3, 1]),
            (values, [0, 2, 1, 3]),
        )
        ours, theirs, meant = (
            self.node("Transpose", self.node("Reshape", part, by_head)[0], perm=order)[0] for part, order in orders
        )
        [likeness] = self.node("MatMul", ours, theirs)
        [scaled] = self.node("Mul", likeness, self.constant((WIDTH // HEADS) ** -0.5))
        [shares] = self.node("Softmax", scaled, axis=-1)
        [seen] = self.node("Transpose", self.node("MatMul", shares, meant)[0], perm=[0, 2, 1, 3])
        return self.node("Reshape", seen, self.constant([0, 0, WIDTH], np.int64))[0]
