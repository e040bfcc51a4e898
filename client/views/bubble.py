"""One message laid out for a width: its text, and the time that it was said at the end of it."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout

from client.links import Span, counted_links
from client.views.marked_text import marks
from client.views.theme.tokens import Tokens
from client.views.wrapped_text import as_lines, wrapped

PAD_X, PAD_Y = 12, 8
# The room between lines as a share of their height; pixels between the last word and the time.
_LEADING, _BEFORE_TIME = 0.2, 12


@dataclass(frozen=True, slots=True)
class Bubble:
    """A message's layout with the bubble's size in pixels, and where its text has links, as Qt counts."""

    layout: QTextLayout
    width: float
    height: float
    links: tuple[tuple[Span, str], ...]

    def link_at(self, point: QPointF) -> str:
        """Return the address under a point of the bubble, "" where there is none."""
        inner = point - QPointF(PAD_X, PAD_Y)
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            if line.naturalTextRect().contains(inner):
                # PySide returns the position with the cursor's own place.
                place = line.xToCursor(inner.x(), line.CursorPosition.CursorOnCharacter)
                return next((address for span, address in self.links if span.start <= place < span.end), "")
        return ""


def lay_out(
    text: str, font: QFont, widest: float, time_room: tuple[float, float], wanted: Collection[str], colours: Tokens
) -> Bubble:
    """Lay a text out in a bubble of at most `widest` pixels; `time_room` is the width and height of its time."""
    lines = as_lines(text)
    layout, width, height = wrapped(lines, font, widest - 2 * PAD_X, _LEADING, formats=marks(lines, wanted, colours))
    time_width, time_height = time_room
    last = layout.lineAt(layout.lineCount() - 1).naturalTextWidth()
    beside = last + _BEFORE_TIME + time_width
    if beside > widest - 2 * PAD_X:
        height += time_height
        beside = time_width
    return Bubble(layout, max(width, beside) + 2 * PAD_X, height + 2 * PAD_Y, tuple(counted_links(lines)))
