"""A desk that starts reads no source of the modules that it loads."""

import subprocess
import sys

READ = """
import builtins, linecache
plain = builtins.__import__
from client.bindings import load
load()
assert builtins.__import__ is plain
import client.app
from PySide6.QtCore import QObject
QObject().objectName()
print(*linecache.cache)
"""


def test_what_is_imported_after_the_bindings_is_not_looked_through() -> None:
    program = [sys.executable, "-c", READ]
    ended = subprocess.run(program, check=True, capture_output=True, text=True, timeout=60)
    assert "client" not in ended.stdout
