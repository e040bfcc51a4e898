"""What counts as a link in a text that anybody wrote: web addresses alone, exactly as they were typed."""

import re
import unicodedata
from itertools import accumulate
from typing import NamedTuple

# An address begins a text, or stands after a space, an opening bracket or a quotation mark.
_CANDIDATE = re.compile(r"(?:(?<=[\s(\[{<\"'“„‘‚«‹*])|(?<![^\s]))https?://[^\s<>\"]+", re.IGNORECASE)
# A name in other letters could look like another one's, and what stands before an @ is no name at all.
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_ADDRESS = re.compile(rf"https?://{_LABEL}(?:\.{_LABEL})*\.?(?::\d{{1,5}})?(?:[/?#][^\\]*)?", re.IGNORECASE)
# Marks that have everything after them read in another order: an address could be shown as another one.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ENDINGS = frozenset(".,;:!?'*`…")
_CLOSING = {")": "(", "]": "[", "}": "{"}
_FORWARD = frozenset({"L", "EN", "ES", "ET", "CS", "ON"})


class Span(NamedTuple):
    """A part of a text, from one character up to another that is not in it."""

    start: int
    end: int


def find_links(text: str) -> list[Span]:
    """Return where the text has addresses that a browser may be asked to open, first to last.

    Only http and https count, with a host in ASCII and nothing before it. Punctuation that ends a sentence, and
    brackets that were opened before the address, are not part of it. An address with a character that is not seen, that
    is piled on another, or that is written from right to left, is none.
    """
    # Most texts have none, and a conversation looks for them in all of its texts.
    if "://" not in text or _TURNING.search(text):
        return []
    candidates = ((found.start(), _without_ending(found.group())) for found in _CANDIDATE.finditer(text))
    return [Span(start, start + len(address)) for start, address in candidates if _is_address(address)]


def addresses(text: str) -> list[str]:
    """Return the addresses of the links in a text, each once, first to last."""
    return list(dict.fromkeys(text[span.start : span.end] for span in find_links(text)))


def counted_links(text: str) -> list[tuple[Span, str]]:
    """Return the links of a text with their addresses; the places are counted as Qt counts."""
    spans = find_links(text)
    return [(counted, text[span.start : span.end]) for counted, span in zip(in_utf16(text, spans), spans, strict=True)]


def in_utf16(text: str, spans: list[Span]) -> list[Span]:
    """Return the spans as Qt counts: in halves of characters outside the basic plane."""
    if text.isascii() or max(text) < "\U00010000":
        return spans
    place = list(accumulate((1 + (character > "\uffff") for character in text), initial=0))
    return [Span(place[span.start], place[span.end]) for span in spans]


def _without_ending(address: str) -> str:
    surplus = {closing: address.count(closing) - address.count(opening) for closing, opening in _CLOSING.items()}
    end = len(address)
    while end:
        last = address[end - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
        elif last not in _ENDINGS and (last.isascii() or unicodedata.category(last)[0] not in "PC"):
            break
        end -= 1
    return address[:end]


def _is_address(address: str) -> bool:
    if _ADDRESS.fullmatch(address) is None or not address.isprintable():
        return False
    return address.isascii() or all(map(_is_forward, address))


def _is_forward(character: str) -> bool:
    return unicodedata.bidirectional(character) in _FORWARD
