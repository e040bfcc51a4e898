"""What holds for every test: windows are drawn off the screen, no example fails for being slow, one PostgreSQL."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.cluster import Cluster, Unavailable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Each of hundreds of servers would load the encoder for a second; the tests that are about it ask for it.
os.environ["CAMPUSDESK_SERVE_ENCODER"] = "false"

settings.register_profile("campus", deadline=None)
settings.load_profile("campus")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Cluster]:
    """Give this test process's own PostgreSQL; where none can be had the tests are skipped and the summary says why."""
    try:
        cluster = Cluster()
    except Unavailable as error:
        pytest.skip(str(error))
    with cluster:
        yield cluster
