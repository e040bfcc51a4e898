"""What people wrote is shown as the letters that they wrote, wherever it stands: in every widget, list and tooltip."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QGraphicsTextItem,
    QGraphicsView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from campusdesk.rules import Action, Role
from client.installation import Installation
from client.text import one_line
from client.unread import Unread
from client.views import notices
from client.views.main_window import MainWindow
from client.views.notices import Notices
from client.views.outside import Outside
from tests.client import made
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.at_work import Ask, AtWork, Written
from tests.client.views.held import HeldConnection

Enter = Callable[[Role], MainWindow]

# No colour of either look: where it is seen, markup was obeyed.
ALARM = QColor("#ff00fe")
_MARKUP = '<h1 style="background:#ff00fe">big</h1><img src="{picture}">'
# The right-to-left override turns around all that follows it, also what somebody else wrote.
OVERRIDE, ISOLATE, HEBREW, PILE = "\u202e", "\u2067", "\u05d0\u05d1\u05d2", "z" + "\u0351\u0352\u0353" * 12
TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
ISOLATED = re.compile("\u2068[^\u202a-\u202e\u2066-\u2069]*\u2069")
TIPS = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole, Qt.ItemDataRole.WhatsThisRole)
_FIELD = frozenset({"text", "displayText", "selectedText", "plainText", "html", "markdown"})
SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole)


@pytest.fixture
def written(tmp_path: Path) -> Written:
    picture = QImage(64, 64, QImage.Format.Format_RGB32)
    picture.fill(ALARM)
    assert picture.save(str(tmp_path / "p.png"))
    markup = _MARKUP.format(picture=(tmp_path / "p.png").as_uri())
    text = f"{markup} a<b and b>c & {OVERRIDE}evil {ISOLATE}more {HEBREW} {PILE} <script> Projector in B-105"
    short = f"{HEBREW} <b style='background:#ff00fe'>B</b> {OVERRIDE}2 {PILE[:9]} B-105 {HEBREW}"
    return Written(text, short, f"<h1 style='background:#ff00fe'>D{OVERRIDE}2{HEBREW}", f"<h1>big {OVERRIDE}projector")


@pytest.fixture
def at_work(qtbot: QtBot, ask: Ask, live_server: str, written: Written) -> Iterator[AtWork]:
    made = AtWork(qtbot, ask, live_server, written)
    yield made
    made.end()


def windows(main: MainWindow) -> list[QWidget]:
    """Return the window, and what stands over it or beside it by itself."""
    return [main, *(each for each in QApplication.topLevelWidgets() if each is not main and each.isVisible())]


def widgets(main: MainWindow) -> list[QWidget]:
    return [part for window in windows(main) for part in (window, *window.findChildren(QWidget))]


def alarmed(image: QImage) -> bool:
    """Say whether any pixel has the colour that only markup gives."""
    pixels = image.convertToFormat(QImage.Format.Format_RGB32)
    found = np.frombuffer(pixels.constBits(), dtype=np.uint32)
    return bool(np.any(found & 0xFFFFFF == ALARM.rgb() & 0xFFFFFF))


def wrong_look(part: QWidget) -> str:
    """Return what would have markup obeyed in a widget, "" where nothing would."""
    if isinstance(part, QLabel) and part.textFormat() != Qt.TextFormat.PlainText:
        return "a label that reads markup"
    if isinstance(part, QTextEdit) and part.acceptRichText():
        return "a field that takes more than letters"
    if isinstance(part, QTextEdit | QPlainTextEdit) and part.document().toRawText().count("\ufffc"):
        return "a picture in a text"
    if isinstance(part, QGraphicsView):
        return " ".join(
            item.toPlainText()
            for item in part.items()
            if isinstance(item, QGraphicsTextItem) and "big" in item.toHtml()
        )
    return ""


def tips(part: QWidget) -> Iterator[str]:
    """Yield what is shown of a widget, its actions and its rows under the mouse or in a status bar."""
    yield from (part.toolTip(), part.statusTip(), part.whatsThis())
    for action in part.actions():
        yield from (action.toolTip(), action.statusTip(), action.whatsThis())
    if isinstance(part, QAbstractItemView):
        yield from (str(told) for index in indexes(part) for role in TIPS if (told := index.data(role)))


def indexes(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model = view.model()
    # The heads of a table have its model, and show nothing of its rows.
    for row in range(0 if isinstance(view, QHeaderView) else model.rowCount()):
        # A list's model has one column, and keeps that to itself.
        columns = 1 if isinstance(view, QListView) else model.columnCount()
        yield from (model.index(row, column) for column in range(columns))


def words_of(part: QWidget) -> Iterator[str]:
    """Yield the properties of a widget that are words to be read."""
    meta = part.metaObject()
    every = (meta.property(at) for at in range(meta.propertyCount()))
    names = {str(each.name()) for each in every if str(each.typeName()) == "QString"} - {"styleSheet", "objectName"}
    # What stands in a field is a text of its own, and is looked at as that.
    own = _FIELD if isinstance(part, QLineEdit | QTextEdit | QPlainTextEdit) else frozenset()
    yield from (str(part.property(name)) for name in names - own)


def lines(part: QWidget) -> Iterator[str]:
    """Yield the lines of a widget in which what somebody wrote stands beside other words, shown or spoken."""
    spoken = QAccessible.queryAccessibleInterface(part)
    kinds = QAccessible.Text
    if spoken is not None:
        yield from (spoken.text(kind) for kind in (kinds.Name, kinds.Description, kinds.Help))
    yield from words_of(part)
    if isinstance(part, QTextEdit | QPlainTextEdit):
        yield part.toPlainText()
    if isinstance(part, QAbstractItemView):
        roles = (Qt.ItemDataRole.DisplayRole, *SPOKEN)
        yield from (str(told) for index in indexes(part) for role in roles if (told := index.data(role)))


def outside(view: QAbstractItemView, index: QModelIndex, rect: QRect) -> bool:
    """Say whether painting a cell touches a pixel that is not of its place."""
    room = QImage(rect.width() + 80, rect.height() + 160, QImage.Format.Format_RGB32)
    room.fill(QColor("#123456"))
    option = QStyleOptionViewItem()
    option.initFrom(view)
    option.rect = QRect(40, 80, rect.width(), rect.height())
    painter = QPainter(room)
    view.itemDelegateForIndex(index).paint(painter, option, index)
    painter.fillRect(option.rect, QColor("#123456"))
    painter.end()
    pixels = np.frombuffer(room.constBits(), dtype=np.uint32)
    return bool(np.any(pixels != pixels[0]))


def out_of_order(line: str) -> bool:
    """Say whether the parts of a line are drawn in another order than the one in which they are told."""
    layout, begin, found = QTextLayout(line), 0, []
    layout.beginLayout()
    drawn = layout.createLine()
    layout.endLayout()
    for part in re.split(" · | → ", line):
        end = begin + len(part)
        # Two places in the middle of it, as both ends of what runs to the left may be drawn at one place.
        found.append((drawn.cursorToX(begin)[0] + drawn.cursorToX(end)[0]) / 2)  # type: ignore[index]
        begin = end + 3
    return found != sorted(found)


def faults(part: QWidget, written: Written) -> Iterator[str]:
    """Yield what is wrong with how a widget shows what people wrote."""
    if told := wrong_look(part):
        yield told
    yield from (f"a tip: {told!a}" for told in tips(part) if "<" in told or TURNING.search(told))
    for line in set(lines(part)):
        # A text that stands for itself is shown as it was written, with all that it does to itself.
        beside = ISOLATED.sub("", line.replace(written.text, "").replace(written.line, ""))
        if TURNING.search(beside):
            yield f"turned around by a mark: {line!a}"
        if "\n" not in line and out_of_order(line):
            yield f"drawn in another order: {line!a}"
    if isinstance(part, QAbstractItemView) and part.isVisible():
        rects = ((index, part.visualRect(index)) for index in indexes(part))
        yield from (
            f"painted beside row {index.row()}"
            for index, rect in rects
            if not rect.isEmpty() and outside(part, index, rect)
        )


@pytest.mark.parametrize("role", [Role.USER, Role.HELPDESK])
def test_what_people_wrote_is_shown_as_letters_wherever_it_stands(
    role: Role, enter: Enter, at_work: AtWork, written: Written
) -> None:
    main = enter(role)
    for moment in at_work.moments(main):
        QApplication.processEvents()
        found = [(type(part).__name__, fault) for part in widgets(main) for fault in faults(part, written)]
        assert (moment, found) == (moment, [])
        assert [window for window in windows(main) if alarmed(window.grab().toImage())] == [], moment
        assert sum("<h1" in line for part in widgets(main) for line in lines(part)) > 3, moment
        assert not QToolTip.isVisible()


def test_what_is_looked_for_would_be_seen(qtbot: QtBot, written: Written) -> None:
    label = QLabel(written.text)
    qtbot.addWidget(label)
    assert alarmed(label.grab().toImage())
    assert wrong_look(label)
    assert out_of_order(f"#12 · {written.line} · #13")
    assert out_of_order(f"{HEBREW} → {HEBREW}")
    assert not out_of_order(f"#12 · {one_line(written.line)} · #13 → {one_line(HEBREW)} → {one_line(HEBREW)}")
    label.setToolTip(written.line)
    assert len(list(faults(label, written))) > 2


def test_a_pile_of_marks_that_leaves_its_row_would_be_seen(qtbot: QtBot) -> None:
    class Careless(QStyledItemDelegate):
        def paint(
            self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
        ) -> None:
            painter.drawText(option.rect.topLeft(), PILE)

    shown = QListWidget()
    qtbot.addWidget(shown)
    shown.setItemDelegate(Careless(shown))
    model = shown.model()
    model.insertRow(0)
    assert outside(shown, model.index(0, 0), QRect(0, 0, 100, 20))


def test_nothing_that_people_wrote_is_told_outside_of_the_window(
    installation: Installation, held: HeldConnection, written: Written, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told: list[str] = []
    monkeypatch.setattr(notices, "GATHER_MS", 1)
    monkeypatch.setattr(Notices, "is_away", True)
    monkeypatch.setattr(Outside, "tell", lambda _self, words: told.append(words))
    window = QWidget()
    qtbot.addWidget(window)
    unread = Unread(installation.store, held, lambda _ticket_id: True)
    kept = Notices(unread, Role.USER, written.workstation, window, lambda: True)
    assert kept.is_away
    ticket = made.ticket(7, description=written.text, location=written.line)
    ticket.taken_by = ticket.reported_from = ticket.contact = written.workstation
    for action in Action:
        change = made.change(ticket, made.message(7, 7, written.text))
        change.action, change.workstation = int(action), written.workstation  # type: ignore[assignment]
        unread.news.emit([change])
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    assert told == ["1 new ticket, 2 new messages"]
