"""Write the ordinary words of reports, so that in a place's name they are not taken for a proper name."""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The script also runs where the project is not installed yet.
sys.path[:0] = [str(ROOT), str(ROOT / "protos")]

from campusdesk.terms import folded  # noqa: E402
from ticket_server.similar.place_ordinary import ARTEFACT  # noqa: E402

CORPUS = ROOT / "ticket_server" / "categoriser" / "corpus.jsonl"
INCIDENTS = ROOT / "build" / "pairs.jsonl"
# Texts that must have a word, and how many times as often it must stand there in small letters.
LEAST = 2
LEAST_NOUN = 3
TIMES = 2
TIMES_NOUN = 3

_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDS = ".!?:\n,"


def main() -> None:
    """Write the words, one a line."""
    words = read_words()
    ARTEFACT.write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"{len(words)} words")


def read_words() -> list[str]:
    """Return the ordinary words of either file; each by itself: a name in one may be a word in the other."""
    return sorted({*read_corpus_words(), *read_incident_words()})


def read_corpus_words() -> list[str]:
    """Return the ordinary words of the categoriser's corpus."""
    texts = map(json.loads, CORPUS.read_text(encoding="utf-8").splitlines())
    return ordinary_words((text["text"], text["language"]) for text in texts)


def read_incident_words() -> list[str]:
    """Return the ordinary words of the reports that pairs are made of."""
    incidents = map(json.loads, INCIDENTS.read_text(encoding="utf-8").splitlines())
    reports = (report for incident in incidents for report in (*incident["reports"], *incident["near"]))
    return ordinary_words((report["text"], report["language"]) for report in reports)


def ordinary_words(texts: Iterable[tuple[str, str]]) -> list[str]:
    """Return the words of texts (with their languages) that mostly stand in small letters; in German nouns too."""
    small, capital, nouns = Counter[str](), Counter[str](), Counter[str]()
    for text, language in texts:
        small.update({folded(word) for word, _ in _found(text) if word.islower()})
        if language == "de":
            nouns.update({folded(word) for word, _ in _found(text) if not word.islower()})
        else:
            capital.update({folded(word) for word, begins in _found(text) if word[0].isupper() and not begins})
    chosen = {word for word, count in small.items() if count >= LEAST and count > TIMES * capital[word]}
    german = {word for word, count in nouns.items() if count >= LEAST_NOUN and count > TIMES_NOUN * capital[word]}
    return sorted(chosen | german)


def _found(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the words, and whether each begins a sentence."""
    for match in _WORD.finditer(text):
        before = text[: match.start()].rstrip(' "«„(')
        yield match.group(), not before or before[-1] in _ENDS


if __name__ == "__main__":
    main()
