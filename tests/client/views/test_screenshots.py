"""The pictures of all pages in both looks are made by the real desk on real servers."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from tests.system.programs import campus

PAGES = {
    "role-page", "simple-user", "report-typed", "report-number", "report-shown", "helpdesk", "helpdesk-history",
    "helpdesk-edit",
    "analysis-backlog", "analysis-resolution-time", "analysis-category-load", "server-away",
}  # fmt: skip


def test_every_page_is_drawn_in_both_looks(tmp_path: Path) -> None:
    with campus(tmp_path / "tickets.db") as (_, address, analyses):
        places = [f"--{name}={place}" for name, place in analyses.items()]
        folder = tmp_path / "pictures"
        command = [sys.executable, "-m", "client", "--server", address, *places, "--screenshots", str(folder)]
        environment = {**os.environ, "CAMPUSDESK_CONFIG_DIR": str(tmp_path / "settings")}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=110)
    assert done.returncode == 0, done.stderr
    pictures = {path.stem: QImage(str(path)) for path in folder.glob("*.png")}
    assert set(pictures) == {f"{page}-{look}" for page in PAGES for look in ("light", "dark")}
    assert all(picture.width() >= 1280 for picture in pictures.values())
    assert not (tmp_path / "settings").exists()
