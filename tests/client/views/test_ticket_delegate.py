"""Cells are told apart without colour, give way in narrow tables, and survive what they do not know."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from campusdesk.facts import Facts
from campusdesk.rules import Category, Status
from campusdesk.v1 import ticket_pb2
from client.models.columns import STAFF_COLUMNS, Column
from client.models.tickets import TicketTableModel
from client.settings import Theme as ThemeChoice
from client.views.marked_line import Marks
from client.views.theme.theme import Theme
from client.views.theme.tokens import LIGHT
from client.views.ticket_delegate import TicketDelegate
from tests.client import made


@pytest.fixture
def delegate(theme: Theme) -> TicketDelegate:
    return TicketDelegate(theme, lambda: made.NOON_US)


def model_of(*tickets: ticket_pb2.Ticket) -> TicketTableModel:
    """Return a table of tickets in their order, whose texts are not there yet."""
    model = TicketTableModel(STAFF_COLUMNS, lambda: made.NOON_US)
    facts: Facts = made.facts(tickets)
    model.load(facts, len(tickets))
    return model


def cell(
    delegate: TicketDelegate, model: TicketTableModel, column: Column, *, row: int = 0, selected: bool = False
) -> QImage:
    """Paint one cell."""
    image = QImage(160, 36, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 160, 36)
    if selected:
        option.state |= QStyle.StateFlag.State_Selected
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(row, STAFF_COLUMNS.index(column)))
    painter.end()
    return image


def shape(image: QImage) -> list[bool]:
    """Return which pixels differ from the ground, whatever their colour."""
    ground = QColor(LIGHT.surface).rgb()
    return [image.pixel(x, y) != ground for y in range(image.height()) for x in range(image.width())]


@pytest.mark.parametrize("narrow", [False, True])
def test_statuses_and_categories_have_shapes_of_their_own(narrow: bool, delegate: TicketDelegate) -> None:
    delegate.narrow = narrow
    tables = [model_of(made.ticket(1, status=status)) for status in Status]
    assert len({tuple(shape(cell(delegate, table, Column.STATUS))) for table in tables}) == 3
    tables = [model_of(made.ticket(1, category=category)) for category in Category]
    assert len({tuple(shape(cell(delegate, table, Column.CATEGORY))) for table in tables}) == 3


def test_a_narrow_table_shows_the_shape_alone(delegate: TicketDelegate) -> None:
    table = model_of(made.ticket(1))
    with_words = shape(cell(delegate, table, Column.STATUS))
    delegate.narrow = True
    alone = shape(cell(delegate, table, Column.STATUS))
    assert 0 < sum(alone) < sum(with_words)


def test_a_brief_word_stands_beside_the_shape_of_a_category(delegate: TicketDelegate) -> None:
    sure, unsure = made.ticket(1), made.ticket(1)
    unsure.confidence = 0.4
    tables = [model_of(each) for each in (sure, unsure)]
    whole = shape(cell(delegate, tables[0], Column.CATEGORY))
    delegate.narrow = True
    alone = shape(cell(delegate, tables[0], Column.CATEGORY))
    status = shape(cell(delegate, tables[0], Column.STATUS))
    delegate.brief = True
    brief, asked = (shape(cell(delegate, table, Column.CATEGORY)) for table in tables)
    assert sum(alone) < sum(brief) < min(sum(whole), sum(asked))
    assert shape(cell(delegate, tables[0], Column.STATUS)) == status


def test_short_dates_need_less_room(delegate: TicketDelegate) -> None:
    table = model_of(made.ticket(1, update_us=made.NOON_US - 400 * 86_400_000_000))
    full = cell(delegate, table, Column.MODIFIED)
    delegate.short_dates = True
    short = cell(delegate, table, Column.MODIFIED)
    assert 0 < sum(shape(short)) < sum(shape(full))


def test_a_status_of_a_newer_server_is_no_fault(delegate: TicketDelegate) -> None:
    newer = made.ticket(1)
    newer.status = newer.category = 9  # type: ignore[assignment]
    table = model_of(newer)
    for column in (Column.STATUS, Column.CATEGORY):
        assert not any(shape(cell(delegate, table, column)))
    assert any(shape(cell(delegate, table, Column.NUMBER)))


def test_a_text_that_is_on_its_way_is_a_quiet_bar(delegate: TicketDelegate) -> None:
    image = cell(delegate, model_of(made.ticket(1)), Column.PROBLEM)
    assert image.pixel(80, 18) == QColor(LIGHT.hover).rgb()


def test_the_row_under_the_mouse_and_the_chosen_one_have_grounds_of_their_own(delegate: TicketDelegate) -> None:
    table = model_of(made.ticket(1), made.ticket(2))
    delegate.hovered = 1
    grounds = [
        cell(delegate, table, Column.NUMBER, row=row, selected=selected).pixel(159, 1)
        for row, selected in ((0, False), (1, False), (0, True), (1, True))
    ]
    assert grounds == [QColor(colour).rgb() for colour in (LIGHT.surface, LIGHT.hover, LIGHT.select, LIGHT.select)]


def test_every_row_has_the_same_height(delegate: TicketDelegate) -> None:
    table = model_of(made.ticket(1, description="x\n" * 50), made.ticket(2))
    heights = {
        delegate.sizeHint(QStyleOptionViewItem(), table.index(row, column)).height()
        for row in range(2)
        for column in range(len(STAFF_COLUMNS))
    }
    assert heights == {36}


def test_marks_piled_on_a_letter_stay_in_their_cell(delegate: TicketDelegate) -> None:
    table = model_of(made.ticket(1))
    table.set_texts([1], [made.ticket(1, description="a" + "\u0301" * 5_000)])
    image = QImage(160, 108, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 36, 160, 36)
    painter = QPainter(image)
    delegate.paint(painter, option, table.index(0, STAFF_COLUMNS.index(Column.PROBLEM)))
    painter.end()
    assert any(shape(image.copy(0, 36, 160, 36)))
    assert not any(shape(image.copy(0, 0, 160, 36)))
    assert not any(shape(image.copy(0, 72, 160, 36)))


@pytest.mark.parametrize(("narrow", "width"), [(False, 160), (True, 36)])
def test_an_unsure_category_is_marked_by_shape_in_the_room_that_there_is(
    narrow: bool, width: int, delegate: TicketDelegate
) -> None:
    delegate.narrow = narrow
    sure, unsure = made.ticket(1), made.ticket(1)
    unsure.confidence = 0.4
    shapes = [shape(cell(delegate, model_of(each), Column.CATEGORY)) for each in (sure, unsure)]
    assert sum(shapes[1]) > sum(shapes[0])
    # What stands right of the narrow column would be cut off.
    assert not any(any(shapes[1][y * 160 + width : (y + 1) * 160]) for y in range(36))


@pytest.mark.parametrize("narrow", [False, True])
def test_how_sure_a_category_is_stands_at_the_end_of_its_cell_unless_it_is_sure(
    narrow: bool, delegate: TicketDelegate
) -> None:
    delegate.narrow = narrow
    sure, unsure, corrected = made.ticket(1), made.ticket(1), made.ticket(1)
    sure.confidence, unsure.confidence = 0.95, 0.41
    corrected.category_source = ticket_pb2.CATEGORY_SOURCE_CORRECTED
    tables = [model_of(each) for each in (sure, unsure, corrected)]
    without = [shape(cell(delegate, table, Column.CATEGORY)) for table in tables]
    delegate.figures = True
    told = [shape(cell(delegate, table, Column.CATEGORY)) for table in tables]
    assert [before != after for before, after in zip(without, told, strict=True)] == [False, True, False]
    assert any(any(told[1][y * 160 + 130 : (y + 1) * 160]) for y in range(36))


def test_what_is_unread_has_a_dot_and_bold_letters(delegate: TicketDelegate) -> None:
    table = model_of(made.ticket(1))
    table.set_texts([1], [made.ticket(1)])
    read = {column: cell(delegate, table, column) for column in STAFF_COLUMNS}
    table.unread = {1}
    unread = {column: cell(delegate, table, column) for column in STAFF_COLUMNS}
    assert {column for column in read if read[column] != unread[column]} == {Column.NUMBER, Column.PROBLEM}
    assert (read[Column.NUMBER].pixel(13, 18), unread[Column.NUMBER].pixel(13, 18)) == (
        QColor(LIGHT.surface).rgb(),
        QColor(LIGHT.accent).rgb(),
    )


def test_what_was_searched_for_is_marked_in_texts_and_the_number_in_its_own_row(delegate: TicketDelegate) -> None:
    table = model_of(made.ticket(1), made.ticket(12))
    table.set_texts([1, 12], [made.ticket(1), made.ticket(12, description="B-100 is locked", location="Hall")])
    delegate.marks = Marks(("b",), 1)

    def is_marked(column: Column, row: int) -> bool:
        image = cell(delegate, table, column, row=row)
        return any(image.pixel(x, 12) == QColor(LIGHT.mark).rgb() for x in range(image.width()))

    rows = {table.ticket_id(row): row for row in range(2)}
    assert [is_marked(Column.LOCATION, rows[1]), is_marked(Column.PROBLEM, rows[1])] == [True, False]
    assert [is_marked(Column.LOCATION, rows[12]), is_marked(Column.PROBLEM, rows[12])] == [False, True]
    assert [is_marked(Column.NUMBER, rows[1]), is_marked(Column.NUMBER, rows[12])] == [True, False]


def test_a_cell_is_painted_anew_with_whatever_it_shows(delegate: TicketDelegate, theme: Theme) -> None:
    table = model_of(made.ticket(1))
    pictures = [cell(delegate, table, Column.NUMBER)]

    def looks_new() -> bool:
        pictures.append(cell(delegate, table, Column.NUMBER))
        return all(pictures[-1] != before for before in pictures[:-1])

    assert not looks_new()
    del pictures[-1]
    table.unread = {1}
    assert looks_new()
    delegate.marks = Marks((), 1)
    assert looks_new()
    delegate.hovered = 0
    assert looks_new()
    delegate.first = 1
    assert looks_new()
    theme.choose(ThemeChoice.DARK)
    assert looks_new()


def test_a_row_is_painted_anew_when_its_ticket_or_the_day_is_another(theme: Theme) -> None:
    now_us = made.NOON_US
    delegate, table = TicketDelegate(theme, lambda: now_us), model_of(made.ticket(1, update_us=made.NOON_US))
    table.set_texts([1], [made.ticket(1)])
    delegate.short_dates = True
    columns = (Column.STATUS, Column.CATEGORY, Column.PROBLEM, Column.MODIFIED)
    sections = tuple((STAFF_COLUMNS.index(column), 160 * place, 160) for place, column in enumerate(columns))

    def looks() -> list[QImage]:
        image = QImage(160 * len(columns), 36, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        delegate.paint_row(painter, image.rect(), table, 0, sections, False, painter.font())
        painter.end()
        return [image.copy(left, 0, width, 36) for _, left, width in sections]

    before = looks()
    assert looks() == before
    delegate.closing = frozenset({1})
    assert [now != then for now, then in zip(looks(), before, strict=True)] == [True, False, False, False]
    delegate.closing = frozenset()
    table.apply([made.change(made.ticket(1, update_us=made.NOON_US, description="Dark", revision=2))], 2)
    assert [now != then for now, then in zip(looks(), before, strict=True)] == [False, False, True, False]
    later = made.ticket(1, category=Category.SERVICES_COMPLAINTS, update_us=made.NOON_US, revision=3)
    table.apply([made.change(later)], 3)
    assert [now != then for now, then in zip(looks(), before, strict=True)] == [False, True, False, False]
    now_us += 86_400_000_000
    assert [now != then for now, then in zip(looks(), before, strict=True)] == [False, True, False, True]
