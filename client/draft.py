"""What somebody wrote and a server has not acknowledged yet, as it is remembered."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """Where something is written; a note is a message that only helpdesk staff read, SEVERAL one to several tickets."""

    REPORT = "report"
    EDIT = "edit"
    MESSAGE = "message"
    NOTE = "note"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Written:
    """Texts by their field, and when the last key was pressed (microseconds since 1970 by this machine's clock).

    `place` is where the server was. An edit began from a `revision`, at which its fields held what is `seen`. `sent` is
    what went out with the request id last: sent once more it must be the very same request.
    """

    texts: Mapping[str, str]
    typed_us: int
    place: str = ""
    revision: int = 0
    seen: Mapping[str, str] = field(default_factory=dict)
    request_id: str = ""
    sent: Mapping[str, str] = field(default_factory=dict)

    @property
    def was_sent(self) -> bool:
        """Say whether exactly this was sent, and not acknowledged."""
        return bool(self.request_id) and self.sent == self.texts

    def to_json(self) -> dict[str, object]:
        """Return it as values of JSON."""
        return asdict(self)


def read_written(value: object) -> Written | None:
    """Return what the JSON says, or None when it is no such thing."""
    if not isinstance(value, dict) or value.keys() != _TYPES.keys():
        return None
    fits = all(isinstance(value[name], kind) for name, kind in _TYPES.items())
    texts = (text for name, kind in _TYPES.items() if fits and kind is dict for text in value[name].values())
    return Written(**value) if fits and all(isinstance(text, str) for text in texts) else None


_TYPES = {
    "texts": dict,
    "typed_us": int,
    "place": str,
    "revision": int,
    "seen": dict,
    "request_id": str,
    "sent": dict,
}
