"""The places, people and problems of the sample campus, as they were written by hand."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
# The season of the problems that a WiFi outage brings, and nothing else does.
OUTAGE = "outage"


@dataclass(frozen=True)
class Problem:
    """A problem that people of one language have, in their own wordings, and how it is talked about and solved."""

    category: str
    language: str
    places: tuple[str, ...]
    speed: str
    weight: float
    texts: tuple[str, ...]
    talk: tuple[tuple[str, str], ...]
    season: str = ""


@dataclass(frozen=True)
class Place:
    """Where something is: the kind of place, the building's letter, and a room's code or a part of the building."""

    kind: str
    building: str = ""
    code: str = ""
    part: str = ""


@dataclass(frozen=True)
class Campus:
    """Everything that was written by hand: problems.jsonl holds the problems, campus.json the rest."""

    buildings: Mapping[str, Mapping[str, str]]
    details: Mapping[str, Mapping[str, str]]
    places: Mapping[str, Sequence[str]]
    people: Mapping[str, Sequence[str]]
    phrases: Mapping[str, Mapping[str, list[str]]]
    extension: Mapping[str, str]
    desks: Sequence[str]
    mail_domain: str
    problems: Sequence[Problem]


def load_campus(folder: Path = FOLDER) -> Campus:
    """Read the campus from its folder."""
    lines = (folder / "problems.jsonl").read_text(encoding="utf-8").splitlines()
    return Campus(
        **json.loads((folder / "campus.json").read_text(encoding="utf-8")),
        problems=[problem(json.loads(line)) for line in lines],
    )


def problem(line: Mapping[str, Any]) -> Problem:
    """Return the problem of a line of problems.jsonl."""
    return Problem(
        category=line["category"],
        language=line["language"],
        places=tuple(line["places"]),
        speed=line["speed"],
        weight=line["weight"],
        texts=tuple(line["texts"]),
        talk=tuple((role, text) for role, text in line["talk"]),
        season=line.get("season", ""),
    )


def place(kind: str, words: str) -> Place:
    """Return the place of that kind which words of campus.json mean: "A-104", "L reading room", "M" or nothing."""
    building, _, part = words.partition(" ")
    return Place(kind, building[:1], building if "-" in building else "", part)
