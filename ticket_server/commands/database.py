"""What all commands about a database share: which one it is, and how a failure of it is told."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from ticket_server.settings import default_database

database_option = click.option(
    "--database",
    envvar="CAMPUSDESK_DATABASE",
    default=default_database,
    show_default="a file in the user's data folder",
    help="The database's URL, such as sqlite:///tickets.db.",
)


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what can go wrong with a file or a database into one plain line and exit code 1.

    That whoever reads the output has read enough is no failure: click ends then without a word.
    """
    from campusdesk.errors import DeskError
    from campusdesk.reread import FileBroken
    from ticket_server.adaptation.versions import Busy, NoneBefore
    from ticket_server.storage.engine import CannotOpen, InUse
    from ticket_server.storage.upkeep.backup import BadBackup
    from ticket_server.storage.upkeep.erasure import TracesLeft
    from ticket_server.storage.upkeep.moving import NotCopied
    from ticket_server.transfer import BadLine, NotEmpty

    try:
        yield
    except InUse as error:
        raise click.ClickException(f"{error} Stop that first: a database is written by one program only.") from error
    except (
        BadBackup, BadLine, Busy, CannotOpen, DeskError, FileBroken, NoneBefore, NotCopied, NotEmpty, TracesLeft,
    ) as error:  # fmt: skip
        raise click.ClickException(str(error)) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        words = error.strerror or str(error)
        raise click.ClickException(f"{error.filename}: {words}" if error.filename else words) from error
