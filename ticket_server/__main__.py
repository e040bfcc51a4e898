"""The ticket server's command line: serve, import, export."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from campusdesk.address import Address, parse_address
from ticket_server.settings import DEFAULT_LISTEN, Settings, default_database


class AddressType(click.ParamType[Address]):
    """A HOST:PORT on the command line."""

    name = "HOST:PORT"

    def convert(self, value: str | Address, param: click.Parameter | None, ctx: click.Context | None) -> Address:
        """Return the address, or fail in words."""
        try:
            return value if isinstance(value, Address) else parse_address(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what can go wrong with a file or a database into one plain line and exit code 1."""
    from campusdesk.errors import DeskError
    from ticket_server.storage.engine import CannotOpen
    from ticket_server.transfer import BadLine, NotEmpty

    try:
        yield
    except (BadLine, CannotOpen, DeskError, NotEmpty) as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from error


database_option = click.option(
    "--database",
    envvar="CAMPUSDESK_DATABASE",
    default=default_database,
    show_default="a file in the user's data folder",
    help="The database's URL, such as sqlite:///tickets.db.",
)


@click.group(context_settings={"auto_envvar_prefix": "CAMPUSDESK"})
def main() -> None:
    """Campus Desk's ticket server."""


@main.command()
@click.option("--listen", type=AddressType(), default=DEFAULT_LISTEN, show_default=True, help="Where to listen.")
@database_option
@click.option("--until-eof", is_flag=True, hidden=True, help="End with the end of standard input.")
def serve(listen: Address, database: str, until_eof: bool) -> None:
    """Serve tickets until stopped."""
    from ticket_server.server import run

    sys.exit(run(Settings(listen, database, until_eof)))


@main.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@database_option
@click.option("--sample", is_flag=True, help="Mark the database as sample data that nobody reads.")
def import_(file: Path, database: str, sample: bool) -> None:
    """Load tickets from FILE (JSON Lines) into an empty database, all of them or none."""
    from ticket_server.categoriser.model import Categoriser
    from ticket_server.storage.engine import open_database
    from ticket_server.transfer import import_file

    with told_plainly(), open_database(database) as opened:
        imported = import_file(file, opened, Categoriser.load().categorise, sample=sample)
    click.echo(f"{imported.count:,} tickets with {imported.changes:,} changes are in the database.")


@main.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@database_option
def export(file: Path, database: str) -> None:
    """Write all tickets to FILE (JSON Lines), in the form that import reads."""
    from ticket_server.storage.engine import open_database
    from ticket_server.transfer import export_file

    with told_plainly(), open_database(database) as opened:
        count = export_file(file, opened)
    click.echo(f"{count:,} tickets are in {file}.")


if __name__ == "__main__":
    main(prog_name="python -m ticket_server")
