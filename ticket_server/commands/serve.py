"""The command that serves."""

import sys

import click

from campusdesk.command_line import server_options
from campusdesk.options import ServerOptions
from ticket_server.commands.database import database_option
from ticket_server.settings import DEFAULT_LISTEN, Settings


@click.command()
@database_option
@server_options(DEFAULT_LISTEN)
def serve(options: ServerOptions, database: str) -> None:
    """Serve tickets until stopped."""
    from ticket_server.server import run

    sys.exit(run(Settings(options, database)))
