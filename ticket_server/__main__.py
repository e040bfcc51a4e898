"""The ticket server's command line: what it can be told to do stands in `commands`."""

import click

from ticket_server.commands import (
    backup,
    categorise,
    certificates,
    check,
    erase,
    keys,
    read_texts,
    serve,
    status,
    transfer,
)


@click.group(context_settings={"auto_envvar_prefix": "CAMPUSDESK"})
def main() -> None:
    """Campus Desk's ticket server."""


main.add_command(serve.serve)
main.add_command(transfer.import_)
main.add_command(transfer.export)
main.add_command(backup.backup)
main.add_command(backup.restore)
main.add_command(check.check)
main.add_command(check.migrate)
main.add_command(erase.erase)
main.add_command(keys.key)
main.add_command(certificates.certificates)
main.add_command(status.status)
main.add_command(categorise.categorise)
main.add_command(read_texts.read_texts)

if __name__ == "__main__":
    main(prog_name="python -m ticket_server")
