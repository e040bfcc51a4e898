"""The options of a server: a flag comes before a variable, a variable before the file, the file before the default."""

import gc
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from campusdesk.address import Address
from campusdesk.command_line import server_options
from campusdesk.options import ServerOptions

asked: list[ServerOptions] = []


@click.group(context_settings={"auto_envvar_prefix": "CAMPUSDESK"})
def program() -> None:
    """Stand for one of the servers' programs."""


@program.command()
@server_options("127.0.0.1:47600")
def serve(options: ServerOptions) -> None:
    asked.append(options)


@program.command()
@server_options("127.0.0.1:47600")
def fail(options: ServerOptions) -> None:
    raise AssertionError("on" if gc.isenabled() else "off", options)


@program.command()
@click.option("--keep", type=int)
def backup(keep: int) -> None:
    raise AssertionError(keep)


def run(*arguments: str, **environment: str) -> Result:
    asked.clear()
    return CliRunner().invoke(program, ["serve", *arguments], env=environment)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "server.toml"


def test_without_anything_the_defaults_hold() -> None:
    assert run().exit_code == 0
    assert asked == [ServerOptions(Address("127.0.0.1", 47600))]


def test_the_file_fills_every_option(file: Path) -> None:
    file.write_text(
        """
        listen = "[::1]:1"
        tls-cert = "/etc/campusdesk/server.pem"
        tls-key = "/etc/campusdesk/server.key"
        keys = "/etc/campusdesk/keys.toml"
        open-roles = true
        reflection = true
        metrics = "127.0.0.1:9100"
        log-format = "json"
        writes-per-second = 5
        write-burst = 7
        questions-per-second = 6
        question-burst = 8
        """
    )
    assert run("--config", str(file)).exit_code == 0
    folder = Path("/etc/campusdesk")
    certificate = (folder / "server.pem", folder / "server.key", folder / "keys.toml")
    metrics = Address("127.0.0.1", 9100)
    assert asked == [ServerOptions(Address("::1", 1), *certificate, True, True, metrics, "json", 5.0, 7, 6.0, 8)]


@pytest.mark.parametrize(
    ("flags", "variables", "port"),
    [
        (["--listen", "127.0.0.1:1"], {"CAMPUSDESK_SERVE_LISTEN": "127.0.0.1:2"}, 1),
        ([], {"CAMPUSDESK_SERVE_LISTEN": "127.0.0.1:2"}, 2),
        ([], {}, 3),
    ],
)
def test_a_flag_comes_before_a_variable_and_a_variable_before_the_file(
    flags: list[str], variables: dict[str, str], port: int, file: Path
) -> None:
    file.write_text('listen = "127.0.0.1:3"')
    assert run("--config", str(file), *flags, **variables).exit_code == 0
    assert [options.listen.port for options in asked] == [port]


def test_the_file_itself_may_be_named_by_a_variable(file: Path) -> None:
    file.write_text("write-burst = 9")
    assert run(CAMPUSDESK_SERVE_CONFIG=str(file)).exit_code == 0
    assert [options.write_burst for options in asked] == [9]


def test_what_belongs_to_another_command_of_the_program_may_stand_in_the_file(file: Path) -> None:
    file.write_text("keep = 14")
    assert run("--config", str(file)).exit_code == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("listne = 1", 'there is no setting "listne"'),
        ("until-eof = true", 'there is no setting "until-eof"'),
        ('config = "other.toml"', 'there is no setting "config"'),
        ("listen = 47600", '"listen" must be a text in quotes'),
        ("open-roles = 1", '"open-roles" must be true or false'),
        ('reflection = "yes"', '"reflection" must be true or false'),
        ("write-burst = 1.5", '"write-burst" must be a whole number'),
        ("write-burst = true", '"write-burst" must be a whole number'),
        ('writes-per-second = "20"', '"writes-per-second" must be a number'),
        ("writes-per-second = nan", "nan is no number to go by"),
        ("writes-per-second = inf", "inf is no number to go by"),
        ("write-burst = 0", "0 is not in the range"),
        ('listen = "here"', "is no address"),
        ('log-format = "xml"', "is not one of"),
        ("[serve]", 'there is no setting "serve"'),
        ("listen", "is no TOML"),
    ],
)
def test_a_file_with_a_fault_is_refused_in_words(text: str, words: str, file: Path) -> None:
    file.write_text(text)
    refused = run("--config", str(file))
    assert refused.exit_code == 2
    assert words in refused.output
    assert asked == []


def test_a_file_that_is_no_text_is_refused_in_words(file: Path) -> None:
    file.write_bytes(b"\xff\xfe")
    assert "is no text in UTF-8" in run("--config", str(file)).output


def test_a_file_that_is_not_there_is_refused_in_words(file: Path) -> None:
    refused = run("--config", str(file))
    assert refused.exit_code == 2
    assert "No such file or directory" in refused.output


def test_a_server_is_imported_with_the_garbage_collector_off_and_whatever_happens_it_comes_on_again() -> None:
    assert "off" in str(CliRunner().invoke(program, ["fail"]).exception)
    assert gc.isenabled()
