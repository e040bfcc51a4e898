"""The commands that back up a database and bring a backup back."""

from pathlib import Path

import click

from ticket_server.commands.database import database_option, told_plainly
from ticket_server.commands.long_running import interruptible, progress_shown
from ticket_server.commands.output import NEW_FILE_OR_FOLDER, say


@click.command()
@click.argument("target", metavar="FILE-OR-FOLDER", type=NEW_FILE_OR_FOLDER)
@database_option
def backup(target: Path, database: str) -> None:
    """Copy the database to FILE, or to a file named by the time in FOLDER, while the server writes.

    The copy is a database of SQLite, whatever store it comes from. It is checked before it gets its name.
    """
    from ticket_server.backups import backup_name
    from ticket_server.server import clock_us
    from ticket_server.storage.upkeep.backup import back_up

    file = target / backup_name(clock_us()) if target.is_dir() else target
    if file.exists():
        raise click.ClickException(f"{file} is there already: a backup replaces no file.")
    with interruptible(), told_plainly(), progress_shown("Copying") as progress:
        held = back_up(database, file, progress)
    say(
        f"{held.tickets:,} tickets at revision {held.counter.last_revision:,} are in {file}, and checked.\n"
        "It holds everything that people wrote: keep it where the database may be read."
    )


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@database_option
@click.option("--replace", is_flag=True, help="Give up what a PostgreSQL database holds; SQLite's is kept anyway.")
def restore(file: Path, database: str, replace: bool) -> None:
    """Make the database what the backup FILE holds; the server must be stopped.

    The backup is checked first, and a present database of SQLite is kept beside the new one. Desks and analytics
    servers notice by themselves that the database is another one.
    """
    from ticket_server.backups import time_stamp
    from ticket_server.server import clock_us
    from ticket_server.storage.upkeep.restore import restore as bring_back

    with interruptible(), told_plainly(), progress_shown("Copying") as progress:
        restored = bring_back(file, database, time_stamp(clock_us()), replacing=replace, progress=progress)
    held = restored.inventory
    say(f"{held.tickets:,} tickets at revision {held.counter.last_revision:,} are in the database again.")
    if restored.kept is not None:
        say(f"What the database held before is kept in {restored.kept}.")
