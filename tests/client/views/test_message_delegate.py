"""Bubbles hold their text in every width, one's own at the right and others' at the left."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from client.models.messages import MessageModel
from client.views.message_list import MessageList
from client.views.theme.theme import Theme
from client.views.theme.tokens import LIGHT
from tests.client import made
from tests.client.views.answers import HOSTILE, LONG_WORD


@pytest.fixture
def messages(theme: Theme, qtbot: QtBot) -> MessageList:
    messages = MessageList(theme, MessageModel(Role.HELPDESK, "Desk 2"), lambda: made.NOON_US)
    qtbot.addWidget(messages)
    messages.resize(600, 400)
    messages.show()
    return messages


def show(messages: MessageList, *told: ticket_pb2.Message) -> MessageModel:
    model = messages.model()
    assert isinstance(model, MessageModel)
    model.show(1)
    model.set_page(1, ticket_service_pb2.ListMessagesResponse(messages=told))
    return model


def height(messages: MessageList, row: int = 0) -> int:
    return messages.itemDelegate().sizeHint(QStyleOptionViewItem(), messages.model().index(row, 0)).height()


def places(image: QImage, colour: str) -> list[int]:
    """Return the columns of pixels in which the colour stands."""
    wanted = QColor(colour).rgb()
    return [x for x in range(image.width()) if any(image.pixel(x, y) == wanted for y in range(image.height()))]


def test_own_messages_stand_at_the_right_and_others_at_the_left(messages: MessageList) -> None:
    show(messages, made.message(1, 1, "Is anybody coming?", Role.USER), made.message(1, 2, "On our way"))
    image = messages.viewport().grab().toImage()
    own, other = places(image, LIGHT.own), places(image, LIGHT.other)
    assert min(own) > image.width() / 2 > max(other)
    assert abs(min(other) - (image.width() - 1 - max(own))) <= 1


def test_a_longer_text_and_a_narrower_list_make_a_higher_bubble(messages: MessageList) -> None:
    show(messages, made.message(1, 1, "word"), made.message(1, 2, "word " * 100), made.message(1, 3, "a\nb\r\nc"))
    one, many, three_lines = (height(messages, row) for row in range(3))
    assert one < three_lines < many
    messages.resize(300, 400)
    assert height(messages, 1) > many
    assert height(messages, 0) == one


@pytest.mark.parametrize("text", [LONG_WORD, "word " * 100])
def test_a_bubble_never_leaves_its_list(text: str, messages: MessageList) -> None:
    show(messages, made.message(1, 1, text, Role.USER))
    image = messages.viewport().grab().toImage()
    assert max(places(image, LIGHT.other)) < image.width() * 0.9


def test_markup_is_painted_as_text(messages: MessageList) -> None:
    show(messages, *(made.message(1, at, text) for at, text in enumerate(("<h1>big</h1>", "big", HOSTILE), start=1)))
    assert height(messages, 0) == height(messages, 1)
    widths = []
    for row in range(2):
        rect = messages.visualRect(messages.model().index(row, 0))
        widths.append(len(places(messages.viewport().grab(rect).toImage(), LIGHT.own)))
    assert widths[0] > widths[1] * 1.5


def test_marks_piled_on_a_letter_stay_in_their_bubble(messages: MessageList) -> None:
    show(messages, made.message(1, 1, "plain"), made.message(1, 2, "a" + "\u0301" * 3_000))
    model, delegate = messages.model(), messages.itemDelegate()
    option = QStyleOptionViewItem()
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    option.rect = QRect(0, 200, 600, height(messages, 1))
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(1, 0))
    painter.end()
    ground = QColor(LIGHT.surface).rgb()
    assert {image.pixel(x, y) for x in range(600) for y in range(200)} == {ground}
    below = range(option.rect.bottom() + 1, 400)
    assert {image.pixel(x, y) for x in range(600) for y in below} == {ground}


def test_a_workstation_cannot_turn_the_head_around(messages: MessageList) -> None:
    turned, plain = made.message(1, 1, role=Role.USER), made.message(1, 1, role=Role.USER)
    plain.workstation = "Desk 7"
    turned.workstation = "\u202eDesk\n7\u2066"
    pictures = []
    for told in (plain, turned):
        show(messages, told)
        rect = messages.visualRect(messages.model().index(0, 0))
        pictures.append(messages.viewport().grab(rect).toImage())
    assert pictures[0] == pictures[1]
