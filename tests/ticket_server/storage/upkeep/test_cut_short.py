"""A backup or a restore that is cut short anywhere leaves the old or the new whole."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.ticket_server.desk import open_desk
from tests.ticket_server.storage.upkeep import cut_short
from ticket_server.storage.upkeep.backup import back_up


async def test_wherever_it_ends_a_database_is_whole(tmp_path: Path) -> None:
    folder = tmp_path / "campus"
    url = f"sqlite:///{folder / 'tickets.db'}"
    async with open_desk(url) as desk:
        await desk.report()
        back_up(url, folder / "backup.db")
        await desk.report()
        # As a crash leaves it, with all that is new in its log.
        shutil.copytree(folder, tmp_path / "crashed")
    shutil.rmtree(folder)
    shutil.move(tmp_path / "crashed", folder)
    command = [sys.executable, "-m", cut_short.__name__, str(folder)]
    cut = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: ASYNC221  nothing else runs
    assert cut.stderr == ""
    restoring, backing = map(int, cut.stdout.split())
    assert restoring > 12
    assert backing > 5
