"""Turn a text into counted features: words, pairs of neighbouring words and pieces of words."""

import re
import unicodedata
from collections import Counter
from typing import TypeVar

# Bounds on what is read, so that no text can cost more than a few milliseconds. People state their problem at the
# beginning, or ramble and state it at the end.
HEAD_CHARACTERS = 800
TAIL_CHARACTERS = 400
# A letter becomes up to three where it is taken apart, as in Korean; a few signs, which nobody writes often, become 18.
_OFTEN_APART, _MOST_APART = 4, 18
MAX_TOKENS = 240
MAX_TOKEN_CHARACTERS = 24

PIECE_LENGTHS = (3, 4, 5)

_Word = TypeVar("_Word")

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[€$£]")
_QUOTED_LINE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)


def tokens(text: str) -> list[str]:
    """Cut a text into words without case and accents, at most MAX_TOKENS; a number becomes "0" whatever its value."""
    return few(cut(read_part(text)))


def read_part(text: str) -> str:
    """Return the part of the text that is read: its beginning and its end, without the lines that a reply quotes."""
    return _unquoted(ends(text, HEAD_CHARACTERS, TAIL_CHARACTERS))


def ends(text: str, first: int, last: int) -> str:
    """Return so many characters of the beginning and the end of a longer text.

    They are fewer where they would become very many by being taken apart, so that no text takes long.
    """
    kept = _ends(text, first, last)
    if kept.isascii() or len(unicodedata.normalize("NFKD", kept)) <= _OFTEN_APART * (first + last):
        return kept
    return _ends(kept, first // _MOST_APART, last // _MOST_APART)


def _ends(text: str, first: int, last: int) -> str:
    return text if len(text) <= first + last else f"{text[:first]}\n{text[-last:]}"


def cut(text: str) -> list[str]:
    """Cut all of a text into words without case and accents; a number becomes "0"."""
    words = _TOKEN.findall(_plain(text))
    return ["0" if word[0].isdigit() else word[:MAX_TOKEN_CHARACTERS] for word in words]


def few(words: list[_Word]) -> list[_Word]:
    """Return the first and the last words where there are more than MAX_TOKENS."""
    if len(words) <= MAX_TOKENS:
        return words
    return words[: MAX_TOKENS * 2 // 3] + words[-(MAX_TOKENS // 3) :]


def whole(word: str) -> str:
    """Return the feature of a word as a whole ("=no")."""
    return f"={word}"


def pair(first: str, second: str) -> str:
    """Return the feature of two neighbouring words ("=no heating")."""
    return f"={first} {second}"


def pieces(word: str) -> list[str]:
    """List the pieces of a word ("<hea"): its character n-grams, its two ends marked, each once."""
    padded = f"<{word}>"
    found = (padded[start : start + length] for length in PIECE_LENGTHS for start in range(len(padded) - length + 1))
    # Or one piece that a single text had ("aaa") would decide the category of a cry.
    return list(dict.fromkeys(found))


def count_features(text: str) -> tuple[Counter[str], Counter[str]]:
    """Count a text's features in two blocks: those of whole words, and pieces of words."""
    words = tokens(text)
    return Counter([*map(whole, words), *map(pair, words, words[1:])]), Counter(
        piece for word in words for piece in pieces(word)
    )


def _unquoted(text: str) -> str:
    """Leave out the lines that a reply quotes, unless there is nothing else."""
    if ">" not in text:
        return text
    own = _QUOTED_LINE.sub("", text)
    return own if own.strip() else text


def _plain(text: str) -> str:
    """Return the text without case, accents and compatibility forms."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
