"""How the width of a table is shared: what a person chose and sized stays, and the problem takes the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from client.models.columns import SHAPE_COLUMNS, Column
from client.views.column_layout import ColumnLayout

# Pixels.
_WIDTHS = {
    Column.NUMBER: 88, Column.STATUS: 98, Column.CATEGORY: 224, Column.LOCATION: 180, Column.OPENED: 124,
    Column.MODIFIED: 124, Column.CLOSED: 124, Column.ACTIVATED: 124, Column.TAKEN_BY: 110, Column.MESSAGES: 96,
    Column.ME_TOO: 84, Column.AGE: 76, Column.LAST_MESSAGE: 110, Column.CONFIDENCE: 96,
}  # fmt: skip
_SHORT_DATES = {Column.OPENED: 84, Column.MODIFIED: 88, Column.CLOSED: 78, Column.ACTIVATED: 88}
_SHAPES = {
    Column.NUMBER: 82, Column.STATUS: 36, Column.CATEGORY: 36, Column.OPENED: 76, Column.MODIFIED: 80,
    Column.CLOSED: 74, Column.ACTIVATED: 80, Column.TAKEN_BY: 84, Column.ME_TOO: 66, Column.MESSAGES: 82,
    Column.LAST_MESSAGE: 100, Column.LOCATION: 132,
}  # fmt: skip
# A category's brief word beside its shape, and what how sure the server is of it takes more.
_BRIEF, _FIGURE = 112, 46
_TIGHT = {Column.NUMBER: 74, Column.OPENED: 74, Column.MODIFIED: 78, Column.CLOSED: 74}
# Below these widths statuses are shapes without words and categories brief words, then they are shapes too; and dates
# are short.
_SHAPES_BELOW, _BRIEF_FROM, _SHORT_BELOW, _TIGHT_BELOW = 1020, 640, 1450, 560
# The problem is read first: others come, in this order, where it keeps this share of the width, within these bounds,
# and those that wait where it keeps more.
_SHARE, _WAITING_SHARE, _LEAST_SHARE, _MOST_SHARE = 0.36, 0.39, 180, 360
_ALWAYS = (Column.NUMBER, Column.STATUS, Column.CATEGORY)
_WELCOME = (
    Column.LOCATION, Column.OPENED, Column.TAKEN_BY, Column.MODIFIED, Column.CLOSED, Column.ME_TOO, Column.MESSAGES,
)  # fmt: skip
# These would fit where one that says more does not, and come only once all before them are there.
_WAITING = frozenset({Column.TAKEN_BY, Column.ME_TOO, Column.MESSAGES})
NO_HEADS: Mapping[Column, int] = MappingProxyType({})
# Less than this is no column of texts; then the table is scrolled sideways.
_LEAST_PROBLEM = 160


@dataclass(frozen=True, slots=True)
class Wants:
    """What a view needs of the columns: closing dates, how sure categories are, and what it is sorted by."""

    has_closed: bool = True
    tells_doubt: bool = False
    sorted_by: Column = Column.OPENED


@dataclass(frozen=True, slots=True)
class Shares:
    """The widths of the columns that are shown; `narrow` shows shapes without words, `short_dates` shorter dates.

    With `brief` a narrow table has a brief word beside the shape of a category.
    """

    widths: Mapping[Column, int]
    narrow: bool
    brief: bool
    short_dates: bool
    figures: bool


def share(width: int, layout: ColumnLayout, wants: Wants, heads: Mapping[Column, int] = NO_HEADS) -> Shares:
    """Share a width in pixels between the columns of a layout, none that has words narrower than `heads` say."""
    narrow, short_dates = width < _SHAPES_BELOW, has_short_dates(width)
    needed = {column: room for column, room in heads.items() if not narrow or column not in SHAPE_COLUMNS}
    sizes = {column: max(size, needed.get(column, 0)) for column, size in _sizes(width).items()} | dict(layout.widths)
    if wants.tells_doubt and narrow and Column.CATEGORY not in layout.widths:
        sizes[Column.CATEGORY] += _FIGURE
    shown = _shown(width, layout, wants, sizes)
    left = width - sum(sizes[column] for column in shown)
    widths = {column: sizes[column] for column in shown}
    if layout.chosen.get(Column.PROBLEM, True):
        widths[Column.PROBLEM] = layout.widths.get(Column.PROBLEM, max(_LEAST_PROBLEM, left))
    return Shares(widths, narrow, is_brief(width), short_dates, wants.tells_doubt or not narrow)


def is_brief(width: int) -> bool:
    """Say whether a table of this width shows categories by a brief word beside the shape."""
    return _BRIEF_FROM <= width < _SHAPES_BELOW


def has_short_dates(width: int) -> bool:
    """Say whether a table of this width has no room for long dates and their headings."""
    return width < _SHORT_BELOW


def _sizes(width: int) -> dict[Column, int]:
    sizes = _WIDTHS | (_SHORT_DATES if has_short_dates(width) else {}) | (_SHAPES if width < _SHAPES_BELOW else {})
    return sizes | (_TIGHT if width < _TIGHT_BELOW else {}) | ({Column.CATEGORY: _BRIEF} if is_brief(width) else {})


def _shown(width: int, layout: ColumnLayout, wants: Wants, sizes: Mapping[Column, int]) -> list[Column]:
    """Return the columns beside the problem: those always shown, those chosen, and the welcome ones that fit."""
    others = [column for column in layout.order if column is not Column.PROBLEM]
    shown: list[Column] = [column for column in others if layout.chosen.get(column, column in _ALWAYS)]
    left = width - sum(sizes[column] for column in shown)
    has_all = True
    for column in dict.fromkeys((wants.sorted_by, *_WELCOME)):
        is_free = column in others and column not in shown and layout.chosen.get(column, True)
        if not is_free or not _suits(column, wants):
            continue
        waits = column in _WAITING
        if left - sizes[column] >= _kept(width, _WAITING_SHARE if waits else _SHARE) and (has_all or not waits):
            shown.append(column)
            left -= sizes[column]
        else:
            has_all = False
    return shown


def _kept(width: int, share_of_it: float) -> int:
    """Return how wide the problem stays."""
    return max(_LEAST_SHARE, min(_MOST_SHARE, round(width * share_of_it)))


def _suits(column: Column, wants: Wants) -> bool:
    """Say whether a column tells anything in a view that nobody chose it for."""
    tells = {Column.CLOSED: wants.has_closed, Column.CONFIDENCE: not wants.tells_doubt, Column.LAST_MESSAGE: False}
    return tells.get(column, True)
