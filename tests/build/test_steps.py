"""A step says one line when it goes well and everything when it does not."""

import sys

import pytest

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
