"""A PC has its key or lacks it for a reason, and nothing prints the key."""

from pathlib import Path

import pytest

from campusdesk.keys import new_key
from client.workstation import Lack, Workstation, look_up


def test_the_key_of_the_file_is_found_and_never_printed(tmp_path: Path) -> None:
    key = new_key()
    (tmp_path / "workstation.key").write_text(f"{key}\n")
    found = look_up("Desk 2", tmp_path / "workstation.key", tmp_path / "ca.pem")
    assert found == Workstation("Desk 2", key, tmp_path / "ca.pem")
    assert key not in repr(found)
    assert found.without_key() == Workstation("Desk 2", None, tmp_path / "ca.pem")


@pytest.mark.parametrize(
    ("name", "lack"), [(None, Lack.NO_KEY), ("none", Lack.NO_KEY), ("folder", Lack.UNREADABLE), ("text", Lack.BROKEN)]
)
def test_a_key_that_cannot_be_had_is_lacked_for_its_reason(name: str | None, lack: Lack, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text").write_text("This is no key.")
    found = look_up("Desk 2", tmp_path / name if name else None, None)
    assert found == Workstation("Desk 2", lack=lack)
