"""One entry of a history laid out for a width: the deed, and under it what each field lost and gained."""

from collections.abc import Callable, Iterable
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetrics, QTextCharFormat, QTextLayout

from campusdesk.v1 import ticket_pb2
from client.models.history import value_words
from client.text import field_words
from client.views.theme.tokens import Tokens
from client.views.wrapped_text import as_lines, wrapped
from client.word_difference import Kind, Piece, difference, folded

INDENT, LABEL = 22, 20
_BEFORE_FIELD, _BETWEEN_OFFERS = 6, 16
_LEADING = 0.1
_CHARACTERS = 75


class Offer(Enum):
    """What can be done with a field of an entry."""

    UNFOLD = "unfold"
    FOLD = "fold"
    RESTORE = "restore"


class OfferPlace(NamedTuple):
    """Where an offer stands in its entry, in pixels, and which field it is about."""

    offer: Offer
    field: ticket_pb2.FieldChange
    rect: QRectF


class FieldPlace(NamedTuple):
    """Where a field stands in its entry: its name, and the text under it."""

    name: str
    layout: QTextLayout
    top: float


class Entry(NamedTuple):
    """An entry laid out; its height in pixels is from the first line of the deed to the last of the fields."""

    deed: QTextLayout
    fields: tuple[FieldPlace, ...]
    offers: tuple[OfferPlace, ...]
    height: float


class Fonts(NamedTuple):
    """The fonts of an entry: of what was done, and of times, names and offers."""

    deed: QFont
    small: QFont


def offer_words(offer: Offer) -> str:
    """Return what is offered."""
    return {
        Offer.UNFOLD: QCoreApplication.translate("HistoryEntry", "Show all"),
        Offer.FOLD: QCoreApplication.translate("HistoryEntry", "Show less"),
        Offer.RESTORE: QCoreApplication.translate("HistoryEntry", "Restore earlier text"),
    }[offer]


def offers_of(field: ticket_pb2.FieldChange, *, unfolded: bool, restorable: bool) -> list[Offer]:
    """Return what can be done with a field of an entry."""
    found = []
    if is_long(field):
        found.append(Offer.FOLD if unfolded else Offer.UNFOLD)
    return [*found, Offer.RESTORE] if restorable else found


def is_long(field: ticket_pb2.FieldChange) -> bool:
    """Say whether a field shows less than all of it at first."""
    pieces = _pieces(field)
    return folded(pieces) != pieces


def lay_out(
    deed: str,
    fields: Iterable[ticket_pb2.FieldChange],
    room: tuple[float, float],
    fonts: Fonts,
    colours: Tokens,
    state: Callable[[ticket_pb2.FieldChange], tuple[bool, bool]],
) -> Entry:
    """Lay an entry out; `room` is the width of all and that of the deed, `state` whether unfolded and restorable."""
    width, deed_width = room
    head, _, height = wrapped(deed, fonts.deed, deed_width)
    places, offers = [], []
    widest = min(width - INDENT, _CHARACTERS * QFontMetrics(fonts.deed).averageCharWidth())
    for field in fields:
        unfolded, restorable = state(field)
        top = height + _BEFORE_FIELD
        offered = offers_of(field, unfolded=unfolded, restorable=restorable)
        offers += _placed(field, offered, top, INDENT + widest, fonts.small)
        text, _, text_height = _field_text(field, fonts.deed, widest, colours, unfolded=unfolded)
        places.append(FieldPlace(field_words(field.field), text, top))
        height = top + LABEL + text_height
    return Entry(head, tuple(places), tuple(offers), height)


def _placed(
    field: ticket_pb2.FieldChange, offered: Iterable[Offer], top: float, right: float, font: QFont
) -> list[OfferPlace]:
    places = []
    for offer in reversed(list(offered)):
        width = QFontMetrics(font).horizontalAdvance(offer_words(offer))
        places.append(OfferPlace(offer, field, QRectF(right - width, top, width, LABEL)))
        right -= width + _BETWEEN_OFFERS
    return places


def _field_text(
    field: ticket_pb2.FieldChange, font: QFont, width: float, colours: Tokens, *, unfolded: bool
) -> tuple[QTextLayout, float, float]:
    pieces = _pieces(field)
    shown = pieces if unfolded else folded(pieces)
    text, formats, place = "", [], 0
    for piece in shown:
        lines = as_lines(piece.text)
        length = len(lines.encode("utf-16-le", "surrogatepass")) // 2
        text, place = text + lines, place + length
        if piece.kind is not Kind.KEPT:
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = place - length, length, _look(piece.kind, colours)
            formats.append(one)
    return wrapped(text, font, width, _LEADING, formats)


def _pieces(field: ticket_pb2.FieldChange) -> list[Piece]:
    if field.field == "description":
        return difference(field.before, field.after)
    nothing = QCoreApplication.translate("HistoryEntry", "(nothing)")
    before, after = (value_words(field.field, value) or nothing for value in (field.before, field.after))
    return [Piece(Kind.REMOVED, before), Piece(Kind.KEPT, "  →  "), Piece(Kind.ADDED, after)]


def _look(kind: Kind, colours: Tokens) -> QTextCharFormat:
    """Return how words look that went or came: told apart by more than their colour."""
    look = QTextCharFormat()
    if kind is Kind.REMOVED:
        look.setForeground(QColor(colours.muted))
        look.setFontStrikeOut(True)
    else:
        look.setForeground(QColor(colours.ok))
        look.setFontWeight(QFont.Weight.DemiBold)
    return look
