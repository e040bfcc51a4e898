"""What a person who types waits for the likely category, on a server that has nothing else to do."""

import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from campusdesk.rules import Role
from campusdesk.v1.ticket_service_pb2 import SuggestCategoryRequest, SuggestCategoryResponse
from tests.bench.encoding import Readings, is_of_encoder, milliseconds
from tests.bench.frames import FrameClient
from tests.bench.measured_server import TICKETS, MeasuredServer, caller
from tests.bench.table import Row

QUESTIONS = 200
_PATIENCE_S = 60.0


def measure(server: MeasuredServer, readings: Readings) -> list[Row]:
    """Return the row of a question after the other."""
    texts = list(readings)[:QUESTIONS]
    seconds, answers = suggested(server, texts)
    by_encoder = sum(is_of_encoder(answer, readings[text]) for text, answer in zip(texts, answers, strict=True))
    result = f"{milliseconds(seconds, 0.99)}, {by_encoder / len(texts):.0%} by the encoder"
    return [Row("SuggestCategory, one after the other, p99", "", result)]


def await_encoder(server: MeasuredServer) -> None:
    """Wait until the server says that its encoder reads texts."""
    deadline = time.monotonic() + _PATIENCE_S
    while "the encoder is loaded" not in Path(server.log).read_text("utf-8"):
        assert time.monotonic() < deadline, "the encoder was not loaded"
        time.sleep(0.1)


def suggested(server: MeasuredServer, texts: Sequence[str]) -> tuple[list[float], list[SuggestCategoryResponse]]:
    """Ask for the categories of texts, one after the other; return the seconds and the answers."""
    requests = [SuggestCategoryRequest(description=text).SerializeToString() for text in texts]
    with closing(FrameClient(server.address, caller(Role.USER))) as client:
        answered = client.round(f"{TICKETS}/SuggestCategory", requests, 1)
    return answered.seconds, [SuggestCategoryResponse.FromString(answer) for answer in answered.answers]
