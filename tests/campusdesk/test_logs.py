"""Log lines: the standard library's and our own in one form, out of which no text can break."""

import asyncio
import io
import json
import logging
import threading
import unicodedata
import warnings
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from campusdesk import logs

SECRET = "the words of a ticket"
HOSTILE = st.text(st.characters(exclude_categories=[]) | st.sampled_from("\n\r\x1b\x00\u202e\u2066\u2028\u0085\x9b"))


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Put back what the tests change for the whole process."""
    root, hook = logging.getLogger(), threading.excepthook
    handlers, level = root.handlers[:], root.level
    yield
    structlog.reset_defaults()
    root.handlers[:], threading.excepthook = handlers, hook
    root.setLevel(level)
    logging.captureWarnings(capture=False)


def lines(stream: io.StringIO) -> list[str]:
    return stream.getvalue().split("\n")[:-1]


@given(HOSTILE, st.sampled_from(["text", "json"]))
def test_no_text_breaks_out_of_its_line(text: str, log_format: str) -> None:
    stream = io.StringIO()
    logs.configure(log_format, stream)
    structlog.get_logger().info("call", workstation=text)
    logging.getLogger("campusdesk.tests").warning("the call of %s", text)
    told = lines(stream)
    assert len(told) == 2
    # Control, format (bidi among them), surrogate, line and paragraph separator.
    assert not {unicodedata.category(letter) for line in told for letter in line} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(HOSTILE)
def test_json_gives_back_what_was_said(text: str) -> None:
    stream = io.StringIO()
    logs.configure("json", stream)
    structlog.get_logger().info("call", workstation=text)
    (line,) = lines(stream)
    assert json.loads(line)["workstation"] == text


def test_all_loggers_have_one_form() -> None:
    stream = io.StringIO()
    logs.configure("auto", stream)
    structlog.get_logger().info("call", status="OK")
    logging.getLogger("ticket_server.storage.engine").warning("the database is %s", "full")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn("an old way", stacklevel=1)
    own, foreign, warning = map(json.loads, lines(stream))
    assert (own["event"], own["level"], own["status"]) == ("call", "info", "OK")
    assert (foreign["event"], foreign["level"], foreign["logger"]) == (
        "the database is full",
        "warning",
        "ticket_server.storage.engine",
    )
    assert warning["logger"] == "py.warnings"
    assert all(line["timestamp"].endswith("Z") for line in (own, foreign, warning))


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_the_words_of_an_exception_are_left_out_and_its_places_are_told(log_format: str) -> None:
    stream = io.StringIO()
    logs.configure(log_format, stream)
    try:
        raise RuntimeError(SECRET)
    except RuntimeError:
        logging.getLogger("campusdesk.tests").exception("a fault")
    assert SECRET not in stream.getvalue()
    assert "RuntimeError" in stream.getvalue()
    assert "test_logs.py" in stream.getvalue()


def test_faults_that_nobody_caught_are_told_without_words() -> None:
    stream = io.StringIO()
    logs.configure("json", stream)

    def fail(words: str) -> None:
        raise RuntimeError(words)

    async def fail_later() -> None:
        logs.log_faults(asyncio.get_running_loop())
        asyncio.get_running_loop().call_soon(fail, SECRET)
        await asyncio.sleep(0)

    asyncio.run(fail_later())
    thread = threading.Thread(target=fail, args=(SECRET,))
    thread.start()
    thread.join()
    first, second = map(json.loads, lines(stream))
    assert "the event loop" in first["event"]
    assert "a thread" in second["event"]
    assert all("RuntimeError" in line["exception"] for line in (first, second))
    assert SECRET not in stream.getvalue()


class Terminal(io.StringIO):
    """A stream that says that people look at it."""

    def isatty(self) -> bool:
        return True


def test_people_read_text_and_machines_json() -> None:
    machine, people = io.StringIO(), Terminal()
    for stream in (machine, people):
        logs.configure("auto", stream)
        structlog.get_logger().info("call")
    assert json.loads(machine.getvalue())["event"] == "call"
    with pytest.raises(json.JSONDecodeError):
        json.loads(people.getvalue())
