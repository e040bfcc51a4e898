"""The encoder while it learns: the base's weights stand still, narrow matrices beside them learn (LoRA)."""

import math

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812  as everybody calls it
from numpy.typing import NDArray
from torch import Tensor

from encoder_base import HEADS, LAYERS, NORMS, STEPS, WIDTH, Base, floats
from make_encoder import LEARNED_SHARE

RANK = 16
CATEGORIES = 3
DIMENSIONS = 128
DROPPED = 0.1
_EPSILON = 1e-12
_NEVER = -1e9


class Encoder:
    """The base with what it learns, by the names under which build/make_encoder.py puts it together."""

    def __init__(self, base: Base, seed: int) -> None:
        """Begin as the base; `seed` decides the first values of what is learned."""
        chance = torch.Generator().manual_seed(seed)
        self._words = base.words
        self._around = {name: torch.tensor(value) for name, value in base.around.items()}
        self._fixed = [{step: torch.tensor(layer[f"{step}w"]) for step in STEPS} for layer in base.layers]
        self.learned: dict[str, Tensor] = {}
        for step, (outputs, inputs) in STEPS.items():
            self.learned[f"{step}_in"] = torch.randn(LAYERS, RANK, inputs, generator=chance) / math.sqrt(inputs)
            self.learned[f"{step}_out"] = torch.zeros(LAYERS, outputs, RANK)
        for name in [f"{step}b" for step in STEPS] + [f"{norm}{kind}" for norm in NORMS for kind in "wb"]:
            self.learned[name] = torch.tensor(np.stack([layer[name] for layer in base.layers]))
        self.learned["category_w"] = torch.randn(CATEGORIES, WIDTH, generator=chance) * 0.1
        self.learned["category_b"] = torch.zeros(CATEGORIES)
        self.learned["vector_w"] = torch.zeros(DIMENSIONS, WIDTH)
        self.learned["vector_b"] = torch.zeros(DIMENSIONS)

    def states(self, texts: list[list[int]], *, learning: bool) -> tuple[Tensor, Tensor]:
        """Return what each piece of the texts means in the end, (texts, longest, WIDTH), and which pieces there are."""
        there = torch.zeros(len(texts), max(map(len, texts)))
        words = torch.zeros(*there.shape, WIDTH)
        for row, text in enumerate(texts):
            there[row, : len(text)] = 1
            words[row, : len(text)] = torch.from_numpy(floats(self._words[text], WIDTH))
        words = words + self._around["positions"][: there.shape[1]] + self._around["kind"]
        state = F.layer_norm(words, (WIDTH,), self._around["lnw"], self._around["lnb"], _EPSILON)
        hidden = torch.where(there[:, None, None, :] > 0, 0.0, _NEVER)
        for number in range(LAYERS):
            state = self._layer(number, state, hidden, learning=learning)
        return state, there

    def meanings(self, texts: list[list[int]], *, learning: bool) -> Tensor:
        """Return the mean over the pieces of each text, (texts, WIDTH)."""
        state, there = self.states(texts, learning=learning)
        return (state * there[..., None]).sum(1) / there.sum(1, keepdim=True)

    def scores(self, meanings: Tensor, *, learning: bool) -> Tensor:
        """Return the score of each category, (texts, CATEGORIES)."""
        dropped = F.dropout(meanings, DROPPED, learning)
        return F.linear(dropped, self.learned["category_w"], self.learned["category_b"])

    def vectors(self, meanings: Tensor) -> Tensor:
        """Return the vectors of length 1, (texts, DIMENSIONS)."""
        return F.normalize(F.linear(meanings, self.learned["vector_w"], self.learned["vector_b"]), dim=-1)

    def arrays(self) -> dict[str, NDArray[np.float16]]:
        """Return what was learned, by name."""
        return {name: value.detach().numpy().astype(np.float16) for name, value in self.learned.items()}

    def _layer(self, number: int, state: Tensor, hidden: Tensor, *, learning: bool) -> Tensor:
        def step(name: str, given: Tensor) -> Tensor:
            narrow = F.linear(F.linear(given, self._of(f"{name}_in", number)), self._of(f"{name}_out", number))
            return F.linear(given, self._fixed[number][name], self._of(f"{name}b", number)) + LEARNED_SHARE * narrow

        def norm(name: str, given: Tensor) -> Tensor:
            return F.layer_norm(given, (WIDTH,), self._of(f"{name}w", number), self._of(f"{name}b", number), _EPSILON)

        texts, pieces, _ = state.shape
        parts = [step(name, state).view(texts, pieces, HEADS, -1).transpose(1, 2) for name in "qkv"]
        seen = F.scaled_dot_product_attention(*parts, attn_mask=hidden).transpose(1, 2).reshape(state.shape)
        middle = norm("aln", state + F.dropout(step("ao", seen), DROPPED, learning))
        worked = step("fo", F.gelu(step("fi", middle)))
        return norm("oln", middle + F.dropout(worked, DROPPED, learning))

    def _of(self, name: str, number: int) -> Tensor:
        return self.learned[name][number]
