"""A conversation stays at its end unless somebody reads further up."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from campusdesk.v1 import ticket_service_pb2
from client.models.messages import MessageModel
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
