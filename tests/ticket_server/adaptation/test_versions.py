"""Versions are kept whole, exchanged for one another, and never in the way of the models as they are shipped."""

import logging
from pathlib import Path

import pytest

from campusdesk.reread import FileBroken
from tests.ticket_server.adaptation.made import version
from ticket_server.adaptation.versions import SHIPPED, Busy, NoneBefore, Versions


def test_a_folder_that_is_not_there_has_no_version(tmp_path: Path) -> None:
    versions = Versions(tmp_path / "none")
    assert versions.in_force() is None
    assert versions.follow()() is None
    assert not (tmp_path / "none").exists()


def test_the_newest_is_in_force_and_the_one_before_comes_back_byte_for_byte(tmp_path: Path) -> None:
    versions = Versions(tmp_path)
    versions.keep(version(1))
    first = (tmp_path / "version-1.json").read_bytes()
    versions.keep(version(versions.next_number(), 1))
    assert versions.in_force() == version(2, 1)
    assert versions.go_back() == 1
    assert versions.in_force() == version(1)
    assert (tmp_path / "version-1.json").read_bytes() == first
    assert versions.go_back() == SHIPPED
    assert versions.in_force() is None
    with pytest.raises(NoneBefore, match="as they are shipped"):
        versions.go_back()
    # What was made before is never overwritten.
    assert versions.next_number() == 3


def test_a_new_version_is_noticed_by_who_follows(tmp_path: Path) -> None:
    versions = Versions(tmp_path)
    in_force = versions.follow()
    assert in_force() is None
    versions.keep(version(1))
    assert in_force() == version(1)
    assert in_force() is in_force()
    versions.go_back()
    assert in_force() is None


def test_a_folder_that_cannot_be_entered_is_told_and_the_shipped_models_count(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    # No system takes such a name, whoever asks.
    versions = Versions(tmp_path / ("x" * 300))
    with pytest.raises(FileBroken, match="current cannot be read: File name too long"):
        versions.number_in_force()
    assert versions.follow()() is None
    assert "by the models as they are shipped" in caplog.text


@pytest.mark.parametrize("name", ["current", "version-1.json"])
def test_a_damaged_file_is_told_in_words_and_the_shipped_models_count(
    name: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    versions = Versions(tmp_path)
    versions.keep(version(1))
    (tmp_path / name).write_bytes(b"\xff damaged")
    with pytest.raises(FileBroken, match=name):
        versions.in_force()
    in_force = versions.follow()
    assert in_force() is None
    assert in_force() is None
    assert caplog.text.count("by the models as they are shipped") == 1
    assert caplog.records[0].levelno == logging.ERROR
    versions.keep(version(2))
    assert in_force() == version(2)


@pytest.mark.parametrize(
    ("damaged", "before"),
    [
        ({"version-3.json"}, [1, SHIPPED]),
        ({"version-1.json"}, [SHIPPED]),
        ({"version-3.json", "version-1.json"}, [SHIPPED]),
        ({"current"}, [SHIPPED]),
    ],
)
def test_one_can_go_back_from_what_is_damaged_and_never_to_it(
    damaged: set[str], before: list[int], tmp_path: Path
) -> None:
    versions = Versions(tmp_path)
    versions.keep(version(1))
    versions.keep(version(2, 1))
    versions.go_back()
    versions.keep(version(3, 1))
    for name in damaged:
        (tmp_path / name).write_bytes(b"3")
    for number in before:
        assert versions.go_back() == number == versions.number_in_force()
        assert (versions.in_force() is None) == (number == SHIPPED)
    with pytest.raises(NoneBefore):
        versions.go_back()


def test_one_program_at_a_time_makes_versions(tmp_path: Path) -> None:
    with Versions(tmp_path).alone(), pytest.raises(Busy, match="Another program"), Versions(tmp_path).alone():
        pass
    with Versions(tmp_path).alone():
        pass
