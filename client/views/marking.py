"""What was searched for as Qt marks it in texts: its places count as Qt counts, and its look is the theme's."""

from collections.abc import Collection

from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout

from campusdesk.terms import hits
from client.links import Span, in_utf16
from client.views.theme.tokens import Tokens


def places(text: str, wanted: Collection[str]) -> list[Span]:
    """Return where the terms stand in the text, in the UTF-16 units of Qt."""
    return in_utf16(text, [Span(*hit) for hit in hits(text, wanted)])


def mark_format(colours: Tokens) -> QTextCharFormat:
    """Return the look of what is marked."""
    made = QTextCharFormat()
    made.setBackground(QColor(colours.mark))
    made.setForeground(QColor(colours.text))
    return made


def ranges(text: str, wanted: Collection[str], colours: Tokens) -> list[QTextLayout.FormatRange]:
    """Return the marks of a text for its layout."""
    return [format_range(place, mark_format(colours)) for place in places(text, wanted)]


def format_range(span: Span, look: QTextCharFormat) -> QTextLayout.FormatRange:
    """Return the look of a part of a text, in the UTF-16 units of Qt."""
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = span.start, span.end - span.start, look
    return made
