"""The commands that examine a database and bring it to the newest shape."""

import sys

import click

from ticket_server.commands.database import database_option, told_plainly
from ticket_server.commands.long_running import interruptible, progress_shown
from ticket_server.commands.output import say


@click.command()
@database_option
def check(database: str) -> None:
    """Examine the database, also while it is served; nothing is changed.

    One line a check. Exit code: 0 all is well, 1 there is a warning, 2 something failed.
    """
    from ticket_server.server import clock_us
    from ticket_server.storage.upkeep.checks import Level
    from ticket_server.storage.upkeep.checks import check as examine

    with interruptible(), progress_shown("Checking") as progress:
        findings = [*examine(database, clock_us(), progress)]
    for finding in findings:
        say(f"{finding.level.name.lower():<8} {finding.name}: {finding.words}")
    sys.exit(max((finding.level for finding in findings), default=Level.OK))


@click.command()
@database_option
def migrate(database: str) -> None:
    """Bring the database to the newest shape, as the next start would; the server must be stopped."""
    from ticket_server.storage import schema
    from ticket_server.storage.engine import open_database, stored_revision
    from ticket_server.storage.snapshot import open_snapshot

    with interruptible(), told_plainly():
        with open_snapshot(database) as connection:
            before = stored_revision(connection, database)
        if before != schema.REVISION:
            click.echo(
                f"Bringing the database from shape {before} to {schema.REVISION}: Ctrl+C leaves it as it was.", err=True
            )
        open_database(database).close()
    if before == schema.REVISION:
        say(f"The database is in the newest shape, {before}, already.")
    else:
        say(f"The database was brought from shape {before} to {schema.REVISION}.")
