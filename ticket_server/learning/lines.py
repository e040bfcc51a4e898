"""A text a line: how one that has lines of its own is written on one."""

import re

from campusdesk.rules import LIMITS

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_MEANT = {"n": "\n", "\\": "\\"}
# No ticket's text is longer; of one that is, the beginning and the end are read.
_MOST = LIMITS["description"]


def text_of(line: bytes) -> str:
    r"""Return the text of a line of UTF-8: \n is a new line and \\ a backslash; what is no UTF-8 is replaced."""
    text = line.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8", "replace")
    return _bounded(_ESCAPED.sub(lambda found: _MEANT.get(found[1], found[0]), text))


def _bounded(text: str) -> str:
    return text if len(text) <= _MOST else text[: _MOST // 2] + text[-(_MOST // 2) :]
