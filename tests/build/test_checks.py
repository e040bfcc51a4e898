"""The contract is compared with the right one, and one failure among many is not lost."""

import subprocess
from pathlib import Path

import pytest

from checks import TESTS, checks, earlier_contract, first_failure, git, pytest_runs
from virtual_environment import program


def commit(repository: Path, message: str) -> str:
    identity = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
    subprocess.run(["git", "add", "."], cwd=repository, check=True)
    subprocess.run(["git", *identity, "commit", "-q", "--allow-empty", "-m", message], cwd=repository, check=True)
    return git(repository, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "protos").mkdir()
    (tmp_path / "protos" / "buf.yaml").write_text("version: v2\n")
    return tmp_path


def test_a_first_commit_has_no_earlier_contract(repository: Path) -> None:
    commit(repository, "First")
    assert earlier_contract(repository) == ""


def test_the_contract_is_compared_with_the_commit_before(repository: Path) -> None:
    first = commit(repository, "First")
    commit(repository, "Second")
    assert earlier_contract(repository) == f".git#format=git,ref={first},subdir=protos"


def test_the_contract_is_compared_with_the_last_release_once_there_is_one(repository: Path) -> None:
    commit(repository, "First")
    subprocess.run(["git", "tag", "v1.0.0"], cwd=repository, check=True)
    commit(repository, "Second")
    commit(repository, "Third")
    assert "ref=v1.0.0," in earlier_contract(repository)


def test_history_without_a_contract_is_not_compared(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    commit(tmp_path, "First")
    commit(tmp_path, "Second")
    assert earlier_contract(tmp_path) == ""


def test_every_check_names_a_program_of_the_environment() -> None:
    programs = {command[0] for _title, command in checks()}
    assert programs == {program(name) for name in ("ruff", "mypy", "lint-imports", "python", "buf")}
    assert all(Path(name).exists() for name in programs)


def test_the_first_failure_decides() -> None:
    assert first_failure([0, 0]) == 0
    assert first_failure([0, 3, 1]) == 3


@pytest.mark.parametrize("long", [False, True])
def test_what_takes_long_runs_only_when_it_is_asked_for(long: bool) -> None:
    marks = [command[list(command).index("-m", 2) + 1] for _title, command in pytest_runs(long=long)]
    assert ("long" in marks) is long
    assert all("not long" in str(mark) for mark in marks if mark != "long")


def test_who_needs_the_machine_alone_is_looked_for_where_it_stands() -> None:
    [alone] = [list(command) for _title, command in pytest_runs() if "alone and not long" in command]
    named = {word for word in alone if isinstance(word, Path) and TESTS in word.parents}
    assert TESTS / "system" / "test_health.py" in named
    assert len(named) < 10
