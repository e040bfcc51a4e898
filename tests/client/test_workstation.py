"""A PC has its key or lacks it for a reason, and nothing prints the key."""

from pathlib import Path

import pytest

from campusdesk.keys import new_key
from campusdesk.rules import Reason
from client.workstation import Lack, Workstation, look_up


def test_the_key_of_the_file_is_found_and_never_printed(tmp_path: Path) -> None:
    key = new_key()
    (tmp_path / "workstation.key").write_text(f"{key}\n")
    found = look_up("Desk 2", tmp_path / "workstation.key", None)
    assert found.key is not None
    assert (found.key.value(), found.lack) == (key, None)
    assert key not in repr(found)
    assert found.without_key() == Workstation("Desk 2")


@pytest.mark.parametrize(
    ("name", "lack"), [(None, Lack.NO_KEY), ("none", Lack.NO_KEY), ("folder", Lack.UNREADABLE), ("text", Lack.BROKEN)]
)
def test_a_key_that_cannot_be_had_is_lacked_for_its_reason(name: str | None, lack: Lack, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text").write_text("This is no key.")
    found = look_up("Desk 2", tmp_path / name if name else None, None)
    assert found == Workstation("Desk 2", lack=lack)


@pytest.mark.parametrize(
    ("lack", "address", "reason", "told"),
    [
        (Lack.UNREADABLE, "127.0.0.1:1", Reason.KEY_REQUIRED, Lack.UNREADABLE),
        (None, "127.0.0.1:1", Reason.KEY_UNKNOWN, Lack.UNKNOWN),
        (None, "127.0.0.1:1", Reason.KEY_REQUIRED, Lack.WRONG_SCOPE),
        (None, "192.0.2.7:1", Reason.KEY_REQUIRED, Lack.UNENCRYPTED),
    ],
)
def test_a_refusal_is_for_what_is_lacked(lack: Lack | None, address: str, reason: Reason, told: Lack) -> None:
    assert Workstation("Desk 2", lack=lack).lack_at(address, reason) is told
