"""The process that reads texts answers line by line, and says by its kind alone why it cannot."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from campusdesk.rules import Category
from ticket_server.encoder import encoder, worker
from ticket_server.encoder.reading import DIMENSIONS


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


def test_what_cannot_be_loaded_is_said_without_words_of_texts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(encoder, "ARTEFACTS", tmp_path)
    monkeypatch.setattr(os, "nice", lambda _: 0)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert worker.run(tmp_path) == 1
    assert json.loads(capsys.readouterr().out) == {"failed": "FileNotFoundError"}
