"""What many tickets took for a moment is the desk's no more."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems give memory back in other ways")

_RESIDENT = """
import sys, numpy as np
from client import memory

def resident_mb():
    return int(open("/proc/self/status").read().partition("VmRSS:")[2].split()[0]) / 1024

"""


def told(code: str) -> float:
    process = subprocess.run([sys.executable, "-c", _RESIDENT + code], stdout=subprocess.PIPE, check=True, text=True)
    return float(process.stdout)


def test_large_pieces_go_back_though_one_as_large_was_free_before() -> None:
    returned_mb = told("""
memory.return_large()
np.ones(1 << 20)
pieces = [np.ones(1 << 18) for _ in range(32)]
before = resident_mb()
last = pieces.pop()
pieces.clear()
print(before - resident_mb())
""")
    assert returned_mb > 50


def test_small_pieces_go_back_when_they_are_asked_for() -> None:
    returned_mb = told("""
pieces = [bytes(50_000) for _ in range(1_000)]
last = pieces.pop()
pieces.clear()
before = resident_mb()
memory.return_all()
print(before - resident_mb())
""")
    assert returned_mb > 40
