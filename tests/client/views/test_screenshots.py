"""The pictures of all pages in both looks are made by the real desk on real servers."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from tests.client.keyed_server import keyed_server
from tests.system.programs import campus

PAGES = {
    "role-page", "simple-user", "report-typed", "report-similar", "report-number", "report-shown", "helpdesk",
    "please-check", "helpdesk-history", "helpdesk-edit",
    "analysis-backlog", "analysis-resolution-time", "analysis-category-load", "server-away",
}  # fmt: skip


def take(folder: Path, address: str, *options: str) -> "subprocess.CompletedProcess[str]":
    """Have the pictures taken into the folder by a program of its own."""
    command = [sys.executable, "-m", "client", "--server", address, *options, "--screenshots", str(folder)]
    environment = {**os.environ, "CAMPUSDESK_CONFIG_DIR": str(folder.parent / "settings")}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=110)


def test_every_page_is_drawn_in_both_looks(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    with campus(tmp_path / "tickets.db") as (_, address, analyses):
        done = take(folder, address, *(f"--{name}={place}" for name, place in analyses.items()))
    assert (done.returncode, done.stderr) == (0, "")
    pictures = {path.stem: QImage(str(path)) for path in folder.glob("*.png")}
    assert set(pictures) == {f"{page}-{look}" for page in PAGES for look in ("light", "dark")}
    assert all(picture.width() >= 1280 for picture in pictures.values())
    assert not (tmp_path / "settings").exists()


def test_a_pc_that_is_not_let_in_as_staff_says_why_and_ends(tmp_path: Path) -> None:
    with keyed_server(tmp_path) as server:
        done = take(tmp_path / "pictures", server.address)
    assert done.returncode == 1
    assert done.stderr.startswith("campusdesk: This PC has no workstation key.")
    assert len(done.stderr.splitlines()) == 1
