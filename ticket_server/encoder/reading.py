"""What the encoder says of one text, and who can be asked for it."""

from typing import NamedTuple, Protocol

from campusdesk.rules import Category

# Numbers of a vector, each an int8: the direction of a text's meaning, of length 127.
DIMENSIONS = 128


class Reading(NamedTuple):
    """The full model's category and confidence (0 to 1), the text's vector, and the words that spoke for the category.

    The vector is DIMENSIONS bytes; the words are whole, strongest first, and only there when they were asked for.
    """

    category: Category
    confidence: float
    vector: bytes
    words: tuple[str, ...] = ()


class Reader(Protocol):
    """Reads texts beside the event loop."""

    @property
    def version(self) -> str:
        """The version of the model whose vectors can be compared; empty while there is none."""

    @property
    def expected(self) -> bool:
        """Whether texts are read, now or once the model is loaded."""

    def wait_s(self, text: str) -> float:
        """Return in how many seconds a text is likely to be read if it is asked for now."""

    async def read(self, text: str, *, explain: bool = False) -> Reading | None:
        """Return what the full model says of a text; None when it is not loaded, not there, or has too much to do."""


class NoReader:
    """What stands for the reader where no encoder can be had: the light model answers everything."""

    version = ""
    expected = False

    def wait_s(self, text: str) -> float:
        """Return 0: None is said at once."""
        return 0.0

    async def read(self, text: str, *, explain: bool = False) -> Reading | None:
        """Return None."""
        return None
