"""The quick filters are chosen from menus with counts, are plainly seen, and are cleared by one click."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from client.models.filters import VALUES, Filters, Kind
from client.models.named_views import NamedView
from client.views.filter_bar import FilterBar
from client.views.theme.theme import Theme


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> FilterBar:
    def counts(kind: Kind) -> Mapping[int, int]:
        return {int(value): 10 * int(value) for value in VALUES[kind]}

    bar = FilterBar(theme, counts, {Kind.STATUS: frozenset({3})})
    qtbot.addWidget(bar)
    bar.fit(2_000)
    bar.show_filters(Filters(), NamedView.ALL)
    bar.show()
    return bar


def test_every_value_tells_how_many_tickets_it_would_show(bar: FilterBar) -> None:
    menu = bar.buttons[Kind.CONFIDENCE].menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [
        "sure\t10", "likely\t20", "unsure\t30", "corrected\t40",
    ]  # fmt: skip
    menu.aboutToHide.emit()


def test_counts_end_below_each_other(theme: Theme, qtbot: QtBot) -> None:
    bar = FilterBar(theme, lambda _kind: {1: 7, 2: 12_345, 3: 99}, {})
    qtbot.addWidget(bar)
    bar.show_filters(Filters(), NamedView.ALL)
    menu = bar.buttons[Kind.STATUS].menu()
    menu.aboutToShow.emit()
    assert len({len(action.text().partition("\t")[2]) for action in menu.actions()}) == 1
    menu.aboutToHide.emit()


def test_where_there_is_little_room_the_number_of_values_is_shown(bar: FilterBar) -> None:
    bar.show_filters(Filters({kind: frozenset({1}) for kind in Kind}), NamedView.ALL)
    bar.fit(2_000)
    assert bar.buttons[Kind.CATEGORY].text() == "Category: Facility management"
    bar.fit(460)
    assert bar.sizeHint().width() <= 460
    assert bar.buttons[Kind.CATEGORY].text() == "Category: 1"
    assert bar.buttons[Kind.CATEGORY].accessibleName() == "Category: Facility management"


def test_several_values_are_chosen_while_the_menu_stays_open(bar: FilterBar, qtbot: QtBot) -> None:
    told: list[Filters] = []
    bar.filtered.connect(told.append)
    bar.filtered.connect(lambda filters: bar.show_filters(filters, NamedView.ALL))
    menu = bar.buttons[Kind.CATEGORY].menu()
    menu.popup(bar.mapToGlobal(bar.rect().bottomLeft()))
    qtbot.waitUntil(menu.isVisible)
    first, second, _ = menu.actions()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(first).center())
    menu.setActiveAction(second)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert [filters.chosen[Kind.CATEGORY] for filters in told] == [{1}, {1, 2}]
    assert bar.buttons[Kind.CATEGORY].text() == "Category: 2 chosen"
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert not menu.isVisible()
    assert told[-1].chosen[Kind.CATEGORY] == {1}


def test_what_is_filtered_is_seen_and_cleared_by_one_click(bar: FilterBar, qtbot: QtBot) -> None:
    assert bar.clear.isHidden()
    bar.show_filters(Filters({Kind.CATEGORY: frozenset({2}), Kind.AGE: frozenset({3})}), NamedView.ALL)
    assert bar.buttons[Kind.CATEGORY].text() == "Category: Technical IT"
    assert bar.buttons[Kind.AGE].text() == "Age: today"
    assert bar.buttons[Kind.AGE].property("active") is True
    assert bar.buttons[Kind.CONFIDENCE].property("active") is False
    with qtbot.waitSignal(bar.filtered) as filtered:
        bar.clear.click()
    assert filtered.args == [Filters()]


def test_a_view_is_offered_what_its_tickets_differ_in(bar: FilterBar) -> None:
    assert [action.text() for action in bar.buttons[Kind.STATUS].menu().actions()] == ["open", "active"]
    bar.show_filters(Filters(), NamedView.NEW)
    assert bar.buttons[Kind.STATUS].isHidden()
    bar.show_filters(Filters(), NamedView.CHECK)
    assert bar.buttons[Kind.STATUS].isVisible()
    assert bar.buttons[Kind.CONFIDENCE].isHidden()
