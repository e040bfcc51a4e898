"""The process that reads texts: requests as lines of JSON on its input, answers in their order on its output."""

import json
import logging
import sys
from pathlib import Path
from typing import TextIO


def work(asked: TextIO, answers: TextIO, versions: Path) -> None:
    """Load the encoder, say its version, and answer until the input ends, by the folder's version in force.

    Raises whatever the libraries raise when the encoder cannot be loaded, and OSError when nobody takes the answers.
    """
    # A server without the libraries serves too: only this process ends.
    from ticket_server.adaptation.versions import Versions
    from ticket_server.categoriser.model import Categoriser
    from ticket_server.encoder.encoder import ARTEFACTS, Encoder

    encoder = Encoder(ARTEFACTS, Categoriser.load(), Versions(versions).follow())
    encoder.read("")
    _answer(answers, {"version": encoder.version})
    for line in asked:
        request = json.loads(line)
        reading = encoder.read(request["text"], explain=request["explain"])
        _answer(
            answers,
            {
                "category": int(reading.category),
                "confidence": reading.confidence,
                "vector": reading.vector.hex(),
                "words": reading.words,
            },
        )


def run(versions: Path) -> int:
    """Work on standard input and output; return the exit code."""
    # The server reads the same folder, and tells what is wrong with it.
    logging.getLogger().addHandler(logging.NullHandler())
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        work(sys.stdin, sys.stdout, versions)
    except (BrokenPipeError, KeyboardInterrupt):
        # The server has gone.
        return 0
    except Exception as error:  # noqa: BLE001  each library has errors of its own for a file that is damaged
        # By its kind alone: what it says could quote a text.
        _answer(sys.stdout, {"failed": type(error).__name__})
        return 1
    return 0


def _answer(answers: TextIO, answer: dict[str, object]) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()
