"""The commands on workstation keys: add, list, revoke; running servers obey them at once."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from campusdesk.keys import is_key_name, new_key, read_entries
from campusdesk.reread import FileBroken
from campusdesk.rules import Scope
from ticket_server.commands.output import NEW_FILE, say

_FILE = click.Path(dir_okay=False, path_type=Path)
_keys_option = click.option(
    "--keys", envvar="CAMPUSDESK_KEYS", type=_FILE, required=True, help="The servers' file of workstation keys (TOML)."
)


@contextmanager
def _told_plainly() -> Iterator[None]:
    from ticket_server.keys_file import KeyNotFound, NameTaken

    try:
        yield
    except (FileBroken, KeyNotFound, NameTaken) as error:
        raise click.ClickException(str(error)) from error
    except LookupError as error:
        raise click.ClickException(f"the system knows no such group: {error}") from error
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from error


def _name(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if not is_key_name(value):
        raise click.BadParameter("write 1 to 64 letters on one line", ctx, param)
    return value


def _group(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not hasattr(os, "chown"):
        raise click.BadParameter(
            "Windows has no such groups: leave it out, and let icacls say who may read it", ctx, param
        )
    return value


@click.group()
def key() -> None:
    """Manage workstation keys: the right of a PC to enter as helpdesk staff, or of a server as analytics."""


@key.command()
@click.argument("name", callback=_name)
@click.option("--scope", type=click.Choice(Scope, case_sensitive=False), required=True, help="What the key is for.")
@click.option("--out", type=NEW_FILE, required=True, help="Where to write the key; a file that is there stays.")
@click.option(
    "--group",
    callback=_group,
    help="The group of the system that may read the key's file, such as helpdesk; not on Windows.",
)
@_keys_option
def add(name: str, scope: Scope, out: Path, group: str | None, keys: Path) -> None:
    """Make a key for the PC called NAME, and let the servers know it."""
    from ticket_server.keys_file import add_entry

    made = new_key()
    with _told_plainly():
        _write_key(out, made, group)
        try:
            add_entry(keys, name, scope, made, datetime.now(UTC).date())
        except BaseException:
            # A key that no server knows is of no use.
            out.unlink()
            raise
    say(f"The key is in {out}, and servers that read {keys} know it as {name!r} for {scope.value}.")
    say(f"Only {f'you and the group {group}' if group else 'you'} may read it: move it to its PC safely.")


@key.command("list")
@_keys_option
def list_(keys: Path) -> None:
    """Show which keys the servers know."""
    with _told_plainly():
        entries = read_entries(keys)
    if not entries:
        say(f"There is no key in {keys}.")
    for entry in sorted(entries):
        # So much of it is enough to tell two apart.
        say(f"{entry.scope.value:<9}  {entry.added}  {entry.digest.hex()[:12]}  {entry.name}")


@key.command()
@click.argument("name")
@_keys_option
def revoke(name: str, keys: Path) -> None:
    """Let the servers forget the key called NAME: calls with it are refused from now on, and its streams end."""
    from ticket_server.keys_file import revoke_entry

    with _told_plainly():
        entry = revoke_entry(keys, name)
    say(f"The key {entry.name!r} for {entry.scope.value} of {entry.added} is revoked.")


def _write_key(path: Path, made: str, group: str | None) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(f"{made}\n")
            file.flush()
            os.fsync(descriptor)
        if group is not None:
            shutil.chown(path, group=group)
            path.chmod(0o640)
    except BaseException:
        path.unlink()
        raise
