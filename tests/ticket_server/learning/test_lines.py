"""One text a line, whatever bytes it is made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campusdesk.rules import LIMITS
from ticket_server.learning.lines import text_of


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (b"", ""),
        (b"\n", ""),
        (b"one\\ntwo\n", "one\ntwo"),
        (b"C:\\\\new\r\n", "C:\\new"),
        (b"\\t stays, and so does the end \\", "\\t stays, and so does the end \\"),
        (b"caf\xc3\xa9 \xff", "café \ufffd"),
        ("\u2028\x0b\x85".encode(), "\u2028\x0b\x85"),
    ],
)
def test_a_line_is_a_text(line: bytes, text: str) -> None:
    assert text_of(line) == text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=200))
def test_any_text_comes_back(text: str) -> None:
    written = text.replace("\\", "\\\\").replace("\n", "\\n")
    assert text_of(written.encode() + b"\n") == text


@given(st.binary(max_size=200))
def test_no_bytes_are_refused(line: bytes) -> None:
    text_of(line).encode()


def test_of_a_text_longer_than_any_ticket_the_beginning_and_the_end_are_read() -> None:
    text = text_of(b"begin" + b"x" * 1_000_000 + b"end")
    assert len(text) == LIMITS["description"]
    assert text.startswith("beginx")
    assert text.endswith("xend")
