"""What can be opened of a text, as entries of its menu."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from client.text import one_line
from client.views.marked_text import open_link

# Characters of an address in a menu.
_LENGTH = 80


def offer_links(menu: QMenu, addresses: Iterable[str]) -> None:
    """Add an entry for each address, which opens it."""
    for address in addresses:
        # An ampersand would underline the letter after it.
        shown = one_line(address, _LENGTH).replace("&", "&&")
        words = QCoreApplication.translate("LinkMenu", "Open %1").replace("%1", shown)
        menu.addAction(words).triggered.connect(partial(open_link, address))
