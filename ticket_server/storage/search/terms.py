"""Cut texts into the terms that they are found by: once, in Python, so that every store finds the same."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import chain

# Characters; of a longer word only the beginning counts, in a ticket as in what somebody types.
LONGEST_TERM = 40

_FIRST_MARK = "\u0300"
# Letters that keyboards elsewhere lack and that Unicode does not take apart.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
# Chinese characters and kana stand without spaces between words: each of them is a term of its own.
_SINGLE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_ASCII_TERM = re.compile("[a-z0-9]+")
_TERM = re.compile(rf"[{_SINGLE}]|[^\W_{_SINGLE}]+")


def cut(texts: Iterable[str]) -> list[str]:
    """Return the different terms of the texts in the order of their first place; no text makes it fail."""
    found = dict.fromkeys(chain.from_iterable(map(_words, texts)))
    if max(map(len, found), default=0) > LONGEST_TERM:
        found = dict.fromkeys(word[:LONGEST_TERM] for word in found)
    return list(found)


def asked(text: str) -> list[str]:
    """Return the terms that one typed text asks for, less those that are the beginning of another of them."""
    terms = cut((text,))
    return [term for term in terms if not any(other != term and other.startswith(term) for other in terms)]


def folded(text: str) -> str:
    """Return the text without case and accents."""
    # Most texts; five times as fast.
    if text.isascii():
        return text.lower()
    # Folding the case can bring out what can be taken apart again.
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = [character for character in apart if character < _FIRST_MARK or unicodedata.category(character)[0] != "M"]
    return "".join(kept).translate(_PLAIN)


def _words(text: str) -> list[str]:
    """Return the words of the text without case and accents."""
    plain = folded(text)
    return _ASCII_TERM.findall(plain) if plain.isascii() else _TERM.findall(plain)
