"""The command that serves."""

import sys

import click

from campusdesk.address import Address, parse_address
from ticket_server.commands.database import database_option
from ticket_server.settings import DEFAULT_LISTEN, Settings


class AddressType(click.ParamType[Address]):
    """A HOST:PORT on the command line."""

    name = "HOST:PORT"

    def convert(self, value: str | Address, param: click.Parameter | None, ctx: click.Context | None) -> Address:
        """Return the address, or fail in words."""
        try:
            return value if isinstance(value, Address) else parse_address(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


@click.command()
@click.option("--listen", type=AddressType(), default=DEFAULT_LISTEN, show_default=True, help="Where to listen.")
@database_option
@click.option("--until-eof", is_flag=True, hidden=True, help="End with the end of standard input.")
def serve(listen: Address, database: str, until_eof: bool) -> None:
    """Serve tickets until stopped."""
    from ticket_server.server import run

    sys.exit(run(Settings(listen, database, until_eof)))
