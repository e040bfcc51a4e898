"""The desk of helpdesk staff among a million tickets beside the same desk among a thousand, each a process of its own.

The ticket server is a real one, the window is painted offscreen under the event loop that people have.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import astuple
from pathlib import Path
from typing import Any, TypeAlias

from client.addresses import beside
from tests.bench import million
from tests.bench.measured_server import measured_server
from tests.bench.table import Row, percentile

FEW = 1_000
THERE_GOAL_S, FIRST_GOAL_MS, MEMORY_GOAL_MB = 3, 60, 110
FRAME_GOAL_MS, SORT_GOAL_MS, STALL_GOAL_MS, FILTER_GOAL_MS, SEARCH_GOAL_MS, END_GOAL_MS = 33, 300, 50, 50, 100, 50

Told: TypeAlias = "dict[str, Any]"


def measure(database: Path) -> list[Row]:
    """Return the rows of the database of a million tickets, with what they are among a thousand."""
    with tempfile.TemporaryDirectory() as folder:
        few = Path(folder) / "few.db"
        million.make(few, FEW, 1)
        return _rows(_told_of(database), _told_of(few))


def _told_of(database: Path) -> Told:
    """Return what a desk at a server of this database measured."""
    with measured_server(database) as server, tempfile.TemporaryDirectory() as folder:
        server.await_rest()
        names = dict.fromkeys(("CAMPUSDESK_CONFIG_DIR", "CAMPUSDESK_DATA_DIR"), folder)
        environment = {**os.environ, **names, "QT_QPA_PLATFORM": "offscreen"}
        words = [str(database), *astuple(beside(server.address))]
        command = [sys.executable, "-m", "tests.bench.desk_process", *words]
        process = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
        told: Told = json.loads(process.stdout)
        return told


def _rows(many: Told, few: Told) -> list[Row]:
    def row(what: str, goal: float, unit: str, name: str, share: float = 1.0, form: str = ".0f") -> Row:
        ours, theirs = (percentile(told[name], share) for told in (many, few))
        words = f"{ours:{form}} {unit} (among {FEW:,}: {theirs:{form}} {unit})"
        if (spent := f"{name} spent") in many:
            both = " and ".join(f"{percentile(told[spent], share):.0f}" for told in (many, few))
            words += f"; {both} ms of processor time"
        return Row(f"1M tickets: {what}", f"<= {goal} {unit}", words, ours <= goal)

    # The sample campus has 2,000: as little as these.
    over = {name: value - few["memory"][name] for name, value in many["memory"].items()}
    memory = ", ".join(f"{value:.0f} MB {name}" for name, value in over.items())
    stalls = max((stall for name, stall in many["stalls"].items() if name.startswith("sort")), default=0)
    told = ", ".join(f"{name} {ms:.0f} ms" for name, ms in many["stalls"].items()) or f"never over {STALL_GOAL_MS} ms"
    others = ", ".join(f"{name} {ms:.0f} ms" for name, ms in few["stalls"].items()) or "never"
    rows = [
        row("facts there after entering", THERE_GOAL_S, "s", "there", form=".2f"),
        row("first frame after that", FIRST_GOAL_MS, "ms", "first frame"),
        Row(f"... memory over the same among {FEW:,}", f"<= {MEMORY_GOAL_MB} MB", memory,
            max(over.values()) <= MEMORY_GOAL_MB),
    ]  # fmt: skip
    rows += [row(f"a frame, {name}, p99", FRAME_GOAL_MS, "ms", name, 0.99) for name in ("wheel", "drag", "PgDn")]
    rows += [row(f"jump to the end and back, longest of {len(many['end'])}", END_GOAL_MS, "ms", "end")]
    sorts = sorted(name for name in many if name.startswith("sort "))
    rows += [row(name.replace("sort", "sorted by"), SORT_GOAL_MS, "ms", name) for name in sorts]
    rows += [Row("... the window did not answer meanwhile", f"<= {STALL_GOAL_MS} ms", f"{stalls:.0f} ms", not stalls)]
    filters = ("narrowed", "shown again")
    rows += [row(f"filter, {name}, longest", FILTER_GOAL_MS, "ms", f"filter {name}") for name in filters]
    spent = (percentile(many[name], 1.0) for name in ("spent in sorts", "filter spent"))
    words = " and ".join(f"{ms:.0f} ms" for ms in spent)
    rows += [Row("... of it in the thread that draws, sorts and filters, longest", "", f"{words} of processor time")]
    rows += [row("values of a filter counted, longest", STALL_GOAL_MS, "ms", "counts")]
    rows += [row("search, a key to rows painted, p99", SEARCH_GOAL_MS, "ms", "search", 0.99)]
    rows += [row("a frame while others report, p99", FRAME_GOAL_MS, "ms", "live", 0.99)]
    moved = f"{many['moved']} times (among {FEW:,}: {few['moved']})"
    rows += [Row("... the row under the eye was moved", "never", moved, not many["moved"])]
    rows += [Row("... the window did not answer", f"<= {STALL_GOAL_MS} ms", f"{told}; among {FEW:,}: {others}",
                 not many["stalls"])]  # fmt: skip
    return rows
