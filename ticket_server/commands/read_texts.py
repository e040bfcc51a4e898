"""The command by which the server starts the process that reads texts."""

import sys
from pathlib import Path

import click

from ticket_server.commands.categoriser_folder import categoriser_folder_option


@click.command(hidden=True)
@categoriser_folder_option
def read_texts(versions: Path) -> None:
    """Read texts for a ticket server, on standard input and output."""
    from ticket_server.encoder.worker import run

    sys.exit(run(versions))
