"""The suite itself: all of it runs."""

from fnmatch import fnmatch
from pathlib import Path

import pytest

TESTS = Path(__file__).parent


def test_no_folder_of_tests_is_passed_over(pytestconfig: pytest.Config) -> None:
    folders = {name for path in TESTS.rglob("test_*.py") for name in path.relative_to(TESTS).parent.parts}
    assert {"build", "system"} <= folders
    patterns = pytestconfig.getini("norecursedirs")
    assert [name for name in folders for pattern in patterns if fnmatch(name, pattern)] == []
