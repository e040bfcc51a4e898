"""The command that serves."""

import sys
from pathlib import Path

import click

from campusdesk.command_line import FiniteRange, server_options
from campusdesk.options import ServerOptions
from ticket_server.commands.categoriser_folder import categoriser_folder_option
from ticket_server.commands.database import database_option
from ticket_server.settings import DEFAULT_LISTEN, BackupPlan, Settings


@click.command()
@database_option
@click.option(
    "--backup-folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where this server puts backups of the database; without it none are made.",
)
@click.option(
    "--backup-every",
    type=FiniteRange(min=0, min_open=True),
    default=24.0,
    show_default=True,
    help="How many hours lie between two backups.",
)
@click.option(
    "--backup-keep",
    type=click.IntRange(min=1),
    default=14,
    show_default=True,
    help="How many backups are kept; older ones are deleted.",
)
@click.option(
    "--encoder/--no-encoder",
    default=True,
    show_default=True,
    help="Whether texts are read by the encoder, a process of its own that takes about 240 MB of memory; without it the"
    " light model sets all categories.",
)
@categoriser_folder_option
@server_options(DEFAULT_LISTEN)
def serve(
    options: ServerOptions,
    database: str,
    backup_folder: Path | None,
    backup_every: float,
    backup_keep: int,
    encoder: bool,
    versions: Path,
) -> None:
    """Serve tickets until stopped."""
    from ticket_server.server import run

    plan = BackupPlan(backup_folder, backup_every, backup_keep) if backup_folder is not None else None
    sys.exit(run(Settings(options, database, plan, encoder, versions)))
