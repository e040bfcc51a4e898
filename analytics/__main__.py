"""The command line of the analytics servers: backlog, resolution-time, category-load."""

import os
import socket
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from analytics.settings import DEFAULT_TICKETS, DEFAULT_TIME_ZONE, Analysis, Settings, read_zone
from campusdesk.address import Address
from campusdesk.command_line import AddressesType, key_file_option, server_options, tls_ca_option
from campusdesk.options import ServerOptions
from campusdesk.rules import LIMITS, text_refusal


class ZoneType(click.ParamType[ZoneInfo]):
    """The name of a time zone on the command line."""

    name = "ZONE"

    def convert(self, value: str | ZoneInfo, param: click.Parameter | None, ctx: click.Context | None) -> ZoneInfo:
        """Return the zone, or fail in words."""
        try:
            return value if isinstance(value, ZoneInfo) else read_zone(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def _workstation(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if text_refusal("workstation", value):
        raise click.BadParameter(f"write at most {LIMITS['workstation']} characters", ctx, param)
    return value


def _host_name() -> str:
    return socket.gethostname()[: LIMITS["workstation"]]


@click.group(context_settings={"auto_envvar_prefix": "CAMPUSDESK"})
def main() -> None:
    """Campus Desk's analytics servers: each streams one analysis of a ticket server's tickets."""


def _add_command(analysis: Analysis, does: str) -> None:
    """Make the command of one analysis; CAMPUSDESK_BACKLOG_LISTEN and the like set where each listens."""

    @main.command(analysis.value, help=does, short_help=does)
    @click.option(
        "--tickets",
        type=AddressesType(),
        envvar="CAMPUSDESK_TICKETS",
        default=str(DEFAULT_TICKETS),
        show_default=True,
        help="Where the ticket server listens; several that share a database have commas between them.",
    )
    @click.option(
        "--time-zone",
        "zone",
        type=ZoneType(),
        envvar="CAMPUSDESK_TIME_ZONE",
        default=DEFAULT_TIME_ZONE,
        show_default=True,
        help="The campus time zone, in which days and months are cut.",
    )
    @click.option(
        "--workstation",
        envvar="CAMPUSDESK_WORKSTATION",
        default=_host_name,
        show_default="host name",
        callback=_workstation,
        help="This machine's name for the ticket server.",
    )
    @key_file_option
    @tls_ca_option
    @server_options(str(analysis.default_listen))
    def serve(
        options: ServerOptions,
        tickets: tuple[Address, ...],
        zone: ZoneInfo,
        workstation: str,
        key_file: Path | None,
        tls_ca: Path | None,
    ) -> None:
        # No analysis multiplies matrices: numpy would start a thread a processor for that, a seventh of a start's work.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        from analytics.server import run

        sys.exit(run(Settings(analysis, options, tickets, zone, workstation, key_file, tls_ca)))


_add_command(Analysis.BACKLOG, "Stream how many tickets of the last hours or days are not closed yet.")
_add_command(Analysis.RESOLUTION_TIME, "Stream how long tickets took from opening to closing, by opening month.")
_add_command(Analysis.CATEGORY_LOAD, "Stream how many tickets of each category are active.")

if __name__ == "__main__":
    main(prog_name="python -m analytics")
