"""The checks and the tests that must be green before a change lands."""

import subprocess

from steps import ROOT, Command, attempt, watched
from virtual_environment import program

CONTRACT = ROOT / "protos"
NO_TEST_RAN = 5
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def git(*words: str) -> str:
    """Return what git prints for these words in the repository, or nothing when it fails or is not installed."""
    try:
        result = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return result.stdout.strip() if result.returncode == 0 else ""


def earlier_contract() -> str:
    """Return the commit whose contract must still be understood: the last release, else the commit before this one.

    Nothing is returned where history does not go back that far or had no contract then.
    """
    earlier = git("describe", "--tags", "--abbrev=0", "HEAD^") or git("rev-parse", "--verify", "--quiet", "HEAD^")
    return earlier if earlier and git("ls-tree", earlier, "protos/buf.yaml") else ""


def checks() -> list[tuple[str, Command]]:
    """Return each check's title and command."""
    ruff, buf, earlier = program("ruff"), program("buf"), earlier_contract()
    breaking: Command = [buf, "breaking", CONTRACT, "--against", f".git#ref={earlier},subdir=protos"]
    return [
        ("Checking the format", [ruff, "format", "--check", "."]),
        ("Checking the style", [ruff, "check", "."]),
        ("Checking the types", [program("mypy")]),
        ("Checking the layers", [program("lint-imports")]),
        ("Checking the contract's style", [buf, "lint", CONTRACT]),
        ("Checking the contract's format", [buf, "format", "--diff", "--exit-code", CONTRACT]),
        *([("Checking that the contract breaks nobody", breaking)] if earlier else []),
    ]


def run_checks() -> int:
    """Run every check, also after one has failed, and return the first exit status that is not 0, else 0."""
    return first_failure([attempt(title, command) for title, command in checks()])


def run_tests() -> int:
    """Run all tests, those marked `alone` at the end and one by one; return the first exit status that is not 0."""
    pytest: Command = [program("python"), "-m", "pytest", "-q"]
    together = watched("Tests", [*pytest, "-m", "not alone", "-n", "2", "--dist", "loadfile"], OFFSCREEN)
    alone = watched("Tests that need the machine for themselves", [*pytest, "-m", "alone"], OFFSCREEN)
    return first_failure([together, 0 if alone == NO_TEST_RAN else alone])


def first_failure(statuses: list[int]) -> int:
    """Return the first exit status that is not 0, or 0 when all are."""
    return next((status for status in statuses if status != 0), 0)
