"""The command that makes a campus's certificates."""

from datetime import UTC, datetime
from pathlib import Path

import click

from campusdesk.reread import FileBroken
from ticket_server.commands.output import NEW_FOLDER, say


@click.command()
@click.option("--out", type=NEW_FOLDER, required=True, help="The folder of the certificates.")
@click.option("--host", "hosts", multiple=True, required=True, help="A name or address by which desks call the server.")
@click.option("--name", default="server", show_default=True, help="What the server's files are called.")
def certificates(out: Path, hosts: tuple[str, ...], name: str) -> None:
    """Make a campus CA, and a certificate for the servers on a machine.

    Run it again to renew the certificate (which lives 13 months): the CA of the folder (ten years) is used again.
    """
    from ticket_server.certificates import (
        HostInvalid,
        NameInvalid,
        check_name,
        open_authority,
        renew_server,
        server_names,
    )

    now = datetime.now(UTC)
    try:
        check_name(name)
        names = server_names(hosts)
        authority, is_new = open_authority(out, now)
        until = renew_server(out, name, authority, names, now)
    except (FileBroken, HostInvalid, NameInvalid) as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from error
    if is_new:
        say(f"{out / 'ca.pem'} is the new campus CA: give it to every desk (--tls-ca).")
        say(f"{out / 'ca.key'} vouches for servers: keep it where nobody else reads it.")
    say(f"{out / name}.pem and {out / name}.key are for the server (--tls-cert, --tls-key) until {until.date()}.")
