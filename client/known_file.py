"""The tickets that a desk was told of last, in one file of its person: facts as columns, texts of those looked at."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from campusdesk.facts import Column, Facts, encode
from campusdesk.v1 import change_feed_pb2, ticket_pb2, ticket_service_pb2
from client.whole_file import unfinished_beside, whole_file

_ABOUT, _TEXTS = "about", "texts"
_MODE = 0o600


@dataclass(frozen=True)
class Known:
    """Tickets of a lineage at a revision; `time_us` is when that was by the server's clock, in microseconds."""

    lineage: str
    revision: int
    time_us: int
    facts: Facts
    tickets: Sequence[ticket_pb2.Ticket]


def write_known(path: Path, known: Known, columns: Mapping[str, Column]) -> None:
    """Have the file hold these columns of the facts, and the rest of what is known; raises OSError.

    The columns may be copies, so that this can be done in a thread while the facts change.
    """
    texts = ticket_service_pb2.BatchGetTicketsResponse(tickets=known.tickets).SerializeToString()
    about = json.dumps({"lineage": known.lineage, "revision": known.revision, "time_us": known.time_us})
    arrays = {_ABOUT: np.frombuffer(about.encode(), np.uint8), _TEXTS: np.frombuffer(texts, np.uint8)}
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = unfinished_beside(path)
    with whole_file(path, unfinished) as file:
        # Before anything stands in it.
        unfinished.chmod(_MODE)
        np.savez(file, allow_pickle=False, **columns, **arrays)


def read_known(path: Path) -> Known | None:
    """Return what the file holds; None when it is not there, cannot be read or is damaged."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            about = json.loads(arrays[_ABOUT].tobytes())
            texts = ticket_service_pb2.BatchGetTicketsResponse.FromString(arrays[_TEXTS].tobytes())
            facts = Facts.from_snapshot([change_feed_pb2.FactColumns(**encode(arrays))])
        return Known(str(about["lineage"]), int(about["revision"]), int(about["time_us"]), facts, texts.tickets)
    except Exception:  # noqa: BLE001  a damaged file is read by zipfile and numpy, who raise whatever they come upon
        return None
