"""Tab goes from control to control in the order of reading, wherever they stand and whenever they came."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget


class _Part(NamedTuple):
    """A part of a widget: its place there in pixels, and the controls in it in order."""

    place: QRect
    controls: list[QWidget]


def step(whole: QWidget, *, forward: bool) -> bool:
    """Give the focus to the next control in this widget, or the one before; say whether there was another.

    Qt's own order is that in which widgets were made: what comes later, such as a form, would be the last one.
    """
    controls, now = in_order(whole), QApplication.focusWidget()
    others = [control for control in controls if control is not now]
    if not others:
        return False
    at = controls.index(now) if now in controls else -1 if forward else 0
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    controls[(at + (1 if forward else -1)) % len(controls)].setFocus(reason)
    return True


def in_order(whole: QWidget) -> list[QWidget]:
    """Return what Tab reaches in a widget, itself included, in the order of reading."""
    inside = [child for child in whole.children() if isinstance(child, QWidget) and _is_here(child)]
    parts = [_Part(child.geometry(), found) for child in inside if (found := in_order(child))]
    return [*([whole] if _takes_focus(whole) else []), *_read(parts)]


def _is_here(child: QWidget) -> bool:
    return child.isVisible() and not child.isWindow()


def _takes_focus(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isEnabled() and widget.focusProxy() is None


def _read(parts: Sequence[_Part]) -> list[QWidget]:
    """Return the controls of the parts: rows from the top, in each of them columns from the left, and so on.

    It is the recursive XY cut (Nagy and Seth 1984), by which pages of print are read.
    """
    if len(parts) == 1:
        return parts[0].controls
    for begin, end in ((_top, _bottom), (_left, _right)):
        groups = _cut(parts, begin, end)
        if len(groups) > 1:
            return [control for group in groups for control in _read(group)]
    # They lie over each other, as an overlay does: what is on top comes last.
    return [control for part in parts for control in part.controls]


def _cut(parts: Sequence[_Part], begin: Callable[[QRect], int], end: Callable[[QRect], int]) -> list[list[_Part]]:
    """Return the parts in groups that have room between them in one direction."""
    groups: list[list[_Part]] = []
    reached = 0
    for part in sorted(parts, key=lambda part: begin(part.place)):
        if groups and begin(part.place) < reached:
            groups[-1].append(part)
        else:
            groups.append([part])
        reached = max(reached, end(part.place)) if len(groups[-1]) > 1 else end(part.place)
    return groups


def _top(place: QRect) -> int:
    return place.top()


def _bottom(place: QRect) -> int:
    return place.top() + place.height()


def _left(place: QRect) -> int:
    return place.left()


def _right(place: QRect) -> int:
    return place.left() + place.width()
