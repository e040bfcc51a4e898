"""Addresses that are to be had or not, and how many connections a process may have."""

import subprocess
import sys

import pytest

from campusdesk.address import Address
from campusdesk.listening import CannotStart, told_plainly

LIMITED = """
import resource
from campusdesk.listening import allow_connections
hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard))
allow_connections()
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0] == min(hard, 65_536) or hard)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_a_server_may_have_as_many_connections_as_the_system_lets_it() -> None:
    done = subprocess.run([sys.executable, "-c", LIMITED], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"


def test_the_system_is_quoted_about_an_address() -> None:
    with (
        pytest.raises(CannotStart, match=r"^the address 192\.0\.2\.1:1 cannot be listened on: No such device$"),
        told_plainly(Address("192.0.2.1", 1)),
    ):
        raise OSError(19, "No such device")
