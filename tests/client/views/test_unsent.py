"""What is unsent is counted, listed, and led to; what cannot be gone on with can be copied and discarded."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2
from client.connection import Reply
from client.draft import Kind
from client.drafts import Drafts
from client.helpdesk import HelpDesk
from client.models.named_views import NamedView
from client.store import Store
from client.views.main_window import MainWindow
from client.views.theme.theme import Theme
from client.views.unsent import Unsent
from client.views.unsent_list import UnsentList
from tests.client.views.answers import HOSTILE, PATIENCE_MS

Ask = Callable[[Reply], ticket_pb2.Ticket]


@pytest.fixture
def unsent(theme: Theme, drafts: Drafts, qtbot: QtBot) -> Unsent:
    """Give the button of a window that shows ticket 1 alone."""
    button = Unsent(theme, drafts, lambda number: number == 1)
    qtbot.addWidget(button)
    return button


def listed(button: Unsent) -> UnsentList:
    button.button.click()
    assert button.list is not None
    return button.list


def test_it_counts_what_is_unsent_and_is_not_there_without(unsent: Unsent, drafts: Drafts) -> None:
    assert unsent.button.isHidden()
    drafts.of(Kind.MESSAGE, 1).keep("Any news?")
    assert (unsent.button.text(), unsent.button.isHidden()) == ("1 unsent", False)
    drafts.report().keep_texts({"description": "Smoke"})
    assert unsent.button.text() == "2 unsent"
    drafts.report().forget()
    drafts.of(Kind.MESSAGE, 1).forget()
    assert unsent.button.isHidden()


def test_the_list_names_each_and_how_it_begins(unsent: Unsent, drafts: Drafts) -> None:
    drafts.of(Kind.NOTE, 1).keep(HOSTILE)
    row = listed(unsent).rows[0]
    assert row.title.text().startswith("Internal note under #1 · ")
    assert "<img" in row.beginning.text()
    assert "\u202e" not in row.beginning.text()
    assert row.open.accessibleName() == "Go on: Internal note under #1"


def test_one_is_chosen_to_go_on_with(unsent: Unsent, drafts: Drafts, qtbot: QtBot) -> None:
    drafts.of(Kind.MESSAGE, 1).keep("Any news?")
    rows = listed(unsent).rows
    with qtbot.waitSignal(unsent.wanted) as wanted:
        rows[0].open.click()
    assert wanted.args is not None
    assert wanted.args[0].key == drafts.of(Kind.MESSAGE, 1).key


def test_what_was_written_for_a_ticket_that_is_not_here_any_more_is_copied(unsent: Unsent, drafts: Drafts) -> None:
    drafts.of(Kind.MESSAGE, 12).keep("Any news?")
    row = listed(unsent).rows[0]
    assert row.open.isHidden()
    row.copy.click()
    assert QGuiApplication.clipboard().text() == "Any news?"


def test_what_was_written_for_tickets_that_are_not_here_is_read_one_after_the_other(
    unsent: Unsent, drafts: Drafts
) -> None:
    unsent.move(200, 500)
    unsent.show()
    for number in (1, 12, 13):
        drafts.of(Kind.MESSAGE, number).keep(f"{number}: {HOSTILE}")
    shown = listed(unsent)
    last, first, here = shown.rows
    assert (here.read.isHidden(), first.read.isHidden(), first.whole.isHidden()) == (True, False, True)
    foot, height = shown.y() + shown.height(), shown.height()
    first.read.click()
    assert first.whole.toPlainText() == f"12: {HOSTILE}"
    assert first.whole.isReadOnly()
    assert (shown.y() + shown.height(), shown.height() > height) == (foot, True)
    last.read.click()
    assert (first.whole.isHidden(), last.whole.isHidden()) == (True, False)
    unfolded = shown.height()
    last.discard.click()
    assert (last.whole.isHidden(), shown.height() < unfolded) == (True, True)


def test_what_is_discarded_in_the_list_can_be_taken_back(unsent: Unsent, drafts: Drafts) -> None:
    drafts.of(Kind.MESSAGE, 1).keep("Any news?")
    row = listed(unsent).rows[0]
    row.discard.click()
    assert drafts.all() == []
    row.bring_back.click()
    assert drafts.of(Kind.MESSAGE, 1).text == "Any news?"
    assert row.bring_back.isHidden()


def test_very_many_are_listed_from_the_newest(unsent: Unsent, drafts: Drafts) -> None:
    for number in range(1, 31):
        drafts.of(Kind.MESSAGE, number).keep("x")
    shown = listed(unsent)
    assert len(shown.rows) == 10
    assert shown.rows[0].draft.ticket_id == 30


def test_what_was_written_before_a_restore_is_listed_to_be_copied(theme: Theme, store: Store, qtbot: QtBot) -> None:
    lineage = ["lineage-1"]
    drafts = Drafts(store, Role.USER, "desk", lambda: lineage[0])
    drafts.of(Kind.MESSAGE, 1).keep("Any news?")
    Drafts(store, Role.USER, "other", lambda: "lineage-3").of(Kind.MESSAGE, 1).keep("Of another server")
    Drafts(store, Role.HELPDESK, "desk", lambda: "lineage-1").of(Kind.MESSAGE, 1).keep("Of another role")
    lineage[0] = "lineage-2"
    button = Unsent(theme, drafts, lambda _number: True)
    qtbot.addWidget(button)
    rows = listed(button).rows
    assert [row.beginning.text() for row in rows] == ["Any news?"]
    assert rows[0].open.isHidden()


@pytest.mark.parametrize("written_to", [[2, 3], [2]])
def test_a_message_to_several_of_which_not_all_are_left_can_be_copied(
    written_to: list[int], theme: Theme, store: Store, qtbot: QtBot
) -> None:
    drafts = Drafts(store, Role.HELPDESK, "desk", lambda: "lineage")
    drafts.to_several().keep_for(written_to, "The WiFi is back")
    button = Unsent(theme, drafts, lambda number: number != 3)
    qtbot.addWidget(button)
    row = listed(button).rows[0]
    assert row.title.text().startswith("Message to several tickets")
    assert (row.open.isHidden(), row.copy.isHidden()) == (True, False)


@pytest.mark.parametrize("are_in_sight", [True, False])
def test_a_message_to_several_is_gone_on_with_where_it_was_written(
    are_in_sight: bool, enter: Callable[[Role], MainWindow], other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    numbers = [ask(other.create_ticket(text)).id for text in ("The lift is stuck", "No light", "No heating")]
    main = enter(Role.HELPDESK)
    main.drafts.to_several().keep_for(numbers[:2], "It is being repaired")
    main.list.show_view(NamedView.NEW if are_in_sight else NamedView.IN_WORK)
    main.activateWindow()
    row = listed(main.unsent).rows[0]
    assert row.copy.isHidden()
    row.open.click()
    assert sorted(main.table.chosen_ids()) == numbers[:2]
    assert main.work is not None
    assert main.work.selection.editor.toPlainText() == "It is being repaired"
    qtbot.waitUntil(main.work.selection.editor.hasFocus, timeout=PATIENCE_MS)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.SEVERAL])
def test_each_kind_leads_to_where_it_is_written(
    kind: Kind, enter: Callable[[Role], MainWindow], other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    number = ask(other.create_ticket("The lift is stuck")).id
    main = enter(Role.HELPDESK)
    qtbot.waitUntil(lambda: main.tickets.ticket(number) is not None, timeout=PATIENCE_MS)
    if kind is Kind.REPORT:
        main.drafts.report().keep_texts({"description": "x"})
    elif kind is Kind.EDIT:
        main.drafts.of(kind, number).keep_texts({"location": "x"}, 1, {"location": ""})
    else:
        main.drafts.of(kind, number).keep("x")
    main.activateWindow()
    listed(main.unsent).rows[0].open.click()
    form = main.ticket_view.form
    place = {
        Kind.REPORT: main.report,
        Kind.EDIT: form and form.fields["description"],
        Kind.MESSAGE: main.chat.composer,
        Kind.NOTE: main.chat.composer,
    }[kind]
    assert place is not None
    assert place.isVisible()
    qtbot.waitUntil(lambda: main.focusWidget() is not None and place.isAncestorOf(main.focusWidget()))
    if kind in {Kind.MESSAGE, Kind.NOTE}:
        assert main.chat.composer.editor.toPlainText() == "x"
        assert main.chat.composer.is_note is (kind is Kind.NOTE)
