"""The command that tells how a running server is, for people and for cron."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from campusdesk.address import Address
from campusdesk.command_line import AddressType, FiniteRange, config_option, silence_grpc, tls_ca_option
from ticket_server.commands.output import say
from ticket_server.settings import DEFAULT_LISTEN

if TYPE_CHECKING:
    from campusdesk.v1.operations_pb2 import ServerStatus
    from ticket_server.status import Judgement

_GIGABYTE = 1_000_000_000
_UNREACHABLE = 2


class _Unreachable(click.ClickException):
    """No server answers; the exit code is that of a server that is not well."""

    exit_code = _UNREACHABLE


@click.command()
@click.option(
    "--tickets",
    type=AddressType(),
    envvar="CAMPUSDESK_TICKETS",
    default=DEFAULT_LISTEN,
    show_default=True,
    help="Where the server listens.",
)
@tls_ca_option
@click.option(
    "--backup-max-age",
    type=FiniteRange(min=0),
    default=48.0,
    show_default=True,
    help="How many hours old the newest backup may be; 0 where this server makes none.",
)
@click.option("--json", "as_json", is_flag=True, help="Tell it as one line of JSON.")
@config_option
def status(tickets: Address, tls_ca: Path | None, backup_max_age: float, as_json: bool) -> None:
    """Tell how a running server is.

    The exit code is 0 when all is well, 1 when somebody should look (an old backup, a certificate that expires within
    30 days, a disk that is 90 % full), and 2 when the server does not answer or cannot use its database.
    """
    silence_grpc()
    from ticket_server.status import judge

    try:
        found = _ask(tickets, tls_ca)
    except _Unreachable as error:
        if as_json:
            # Whoever reads it as JSON gets nothing else.
            say(json.dumps({"health": "unreachable", "problems": [error.message]}))
            sys.exit(_UNREACHABLE)
        raise
    judgement = judge(found, backup_max_age)
    say(_as_json(found, judgement) if as_json else _as_text(tickets, found, judgement))
    sys.exit(judgement.health)


def _ask(tickets: Address, tls_ca: Path | None) -> "ServerStatus":
    from campusdesk.errors import DeskError
    from campusdesk.reread import FileBroken
    from campusdesk.tls import Trust
    from ticket_server.rpc.status_call import ask_status

    try:
        return ask_status(str(tickets), Trust(tls_ca) if tls_ca is not None else None)
    except FileBroken as error:
        raise _Unreachable(str(error)) from error
    except DeskError as error:
        raise _Unreachable(f"{tickets}: {error}") from error


def _as_json(found: "ServerStatus", judgement: "Judgement") -> str:
    from google.protobuf.json_format import MessageToDict

    fields = MessageToDict(found, preserving_proto_field_name=True, always_print_fields_with_no_presence=True)
    health = {"health": judgement.health.name.lower(), "problems": [*judgement.faults, *judgement.warnings]}
    return json.dumps({**health, **fields})


def _as_text(tickets: Address, found: "ServerStatus", judgement: "Judgement") -> str:
    from ticket_server.status import backup_age_s, certificate_days_left, free_share

    share, age_s, days = free_share(found), backup_age_s(found), certificate_days_left(found)
    free = f"{found.disk_free_bytes / _GIGABYTE:,.1f} GB free"
    lines = {
        "server": f"{tickets}, version {found.version}, since {found.start_time.ToJsonString()}",
        "lineage": found.lineage,
        "revision": f"{found.revision:,}",
        "watchers": f"{found.watcher_count:,}",
        "database": f"{found.store}, {found.database_bytes / _GIGABYTE:,.3f} GB",
        "disk": f"{free} ({share:.0%})" if share is not None else "on another machine",
        "backup": f"{age_s / 3_600:,.1f} hours ago" if age_s is not None else "none by this server",
        "certificate": f"valid for {days} days" if days is not None else "none: no TLS",
    }
    told = [f"{name + ':':13}{words}" for name, words in lines.items()]
    told += [f"UNHEALTHY: {fault}" for fault in judgement.faults]
    told += [f"WARNING: {warning}" for warning in judgement.warnings]
    return "\n".join(told)
