"""How the parts of a plot look: a colour and a fill each, so that nobody has to tell colours apart."""

from collections.abc import Mapping

from PySide6.QtCore import Qt

from campusdesk.rules import Category, Status
from client.views.plots.canvas import DOTTED, HATCHED, PLAIN
from client.views.theme.tokens import Tokens

_CATEGORIES: Mapping[Category, Qt.BrushStyle] = {
    Category.FACILITY_MANAGEMENT: PLAIN,
    Category.TECHNICAL_IT: HATCHED,
    Category.SERVICES_COMPLAINTS: DOTTED,
}


def part_fill(part: Status | Category) -> Qt.BrushStyle:
    """Return the fill of a status or a category."""
    if isinstance(part, Category):
        return _CATEGORIES[part]
    return HATCHED if part is Status.ACTIVE else PLAIN


def part_colour(part: Status | Category, colours: Tokens) -> str:
    """Return the colour of a status or a category."""
    return colours.category(part) if isinstance(part, Category) else colours.status(part)[0]
