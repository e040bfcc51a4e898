"""The command on the categories: say those of texts, learn from corrections, go back, and tell what is in force."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ticket_server.commands.categoriser_folder import categoriser_folder_option
from ticket_server.commands.database import database_option, told_plainly
from ticket_server.commands.long_running import interruptible, progress_shown
from ticket_server.commands.output import say

if TYPE_CHECKING:
    from ticket_server.judgement import Verdict


@click.command()
@click.option("--refit", "task", flag_value="refit", help="Learn from the corrections in the database.")
@click.option("--previous", "task", flag_value="previous", help="Put the version before the present one in force.")
@click.option("--status", "task", flag_value="status", help="Tell what sets the categories, and how well.")
@database_option
@categoriser_folder_option
def categorise(task: str | None, database: str, versions: Path) -> None:
    r"""Say the category of each text on standard input, one a line with \n for its own new lines.

    A line comes out for each: category, a tab, and the confidence from 0 to 1.
    """
    if task == "refit":
        _refit(database, versions)
    elif task == "previous":
        _go_back(versions)
    elif task == "status":
        _tell_status(database, versions)
    else:
        _categorise(versions)


def _categorise(versions: Path) -> None:
    from ticket_server.learning.lines import text_of

    if sys.stdin is None:
        raise click.ClickException("There is no standard input to read texts from.")
    read = _reader(versions)
    with told_plainly(), click.open_file("-", "rb") as texts:
        for line in texts:
            verdict = read(text_of(line))
            say(f"{verdict.category.word}\t{verdict.confidence:.4f}")


def _reader(folder: Path) -> "Callable[[str], Verdict]":
    """Return what says the category of a text: the full model, or the light one where that cannot be had."""
    from ticket_server.adaptation.light import AdaptedLight
    from ticket_server.adaptation.versions import Versions
    from ticket_server.categoriser.model import Categoriser
    from ticket_server.learning.models import EncoderMissing, load_encoder

    light, in_force = Categoriser.load(), Versions(folder).follow()
    try:
        return load_encoder(light, in_force).read
    except EncoderMissing as error:
        click.echo(f"The light model answers: {error}.", err=True)
        return AdaptedLight(light, in_force).categorise


def _refit(database: str, folder: Path) -> None:
    from ticket_server.learning.making import refit
    from ticket_server.learning.telling import made_lines
    from ticket_server.server import clock_us

    with interruptible(), told_plainly(), progress_shown("Reading texts") as progress:
        made = refit(database, folder, clock_us(), progress)
    say("\n".join(made_lines(made)))


def _go_back(folder: Path) -> None:
    from ticket_server.adaptation.versions import Versions
    from ticket_server.learning.telling import named

    with told_plainly():
        number = Versions(folder).go_back()
    say(f"In force again, for new tickets: {named(number)}.")


def _tell_status(database: str, folder: Path) -> None:
    from ticket_server.learning.telling import status_lines

    say("\n".join(status_lines(database, folder)))
