"""A desk is found again as it was left: columns, view, filters, order, panels, and where the person was."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role, Status
from campusdesk.v1 import ticket_service_pb2
from client.connection import Reply
from client.drafts import Drafts
from client.helpdesk import HelpDesk
from client.installation import Installation
from client.models.columns import Column
from client.models.filters import Filters, Kind
from client.models.named_views import NamedView, Order
from client.state import Analysis
from client.views.main_window import MainWindow
from client.views.resolution_panel import ResolutionPanel
from client.views.table_place import TablePlace
from client.views.theme.theme import Theme
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.held import HeldConnection

Enter = Callable[[Role], MainWindow]


def reported(other: HelpDesk, ask: Callable[[Reply], object], count: int) -> None:
    for _ in range(count):
        ask(other.create_ticket("The lift is stuck", "B-105", "ext. 4711"))


def entered(enter: Enter, qtbot: QtBot, count: int, role: Role = Role.HELPDESK) -> MainWindow:
    """Enter, and wait until so many tickets are there."""
    main = enter(role)
    qtbot.waitUntil(lambda: main.tickets.total == count, timeout=PATIENCE_MS)
    return main


def test_columns_view_filters_and_order_come_back(enter: Enter) -> None:
    first = enter(Role.HELPDESK)
    assert first.rail is not None
    first.rail.views[NamedView.OLDEST].click()
    filters = Filters({Kind.STATUS: frozenset({int(Status.ACTIVE)})})
    first.list.filters.filtered.emit(filters)
    first.list.listing.sort(Column.MESSAGES, descending=True)
    layout = first.table.columns.layout.with_choice(Column.AGE, shown=True).with_width(Column.AGE, 140)
    first.table.columns.set_layout(layout.moved(Column.AGE, -9))
    first.remembering.keep()
    second = enter(Role.HELPDESK)
    assert second.rail is not None
    assert second.table.columns.layout == first.table.columns.layout
    assert second.table.columnWidth(second.tickets.columns.index(Column.AGE)) == 140
    listing = second.list.listing
    assert (listing.view, listing.filters) == (NamedView.OLDEST, filters)
    assert listing.order == Order(Column.MESSAGES, descending=True)
    assert second.rail.views[NamedView.OLDEST].isChecked()
    assert second.head.title.text() == "Oldest"
    assert enter(Role.USER).list.listing.view is NamedView.ALL, "another role has its own"


def test_what_was_chosen_in_an_analysis_comes_back_with_it(enter: Enter) -> None:
    chosen = []
    for _ in range(2):
        main = enter(Role.HELPDESK)
        assert main.analyses is not None
        main.analyses.show(Analysis.RESOLUTION_TIME)
        assert main.analyses.view is not None
        panel = main.analyses.view.panels[Analysis.RESOLUTION_TIME]
        assert isinstance(panel, ResolutionPanel)
        chosen.append(panel.months.value)
        panel.months.menu().actions()[1].trigger()
        main.remembering.keep()
    assert chosen == [0, 12]


def test_panels_that_were_put_away_stay_away(enter: Enter) -> None:
    first = enter(Role.HELPDESK)
    first.chat_dock.close()
    first.remembering.keep()
    second = enter(Role.HELPDESK)
    assert (second.ticket_dock.isHidden(), second.chat_dock.isHidden()) == (False, True)
    back = next(action for action in second.list.menu.panels if action.text() == second.chat_dock.windowTitle())
    back.trigger()
    assert not second.chat_dock.isHidden()


def test_the_band_of_sample_data_is_there_before_the_panels_under_it_come_back(
    theme: Theme, held: HeldConnection, installation: Installation, drafts: Drafts, qtbot: QtBot
) -> None:
    shown = []
    for is_sample in (True, False, None):
        main = MainWindow(theme, held, installation, drafts)
        qtbot.addWidget(main)
        main.begin()
        shown.append(not main.band.isHidden())
        if is_sample is not None:
            main.show_info(ticket_service_pb2.ServerInfo(sample_data=is_sample))
        main.end()
    assert shown == [False, True, False]


def test_a_panel_in_its_own_window_comes_back_where_it_was(enter: Enter) -> None:
    first = enter(Role.HELPDESK)
    first.chat_dock.setFloating(True)
    first.chat_dock.setGeometry(120, 90, 420, 330)
    first.remembering.keep()
    second = enter(Role.HELPDESK)
    assert second.chat_dock.isFloating()
    assert second.chat_dock.geometry() == QRect(120, 90, 420, 330)


def test_a_panel_beyond_every_screen_comes_back_in_sight(enter: Enter) -> None:
    first = enter(Role.HELPDESK)
    first.chat_dock.setFloating(True)
    first.chat_dock.setGeometry(9_000, 9_000, 420, 330)
    first.remembering.keep()
    second = enter(Role.HELPDESK)
    screen = second.screen().availableGeometry()
    assert screen.contains(second.chat_dock.geometry())


def test_the_analysis_that_was_watched_is_watched_again_at_its_height(enter: Enter, qtbot: QtBot) -> None:
    first = enter(Role.HELPDESK)
    assert first.rail is not None
    first.rail.analyses[Analysis.BACKLOG].click()
    assert first.analyses is not None
    assert first.analyses.dock is not None
    dock = first.analyses.dock
    first.resizeDocks([dock], [260], Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: dock.height() == 260, timeout=PATIENCE_MS)
    first.remembering.keep()
    second = enter(Role.HELPDESK)
    assert second.rail is not None
    assert second.analyses is not None
    qtbot.waitUntil(second.rail.analyses[Analysis.BACKLOG].isChecked, timeout=PATIENCE_MS)
    assert second.analyses.dock is not None
    assert second.analyses.dock.height() == 260


def test_what_was_chosen_and_in_sight_comes_back(
    enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Callable[[Reply], object]
) -> None:
    reported(other, ask, 40)
    first = entered(enter, qtbot, 40)
    qtbot.waitUntil(lambda: first.table.verticalScrollBar().maximum() > 400, timeout=PATIENCE_MS)
    first.table.choose_row(12)
    flag = QItemSelectionModel.SelectionFlag
    first.table.selectionModel().select(first.tickets.index(14, 0), flag.Select | flag.Rows)
    first.table.verticalScrollBar().setValue(217)
    first.remembering.keep()
    second = entered(enter, qtbot, 40)
    assert second.table.chosen_ids() == [28, 26]
    assert second.table.currentIndex().row() == 12
    qtbot.waitUntil(lambda: second.table.verticalScrollBar().value() == 217, timeout=PATIENCE_MS)
    assert not second.table.still.to_top.isVisible()
    second.table.choose_row(13)
    second.remembering.keep()
    third = entered(enter, qtbot, 40)
    qtbot.waitUntil(lambda: third.ticket_view.ticket is not None, timeout=PATIENCE_MS)
    assert third.shown_ticket == 27


def test_what_is_read_later_than_the_tickets_come_is_not_lost(
    enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Callable[[Reply], object], installation: Installation
) -> None:
    reported(other, ask, 3)
    first = entered(enter, qtbot, 3)
    first.list.show_view(NamedView.NEW)
    first.table.choose(2)
    first.remembering.keep()
    store = installation.store
    store.is_loaded = False
    second = entered(enter, qtbot, 3)
    second.remembering.keep()
    assert (second.list.listing.view, second.table.chosen_ids()) == (NamedView.ALL, [])
    store.is_loaded = True
    store.loaded.emit()
    assert (second.list.listing.view, second.table.chosen_ids()) == (NamedView.NEW, [2])


def test_what_becomes_of_a_window_that_was_left_is_not_kept(enter: Enter, installation: Installation) -> None:
    main = enter(Role.HELPDESK)
    main.remembering.end()
    installation.store.clear()
    main.list.show_view(NamedView.NEW)
    main.chat_dock.close()
    main.remembering.keep()
    assert installation.store.entries("layout") == installation.store.entries("place") == {}


def test_it_is_kept_without_being_asked(enter: Enter, qtbot: QtBot, installation: Installation) -> None:
    main = enter(Role.HELPDESK)
    main.list.show_view(NamedView.NEW)

    def is_kept() -> bool:
        told = installation.store.get("layout", Role.HELPDESK.word)
        return isinstance(told, dict) and told["listing"]["view"] == NamedView.NEW

    qtbot.waitUntil(is_kept, timeout=PATIENCE_MS)


places = st.builds(
    TablePlace, st.lists(st.integers(1, 99)).map(tuple), st.integers(0, 99), st.integers(0, 99), st.integers(-40, 0)
)


@given(places)
def test_a_place_is_read_again_as_it_was_told(place: TablePlace) -> None:
    assert TablePlace.read(place.told()) == place


@pytest.mark.parametrize("told", [None, 3, [], {}, {"chosen": 1, "current": 2, "topmost": 3, "distance": 4}])
def test_nonsense_is_no_place(told: object) -> None:
    assert TablePlace.read(told) is None
