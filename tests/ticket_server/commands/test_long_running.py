"""Commands that take long: shown on a terminal, and stopped in order."""

import io
import os
import signal
import sys

import pytest

from ticket_server.commands.long_running import INTERRUPTED, interruptible, progress_shown


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_undoes_and_ends_with_its_own_code(number: int, capsys: pytest.CaptureFixture[str]) -> None:
    undone = []
    before = [signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)]

    def stopped() -> None:
        try:
            os.kill(os.getpid(), number)
        finally:
            # A second one does not interrupt the undoing.
            os.kill(os.getpid(), number)
            undone.append("all")

    with pytest.raises(SystemExit) as ended, interruptible():
        stopped()
    assert (ended.value.code, undone) == (INTERRUPTED, ["all"])
    assert capsys.readouterr().err == "Interrupted: nothing half done is left.\n"
    assert [signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)] == before


@pytest.mark.parametrize("first", [4, 1])
def test_a_second_part_of_the_work_is_shown_too(monkeypatch: pytest.MonkeyPatch, first: int) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with progress_shown("Copying") as told:
        for done, total in ((0, first), (first, first), (2, 8), (8, 8)):
            told(done, total)
    drawn = stream.getvalue()
    assert drawn.index("100%") < drawn.index("25%") < drawn.rindex("100%")


def test_progress_is_shown_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, shows in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        with progress_shown("Copying") as told:
            told(1, 4)
            told(4, 4)
        assert ("Copying" in stream.getvalue() and "100%" in stream.getvalue()) is shows
        assert bool(stream.getvalue()) is shows
