"""Bubbles hold their text in every width, one's own at the right and others' at the left."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from client.models.messages import MessageModel
from client.settings import Theme as ThemeChoice
from client.views.message_list import MessageList
from client.views.theme.theme import Theme
from client.views.theme.tokens import DARK, LIGHT
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


def test_on_a_wide_screen_the_conversation_stands_in_the_middle(messages: MessageList) -> None:
    messages.resize(1900, 300)
    show(messages, made.message(1, 1, "Is anybody coming?", Role.USER), made.message(1, 2, "On our way"))
    image = messages.viewport().grab().toImage()
    own, other = places(image, LIGHT.own), places(image, LIGHT.other)
    assert max(own) - min(other) < 1000
    assert abs(min(other) - (image.width() - 1 - max(own))) <= 1


def test_a_longer_text_and_a_narrower_list_make_a_higher_bubble(messages: MessageList) -> None:
    texts = ("first", "word", "word " * 100, "a\nb\r\nc")
    show(messages, *(made.message(1, at, text) for at, text in enumerate(texts)))
    one, many, three_lines = (height(messages, row) for row in range(1, 4))
    assert one < three_lines < many
    messages.resize(300, 400)
    assert height(messages, 2) > many
    assert height(messages, 1) == one


@pytest.mark.parametrize("text", [LONG_WORD, "word " * 100])
def test_a_bubble_never_leaves_its_list(text: str, messages: MessageList) -> None:
    show(messages, made.message(1, 1, text, Role.USER))
    image = messages.viewport().grab().toImage()
    assert max(places(image, LIGHT.other)) < image.width() * 0.9


def test_markup_is_painted_as_text(messages: MessageList) -> None:
    texts = ("first", "<h1>big</h1>", "big", HOSTILE)
    show(messages, *(made.message(1, at, text) for at, text in enumerate(texts)))
    assert height(messages, 1) == height(messages, 2)
    widths = []
    for row in (1, 2):
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


def test_colleagues_stand_where_others_do_in_the_colour_of_their_role(messages: MessageList) -> None:
    colleague = made.message(1, 1, "I ordered a lamp")
    colleague.workstation = "Desk 7"
    show(messages, colleague)
    image = messages.viewport().grab().toImage()
    assert max(places(image, LIGHT.own)) < image.width() / 2
    assert not places(image, LIGHT.other)


def test_a_note_stands_on_its_own_colour(messages: MessageList) -> None:
    note = made.message(1, 1, "The caretaker has the key")
    note.internal = True
    show(messages, note)
    image = messages.viewport().grab().toImage()
    assert places(image, LIGHT.note)
    assert not places(image, LIGHT.own) + places(image, LIGHT.other)


def test_the_author_stands_over_the_first_of_several_messages_and_the_day_over_the_first_of_a_day(
    messages: MessageList,
) -> None:
    told = [made.message(1, at, "word", Role.USER if at == 3 else Role.HELPDESK) for at in range(1, 6)]
    for tomorrow in told[3:]:
        tomorrow.post_time.CopyFrom(made.moment(made.NOON_US + 24 * 60 * made.MINUTE_US))
    show(messages, *told)
    first, second, other, next_day = (height(messages, row) for row in range(4))
    assert second < other < first == next_day


def test_times_stay_true_without_laying_anything_out_anew(theme: Theme, qtbot: QtBot) -> None:
    now = [made.NOON_US]
    messages = MessageList(theme, MessageModel(Role.HELPDESK, "Desk 2"), lambda: now[0])
    qtbot.addWidget(messages)
    messages.resize(400, 300)
    messages.show()
    show(messages, made.message(1, 1, "word"))
    pictures = []
    for minutes in (0, 4, 59, 61, 60 * 24):
        now[0] = made.NOON_US + minutes * made.MINUTE_US
        pictures.append((height(messages), messages.viewport().grab().toImage()))
    assert len({each for each, _ in pictures}) == 1
    assert all(pictures[at][1] != pictures[at + 1][1] for at in range(4))


def test_a_text_of_the_greatest_length_stays_in_its_bubble(messages: MessageList) -> None:
    show(messages, made.message(1, 1, "https://a.example/" + "x" * 9_900), made.message(1, 2, HOSTILE * 100))
    for row in range(2):
        rect = messages.visualRect(messages.model().index(row, 0))
        option, image = QStyleOptionViewItem(), QImage(rect.width(), rect.height() + 200, QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.surface))
        option.rect = QRect(0, 100, rect.width(), rect.height())
        painter = QPainter(image)
        messages.itemDelegate().paint(painter, option, messages.model().index(row, 0))
        painter.end()
        outside = [*range(100), *range(image.height() - 100, image.height())]
        ground = QColor(LIGHT.surface).rgb()
        assert {image.pixel(x, y) for x in range(image.width()) for y in outside} == {ground}


def test_what_was_searched_is_marked(messages: MessageList) -> None:
    show(messages, made.message(1, 1, "The lamp is here"))
    plain = messages.viewport().grab().toImage()
    messages.mark(["lam"])
    assert places(messages.viewport().grab().toImage(), LIGHT.mark)
    messages.mark([])
    assert messages.viewport().grab().toImage() == plain


def test_links_follow_the_look(messages: MessageList, theme: Theme) -> None:
    show(messages, made.message(1, 1, "https://a.example/" + "l" * 60))
    assert places(messages.viewport().grab().toImage(), LIGHT.accent)
    theme.choose(ThemeChoice.DARK)
    assert places(messages.viewport().grab().toImage(), DARK.accent)


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
