"""The commands that move tickets in and out as JSON Lines."""

from pathlib import Path

import click

from ticket_server.commands.database import database_option, told_plainly
from ticket_server.commands.long_running import interruptible, progress_shown
from ticket_server.commands.output import NEW_FILE, say


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@database_option
@click.option("--sample", is_flag=True, help="Mark the database as sample data that nobody reads.")
def import_(file: Path, database: str, sample: bool) -> None:
    """Load tickets from FILE (JSON Lines) into an empty database, all of them or none."""
    from ticket_server.categoriser.model import Categoriser
    from ticket_server.storage.engine import open_database
    from ticket_server.transfer import import_file

    with (
        interruptible(),
        told_plainly(),
        open_database(database) as opened,
        progress_shown("Importing") as progress,
    ):
        imported = import_file(file, opened, Categoriser.load().categorise, sample=sample, progress=progress)
    say(f"{imported.count:,} tickets with {imported.changes:,} changes are in the database.")


@click.command()
@click.argument("file", type=NEW_FILE)
@database_option
def export(file: Path, database: str) -> None:
    """Write all tickets to FILE (JSON Lines), in the form that import reads, also while the database is served."""
    from ticket_server.transfer import export_file

    with interruptible(), told_plainly(), progress_shown("Exporting") as progress:
        count = export_file(file, database, progress)
    say(f"{count:,} tickets are in {file}.")
