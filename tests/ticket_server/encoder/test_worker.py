"""The process that reads texts answers line by line, and says by its kind alone why it cannot."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from campusdesk.rules import Category
from ticket_server.categoriser.model import Categoriser
from ticket_server.encoder import encoder, worker
from ticket_server.encoder.reading import DIMENSIONS
from ticket_server.learning.models import EncoderMissing, load_encoder


def worked(versions: Path, *texts: str, explain: bool = True) -> list[dict[str, object]]:
    asked = "".join(json.dumps({"text": text, "explain": explain}) + "\n" for text in texts)
    answers = io.StringIO()
    worker.work(io.StringIO(asked), answers, versions)
    return [json.loads(line) for line in answers.getvalue().splitlines()]


def test_it_says_its_version_and_answers_in_order(tmp_path: Path) -> None:
    loaded, one, two = worked(tmp_path, "El proyector no da imagen\nni sonido", "Es ist eiskalt, die Heizung ist aus")
    assert loaded["version"]
    assert (one["category"], two["category"]) == (Category.TECHNICAL_IT, Category.FACILITY_MANAGEMENT)
    assert len(bytes.fromhex(str(one["vector"]))) == DIMENSIONS
    assert one["words"]


def test_a_process_ends_with_its_input(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ticket_server", "read-texts", "--categoriser-folder", str(tmp_path)]
    asked = json.dumps({"text": "größtes Übel: der Aufzug", "explain": False}) + "\n"
    ended = subprocess.run(command, input=asked, capture_output=True, text=True, encoding="utf-8", check=True)
    assert len(ended.stdout.splitlines()) == 2
    assert ended.stderr == ""


@pytest.fixture
def artefacts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a folder with links to all of the encoder's artefacts in its place."""
    folder = tmp_path / "model"
    folder.mkdir()
    for shipped in encoder.ARTEFACTS.iterdir():
        (folder / shipped.name).symlink_to(shipped)
    monkeypatch.setattr(encoder, "ARTEFACTS", folder)
    return folder


@pytest.mark.parametrize(
    ("name", "kept"),
    [("layers.onnx", None), ("layers.onnx", 100_000), ("words.npy", 0), ("words.npy", 1_000), ("pieces.model", 100)],
)
def test_what_cannot_be_loaded_is_said_by_its_kind_whatever_is_wrong_with_it(
    name: str,
    kept: int | None,
    artefacts: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    whole = (artefacts / name).read_bytes()
    (artefacts / name).unlink()
    if kept is not None:
        (artefacts / name).write_bytes(whole[:kept])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert worker.run(artefacts) == 1
    said = json.loads(capsys.readouterr().out)
    assert said.keys() == {"failed"}
    with pytest.raises(EncoderMissing, match=said["failed"]):
        load_encoder(Categoriser.load())


@pytest.mark.usefixtures("artefacts")
def test_nothing_is_said_to_a_server_that_has_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(io.StringIO):
        def flush(self) -> None:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    monkeypatch.setattr(sys, "stdout", Gone())
    assert worker.run(tmp_path) == 0
