"""A version is read as it was written, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ticket_server.adaptation.made import WORD, version
from ticket_server.adaptation.version import from_bytes, to_bytes

CONTENT = to_bytes(version(full_base="v1 v2"))


def test_a_version_is_read_as_it_was_written() -> None:
    assert from_bytes(CONTENT) == version(full_base="v1 v2")
    assert to_bytes(from_bytes(CONTENT)) == CONTENT


@given(st.integers(0, len(CONTENT) - 2), st.integers(1, 255))
def test_a_byte_that_changed_is_noticed(place: int, by: int) -> None:
    damaged = bytearray(CONTENT)
    damaged[place] ^= by
    with pytest.raises(ValueError, match="not"):
        from_bytes(bytes(damaged))


@pytest.mark.parametrize("content", [b"", b"\n", CONTENT[: len(CONTENT) // 2], CONTENT + b"more"])
def test_half_a_file_is_none(content: bytes) -> None:
    with pytest.raises(ValueError, match="not the file"):
        from_bytes(content)


def test_words_cannot_be_read_from_it() -> None:
    assert WORD.lower().encode() not in CONTENT.lower()
