"""A version: what was learned from corrections for each model, from how much, and with what gain; as a file."""

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from ticket_server.adaptation.delta import Delta, Scores
from ticket_server.categoriser.model import CATEGORIES

_DIGITS = 4


@dataclass(frozen=True)
class Score:
    """How many of so many held-back texts a model gets right as it is shipped (before) and as a version (after)."""

    model: str
    texts: str
    count: int
    before: int
    after: int


class Learned(NamedTuple):
    """What was learned for the model of that version; it means nothing to any other."""

    base: str
    delta: Delta


@dataclass(frozen=True)
class Version:
    """One version; `previous` was in force before it (0: the models as shipped), the time is microseconds UTC."""

    number: int
    previous: int
    made_us: int
    corrections: int
    corpus: int
    full: Learned | None
    light: Learned | None
    scores: tuple[Score, ...]


def to_bytes(version: Version) -> bytes:
    """Return the file of the version: a digest of the rest, and the rest as JSON."""
    record = {
        "number": version.number,
        "previous": version.previous,
        "made_us": version.made_us,
        "corrections": version.corrections,
        "corpus": version.corpus,
        "full": _record(version.full),
        "light": _record(version.light),
        "scores": [asdict(score) for score in version.scores],
    }
    body = json.dumps(record, sort_keys=True).encode()
    return _digest(body) + b"\n" + body + b"\n"


def from_bytes(content: bytes) -> Version:
    """Return the version of a file; raises ValueError when that is damaged."""
    digest, _, body = content.partition(b"\n")
    if digest != _digest(body.removesuffix(b"\n")):
        raise ValueError("not the file that was written")
    try:
        return _version(json.loads(body))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not a version of this program") from error


def _digest(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()


def _record(learned: Learned | None) -> dict[str, object] | None:
    if learned is None:
        return None
    delta = learned.delta
    words = {str(bucket): _rounded(scores) for bucket, scores in sorted(delta.words.items())}
    meaning = [_rounded(scores) for scores in delta.meaning]
    return {"base": learned.base, "words": words, "meaning": meaning}


def _rounded(scores: Scores) -> list[float]:
    return [round(score, _DIGITS) for score in scores]


def _version(record: Mapping[str, Any]) -> Version:
    return Version(
        int(record["number"]),
        int(record["previous"]),
        int(record["made_us"]),
        int(record["corrections"]),
        int(record["corpus"]),
        _learned(record["full"]),
        _learned(record["light"]),
        tuple(Score(**score) for score in record["scores"]),
    )


def _learned(record: Mapping[str, Any] | None) -> Learned | None:
    if record is None:
        return None
    words = {int(bucket): _scores(scores) for bucket, scores in record["words"].items()}
    meaning = tuple(map(_scores, record["meaning"]))
    return Learned(str(record["base"]), Delta(words, meaning))


def _scores(values: Sequence[float]) -> Scores:
    scores = tuple(map(float, values))
    if len(scores) != len(CATEGORIES) or not all(map(math.isfinite, scores)):
        raise ValueError("not a version of this program")
    return scores
