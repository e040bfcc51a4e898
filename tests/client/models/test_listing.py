"""A list goes from view to view in the order of each, narrowed by filters, as the clock goes on."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category, Status
from client.models.age import Age
from client.models.columns import STAFF_COLUMNS, Column
from client.models.filters import Filters, Kind
from client.models.listing import Listing
from client.models.listing_memory import ListingMemory
from client.models.named_views import NamedView, Order
from client.models.picked import Picked
from client.models.tickets import TicketTableModel
from tests.client.made import MINUTE_US, NOON_US, change, facts, ticket

HOUR_US = 60 * MINUTE_US


class Clock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.now_us = NOON_US + 10 * MINUTE_US

    def __call__(self) -> int:
        return self.now_us


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tickets(qapp: QApplication, clock: Clock) -> TicketTableModel:
    model = TicketTableModel(STAFF_COLUMNS, clock, qapp)
    model.load(facts(ticket(number, status=Status(1 + number % 3)) for number in range(1, 10)), 9)
    return model


@pytest.fixture
def listing(tickets: TicketTableModel, clock: Clock) -> Listing:
    return Listing(tickets, clock, tickets)


def shown(tickets: TicketTableModel) -> list[int]:
    return [tickets.ticket_id(row) for row in range(tickets.rowCount())]


def test_a_view_keeps_the_order_that_a_person_gave_it(listing: Listing, tickets: TicketTableModel) -> None:
    listing.show_view(NamedView.OLDEST)
    assert shown(tickets) == [1, 3, 4, 6, 7, 9]
    listing.sort(Column.NUMBER, descending=True)
    listing.show_view(NamedView.NEW)
    assert shown(tickets) == [9, 6, 3]
    listing.show_view(NamedView.OLDEST)
    assert shown(tickets) == [9, 7, 6, 4, 3, 1]
    listing.sort(Column.AGE, descending=True)
    assert shown(tickets) == [1, 3, 4, 6, 7, 9]


def test_a_view_is_sorted_by_itself_again(listing: Listing, tickets: TicketTableModel) -> None:
    listing.sort(Column.NUMBER, descending=False)
    assert shown(tickets)[0] == 1
    listing.sort_anew()
    assert shown(tickets)[0] == 9
    assert listing.memory.orders == {}


def test_views_are_counted_from_the_beginning(listing: Listing) -> None:
    assert listing.view_counts()[NamedView.ALL] == 9
    assert listing.unread_counts(frozenset({3, 4}))[NamedView.NEW] == 1


def test_what_is_chosen_is_shown_as_it_is_at_that_moment(
    listing: Listing, tickets: TicketTableModel, clock: Clock
) -> None:
    clock.now_us = NOON_US + HOUR_US + 4 * MINUTE_US
    listing.filter(Filters({Kind.AGE: frozenset({int(Age.HOUR)})}))
    assert shown(tickets) == [9, 8, 7, 6, 5, 4]


def test_a_column_of_texts_is_not_sorted_by(listing: Listing, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(listing.changed):
        listing.sort(Column.PROBLEM, descending=True)


def test_every_view_is_counted_whatever_is_filtered(listing: Listing, tickets: TicketTableModel) -> None:
    listing.filter(Filters({Kind.CATEGORY: frozenset({int(Category.SERVICES_COMPLAINTS)})}))
    assert tickets.rowCount() == 0
    counts = listing.view_counts()
    assert (counts[NamedView.NEW], counts[NamedView.IN_WORK], counts[NamedView.ALL]) == (3, 3, 9)
    tickets.apply([change(ticket(10, revision=99))], 99)
    assert listing.view_counts()[NamedView.NEW] == 4


def test_a_value_is_counted_as_the_table_would_show_it(listing: Listing, tickets: TicketTableModel) -> None:
    listing.show_view(NamedView.OLDEST)
    it, services = int(Category.TECHNICAL_IT), int(Category.SERVICES_COMPLAINTS)
    listing.filter(Filters({Kind.STATUS: frozenset({int(Status.OPEN)}), Kind.CATEGORY: frozenset({services})}))
    assert tickets.rowCount() == 0
    assert listing.value_counts(Kind.CATEGORY) == {1: 0, it: 3, services: 0}, "of the open ones, whatever the category"
    assert listing.value_counts(Kind.STATUS)[int(Status.ACTIVE)] == 0, "none is of that category"
    listing.filter(Filters())
    listing.show_found(frozenset({1, 2, 3}))
    assert listing.value_counts(Kind.STATUS)[int(Status.ACTIVE)] == 1


def test_an_age_slides_with_the_clock_and_what_is_too_old_leaves(
    listing: Listing, tickets: TicketTableModel, clock: Clock, qtbot: QtBot
) -> None:
    listing.filter(Filters({Kind.AGE: frozenset({int(Age.HOUR)})}))
    assert shown(tickets) == [9, 8, 7, 6, 5, 4, 3, 2, 1]
    clock.now_us = NOON_US + HOUR_US + 4 * MINUTE_US
    with qtbot.waitSignal(listing.slid), qtbot.assertNotEmitted(tickets.obeyed):
        listing.slide()
    assert shown(tickets) == [9, 8, 7, 6, 5, 4]


def test_closed_today_moves_on_at_midnight(listing: Listing, tickets: TicketTableModel, clock: Clock) -> None:
    listing.show_view(NamedView.CLOSED_TODAY)
    assert shown(tickets) == [8, 5, 2]
    clock.now_us += 24 * HOUR_US
    listing.slide()
    assert shown(tickets) == []
    assert listing.view_counts()[NamedView.CLOSED_TODAY] == 0


def test_it_is_as_it_was_another_time(listing: Listing, tickets: TicketTableModel) -> None:
    orders = {NamedView.IN_WORK: Order(Column.NUMBER, False)}
    memory = ListingMemory(NamedView.IN_WORK, Filters({Kind.AGE: frozenset({1})}), orders)
    listing.restore(memory)
    assert listing.memory == memory
    assert (listing.view, listing.is_filtered, shown(tickets)) == (NamedView.IN_WORK, True, [1, 4, 7])


def test_a_pick_sets_view_and_filters_aside(listing: Listing, tickets: TicketTableModel) -> None:
    listing.show_view(NamedView.NEW)
    listing.filter(Filters({Kind.CATEGORY: frozenset({int(Category.FACILITY_MANAGEMENT)})}))
    span = NOON_US + 4 * MINUTE_US, NOON_US + 9 * MINUTE_US
    active = frozenset({int(Status.ACTIVE)})
    listing.show_picked(Picked("active", active, span))
    assert (shown(tickets), listing.shown_view, listing.is_filtered) == ([7, 4], NamedView.ALL, False)
    assert listing.statuses == active
    listing.show_picked(None)
    assert (shown(tickets), listing.shown_view, listing.is_filtered) == ([], NamedView.NEW, True)
    assert listing.statuses == frozenset({int(Status.OPEN)})


def test_what_is_picked_stays_current(listing: Listing, tickets: TicketTableModel) -> None:
    listing.show_picked(Picked("open", frozenset({int(Status.OPEN)})))
    tickets.apply([change(ticket(3, status=Status.ACTIVE, revision=10))], 10)
    listing.slide()
    assert shown(tickets) == [9, 6]


def test_a_search_and_a_view_end_a_pick(listing: Listing, tickets: TicketTableModel) -> None:
    leaving: list[Callable[[], None]] = [
        lambda: listing.show_found(frozenset({2})),
        lambda: listing.show_view(NamedView.ALL),
    ]
    for leave in leaving:
        listing.show_picked(Picked("open", frozenset({int(Status.OPEN)})))
        leave()
        assert listing.picked is None
        assert 2 in shown(tickets)
