"""The checks and the tests that must be green before a change lands."""

import subprocess
from pathlib import Path

from steps import ROOT, Command, attempt, watched
from virtual_environment import program

CONTRACT = ROOT / "protos"
TESTS = ROOT / "tests"


def git(repository: Path, *words: str) -> str:
    """Return what git prints for these words in the repository, or nothing when it fails or is not installed."""
    try:
        result = subprocess.run(["git", *words], cwd=repository, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return result.stdout.strip() if result.returncode == 0 else ""


def earlier_contract(repository: Path = ROOT) -> str:
    """Return, in buf's words, the contract that must still be understood: the last release's, else the last commit's.

    Nothing is returned where history does not go back that far or had no contract then.
    """
    released = git(repository, "describe", "--tags", "--abbrev=0", "HEAD^")
    earlier = released or git(repository, "rev-parse", "--verify", "--quiet", "HEAD^")
    if not earlier or not git(repository, "ls-tree", earlier, "protos/buf.yaml"):
        return ""
    return f"{git(repository, 'rev-parse', '--git-common-dir')}#format=git,ref={earlier},subdir=protos"


def checks() -> list[tuple[str, Command]]:
    """Return each check's title and command."""
    ruff, buf, earlier = program("ruff"), program("buf"), earlier_contract()
    breaking: Command = [buf, "breaking", CONTRACT, "--against", earlier]
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
    statuses = [watched("Tests", [*pytest, "-m", "not alone", "-n", "2", "--dist", "loadfile"])]
    if any("mark.alone" in path.read_text("utf-8") for path in TESTS.rglob("test_*.py")):
        statuses.append(watched("Tests that need the machine for themselves", [*pytest, "-m", "alone"]))
    return first_failure(statuses)


def first_failure(statuses: list[int]) -> int:
    """Return the first exit status that is not 0, or 0 when all are."""
    return next((status for status in statuses if status != 0), 0)
