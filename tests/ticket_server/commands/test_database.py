"""What can go wrong with files and databases is told in one line."""

import click
import pytest

from ticket_server.commands.database import told_plainly


def test_a_failure_is_told_with_its_file() -> None:
    with pytest.raises(click.ClickException, match=r"^/a/tickets\.db: No such file$"), told_plainly():
        raise FileNotFoundError(2, "No such file", "/a/tickets.db")


def test_that_the_output_was_read_far_enough_is_no_failure() -> None:
    with pytest.raises(BrokenPipeError), told_plainly():
        raise BrokenPipeError(32, "Broken pipe")
