"""Entries of a history show what changed, unfold in place, and offer what can be put back."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role, Status
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from client.models.history import HistoryModel
from client.views.history_entry import Offer, OfferPlace
from client.views.history_list import HistoryList
from client.views.theme.theme import Theme
from client.views.theme.tokens import LIGHT
from tests.client import made
from tests.client.views.answers import HOSTILE, LONG_WORD

Shown = tuple[HistoryList, HistoryModel]
LONG = "The projector in the big lecture hall shows nothing at all since Monday morning, and its lamp blinks. "


def edit(revision: int, **fields: tuple[str, str]) -> ticket_pb2.TicketChange:
    return ticket_pb2.TicketChange(
        ticket_id=1,
        revision=revision,
        action=ticket_pb2.ACTION_UPDATE,
        role=ticket_pb2.ROLE_USER,
        workstation="LAB-1",
        change_time=made.moment(made.NOON_US),
        fields=[
            ticket_pb2.FieldChange(field=name, before=before, after=after) for name, (before, after) in fields.items()
        ],
    )


def listed(theme: Theme, qtbot: QtBot, role: Role, *changes: ticket_pb2.TicketChange) -> Shown:
    model = HistoryModel()
    entries = HistoryList(theme, role, model, lambda: made.NOON_US)
    model.setParent(entries)
    qtbot.addWidget(entries)
    entries.resize(400, 500)
    entries.show()
    model.show(1)
    model.set_page(1, ticket_service_pb2.ListChangesResponse(changes=changes))
    entries.show_now(made.ticket(1, description="now", location="now"))
    QGuiApplication.processEvents()
    return entries, model


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot) -> Shown:
    """Give a history of one long edit and one of everything, as helpdesk staff see it."""
    long = edit(1, description=(LONG * 9 + "old", LONG * 9 + "new"))
    return listed(theme, qtbot, Role.HELPDESK, long, edit(2, location=("B-105", "B-106"), contact=("", "ext. 4711")))


def places(entries: HistoryList) -> dict[tuple[Offer, str], QPoint]:
    """Return where something is offered, by what it is and the field."""
    room = entries.viewport().rect()
    points = (QPoint(x, y) for y in range(0, room.height(), 4) for x in range(0, room.width(), 4))
    found: list[tuple[QPoint, OfferPlace | None]] = [(point, entries.offer_at(point)) for point in points]
    return {(place.offer, place.field.field): point for point, place in found if place is not None}


def click(entries: HistoryList, offer: Offer, field: str) -> None:
    QTest.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=places(entries)[offer, field])
    QGuiApplication.processEvents()


def test_a_long_text_is_folded_until_somebody_wants_all_of_it(shown: Shown) -> None:
    entries, _ = shown
    heights = [entries.sizeHintForRow(0)]
    click(entries, Offer.UNFOLD, "description")
    heights.append(entries.sizeHintForRow(0))
    assert (Offer.UNFOLD, "description") not in places(entries)
    entries.scrollToTop()
    click(entries, Offer.FOLD, "description")
    assert heights[1] > heights[0] == entries.sizeHintForRow(0)


def test_enter_unfolds_the_current_entry(shown: Shown) -> None:
    entries, model = shown
    before = entries.sizeHintForRow(0)
    entries.setCurrentIndex(model.index(0, 0))
    QTest.keyClick(entries, Qt.Key.Key_Return)
    assert entries.sizeHintForRow(0) > before


def test_enter_shows_what_can_be_done_with_a_short_entry(shown: Shown) -> None:
    entries, model = shown
    entries.setCurrentIndex(model.index(1, 0))
    QTest.keyClick(entries, Qt.Key.Key_Return)
    menu = entries.findChild(QMenu)
    assert menu is not None
    assert menu.isVisible()
    assert "Restore earlier text (location)" in {action.text() for action in menu.actions()}
    menu.close()
    entries.show_now(None)
    QTest.keyClick(entries, Qt.Key.Key_Return)
    assert not any(each.isVisible() for each in entries.findChildren(QMenu))


def test_what_is_unfolded_stays_in_sight(shown: Shown) -> None:
    entries, model = shown
    entries.resize(400, 240)
    QGuiApplication.processEvents()
    entries.scrollTo(model.index(0, 0), entries.ScrollHint.PositionAtTop)
    top = entries.visualRect(model.index(0, 0)).top()
    click(entries, Offer.UNFOLD, "description")
    assert entries.visualRect(model.index(0, 0)).top() == top


def test_an_earlier_text_is_wanted_back_by_a_click(shown: Shown) -> None:
    entries, _ = shown
    wanted: list[tuple[str, str]] = []
    entries.restore_wanted.connect(lambda field, text: wanted.append((field, text)))
    click(entries, Offer.RESTORE, "location")
    click(entries, Offer.RESTORE, "description")
    assert wanted == [("location", "B-105"), ("description", LONG * 9 + "old")]


def test_the_menu_offers_the_same(shown: Shown) -> None:
    entries, model = shown
    wanted: list[tuple[str, str]] = []
    entries.restore_wanted.connect(lambda field, text: wanted.append((field, text)))
    actions = {action.text(): action for action in entries.menu(model.index(1, 0)).actions()}
    assert list(actions) == ["Copy", "Restore earlier text (location)"]
    actions["Restore earlier text (location)"].trigger()
    assert wanted == [("location", "B-105")]
    actions["Copy"].trigger()
    assert QGuiApplication.clipboard().text().splitlines()[1:4] == ["location", "- B-105", "+ B-106"]


@pytest.mark.parametrize(
    ("now", "offered"),
    [
        (made.ticket(1, description="now", location="now"), {"description", "location"}),
        (made.ticket(1, description="now", location="B-105"), {"description"}),
        (made.ticket(1, status=Status.CLOSED), set()),
        (made.ticket(1, description="", location=""), set()),
        (None, set()),
    ],
)
def test_only_what_can_be_put_back_is_offered(
    now: ticket_pb2.Ticket | None, offered: set[str], theme: Theme, qtbot: QtBot
) -> None:
    changes = [edit(1, description=("old", "new"), location=("B-105", "x")), edit(2, contact=("", "y"))]
    entries, _ = listed(theme, qtbot, Role.USER, *changes)
    entries.show_now(now)
    QGuiApplication.processEvents()
    assert {field for offer, field in places(entries) if offer is Offer.RESTORE} == offered


def test_a_contact_that_was_empty_can_be_emptied_again_by_staff(theme: Theme, qtbot: QtBot) -> None:
    entries, _ = listed(theme, qtbot, Role.HELPDESK, edit(1, contact=("", "y"), description=("", "z")))
    ticket = made.ticket(1)
    ticket.contact = "y"
    entries.show_now(ticket)
    QGuiApplication.processEvents()
    assert set(places(entries)) == {(Offer.RESTORE, "contact")}


def test_the_cursor_shows_what_can_be_clicked(shown: Shown) -> None:
    entries, _ = shown
    shapes = []
    for point in (places(entries)[Offer.RESTORE, "location"], QPoint(2, 2)):
        QTest.mouseMove(entries.viewport(), point)
        QGuiApplication.processEvents()
        shapes.append(entries.viewport().cursor().shape())
    assert shapes == [Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor]


def test_a_new_entry_jumps_under_nobody(shown: Shown) -> None:
    entries, model = shown
    entries.resize(400, 120)
    QGuiApplication.processEvents()
    entries.verticalScrollBar().setValue(5)
    model.refresh()
    model.set_page(1, ticket_service_pb2.ListChangesResponse(changes=[edit(3, location=("B-106", "B-107"))]))
    QGuiApplication.processEvents()
    assert entries.verticalScrollBar().value() == 5
    assert (entries.to_end.isVisible(), entries.to_end.text()) == (True, "1 new entry")


@pytest.mark.parametrize("text", [HOSTILE * 90, LONG_WORD * 50, "a" + "\u0301" * 9_000])
def test_hostile_texts_stay_in_their_entry(text: str, theme: Theme, qtbot: QtBot) -> None:
    entries, model = listed(theme, qtbot, Role.HELPDESK, edit(1, description=("old", text), location=(text[:200], "x")))
    QTest.keyClick(entries, Qt.Key.Key_Down)
    QTest.keyClick(entries, Qt.Key.Key_Return)
    option, high = QStyleOptionViewItem(), entries.sizeHintForRow(0)
    image = QImage(400, high + 200, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    option.rect = QRect(0, 100, 400, high)
    painter = QPainter(image)
    entries.itemDelegate().paint(painter, option, model.index(0, 0))
    painter.end()
    outside = [*range(100), *range(high + 100, high + 200)]
    assert {image.pixel(x, y) for x in range(400) for y in outside} == {QColor(LIGHT.surface).rgb()}
    margin = {image.pixel(x, y) for x in range(381, 400) for y in range(image.height())}
    assert margin == {QColor(LIGHT.surface).rgb()}
