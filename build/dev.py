#!/usr/bin/env python3
"""The project's one tool, for a bare machine with Python: set up, run, test, check, bench and package Campus Desk."""

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

if sys.version_info < (3, 11):  # noqa: UP036 (an older Python reaches this line before anything that it cannot read)
    sys.exit(f"Campus Desk needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

from bare_machine import (
    FREEZING,
    OFFSCREEN,
    VIRTUAL_DISPLAY,
    WINDOW,
    ensure_system,
    freezing_libraries,
    has_display,
    offer_postgresql,
    offer_strace,
)
from checks import first_failure, run_checks, run_tests
from steps import ROOT, Command, StepError, hand_over, spent, step
from virtual_environment import program, set_up

# The measurements make their million tickets from the sample campus, which lies beside this program.
MEASURING = {"PYTHONPATH": str(ROOT / "build")}
NO_DISPLAY = """There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set, so no window can open.
To see the desk all the same, let it take pictures of its pages:

    python3 build/dev.py run --screenshots DIR"""


def prepare(libraries: dict[str, str], programs: dict[str, str] | None = None) -> None:
    """Make everything ready on a bare machine; raise StepError when a step fails."""
    ensure_system(libraries, programs)
    set_up()


def data_folder() -> Path:
    """Return the folder where this person's programs keep their data, as the platform has it."""
    line = "import platformdirs; print(platformdirs.user_data_dir('campusdesk', appauthor=False))"
    answer = subprocess.run([program("python"), "-c", line], stdout=subprocess.PIPE, text=True, check=True)
    return Path(answer.stdout.strip())


def load_sample(folder: Path) -> None:
    """Put the sample campus into the folder unless it has a database; an interrupted load leaves none behind."""
    if (folder / "tickets.db").exists():
        return
    making = folder.with_name(f"{folder.name}.making")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    python, tickets, database = program("python"), making / "sample.jsonl", making / "tickets.db"
    step("Making the sample campus", [python, ROOT / "build" / "sample_tickets.py", "--out", tickets])
    command: Command = [python, "-m", "ticket_server", "import", "--sample", tickets]
    step("Loading the sample campus", [*command, "--database", f"sqlite:///{database.as_posix()}"])
    folder.mkdir(exist_ok=True)
    # The database itself comes last: only with it is the folder complete.
    for path in sorted(making.glob("tickets.db*"), reverse=True):
        path.replace(folder / path.name)
    shutil.rmtree(making)


def setup(_options: argparse.Namespace) -> int:
    """Make everything ready to run, test and package."""
    prepare(OFFSCREEN)
    return 0


def run(options: argparse.Namespace) -> int:
    """Open the desk with its own servers, or let it take pictures; without a display and a place for them, refuse."""
    pictures: Path | None = options.screenshots
    if pictures is None and not has_display():
        raise StepError(2, NO_DISPLAY)
    prepare(OFFSCREEN if pictures else OFFSCREEN | WINDOW)
    if pictures is not None:
        return take_pictures(pictures.resolve(), empty=options.empty)
    folder = data_folder() / ("own" if options.empty else "sample")
    if not options.empty:
        load_sample(folder)
    return hand_over([program("python"), "-m", "client", "--local", folder])


def take_pictures(pictures: Path, *, empty: bool) -> int:
    """Let the desk take pictures of a campus made for them alone, and return its exit status.

    In a sample of weeks ago nothing would be new, and nobody's campus keeps the reports that are made for pictures.
    """
    # Its servers go a moment after the desk, with their files open still.
    with TemporaryDirectory(prefix="campusdesk-", ignore_cleanup_errors=True) as made:
        folder = Path(made) / "campus"
        if not empty:
            load_sample(folder)
        desk: Command = [program("python"), "-m", "client", "--local", folder]
        return hand_over([*desk, "--screenshots", pictures], {"QT_QPA_PLATFORM": "offscreen"})


def check(_options: argparse.Namespace) -> int:
    """Run the checks alone."""
    prepare(OFFSCREEN)
    return run_checks()


def test(options: argparse.Namespace) -> int:
    """Run every check and every test."""
    prepare(OFFSCREEN | WINDOW, VIRTUAL_DISPLAY)
    offer_postgresql()
    offer_strace()
    return first_failure([run_checks(), run_tests(long=options.long)])


def bench(options: argparse.Namespace) -> int:
    """Measure, with nothing beside it."""
    prepare(OFFSCREEN)
    soak: Command = [] if options.soak is None else ["--soak", str(options.soak)]
    return hand_over([program("python"), "-m", "tests.bench", *soak], MEASURING)


def package(_options: argparse.Namespace) -> int:
    """Freeze the three programs into one folder and try them."""
    prepare(OFFSCREEN | freezing_libraries(), FREEZING)
    made, python, build = ROOT / ".package", program("python"), ROOT / "build"
    places: Command = ["--workpath", made / "work", "--distpath", made / "dist", "--noconfirm"]
    step("Freezing the programs", [python, "-m", "PyInstaller", *places, build / "campusdesk.spec"])
    return hand_over([python, build / "try_package.py", made / "dist" / "campusdesk"])


def arguments(words: Sequence[str] | None) -> argparse.Namespace:
    """Return what was asked for; argparse ends the program with status 2 when it was not understood."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for job in (setup, run, test, check, bench, package):
        command = commands.add_parser(job.__name__, help=job.__doc__, description=job.__doc__)
        command.set_defaults(job=job)
        if job is test:
            command.add_argument("--long", action="store_true", help="also run what takes many minutes: 1,000 kills")
        if job is bench:
            command.add_argument(
                "--soak", type=float, metavar="MINUTES", help="instead, watch servers at work for so long"
            )
        if job is run:
            command.add_argument("--empty", action="store_true", help="open an own, empty campus, not the sample")
            command.add_argument("--screenshots", type=Path, metavar="DIR", help="save pictures of all pages there")
    return parser.parse_args(words)


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words of the command line ask for and return the exit status of what was done last."""
    options, begin = arguments(words), time.monotonic()
    try:
        status: int = options.job(options)
    except StepError as error:
        print(error, end="\n" if str(error) else "", file=sys.stderr)
        return error.status
    except KeyboardInterrupt:
        return 130
    print(f"{options.command.capitalize()} {'done' if status == 0 else f'failed ({status})'} in {spent(begin)}")
    return status


if __name__ == "__main__":
    sys.exit(main())
