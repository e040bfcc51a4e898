"""What can be done with several chosen tickets is counted, offered and written for all of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from campusdesk.rules import LIMITS, Category, Status
from client.drafts import Drafts
from client.views.selection_view import SelectionView
from client.views.theme.theme import Theme
from tests.client.views.answers import HOSTILE


@pytest.fixture
def view(theme: Theme, drafts: Drafts, qtbot: QtBot) -> SelectionView:
    view = SelectionView(theme, drafts, lambda: (1, 2))
    qtbot.addWidget(view)
    view.show()
    return view


def test_each_is_offered_to_those_it_can_be_done_with(view: SelectionView) -> None:
    view.show_counts({Status.OPEN: 28, Status.ACTIVE: 12, Status.CLOSED: 1_000}, 3, 1_043)
    assert view.title.text() == "1,043 tickets selected"
    assert view.summary.text() == "28 open · 12 active · 3 being closed · 1,000 closed"
    assert [view.activate.text(), view.close_button.text(), view.send.text()] == [
        "Activate 28",
        "Close 12",
        "Send to 43",
    ]
    view.show_counts({Status.CLOSED: 2}, 0, 2)
    assert view.summary.text() == "2 closed"
    view.editor.setPlainText("Done")
    buttons = view.activate, view.close_button, view.send, view.take_back, *view.categories.values()
    assert [button.isEnabled() for button in buttons] == [False] * len(buttons), "closed is final"


def test_what_is_wanted_is_told(view: SelectionView) -> None:
    told: list[object] = []
    view.activate_wanted.connect(lambda: told.append("activate"))
    view.close_wanted.connect(lambda: told.append("close"))
    view.category_wanted.connect(told.append)
    view.answer_wanted.connect(told.append)
    view.show_counts({Status.OPEN: 1, Status.ACTIVE: 1}, 0, 2)
    view.editor.setPlainText(HOSTILE)
    category = view.categories[Category.TECHNICAL_IT]
    for button in (view.activate, view.close_button, category, view.take_back, view.send):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(view.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told == ["activate", "close", Category.TECHNICAL_IT, None, HOSTILE, HOSTILE]


@pytest.mark.parametrize("text", ["", " \n ", "x" * (LIMITS["message"] + 1)])
def test_nothing_and_too_much_cannot_be_sent(text: str, view: SelectionView, qtbot: QtBot) -> None:
    view.show_counts({Status.OPEN: 2}, 0, 2)
    view.editor.setPlainText(text)
    assert not view.send.isEnabled()
    assert view.notice.isHidden() is (len(text) <= LIMITS["message"])
    with qtbot.assertNotEmitted(view.answer_wanted):
        QTest.keyClick(view.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_what_is_written_is_kept_and_taken_up_again(
    view: SelectionView, theme: Theme, drafts: Drafts, qtbot: QtBot
) -> None:
    view.editor.setPlainText("The WiFi is back")
    assert drafts.to_several().ticket_ids == (1, 2)
    another = SelectionView(theme, drafts, lambda: (3, 4))
    qtbot.addWidget(another)
    another.show_counts({Status.OPEN: 2}, 0, 2)
    assert another.editor.toPlainText() == "The WiFi is back"
    assert drafts.to_several().ticket_ids == (1, 2), "nobody wrote for others"


def test_what_was_sent_goes_unless_something_else_stands_there(view: SelectionView, drafts: Drafts) -> None:
    view.editor.setPlainText("The WiFi is back now")
    view.take_away("The WiFi is back")
    assert view.editor.toPlainText() == "The WiFi is back now"
    view.take_away("The WiFi is back now")
    assert view.editor.toPlainText() == drafts.to_several().text == ""


def test_in_a_narrow_dock_one_step_stands_under_the_other_and_nothing_is_cut(view: SelectionView, qtbot: QtBot) -> None:
    view.show_counts({Status.OPEN: 900_000_000_000, Status.ACTIVE: 900_000_000_000}, 0, 2)
    view.resize(view.minimumSizeHint().width(), 600)
    qtbot.waitUntil(lambda: view.close_button.y() > view.activate.geometry().bottom())
    assert max(button.geometry().right() for button in (view.activate, view.close_button)) < view.width()
    view.resize(700, 600)
    qtbot.waitUntil(lambda: view.close_button.y() == view.activate.y())
