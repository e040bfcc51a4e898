"""Tickets as they stand in an import file: one that is complete, and any that Hypothesis can think of."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from campusdesk.rules import Category, CategorySource, text_refusal

Line = dict[str, Any]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def complete() -> Line:
    """Return a closed ticket with everything that a line can hold."""
    return {
        "id": 17,
        "status": "closed",
        "description": "The beamer stays dark",
        "location": "B105",
        "contact": "0551",
        "category": "technical IT",
        "confidence": 0.83,
        "category_source": "automatic",
        "reported_from": "LAB-B105-07",
        "taken_by": "Desk 2",
        "closed_by": "Desk 3",
        "open_time": "2025-06-02T08:14:03.123456Z",
        "activate_time": "2025-06-02T09:00:00.000000Z",
        "update_time": "2025-06-03T10:00:00.000000Z",
        "close_time": "2025-06-03T10:00:00.000000Z",
        "messages": [
            {"time": "2025-06-02T09:30:00.000000Z", "role": "helpdesk", "workstation": "Desk 2", "text": "Soon"},
            {
                "time": "2025-06-02T09:33:00.000000Z",
                "role": "helpdesk",
                "workstation": "Desk 3",
                "text": "Third lamp this year",
                "internal": True,
            },
            {"time": "2025-06-02T09:40:00.000000Z", "role": "user", "workstation": "LAB-B105-07", "text": "Thanks"},
        ],
        "history": [
            {
                "time": "2025-06-02T08:20:00.000000Z",
                "role": "user",
                "workstation": "LAB-B105-07",
                "action": "update",
                "changes": {"location": ["B104", "B105"]},
            }
        ],
    }


def write(path: Path, lines: Iterable[Line | str]) -> Path:
    """Write lines, made JSON unless they are text already."""
    words = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    path.write_text("".join(f"{line}\n" for line in words), encoding="utf-8")
    return path


def read(path: Path) -> list[Line]:
    """Return a file's lines."""
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def _time(minute: int) -> str:
    return (EPOCH + timedelta(days=20_000, minutes=minute)).isoformat(timespec="microseconds")[:-6] + "Z"


_characters = st.characters(exclude_characters="\x00", exclude_categories=["Cs"])
_words = st.text(_characters, max_size=20)
_descriptions = st.text(_characters, min_size=1, max_size=40).filter(
    lambda text: text_refusal("description", text) is None
)
_categories = st.sampled_from([category.word for category in Category])
_roles = st.sampled_from(["user", "helpdesk"])


@st.composite
def _messages(draw: st.DrawFn, first: int, last: int) -> list[Line]:
    minutes = sorted(draw(st.lists(st.integers(first, last), max_size=4)))
    said = [
        {"time": _time(minute), "role": draw(_roles), "workstation": draw(_words), "text": draw(_descriptions)}
        for minute in minutes
    ]
    return [line | ({"internal": True} if line["role"] == "helpdesk" and draw(st.booleans()) else {}) for line in said]


@st.composite
def _history(draw: st.DrawFn, first: int, last: int) -> list[Line]:
    pairs = {
        "description": st.tuples(_descriptions, _descriptions),
        "location": st.tuples(_words, _words),
        "contact": st.tuples(_words, _words),
        "category": st.tuples(_categories, _categories),
    }
    entries = []
    for minute in sorted(draw(st.lists(st.integers(first, last), max_size=3))):
        names = draw(st.lists(st.sampled_from(list(pairs)), min_size=1, max_size=4, unique=True))
        changes = {name: list(draw(pairs[name])) for name in names}
        entries.append(
            {
                "time": _time(minute),
                "role": draw(_roles),
                "workstation": draw(_words),
                "action": "update",
                "changes": changes,
            }
        )
    return entries


def _blank(said: list[Line], edits: list[Line]) -> None:
    """Take the texts away as erasing does."""
    for message in said:
        message["text"] = ""
    for edit in edits:
        edit["changes"] = {name: sides if name == "category" else ["", ""] for name, sides in edit["changes"].items()}


@st.composite
def _line(draw: st.DrawFn, ticket_id: int) -> Line:
    steps = draw(st.integers(1, 3))
    minutes = sorted(draw(st.lists(st.integers(0, 50), min_size=steps, max_size=steps)))
    last = minutes[-1] if steps == 3 else 60
    corrected = draw(st.booleans())
    said, edits = draw(_messages(minutes[0], last)), draw(_history(minutes[0], last))
    times = dict(zip(("open_time", "activate_time", "close_time"), map(_time, minutes), strict=False))
    erased = draw(st.none() | st.integers(minutes[0], 90))
    if erased is not None:
        times["erase_time"] = _time(erased)
        _blank(said, edits)
    installations = sorted(draw(st.sets(st.uuids(), max_size=3)))
    joined = draw(st.integers(len(installations), 10**9))
    happened = [*times.values(), *(entry["time"] for entry in (*said, *edits) if "internal" not in entry)]
    return {
        "id": ticket_id,
        "status": ["open", "active", "closed"][steps - 1],
        "description": draw(_descriptions) if erased is None else "",
        "location": draw(_words),
        "contact": draw(_words),
        "category": draw(_categories),
        "confidence": 1.0 if corrected else draw(st.floats(0, 1)),
        "category_source": (CategorySource.CORRECTED if corrected else CategorySource.AUTOMATIC).word,
        "reported_from": draw(_words),
        "taken_by": draw(_words) if steps > 1 else "",
        **({"closed_by": draw(_words)} if steps == 3 else {}),
        **times,
        "update_time": max(happened),
        **({"me_too_count": joined} if joined else {}),
        **({"me_too_installations": [*map(str, installations)]} if installations else {}),
        "messages": said,
        "history": edits,
    }


@st.composite
def campuses(draw: st.DrawFn) -> list[Line]:
    """Return up to four tickets with different numbers, in any order."""
    ids = draw(st.lists(st.integers(1, 2**53), max_size=4, unique=True))
    return [draw(_line(ticket_id)) for ticket_id in ids]
