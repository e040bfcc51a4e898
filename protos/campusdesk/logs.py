"""Log lines: one form for all that a server tells its operators, as JSON or as text for a terminal.

No line holds the words of an exception, because these may quote a ticket, and no text can break out of its line: JSON
is pure ASCII, and in text everything that is not printable is escaped.
"""

import asyncio
import json
import logging
import threading
import traceback
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

_TIME = structlog.processors.TimeStamper(fmt="iso", utc=True)
_log = logging.getLogger(__name__)
# Made once: to be made anew for every line takes longer than the line itself.
_encode = json.JSONEncoder(default=repr, separators=(",", ":")).encode


def configure(log_format: str, stream: TextIO) -> None:
    """Let everything that is logged in this process come out on the stream: `text`, `json`, or `auto`.

    The last is text on a terminal and JSON elsewhere.
    """
    as_text = log_format == "text" or (log_format == "auto" and stream.isatty())
    rendering: list[Processor] = [structlog.processors.JSONRenderer(serializer=_as_json)]
    if as_text:
        rendering = [_escaped, structlog.dev.ConsoleRenderer(colors=stream.isatty(), repr_native_str=True)]
    structlog.configure(
        processors=[structlog.processors.add_log_level, _TIME, *rendering],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(stream),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=logging.INFO, handlers=[_handler(stream, rendering)], force=True)
    logging.captureWarnings(capture=True)
    threading.excepthook = _log_thread


def log_faults(loop: asyncio.AbstractEventLoop) -> None:
    """Let the loop tell faults that nobody caught without what they were about: its own words show every argument."""
    loop.set_exception_handler(lambda _loop, context: _log_fault("the event loop", context.get("exception")))


def _log_thread(arguments: threading.ExceptHookArgs) -> None:
    _log_fault("a thread", arguments.exc_value)


def _log_fault(where: str, error: BaseException | None) -> None:
    _log.error("a fault in %s that nobody caught: %s", where, type(error).__name__, exc_info=error)


def _handler(stream: TextIO, rendering: list[Processor]) -> logging.Handler:
    """Return what gives the lines of the standard library's loggers the form of all others."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                _TIME,
                _exception_without_words,
            ],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *rendering],
        )
    )
    return handler


def _as_json(line: EventDict, **_: object) -> str:
    return _encode(line)


def _exception_without_words(_logger: WrappedLogger, _level: str, line: EventDict) -> EventDict:
    """Tell an exception by its kind and by the places in the code that it came through."""
    error = line.pop("exc_info", None)
    if isinstance(error, tuple) and error[0] is not None:
        line["exception"] = "".join(traceback.format_tb(error[2])) + error[0].__name__
    return line


def _escaped(_logger: WrappedLogger, _level: str, line: EventDict) -> EventDict:
    """Escape the event's own words; all other values are shown as Python writes them, with escapes."""
    line["event"] = "".join(map(_printable, str(line["event"])))
    return line


def _printable(character: str) -> str:
    return character if character.isprintable() else repr(character)[1:-1]
