"""Cut texts into the terms that they are found by: once, in Python, for every store that finds and every desk.

A text that somebody searches for may be the number of a ticket too.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import chain

# Characters; of a longer word only the beginning counts, in a ticket as in what somebody types.
LONGEST_TERM = 40
# No ticket has a larger number.
LARGEST_NUMBER = 2**63 - 1

_FIRST_MARK = "\u0300"
# Letters that keyboards elsewhere lack and that Unicode does not take apart.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
# Chinese characters and kana stand without spaces between words: each of them is a term of its own.
_SINGLE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_NUMBER = re.compile(r"#?0*([0-9]{1,19})", re.ASCII)
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


def number(searched: str) -> int:
    """Return the ticket's number that the text is, with or without a # before it, or 0."""
    said = _NUMBER.fullmatch(searched)
    value = int(said[1]) if said else 0
    return value if value <= LARGEST_NUMBER else 0


def folded(text: str) -> str:
    """Return the text without case and accents."""
    # Most texts; five times as fast.
    if text.isascii():
        return text.lower()
    # Folding the case can bring out what can be taken apart again.
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = [character for character in apart if character < _FIRST_MARK or unicodedata.category(character)[0] != "M"]
    return "".join(kept).translate(_PLAIN)


def hits(text: str, wanted: Collection[str]) -> list[tuple[int, int]]:
    """Return where the text has the terms that were `asked`: from which character to before which, in their order.

    Of a word its beginning is told that was asked for, with the accents on it. No two places overlap.
    """
    if not wanted:
        return []
    if text.isascii():
        return list(_found(text.lower(), wanted))
    plain, places = _placed(text)
    told: list[tuple[int, int]] = []
    for begin, end in _found(plain, wanted):
        first, last = places[begin], _with_marks(text, places[end - 1] + 1)
        # One character can stand for several words, such as a fraction.
        if told and first < told[-1][1]:
            first = told.pop()[0]
        told.append((first, last))
    return told


def _found(plain: str, wanted: Collection[str]) -> Iterator[tuple[int, int]]:
    for word in _term_of(plain).finditer(plain):
        beginning = word[0][:LONGEST_TERM]
        # No asked term is the beginning of another, so that one of them at most begins a word.
        length = next((len(term) for term in wanted if beginning.startswith(term)), 0)
        if length:
            yield word.start(), word.start() + length


def _placed(text: str) -> tuple[str, list[int]]:
    """Return the folded text, and of which character of the text each of its characters is a part."""
    parts = [_folded_character(character) for character in text]
    places = [place for place, part in enumerate(parts) for _ in part]
    return "".join(parts), places


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    return folded(character)


def _with_marks(text: str, end: int) -> int:
    while end < len(text) and not _folded_character(text[end]):
        end += 1
    return end


def _words(text: str) -> list[str]:
    """Return the words of the text without case and accents."""
    plain = folded(text)
    return _term_of(plain).findall(plain)


def _term_of(plain: str) -> re.Pattern[str]:
    return _ASCII_TERM if plain.isascii() else _TERM
