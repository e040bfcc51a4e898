"""A conversation stays at its end unless somebody reads further up."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from campusdesk.v1 import ticket_service_pb2
from client.models.messages import MessageModel, RevisionRole
from client.models.pages import STEP
from client.text import exact_words
from client.views.marked_text import open_link
from client.views.message_list import MessageList
from client.views.theme.theme import Theme
from tests.client import made

Shown = tuple[MessageList, MessageModel]


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot) -> Shown:
    """Give a list of thirty messages, of which a few are in sight."""
    model = MessageModel(Role.USER, "LAB-1")
    messages = MessageList(theme, model, lambda: made.NOON_US)
    qtbot.addWidget(messages)
    messages.resize(360, 200)
    messages.show()
    model.show(1)
    model.set_page(1, ticket_service_pb2.ListMessagesResponse(messages=[made.message(1, at) for at in range(1, 31)]))
    QGuiApplication.processEvents()
    return messages, model


def say(model: MessageModel, revision: int) -> None:
    ticket = made.ticket(1, revision=revision)
    model.apply([made.change(ticket, made.message(1, revision, "news"))], revision)
    QGuiApplication.processEvents()


def from_end(messages: MessageList) -> int:
    bar = messages.verticalScrollBar()
    return bar.maximum() - bar.value()


def test_the_newest_message_comes_into_sight(shown: Shown) -> None:
    messages, model = shown
    assert messages.verticalScrollBar().maximum() > 0
    assert from_end(messages) == 0
    say(model, 31)
    assert from_end(messages) == 0


def test_somebody_who_reads_further_up_stays_there(shown: Shown) -> None:
    messages, model = shown
    messages.verticalScrollBar().setValue(40)
    say(model, 31)
    assert messages.verticalScrollBar().value() == 40


@pytest.mark.parametrize(("width", "height"), [(360, 120), (240, 200), (600, 260)])
def test_the_end_stays_in_sight_in_another_size(width: int, height: int, shown: Shown) -> None:
    messages, _ = shown
    messages.resize(width, height)
    QGuiApplication.processEvents()
    assert from_end(messages) == 0


def test_rows_are_as_high_as_their_bubbles_in_another_width(shown: Shown) -> None:
    messages, model = shown
    model.apply([made.change(made.ticket(1, revision=31), made.message(1, 31, "word " * 60))], 31)
    QGuiApplication.processEvents()
    last = model.index(30, 0)
    before = messages.visualRect(last).height()
    messages.resize(240, 200)
    QGuiApplication.processEvents()
    wanted = messages.itemDelegate().sizeHint(QStyleOptionViewItem(), last).height()
    assert messages.visualRect(last).height() == wanted > before


def test_words_stand_where_there_is_no_message_until_there_is_one(shown: Shown) -> None:
    messages, model = shown
    messages.say_when_empty("Nobody wrote yet.")
    (empty,) = messages.viewport().findChildren(QLabel)
    assert not empty.isVisible()
    model.show(2)
    assert empty.isVisible()
    assert empty.text() == "Nobody wrote yet."
    model.set_page(2, ticket_service_pb2.ListMessagesResponse(messages=[made.message(2, 40)]))
    assert not empty.isVisible()


def test_chosen_messages_are_copied_in_the_order_of_the_conversation(shown: Shown) -> None:
    messages, model = shown
    say(model, 31)
    for row in (30, 0):
        messages.selectionModel().select(model.index(row, 0), messages.selectionModel().SelectionFlag.Select)
    messages.copy()
    assert QGuiApplication.clipboard().text() == "On our way\nnews"


def test_what_comes_out_of_sight_is_counted_until_it_is_seen(shown: Shown) -> None:
    messages, model = shown
    assert not messages.to_end.isVisible()
    messages.verticalScrollBar().setValue(40)
    say(model, 31)
    assert (messages.to_end.isVisible(), messages.to_end.text()) == (True, "1 new message")
    say(model, 32)
    assert messages.to_end.accessibleName() == "2 new messages"
    assert messages.rect().contains(messages.to_end.geometry())
    messages.to_end.click()
    QGuiApplication.processEvents()
    assert (messages.to_end.isVisible(), from_end(messages)) == (False, 0)
    messages.verticalScrollBar().setValue(40)
    say(model, 33)
    assert messages.to_end.text() == "1 new message"
    messages.scrollToBottom()
    assert not messages.to_end.isVisible()


def has_rows(model: MessageModel, count: int) -> bool:
    return model.rowCount() == count


def long_conversation(model: MessageModel) -> None:
    texts = ["short", "in a few more words\nand another line", "a longer one that takes several lines " * 3]
    posted = [made.message(1, at, texts[at % 3]) for at in range(1, 401)]
    model.show(1)
    model.set_page(1, ticket_service_pb2.ListMessagesResponse(messages=posted))
    QGuiApplication.processEvents()


def in_sight(messages: MessageList) -> tuple[str, int]:
    index = messages.indexAt(QPoint(60, 100))
    return str(index.data(RevisionRole)), messages.visualRect(index).top()


def test_what_was_said_earlier_comes_over_what_is_read_and_moves_nothing(shown: Shown, qtbot: QtBot) -> None:
    messages, model = shown
    long_conversation(model)
    begun = model.rowCount()
    assert (begun, from_end(messages)) == (STEP, 0)
    messages.verticalScrollBar().setValue(300)
    before = in_sight(messages)
    qtbot.waitUntil(lambda: model.rowCount() == 2 * begun)
    assert in_sight(messages) == before
    say(model, 401)
    assert in_sight(messages) == before
    assert messages.to_end.text() == "1 new message"


def test_the_first_message_in_sight_is_as_high_as_others_once_earlier_ones_stand_over_it(
    shown: Shown, qtbot: QtBot
) -> None:
    messages, model = shown
    long_conversation(model)
    with_day_and_author = messages.sizeHintForRow(0)
    messages.verticalScrollBar().setValue(300)
    qtbot.waitUntil(lambda: model.rowCount() == 2 * STEP)
    # Every third text is the same.
    assert with_day_and_author > messages.sizeHintForRow(STEP) == messages.sizeHintForRow(STEP + 3)


def test_all_of_a_conversation_can_be_reached_and_its_end_is_quick_again(shown: Shown, qtbot: QtBot) -> None:
    messages, model = shown
    long_conversation(model)
    for rows in range(2 * STEP, 400 + STEP, STEP):
        QTest.keyClick(messages, Qt.Key.Key_Home)
        qtbot.waitUntil(partial(has_rows, model, min(rows, 400)))
    QTest.keyClick(messages, Qt.Key.Key_Home)
    assert messages.currentIndex().data(RevisionRole) == 1
    assert messages.visualRect(messages.currentIndex()).top() >= 0
    QTest.keyClick(messages, Qt.Key.Key_End)
    say(model, 401)
    qtbot.waitUntil(lambda: model.rowCount() == STEP)
    assert messages.sizeHintForRow(0) > messages.sizeHintForRow(3)
    assert from_end(messages) == 0
    assert messages.currentIndex().data(RevisionRole) == 400


def test_one_s_own_message_comes_into_sight_wherever_one_reads(shown: Shown) -> None:
    messages, model = shown
    messages.verticalScrollBar().setValue(40)
    own = made.message(1, 31, "Here I am", Role.USER)
    own.workstation = "LAB-1"
    model.apply([made.change(made.ticket(1, revision=31), own)], 31)
    QGuiApplication.processEvents()
    assert (from_end(messages), messages.to_end.isVisible()) == (0, False)


def place_of(messages: MessageList, address: str) -> QPoint:
    """Return a point of the viewport where this address stands."""
    room = messages.viewport().rect()
    points = (QPoint(x, y) for y in range(0, room.height(), 4) for x in range(0, room.width(), 4))
    return next(point for point in points if messages.link_at(point) == address)


def show_links(shown: Shown, *texts: str) -> MessageList:
    messages, model = shown
    model.show(2)
    told = [made.message(2, at, text) for at, text in enumerate(texts, start=1)]
    model.set_page(2, ticket_service_pb2.ListMessagesResponse(messages=told))
    QGuiApplication.processEvents()
    messages.setCurrentIndex(model.index(len(texts) - 1, 0))
    return messages


def test_a_click_on_a_link_opens_it_and_nothing_else_does(shown: Shown, opened: list[str]) -> None:
    messages = show_links(shown, "🔧 see https://a.example/b?c=1&d, or javascript:alert(1)")
    place = place_of(messages, "https://a.example/b?c=1&d")
    QTest.mouseMove(messages.viewport(), place)
    QGuiApplication.processEvents()
    assert messages.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(messages.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    QTest.mouseClick(messages.viewport(), Qt.MouseButton.RightButton, pos=place)
    QTest.mousePress(messages.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(messages.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert opened == []
    QTest.mouseClick(messages.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == ["https://a.example/b?c=1&d"]
    QTest.mouseMove(messages.viewport(), QPoint(2, 2))
    QGuiApplication.processEvents()
    assert messages.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_enter_opens_the_only_link_of_the_current_message(shown: Shown, opened: list[str]) -> None:
    QTest.keyClick(show_links(shown, "http://a.example", "no link"), Qt.Key.Key_Return)
    assert opened == []
    QTest.keyClick(show_links(shown, "no link", "http://a.example, twice: http://a.example"), Qt.Key.Key_Return)
    assert opened == ["http://a.example"]


def test_the_menu_of_a_message_opens_any_of_its_links_and_copies_it(shown: Shown, opened: list[str]) -> None:
    text = "http://a.example/?b&c or https://d.example/" + "e" * 200
    messages = show_links(shown, text)
    menu = messages.menu(messages.currentIndex())
    said, copy, first, second = menu.actions()
    assert said.text() == exact_words(made.NOON_US)
    assert not said.isEnabled()
    assert first.text() == "Open http://a.example/?b&&c"
    assert second.text().startswith("Open https://d.example/eee")
    assert len(second.text()) < 90
    second.trigger()
    assert opened == ["https://d.example/" + "e" * 200]
    copy.trigger()
    assert QGuiApplication.clipboard().text() == text


def test_what_is_no_link_is_not_opened(opened: list[str]) -> None:
    for address in ("file:///etc/passwd", "javascript:alert(1)", "https://a@b.example", "https://a.example and", ""):
        open_link(address)
    assert opened == []
