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
@click.option("--from", "source", metavar="URL", help="Move the database at this URL; --to names where.")
@click.option("--to", "target", metavar="URL", help="An empty database of either store, made as needed.")
def migrate(database: str, source: str | None, target: str | None) -> None:
    """Bring the database to the newest shape, as the next start would, or move it; servers must be stopped.

    With --from and --to everything is copied and compared row by row, so that desks go on at the new place where they
    stopped. The former database stays as it is but for its identity: it must not be served any more.
    """
    if (source is None) != (target is None):
        raise click.UsageError("--from and --to belong together.")
    if source is not None and target is not None:
        _move(source, target)
    else:
        _bring_to_newest(database)


def _move(source: str, target: str) -> None:
    from ticket_server.storage.upkeep.moving import move

    with interruptible(), told_plainly(), progress_shown("Copying") as progress:
        held = move(source, target, progress)
    say(f"{held.tickets:,} tickets at revision {held.counter.last_revision:,} were moved, and compared row by row.")


def _bring_to_newest(database: str) -> None:
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
