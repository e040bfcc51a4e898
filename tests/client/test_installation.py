"""What this installation was counted for is known after a restart, and only of the tickets that were meant."""

from pathlib import Path

import pytest

from client.installation import Installation
from client.settings import FILE_NAME, Settings
from client.store import Store

HERE, THERE = "6f0f2f0e-53c5-4be0-a1d9-0f4a3e2b7c11", "b7c9d5b2-86b5-4a39-9a0e-0b8f4f7d2c55"


@pytest.fixture
def installation(tmp_path: Path, store: Store) -> Installation:
    return Installation(Settings(tmp_path), store)


def restarted(tmp_path: Path, store: Store) -> Installation:
    """Read what is kept as another process would: Qt shares what it knows of one file within a process."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / FILE_NAME).write_bytes((tmp_path / FILE_NAME).read_bytes())
    return Installation(Settings(tmp_path / "other"), store)


def test_the_next_start_knows_what_it_was_counted_for(installation: Installation, tmp_path: Path, store: Store) -> None:
    assert not installation.has_joined(HERE, 7)
    for ticket_id in (7, 8, 7):
        installation.keep_joined(HERE, ticket_id)
    again = restarted(tmp_path, store)
    assert [again.has_joined(HERE, ticket_id) for ticket_id in (7, 8, 9, 78)] == [True, True, False, False]
    assert Settings(tmp_path).joined == (f"{HERE}/7", f"{HERE}/8"), "each once"


def test_the_same_number_of_another_server_or_history_is_another_ticket(installation: Installation) -> None:
    installation.keep_joined(HERE, 7)
    assert not installation.has_joined(THERE, 7)
    installation.keep_joined(THERE, 8)
    installation.forget(HERE)
    assert not installation.has_joined(HERE, 7)
    assert installation.has_joined(THERE, 8)


def test_what_belongs_to_no_lineage_yet_is_not_kept(installation: Installation, tmp_path: Path) -> None:
    installation.keep_joined("", 7)
    assert not installation.has_joined("", 7)
    assert Settings(tmp_path).joined == ()


def test_the_newest_are_kept(installation: Installation) -> None:
    for ticket_id in range(1, 202):
        installation.keep_joined(HERE, ticket_id)
    assert [installation.has_joined(HERE, ticket_id) for ticket_id in (1, 2, 201)] == [False, True, True]


def test_a_damaged_file_counts_for_nothing(tmp_path: Path, store: Store) -> None:
    (tmp_path / FILE_NAME).write_text(f"[General]\njoined=@Invalid(), {HERE}\n\x00\xff")
    damaged = Installation(Settings(tmp_path), store)
    assert not damaged.has_joined(HERE, 7)
    damaged.keep_joined(HERE, 7)
    assert damaged.has_joined(HERE, 7)
