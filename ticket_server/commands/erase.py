"""The command that makes a server forget what people wrote."""

import click

from ticket_server.commands.database import database_option, told_plainly
from ticket_server.commands.long_running import interruptible
from ticket_server.commands.output import say


@click.command()
@click.argument("ticket_id", metavar="ID", type=click.IntRange(min=1, max=2**63 - 1))
@database_option
@click.option("--yes", is_flag=True, help="Do not ask.")
def erase(ticket_id: int, database: str, yes: bool) -> None:
    """Erase the texts, contact, messages and history texts of ticket ID for good; the server must be stopped.

    Its number, times, status, category and the names of workstations stay. Every desk forgets the texts once it sees
    the server again. Backups and exports made before still hold them: they are yours to delete.
    """
    from ticket_server.server import clock_us
    from ticket_server.storage.engine import open_database
    from ticket_server.storage.snapshot import open_snapshot
    from ticket_server.storage.upkeep.erasure import erase as erase_texts

    with told_plainly(), open_snapshot(database):
        # A database that is not there must not be made by erasing from it.
        pass
    if not yes:
        click.confirm(f"Erase all that people wrote in ticket {ticket_id}, for good?", abort=True)
    with interruptible(), told_plainly(), open_database(database) as opened:
        erased = erase_texts(opened, ticket_id, clock_us())
    if erased.had_texts:
        say(f"Ticket {ticket_id} is erased. Backups and exports made before now still hold its texts.")
    else:
        say(f"Ticket {ticket_id} was erased before: it holds no texts.")
