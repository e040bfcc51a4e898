"""Reports of the same incidents, near misses, and reports of nothing alike, as files say them and as pairs."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from ticket_server.encoder.encoder import Encoder
from ticket_server.similar.pair import Report, report_of

DAY_US = 24 * 3_600 * 1_000_000
NOW_US = 1_780_000_000_000_000


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


class Readings:
    """What the encoder says of texts, kept in a file between two runs."""

    def __init__(self, encoder: Encoder, kept: Path | None) -> None:
        """Ask the encoder for what the file, if there is one, does not hold of its version."""
        self.version = encoder.version
        self._encoder = encoder
        self._kept = kept
        self._found: dict[str, tuple[int, float, bytes]] = {}
        if kept is not None and kept.exists():
            values = json.loads(kept.read_text())
            if values["version"] == self.version:
                self._found = {
                    key: (first, second, bytes.fromhex(third)) for key, first, second, third in values["read"]
                }

    def __call__(self, text: str) -> tuple[int, float, bytes]:
        """Return the text's category, confidence and vector."""
        key = digest(text)
        if key not in self._found:
            reading = self._encoder.read(text)
            self._found[key] = int(reading.category), reading.confidence, reading.vector
        return self._found[key]

    def keep(self) -> None:
        """Write the file, if there is to be one."""
        if self._kept is not None:
            read = [(key, first, second, third.hex()) for key, (first, second, third) in self._found.items()]
            self._kept.write_text(json.dumps({"version": self.version, "read": read}))


def digest(text: str) -> str:
    """Return what a text is known by among stored readings."""
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def read(told: Told, readings: Readings) -> Read:
    """Return the report as the index compares it."""
    category, confidence, vector = readings(told.text)
    return Read(told, report_of(told.location, told.text, category, confidence, NOW_US), vector)


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
