"""What stands over the table: how many there are and in which order, a search, filters, and a passing word."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from client.models.filters import Filters, Kind
from client.models.named_views import NamedView
from client.views.buttons import Button
from client.views.filter_bar import FilterBar
from client.views.list_head import ListHead
from client.views.theme.theme import Theme


@pytest.fixture
def head(theme: Theme, qtbot: QtBot) -> ListHead:
    head = ListHead(theme, "All tickets", FilterBar(theme, lambda _kind: {}, {}))
    qtbot.addWidget(head)
    head.show()
    return head


def test_a_search_stands_before_the_filters_or_over_them_where_there_is_little_room(
    head: ListHead, qtbot: QtBot
) -> None:
    field = QLineEdit()
    head.put_search(field)
    qtbot.waitUntil(field.isVisible)
    for width, beside in ((800, True), (450, False), (800, True)):
        head.resize(width, 120)
        head.grab()
        filters = head.findChild(FilterBar)
        assert isinstance(filters, FilterBar)
        assert (abs(filters.geometry().center().y() - field.geometry().center().y()) < 4) is beside


def test_a_filter_that_is_chosen_takes_no_row_of_its_own(theme: Theme, qtbot: QtBot) -> None:
    filters = FilterBar(theme, lambda _kind: {}, {})
    head = ListHead(theme, "All tickets", filters)
    qtbot.addWidget(head)
    filters.show_filters(Filters(), NamedView.ALL)
    head.put_search(QLineEdit())
    head.resize(736, 120)
    head.show()
    before = head.sizeHint().height()
    filters.show_filters(Filters({Kind.CATEGORY: frozenset({1})}), NamedView.ALL)
    for _ in range(3):
        QApplication.processEvents()
    assert (head.sizeHint().height(), filters.buttons[Kind.CATEGORY].text()) == (before, "Category: 1")


def test_a_tool_that_comes_moves_nothing_below(head: ListHead, theme: Theme) -> None:
    tool = Button(theme, "7 unread", kind="quiet")
    tool.hide()
    head.add_tool(tool)
    before = head.sizeHint().height()
    tool.show()
    assert head.sizeHint().height() == before


def test_the_order_is_told_where_no_column_tells_it(head: ListHead) -> None:
    head.show_count(234)
    assert any(label.text() == "234" for label in head.findChildren(QLabel))
    head.show_count(7, "oldest first")
    assert any(label.text() == "7 · oldest first" for label in head.findChildren(QLabel))


def test_a_note_goes_by_itself_and_a_later_one_has_its_full_time(head: ListHead) -> None:
    head.show_note("Ticket 3 was closed.")
    (fading,) = head.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert fading.isActive()
    assert fading.isSingleShot()
    fading.timeout.emit()
    assert head.note.text() == ""
    head.show_note("Ticket 4 was closed.")
    assert fading.remainingTime() > fading.interval() // 2
    assert head.note.text() == "Ticket 4 was closed."


def test_a_long_note_gives_way(head: ListHead) -> None:
    least = head.minimumSizeHint().width()
    head.show_note("Closed by the helpdesk, and gone from the list: " * 9)
    assert head.minimumSizeHint().width() <= max(least, 400)
