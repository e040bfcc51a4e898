"""The settings of a PC are read from its folder, and what cannot be meant is refused in words."""

from pathlib import Path

import pytest

from client.machine import CA_NAME, FILE_NAME, KEY_NAME, MachineBroken, machine_folder, read_machine


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the machine's folder, which is empty."""
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path))
    made = machine_folder()
    assert made.parent == tmp_path
    made.mkdir()
    return made


def test_a_pc_that_nobody_set_up_has_a_place_for_its_key(folder: Path) -> None:
    found = read_machine()
    assert (found.texts, found.key_file, found.tls_ca) == ({}, folder / KEY_NAME, None)
    folder.rmdir()
    assert read_machine() == found


def test_a_ca_beside_the_settings_is_trusted(folder: Path) -> None:
    (folder / CA_NAME).touch()
    assert read_machine().tls_ca == folder / CA_NAME


def test_what_is_set_is_found_and_paths_begin_at_the_folder(folder: Path) -> None:
    (folder / FILE_NAME).write_text('server = "desk.example"\nkey-file = "/run/key"\ntls-ca = "other.pem"\n')
    found = read_machine()
    assert found.text("server") == "desk.example"
    assert found.text("workstation") == ""
    assert (found.key_file, found.tls_ca) == (Path("/run/key"), folder / "other.pem")


def test_the_place_is_told_in_lines_that_people_read(folder: Path) -> None:
    content = 'location = "Bibliothek, Raum B-105"\nemergency = "Fire, injury: call 112 or 1234"\n'
    (folder / FILE_NAME).write_text(content, "utf-8")
    found = read_machine()
    assert found.text("location") == "Bibliothek, Raum B-105"
    assert found.text("emergency") == "Fire, injury: call 112 or 1234"


@pytest.mark.parametrize("name", ["location", "emergency"])
@pytest.mark.parametrize("text", ["two\\nlines", "x" * 201, "  ", "call\\u202e211"])
def test_a_place_that_is_no_line_is_refused(name: str, text: str, folder: Path) -> None:
    (folder / FILE_NAME).write_text(f'{name} = "{text}"')
    with pytest.raises(MachineBroken, match=f"{name} in .* has to be one line of at most 200 characters"):
        read_machine()


@pytest.mark.parametrize(
    "content",
    [b"server = ", b"sever = 'desk.example'", b"server = 7", b"server = ''", b"\xff", b"[server]\nname = 'desk'"],
)
def test_settings_that_cannot_be_meant_are_refused(content: bytes, folder: Path) -> None:
    (folder / FILE_NAME).write_bytes(content)
    with pytest.raises(MachineBroken, match=FILE_NAME):
        read_machine()


def test_a_pc_is_shared_only_where_it_is_said(folder: Path) -> None:
    assert not read_machine().shared
    (folder / FILE_NAME).write_text('shared = true\nlocation = "Library"\n')
    found = read_machine()
    assert (found.shared, dict(found.texts)) == (True, {"location": "Library"})


@pytest.mark.parametrize("value", ["'true'", "1", "'yes'"])
def test_whether_a_pc_is_shared_is_true_or_false(value: str, folder: Path) -> None:
    (folder / FILE_NAME).write_text(f"shared = {value}")
    with pytest.raises(MachineBroken, match=r"shared in .* has to be true or false"):
        read_machine()


def test_settings_that_cannot_be_read_are_refused(folder: Path) -> None:
    (folder / FILE_NAME).mkdir()
    with pytest.raises(MachineBroken, match="cannot be read"):
        read_machine()
