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
        ("Checking the translations", [program("python"), ROOT / "build" / "translations.py", "--check"]),
        ("Checking the contract's style", [buf, "lint", CONTRACT]),
        ("Checking the contract's format", [buf, "format", "--diff", "--exit-code", CONTRACT]),
        *([("Checking that the contract breaks nobody", breaking)] if earlier else []),
    ]


def run_checks() -> int:
    """Run every check, also after one has failed, and return the first exit status that is not 0, else 0."""
    return first_failure([attempt(title, command) for title, command in checks()])


def pytest_runs(*, long: bool = False) -> list[tuple[str, Command]]:
    """Return each run's title and command: those marked `alone` one by one at the end, and `long` ones if asked for."""
    pytest: Command = [program("python"), "-m", "pytest", "-q"]
    runs: list[tuple[str, Command]] = [
        ("Tests", [*pytest, "-m", "not alone and not long", "-n", "2", "--dist", "loadfile"])
    ]
    alone = _marked("alone")
    if alone:
        # To look for them in all files would take longer than they do.
        runs.append(("Tests that need the machine for themselves", [*pytest, "-m", "alone and not long", *alone]))
    if long:
        runs.append(("Tests that take long", [*pytest, "-m", "long"]))
    return runs


def run_tests(*, long: bool = False) -> int:
    """Run all tests, with those that take many minutes if `long`; return the first exit status that is not 0."""
    return first_failure([watched(title, command) for title, command in pytest_runs(long=long)])


def _marked(mark: str) -> list[Path]:
    return [path for path in sorted(TESTS.rglob("test_*.py")) if f"mark.{mark}" in path.read_text("utf-8")]


def first_failure(statuses: list[int]) -> int:
    """Return the first exit status that is not 0, or 0 when all are."""
    return next((status for status in statuses if status != 0), 0)
