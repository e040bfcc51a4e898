"""The tests' own PostgreSQL starts as soon as it can, and says why when it cannot."""

import subprocess
import threading
from collections.abc import Iterator

import pytest

from tests.cluster import Cluster, Unavailable


@pytest.fixture
def stopped() -> Iterator[Cluster]:
    """Give a cluster that was stopped."""
    try:
        cluster = Cluster()
    except Unavailable as reason:
        pytest.skip(str(reason))
    cluster.stop()
    yield cluster
    cluster.close()


@pytest.fixture
def another(stopped: Cluster) -> Iterator["subprocess.Popen[bytes]"]:
    """Have the cluster belong to another process, as while one of before a crash still ends."""
    with subprocess.Popen(["sleep", "600"], user=stopped.user) as sleeping:
        (stopped.folder / "data" / "postmaster.pid").write_text(f"{sleeping.pid}\n{stopped.folder / 'data'}\n")
        yield sleeping
        sleeping.kill()


def refusals(cluster: Cluster) -> int:
    return (cluster.folder / "log").read_text().count("already exists")


def test_it_is_started_again_until_what_is_in_its_way_has_gone(
    stopped: Cluster, another: "subprocess.Popen[bytes]"
) -> None:
    def let_go() -> None:
        pause = threading.Event()
        while refusals(stopped) < 2:
            pause.wait(0.01)
        another.kill()
        another.wait()

    letting_go = threading.Thread(target=let_go)
    letting_go.start()
    stopped.start()
    letting_go.join()
    assert stopped.execute("SELECT 1") == [(1,)]


@pytest.mark.usefixtures("another")
def test_its_log_says_why_it_does_not_start(stopped: Cluster) -> None:
    with pytest.raises(Unavailable, match=r"lock file .* already exists"):
        stopped.start(patience_s=1)
