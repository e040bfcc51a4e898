"""The command line on categories: a line for a line, learning, going back, and what is in force."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.ticket_server.commands.command_line import program, refused, run
from tests.ticket_server.learning.campus import PORTAL, portal, wrong
from tests.ticket_server.transfer.lives import complete, write
from ticket_server.__main__ import main
from ticket_server.encoder import encoder
from ticket_server.storage.corrections import Correction

WORDS = {"facility management", "technical IT", "services complaints"}


@pytest.fixture(autouse=True)
def _places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMPUSDESK_CATEGORISER_FOLDER", str(tmp_path / "versions"))
    monkeypatch.setenv("CAMPUSDESK_DATABASE", f"sqlite:///{tmp_path / 'tickets.db'}")


@pytest.fixture
def light_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the encoder impossible to load, as where it has no wheel."""
    monkeypatch.setattr(encoder, "ARTEFACTS", tmp_path / "none")


def corrected(folder: Path, corrections: list[Correction]) -> None:
    lines = [
        complete()
        | {
            "id": number,
            "description": text,
            "category": category.word,
            "category_source": "corrected",
            "confidence": 1.0,
        }
        for number, (text, category) in enumerate(corrections, start=1)
    ]
    assert run("import", write(folder / "in.jsonl", lines)).exit_code == 0


def categorised(lines: bytes) -> Result:
    return CliRunner().invoke(main, ["categorise"], input=lines)


def test_every_line_has_a_category_and_a_confidence() -> None:
    lines = [
        b"The wifi is down\\nin the library",
        b"",
        b"\xff\xfe\x00 \\",
        b"x" * 20_000,
        b"La lavagna cade dal muro\r",
    ]
    result = categorised(b"\n".join(lines))
    assert result.exit_code == 0
    told = [line.split("\t") for line in result.stdout.splitlines()]
    assert len(told) == len(lines)
    assert {category for category, _ in told} <= WORDS
    assert all(0.333 < float(confidence) <= 1 for _, confidence in told)
    assert (told[0][0], told[-1][0]) == ("technical IT", "facility management")
    assert result.stderr == ""
    assert categorised(b"").stdout == ""


def test_texts_that_cannot_be_read_are_told_in_one_line() -> None:
    result = program("categorise", closed="<&-")
    assert (result.returncode, result.stderr) == (1, "Error: There is no standard input to read texts from.\n")


@pytest.mark.usefixtures("light_alone")
def test_where_the_encoder_cannot_be_had_the_light_model_answers_and_it_is_told() -> None:
    result = categorised(b"The wifi is down\n")
    assert result.stdout.startswith("technical IT\t")
    assert result.stderr == "The light model answers: the encoder cannot be loaded (FileNotFoundError).\n"
    assert "the light model" in run("categorise", "--status").stdout.splitlines()[0]


@pytest.mark.usefixtures("light_alone")
def test_a_campuss_own_word_is_learned_told_and_unlearned(tmp_path: Path) -> None:
    corrected(tmp_path, portal())
    asked = f"The login of {PORTAL} hangs\n".encode()
    before = categorised(asked).stdout
    assert before.startswith("technical IT")
    refitted = run("categorise", "--refit").stdout
    assert "Version 1 is in force" in refitted
    assert "of 40) corrections held back in turn" in refitted
    first = (tmp_path / "versions" / "version-1.json").read_bytes()
    assert categorised(asked).stdout.startswith("services complaints")
    status = run("categorise", "--status").stdout
    assert "version:      1 of " in status
    assert "40 in the database" in status
    assert "Version 2 is in force" in run("categorise", "--refit").stdout
    assert "what version 1 learned" in run("categorise", "--previous").stdout
    assert categorised(asked).stdout.startswith("services complaints")
    assert (tmp_path / "versions" / "version-1.json").read_bytes() == first
    assert "as they are shipped" in run("categorise", "--previous").stdout
    assert categorised(asked).stdout == before
    assert "no version before" in refused(run("categorise", "--previous"))


@pytest.mark.usefixtures("light_alone")
def test_a_hundred_wrong_corrections_make_no_version(tmp_path: Path) -> None:
    corrected(tmp_path, wrong(100))
    refitted = run("categorise", "--refit")
    assert refitted.exit_code == 0
    assert "No version was made. In force stays: the models as they are shipped." in refitted.stdout
    assert not (tmp_path / "versions" / "current").exists()


@pytest.mark.usefixtures("light_alone")
def test_without_corrections_there_is_nothing_to_learn(tmp_path: Path) -> None:
    assert "There is no database" in refused(run("categorise", "--refit"))
    corrected(tmp_path, [])
    assert "No version was made" in run("categorise", "--refit").stdout


@pytest.mark.usefixtures("light_alone")
def test_a_damaged_version_is_told_and_the_shipped_model_answers(tmp_path: Path) -> None:
    (tmp_path / "versions").mkdir()
    (tmp_path / "versions" / "current").write_text("7 0\n")
    assert categorised(b"The wifi is down\n").stdout.startswith("technical IT")
    status = run("categorise", "--status").stdout
    assert "version:      the models as they are shipped, because" in status
    assert "version-7.json cannot be read" in status
    assert "corrections:  unknown: There is no database" in status


def test_the_status_names_the_encoder() -> None:
    assert run("categorise", "--status").stdout.startswith("model:        the encoder ")
