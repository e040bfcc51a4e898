"""How the parts of a text look that are something: links in accent and underlined, what was searched on a ground."""

from collections.abc import Collection

from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QDesktopServices, QTextCharFormat, QTextLayout

from client.links import Span, find_links, in_utf16
from client.views.marking import format_range, ranges
from client.views.theme.tokens import Tokens


def marks(text: str, wanted: Collection[str], colours: Tokens) -> list[QTextLayout.FormatRange]:
    """Return the looks of the links in a text and of the terms that were asked for, as Qt counts characters."""
    links = [format_range(span, link_format(colours)) for span in in_utf16(text, find_links(text))]
    return [*links, *ranges(text, wanted, colours)]


def open_link(address: str) -> None:
    """Have the system's browser open the address, if it is one that counts as a link."""
    if find_links(address) == [Span(0, len(address))]:
        QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))


def link_format(colours: Tokens) -> QTextCharFormat:
    """Return the look of a link."""
    look = QTextCharFormat()
    look.setForeground(QColor(colours.accent))
    look.setFontUnderline(True)
    return look
