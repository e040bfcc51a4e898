"""What one text takes in the encoder, in one thread of this process, whatever its length and content."""

import time
from collections.abc import Mapping, Sequence
from random import Random
from typing import NamedTuple, Protocol

from campusdesk.rules import LIMITS
from tests.bench.table import Row, percentile
from ticket_server.categoriser.fit import DEVELOPMENT, read_corpus
from ticket_server.encoder.encoder import Encoder
from ticket_server.encoder.reading import Reading

GOAL_S = 0.040
MOST = LIMITS["description"]
# So that the slowest of few texts is no accident.
TIMES = 5
# As a float of 32 bits is.
ROUNDED = 1e-6
# A later change is not made for less.
TOLD_APART = 0.001

Readings = Mapping[str, Reading]


class Judged(Protocol):
    """Whatever tells a category and how sure it is."""

    @property
    def category(self) -> int:
        """The category's number."""

    @property
    def confidence(self) -> float:
        """From 0 to 1."""


class Timed(NamedTuple):
    """What the encoder said of a text, and the seconds that passed and that the processor took."""

    reading: Reading
    wall_s: float
    cpu_s: float


def unseen() -> list[str]:
    """Return the 600 texts that nothing is trained on."""
    return list(dict.fromkeys(example.text.strip() for example in read_corpus(DEVELOPMENT)))


def odd() -> list[str]:
    """Return texts of the greatest length that a ticket may have, of all that people and programs paste."""
    random, texts = Random(1), unseen()
    return [
        *(" ".join(random.sample(texts, 60))[:MOST] for _ in range(3)),
        *((piece * MOST)[:MOST] for piece in ("a", "漏水", "\U0001f525", "-'", "1 ", "x\n", "e\u0301", "a\u200d")),
        # Each becomes 18 letters before it is cut.
        "\ufdfa" * MOST,
        "".join(random.choices("abcdefghijklmnopqrstuvwxyz", k=MOST)),
        "".join(map(chr, random.choices(range(0xA0, 0xD000), k=MOST))),
    ]


def measure(encoder: Encoder, texts: Sequence[str]) -> tuple[list[Row], Readings]:
    """Return the rows of the texts and of odd ones, and what the encoder said of the texts."""
    encoder.read(texts[0])
    usual = {text: timed(encoder, text) for text in texts}
    unusual = [timed(encoder, text) for text in odd() for _ in range(TIMES)]
    rows = [
        row_of(f"a text in the encoder, {len(usual)} unseen ones, p95", list(usual.values())),
        row_of(f"... {MOST:,} characters and odd content, p95", unusual),
    ]
    return rows, {text: read.reading for text, read in usual.items()}


def timed(encoder: Encoder, text: str) -> Timed:
    """Read a text and the clocks."""
    cpu_s, wall_s = time.process_time(), time.perf_counter()
    reading = encoder.read(text)
    return Timed(reading, time.perf_counter() - wall_s, time.process_time() - cpu_s)


def row_of(what: str, reads: Sequence[Timed]) -> Row:
    """Return how long texts took."""
    wall_s, cpu_s = ([read.wall_s for read in reads], [read.cpu_s for read in reads])
    p95_s = percentile(wall_s, 0.95)
    result = f"{milliseconds(wall_s, 0.95)}; of a processor {milliseconds(cpu_s, 0.95)}"
    return Row(what, f"<= {GOAL_S * 1e3:.0f} ms", result, p95_s <= GOAL_S)


def milliseconds(seconds: Sequence[float], share: float) -> str:
    """Return the time that this share does not exceed, the median and the longest."""
    ordered = sorted(seconds)
    asked, median = (percentile(ordered, of) * 1e3 for of in (share, 0.5))
    return f"{asked:.1f} ms (median {median:.1f}, longest {ordered[-1] * 1e3:.1f} ms)"


def is_of_encoder(told: Judged, reading: Reading, within: float = ROUNDED) -> bool:
    """Say whether a judgement is the encoder's and not the light model's, as far as its confidence tells."""
    return told.category == reading.category and abs(told.confidence - reading.confidence) < within
