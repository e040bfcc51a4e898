"""Where commands write: standard output, which may take nothing, and files, which are no standard output."""

import os
import sys
from contextlib import suppress
from pathlib import Path

import click


def say(words: str) -> None:
    """Write lines to standard output; where it takes nothing, that is told in one line, with exit code 1.

    That whoever reads the output has read enough is no failure: click ends then without a word.
    """
    if sys.stdout is None:
        raise click.ClickException("There is no standard output to write to.")
    try:
        click.echo(words)
    except BrokenPipeError:
        raise
    except OSError as error:
        _drop_the_rest()
        raise click.ClickException(error.strerror or str(error)) from error


def _drop_the_rest() -> None:
    """Have Python write nowhere what it could not: as it ends it would fail again, with an exit code of its own."""
    # A test's output is no file.
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


class NewPath(click.Path):
    """A file or folder that a command makes; for many programs "-" is standard output, for these it is not."""

    def convert(
        self, value: "str | os.PathLike[str]", param: click.Parameter | None, ctx: click.Context | None
    ) -> "str | bytes | os.PathLike[str]":
        """Return the path, or fail in words."""
        if os.fspath(value) == "-":
            self.fail("nothing of this goes to standard output: name a file or a folder (./- is one)", param, ctx)
        return super().convert(value, param, ctx)


NEW_FILE = NewPath(dir_okay=False, path_type=Path)
NEW_FOLDER = NewPath(file_okay=False, path_type=Path)
NEW_FILE_OR_FOLDER = NewPath(path_type=Path)
