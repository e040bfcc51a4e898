"""What holds for every test: windows are drawn off the screen, no example fails for being slow, one PostgreSQL."""

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from client.garbage import collect_due
from tests.cluster import Cluster, Unavailable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Desks speak the system's language, and tests read English.
os.environ["LC_ALL"] = "C.UTF-8"
# Each of hundreds of servers would load the encoder for a second; the tests that are about it ask for it.
os.environ["CAMPUSDESK_SERVE_ENCODER"] = "false"

settings.register_profile("campus", deadline=None)
settings.load_profile("campus")


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """Collect what the test left in the thread of the tests alone, as the desk does: others must destroy no window.

    A server's command line turns Python's own collector on again.
    """
    gc.disable()
    yield
    collect_due()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Cluster]:
    """Give this test process's own PostgreSQL; where none can be had the tests are skipped and the summary says why."""
    try:
        cluster = Cluster()
    except Unavailable as error:
        pytest.skip(str(error))
    with cluster:
        yield cluster
