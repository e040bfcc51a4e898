"""What stands over the table: a category to choose, how many there are, and a passing word."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category
from client.views.list_head import ListHead
from client.views.theme.theme import Theme


@pytest.fixture
def head(theme: Theme, qtbot: QtBot) -> ListHead:
    head = ListHead(theme, "All tickets")
    qtbot.addWidget(head)
    head.show()
    return head


def buttons(head: ListHead) -> list[QPushButton]:
    return head.category.findChildren(QPushButton)


def test_a_category_is_told_and_all_is_none(head: ListHead) -> None:
    told: list[object] = []
    head.category_chosen.connect(told.append)
    for button in [*buttons(head)[1:], buttons(head)[0]]:
        button.click()
    assert told == [*Category, None]


def test_the_names_of_the_categories_are_there_where_they_fit(head: ListHead) -> None:
    head.resize(900, 80)
    assert [button.text() for button in buttons(head)] == [
        "All",
        "Facility management",
        "Technical IT",
        "Services complaints",
    ]
    assert head.category.sizeHint().width() <= head.width()
    head.resize(400, 80)
    assert {button.text() for button in buttons(head)} == {""}
    assert head.category.sizeHint().width() <= head.width()


def test_a_note_goes_by_itself_and_a_later_one_has_its_full_time(head: ListHead) -> None:
    head.show_note("Ticket 3 was closed.")
    (fading,) = head.findChildren(QTimer)
    assert fading.isActive()
    assert fading.isSingleShot()
    fading.timeout.emit()
    assert head.note.text() == ""
    head.show_note("Ticket 4 was closed.")
    assert fading.remainingTime() > fading.interval() // 2
    assert head.note.text() == "Ticket 4 was closed."


def test_only_what_can_be_undone_offers_it_and_nothing_moves(head: ListHead, qtbot: QtBot) -> None:
    head.resize(600, 120)
    head.show()
    before = head.category.pos()
    head.show_note("#3 set to technical IT.", undoable=True)
    head.grab()
    assert head.category.pos() == before
    with qtbot.waitSignal(head.undo_wanted):
        head.undo.click()
    head.show_note("Ticket 4 was closed.")
    assert not head.undo.isVisible()


def test_a_long_note_gives_way(head: ListHead) -> None:
    least = head.minimumSizeHint().width()
    head.show_note("Closed by the helpdesk, and gone from the list: " * 9)
    assert head.minimumSizeHint().width() <= max(least, 400)
