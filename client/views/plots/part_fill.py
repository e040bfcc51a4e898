"""How the parts of a plot look: a colour and a fill each, so that nobody has to tell colours apart."""

from collections.abc import Mapping

from PySide6.QtCore import Qt

from campusdesk.rules import Category, Status
from client.models.backlog_parts import Part
from client.models.category_group import OTHER, Group
from client.views.plots.canvas import CROSSED, DOTTED, HATCHED, PLAIN
from client.views.theme.tokens import Tokens

_CATEGORIES: Mapping[Group, Qt.BrushStyle] = {
    Category.FACILITY_MANAGEMENT: PLAIN,
    Category.TECHNICAL_IT: HATCHED,
    Category.SERVICES_COMPLAINTS: DOTTED,
    OTHER: CROSSED,
}


def part_fill(part: Part) -> Qt.BrushStyle:
    """Return the fill of a status or a category."""
    if isinstance(part, Status):
        return HATCHED if part is Status.ACTIVE else PLAIN
    return _CATEGORIES[part]


def part_colour(part: Part, colours: Tokens) -> str:
    """Return the colour of a status or a category."""
    if isinstance(part, Status):
        return colours.status(part)[0]
    return colours.category(part) if isinstance(part, Category) else colours.muted
