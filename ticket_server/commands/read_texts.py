"""The command by which the server starts the process that reads texts."""

import sys

import click


@click.command(hidden=True)
def read_texts() -> None:
    """Read texts for a ticket server, on standard input and output."""
    from ticket_server.encoder.worker import run

    sys.exit(run())
