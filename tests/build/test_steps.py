"""A step says one line when it goes well and everything when it does not."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import steps
from steps import StepError, attempt, hand_over, step


def test_a_step_that_went_well_takes_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    step("Counting", [sys.executable, "-c", "print('one two three')"])
    title, _, seconds = capsys.readouterr().out.partition(" ... ")
    assert title == "Counting"
    assert seconds.endswith(" s\n")


def test_a_program_that_is_not_there_fails_like_a_shell(capsys: pytest.CaptureFixture[str]) -> None:
    assert attempt("Asking", ["no-such-program-anywhere"]) == 127
    assert "no-such-program-anywhere" in capsys.readouterr().out


def test_a_failed_step_shows_its_output_and_keeps_its_status(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(StepError) as failure:
        step("Failing", [sys.executable, "-c", "print('because'); raise SystemExit(7)"])
    assert failure.value.status == 7
    assert "because" in capsys.readouterr().out


def test_a_program_that_a_signal_ended_has_the_status_that_a_shell_gives() -> None:
    assert hand_over([sys.executable, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"]) == 128 + 15


def test_who_stops_the_tool_stops_what_it_runs() -> None:
    tool = "import steps, sys; sys.exit(steps.hand_over([sys.executable, '-c', sys.argv[1]]))"
    work = "import os; print(os.getpid(), flush=True); __import__('signal').pause()"
    pipe, place = subprocess.PIPE, str(Path(steps.__file__).parent)
    with subprocess.Popen([sys.executable, "-c", tool, work], stdout=pipe, text=True, cwd=place) as program:
        assert program.stdout is not None
        worker = int(program.stdout.readline())
        program.send_signal(signal.SIGTERM)
        assert program.wait(30) == 128 + 15
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)
