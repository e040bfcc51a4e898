"""A power cut at the worst instant, right after an acknowledgement: every write that was acknowledged is there."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tests.system.programs import PATIENCE_S, until
from tests.system.synced_files import SyncedFiles
from tests.system.traced import calls, reason_not_to_trace, strace
from tests.system.writing import Writer

WRITES = 60


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    """Give the place of the trace; skip the test where no program can be traced."""
    if reason := reason_not_to_trace(tmp_path):
        pytest.skip(reason)
    return tmp_path / "trace"


def test_a_power_cut_takes_no_acknowledged_write(tmp_path: Path, trace: Path) -> None:
    writers = write(tmp_path / "data", trace, "ticket_server")
    cuts = lost_by_cuts(tmp_path, trace, writers)
    assert len(cuts) > WRITES / 2
    assert not any(cuts)


def test_without_syncing_each_commit_a_power_cut_is_seen_to_take_some(tmp_path: Path, trace: Path) -> None:
    writers = write(tmp_path / "data", trace, "tests.system.careless_server")
    assert any(lost_by_cuts(tmp_path, trace, writers))


def write(folder: Path, trace: Path, program: str) -> Sequence[Writer]:
    """Let desks write to a traced server on a database in the folder; return them with what they were told.

    They pause once, so that the log is folded into the database between the writes of the first and of the others.
    """
    folder.mkdir()
    command = [*strace(trace), sys.executable, "-m", program, "serve", "--until-eof", "--listen", "127.0.0.1:0"]
    command += ["--database", f"sqlite:///{folder / 'tickets.db'}", "--writes-per-second", "0"]
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere, text=True) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        address = server.stdout.readline().partition(" listens on ")[2].partition(";")[0].strip()
        unfolded = (folder / "tickets.db").stat().st_mtime_ns
        first = write_a_while(address, range(3))
        until(lambda: (folder / "tickets.db").stat().st_mtime_ns != unfolded, "the log is folded into the database")
        writers = [*first, *write_a_while(address, range(3, 6))]
        server.stdin.close()
        server.wait(PATIENCE_S)
    assert not any(writer.refusals for writer in writers)
    return writers


def write_a_while(address: str, seeds: Iterable[int]) -> Sequence[Writer]:
    """Let a desk for each seed write until half of the writes are acknowledged."""
    stopping = threading.Event()
    writers = [Writer(address, stopping, seed) for seed in seeds]
    for writer in writers:
        writer.start()
    try:
        until(lambda: sum(len(writer.acknowledged) for writer in writers) >= WRITES / 2, "writes are acknowledged")
    finally:
        stopping.set()
    for writer in writers:
        writer.join()
    return writers


def lost_by_cuts(tmp_path: Path, trace: Path, writers: Sequence[Writer]) -> list[set[int]]:
    """Cut the power whenever a write's answer begins to leave; return the acknowledged revisions that each takes."""
    # An answer is known by the request's own id, which the writers put into the texts that come back.
    places = {
        told.request.request_id.encode(): (writer, count)  # type: ignore[attr-defined]
        for writer in writers
        for count, told in enumerate(writer.acknowledged, 1)
    }
    files, answered, cuts = SyncedFiles(tmp_path / "data"), dict.fromkeys(writers, 0), list[set[int]]()
    for call in calls(trace):
        if not call.leaves:
            files.take(call)
            continue
        payload = b"".join(call.strings)
        for writer, count in (place for request_id, place in places.items() if request_id in payload):
            if count > answered[writer]:
                answered[writer] = count
                cuts.append(_acknowledged(answered) - _stored(files, tmp_path / f"cut {len(cuts)}"))
    return cuts


def _acknowledged(answered: dict[Writer, int]) -> set[int]:
    """Return all revisions told until now: a desk sends its next request only after the answer to the one before."""
    return {told.revision for writer, count in answered.items() for told in writer.acknowledged[:count]}


def _stored(files: SyncedFiles, folder: Path) -> set[int]:
    folder.mkdir()
    files.survive(folder)
    with closing(sqlite3.connect(folder / "tickets.db")) as database:
        try:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            return {revision for (revision,) in database.execute("SELECT revision FROM change")}
        except sqlite3.OperationalError:
            return set()
