"""What every server is told at its start; light, so that a command line can be shown without loading a server."""

from dataclasses import dataclass
from pathlib import Path

from campusdesk.address import Address

WRITES_PER_SECOND = 20.0
WRITE_BURST = 200
# While a report is typed its desk asks about once a second. So thirty people behind one address may type all the time,
# and hundreds may begin in the same moment, as when the network fails.
QUESTIONS_PER_SECOND = 30.0
QUESTION_BURST = 300
LOG_FORMATS = ("auto", "text", "json")


@dataclass(frozen=True, slots=True)
class ServerOptions:
    """What every server is told: where it listens, who may call, how much, and how it can be observed.

    `writes_per_second` (0: no limit) and `write_burst` count the writes from one address;
    `questions_per_second` and `question_burst` what desks ask while somebody types.
    """

    listen: Address
    tls_cert: Path | None = None
    tls_key: Path | None = None
    keys: Path | None = None
    open_roles: bool = False
    reflection: bool = False
    metrics: Address | None = None
    log_format: str = LOG_FORMATS[0]
    writes_per_second: float = WRITES_PER_SECOND
    write_burst: int = WRITE_BURST
    questions_per_second: float = QUESTIONS_PER_SECOND
    question_burst: int = QUESTION_BURST
    until_eof: bool = False
