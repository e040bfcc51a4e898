"""What the command lines of all servers share: where and how to serve, from flags, variables and a file."""

import gc
import os
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import wraps
from math import isfinite
from pathlib import Path
from typing import Any

import click

from campusdesk.address import Address, parse_address, parse_addresses
from campusdesk.options import (
    LOG_FORMATS,
    QUESTION_BURST,
    QUESTIONS_PER_SECOND,
    WRITE_BURST,
    WRITES_PER_SECOND,
    ServerOptions,
)

# click hands a command whatever its options hold.
_Command = Callable[..., Any]


class AddressType(click.ParamType[Address]):
    """A HOST:PORT on the command line."""

    name = "HOST:PORT"

    def convert(self, value: str | Address, param: click.Parameter | None, ctx: click.Context | None) -> Address:
        """Return the address, or fail in words."""
        try:
            return value if isinstance(value, Address) else parse_address(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class AddressesType(click.ParamType[tuple[Address, ...]]):
    """One HOST:PORT on the command line, or several of equal servers with commas between them."""

    name = "HOST:PORT[,…]"

    def convert(
        self, value: str | tuple[Address, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Address, ...]:
        """Return the addresses, or fail in words."""
        try:
            return value if isinstance(value, tuple) else parse_addresses(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class FiniteRange(click.FloatRange):
    """A number on the command line; infinity and what is no number are in no range."""

    def convert(self, value: float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the number, or fail in words."""
        number = float(super().convert(value, param, ctx))
        if not isfinite(number):
            self.fail(f"{number} is no number to go by", param, ctx)
        return number


_FILE = click.Path(dir_okay=False, path_type=Path)


def _take_defaults(ctx: click.Context, param: click.Parameter, path: Path | None) -> None:
    """Let the file's values stand below flags and variables."""
    if path is None:
        return
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise click.BadParameter(f"{path}: {error.strerror}", ctx, param) from error
    except UnicodeDecodeError as error:
        raise click.BadParameter(f"{path} is no text in UTF-8", ctx, param) from error
    except tomllib.TOMLDecodeError as error:
        raise click.BadParameter(f"{path} is no TOML: {error}", ctx, param) from error
    known = _options(ctx)
    for key, value in values.items():
        if key not in known:
            raise click.BadParameter(f'{path}: there is no setting "{key}"', ctx, param)
        wanted = _wanted(known[key], value)
        if wanted:
            raise click.BadParameter(f'{path}: "{key}" must be {wanted}', ctx, param)
    ctx.default_map = {known[key].name or key: value for key, value in values.items()}


def _options(ctx: click.Context) -> dict[str, click.Option]:
    """Return the options of all commands of the program by their names, so that one file can serve all of them."""
    group = ctx.find_root().command
    commands = [*group.commands.values()] if isinstance(group, click.Group) else []
    options = [option for command in (*commands, ctx.command) for option in command.params]
    return {
        option.opts[0].removeprefix("--"): option
        for option in options
        if isinstance(option, click.Option) and not option.hidden and not option.is_eager
    }


def _wanted(option: click.Option, value: object) -> str | None:
    """Return what the option's value must be if this is not it."""
    # A bool of Python is an int too; in the file it is neither a number nor a text.
    if option.is_flag:
        return None if isinstance(value, bool) else "true or false"
    if isinstance(option.type, (click.types.IntParamType, click.types.FloatParamType)):
        whole = isinstance(option.type, click.types.IntParamType)
        fits = isinstance(value, int if whole else (int, float)) and not isinstance(value, bool)
        return None if fits else "a whole number" if whole else "a number"
    return None if isinstance(value, str) else "a text in quotes"


config_option = click.option(
    "--config",
    type=_FILE,
    is_eager=True,
    expose_value=False,
    callback=_take_defaults,
    help="A TOML file with values for these options; flags and variables come before it.",
)

tls_ca_option = click.option(
    "--tls-ca",
    envvar="CAMPUSDESK_TLS_CA",
    type=_FILE,
    help="The campus CA (PEM); with it the ticket server is called over TLS.",
)
key_file_option = click.option(
    "--key-file",
    envvar="CAMPUSDESK_KEY_FILE",
    type=_FILE,
    help="The file of this machine's workstation key; it is sent over TLS or to this machine itself only.",
)


# What every server is told besides where it listens, in the order of the help.
_SHARED = (
    click.option("--tls-cert", envvar="CAMPUSDESK_TLS_CERT", type=_FILE, help="This server's certificate (PEM)."),
    click.option("--tls-key", envvar="CAMPUSDESK_TLS_KEY", type=_FILE, help="The certificate's private key (PEM)."),
    click.option("--keys", envvar="CAMPUSDESK_KEYS", type=_FILE, help="The file of workstation keys (TOML)."),
    click.option("--open-roles", is_flag=True, help="Let every caller choose the role, without keys."),
    click.option("--reflection", is_flag=True, help="Tell everybody which services there are."),
    click.option("--metrics", type=AddressType(), help="Where to offer metrics (numbers only) over plain HTTP."),
    click.option(
        "--log-format",
        envvar="CAMPUSDESK_LOG_FORMAT",
        type=click.Choice(LOG_FORMATS),
        default=LOG_FORMATS[0],
        show_default=True,
        help="How log lines look; auto is text on a terminal and JSON elsewhere.",
    ),
    click.option(
        "--writes-per-second",
        type=FiniteRange(min=0),
        default=WRITES_PER_SECOND,
        show_default=True,
        help="How many writes a second are taken from one address; 0 is no limit.",
    ),
    click.option(
        "--write-burst",
        type=click.IntRange(min=1),
        default=WRITE_BURST,
        show_default=True,
        help="How many writes may come from one address at once.",
    ),
    click.option(
        "--questions-per-second",
        type=FiniteRange(min=0),
        default=QUESTIONS_PER_SECOND,
        show_default=True,
        help="How many times a second one address may ask what desks ask while somebody types; 0 is no limit.",
    ),
    click.option(
        "--question-burst",
        type=click.IntRange(min=1),
        default=QUESTION_BURST,
        show_default=True,
        help="How many of these questions may come from one address at once.",
    ),
    click.option("--until-eof", is_flag=True, hidden=True, help="End with the end of standard input."),
    config_option,
)


def silence_grpc() -> None:
    """Keep gRPC's own lines off standard error; it looks here when it is imported, which must come after."""
    os.environ.setdefault("GRPC_VERBOSITY", "NONE")


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Leave the garbage collector off until the server is imported, and turns it on itself.

    What is imported stays: to look for garbage in it again and again takes a tenth of a server's start.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def server_options(default_listen: str) -> Callable[[_Command], _Command]:
    """Give a command the options of a server; it receives them as `options`, a ServerOptions."""
    shared = (
        click.option(
            "--listen", type=AddressType(), default=default_listen, show_default=True, help="Where to listen."
        ),
        *_SHARED,
    )

    def decorate(command: _Command) -> _Command:
        @wraps(command)
        def collected(**values: Any) -> Any:
            silence_grpc()
            options = ServerOptions(**{field.name: values.pop(field.name) for field in fields(ServerOptions)})
            with _without_collecting():
                return command(options=options, **values)

        for option in reversed(shared):
            collected = option(collected)
        return collected

    return decorate
