"""Reports of the same incidents, near misses, and reports of nothing alike, as files say them and as pairs."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from ticket_server.similar.pair import Report, report_of

DAY_US = 24 * 3_600 * 1_000_000
NOW_US = 1_780_000_000_000_000

Judge = Callable[[str], tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Told:
    """One report: its texts, the incident that it is of, and for a near miss what makes it another."""

    text: str
    location: str
    language: str
    incident: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """A report as the index compares it."""

    told: Told
    report: Report
    vector: bytes


def read_incidents(path: Path) -> list[list[Told]]:
    """Return the reports of each incident of a file, near misses after them."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [[_told(entry, line["incident"]) for entry in (*line["reports"], *line["near"])] for line in lines]


def read_lonely(path: Path) -> list[Told]:
    """Return reports of which each is the only one of its incident."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [_told(line, f"lonely {number}") for number, line in enumerate(lines)]


def _told(entry: dict[str, str], incident: str) -> Told:
    return Told(entry["text"], entry["location"], entry["language"], incident, entry.get("why", ""))


class StoredVectors:
    """Vectors of long ago by their texts: a file of numpy with `keys` (digests) and `vecs`."""

    def __init__(self, path: Path, corpus: Sequence[str]) -> None:
        """Read the file; the vectors are made DIMENSIONS long by the principal axes of the corpus's."""
        stored = np.load(path)
        self._places = {key: place for place, key in enumerate(stored["keys"].tolist())}
        vectors = stored["vecs"]
        base = np.array([vectors[self._places[digest(text)]] for text in corpus])
        self._mean = base.mean(axis=0)
        _, _, axes = np.linalg.svd(base - self._mean, full_matrices=False)
        self._vectors = (vectors - self._mean) @ axes[:128].T

    def __call__(self, text: str) -> bytes:
        """Return the text's vector."""
        vector = self._vectors[self._places[digest(text)]]
        scaled: NDArray[np.int8] = np.rint(vector / np.linalg.norm(vector) * 127).astype(np.int8)
        return scaled.tobytes()


def digest(text: str) -> str:
    """Return what a text is known by among stored vectors."""
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def read(told: Told, judge: Judge, vector: Callable[[str], bytes], open_us: int = NOW_US) -> Read:
    """Return the report as the index compares it."""
    category, confidence = judge(told.text)
    return Read(told, report_of(told.location, told.text, category, confidence, open_us), vector(told.text))


def filled(texts: Sequence[tuple[str, str]], locations: Sequence[str], random: Random) -> Iterator[Told]:
    """Yield reports of other incidents: texts (with their languages) at places where they could be."""
    for number, (text, language) in enumerate(texts):
        draw = random.random()
        if draw < 0.35:
            location = ""
        elif draw < 0.6:
            letter, floor = random.choice("ABCDEFGH"), random.randrange(4)
            location = f"{letter}{floor}.{random.randrange(1, 40):02}"
        else:
            location = random.choice(locations)
        yield Told(text, location, language, f"filler {number}")
