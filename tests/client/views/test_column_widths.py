"""The problem is read first; what a person chose and sized stays in any width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.models.columns import STAFF_COLUMNS, USER_COLUMNS, Column
from client.views.column_layout import ColumnLayout
from client.views.column_widths import Wants, share

PLAIN = ColumnLayout(STAFF_COLUMNS)


@given(st.integers(448, 3_000), st.booleans(), st.booleans(), st.sampled_from(STAFF_COLUMNS))
def test_without_wishes_all_fits_and_the_problem_can_be_read(
    width: int, has_closed: bool, tells_doubt: bool, sorted_by: Column
) -> None:
    shares = share(width, PLAIN, Wants(has_closed, tells_doubt, sorted_by))
    assert sum(shares.widths.values()) == width
    assert shares.widths[Column.PROBLEM] >= 180
    assert {Column.NUMBER, Column.STATUS, Column.CATEGORY, Column.PROBLEM} <= set(shares.widths)


@pytest.mark.parametrize(
    ("width", "sorted_by", "dates"),
    [
        (448, Column.OPENED, {Column.OPENED}),
        (448, Column.CLOSED, {Column.CLOSED}),
        (448, Column.STATUS, {Column.OPENED}),
        (728, Column.CLOSED, {Column.CLOSED}),
        (900, Column.MODIFIED, {Column.MODIFIED, Column.OPENED}),
        (1900, Column.ACTIVATED, {Column.ACTIVATED, Column.OPENED, Column.MODIFIED, Column.CLOSED}),
    ],
)
def test_what_the_table_is_sorted_by_comes_before_other_dates(
    width: int, sorted_by: Column, dates: set[Column]
) -> None:
    shown = set(share(width, PLAIN, Wants(sorted_by=sorted_by)).widths)
    assert shown & {Column.OPENED, Column.MODIFIED, Column.CLOSED, Column.ACTIVATED} == dates


def test_closing_dates_are_shown_where_tickets_can_be_closed() -> None:
    assert Column.CLOSED in share(1_400, PLAIN, Wants()).widths
    assert Column.CLOSED not in share(1_400, PLAIN, Wants(has_closed=False)).widths


@pytest.mark.parametrize(
    ("width", "shown"),
    [(448, set()), (728, {Column.LOCATION}), (1_500, {Column.LOCATION, Column.TAKEN_BY})],
)
def test_where_a_problem_is_comes_first_and_then_who_took_it(width: int, shown: set[Column]) -> None:
    assert {Column.LOCATION, Column.TAKEN_BY} & set(share(width, PLAIN, Wants()).widths) == shown


def test_simple_users_have_no_column_of_few_words_before_the_problem_has_room() -> None:
    users = ColumnLayout(USER_COLUMNS)
    assert Column.ME_TOO not in share(923, users, Wants(has_closed=False)).widths
    assert Column.ME_TOO in share(1_400, users, Wants(has_closed=False)).widths


@given(st.integers(448, 3_000), st.booleans())
def test_what_counts_less_takes_no_place_from_what_says_more(width: int, has_closed: bool) -> None:
    shown = set(share(width, PLAIN, Wants(has_closed=has_closed)).widths)
    if Column.TAKEN_BY in shown:
        assert Column.LOCATION in shown
    if Column.ME_TOO in shown:
        assert {Column.LOCATION, Column.OPENED, Column.TAKEN_BY, Column.MODIFIED} <= shown
    if Column.MESSAGES in shown:
        assert Column.ME_TOO in shown


@given(st.integers(448, 3_000))
def test_a_category_has_a_brief_word_as_soon_as_it_fits_and_its_whole_name_later(width: int) -> None:
    shares = share(width, PLAIN, Wants())
    room = shares.widths[Column.CATEGORY]
    assert room >= (112 if shares.brief else 36 if shares.narrow else 224)
    assert shares.brief == (640 <= width < 1_020)


@given(st.integers(448, 3_000), st.integers(60, 120))
def test_no_heading_is_cut_in_any_language(width: int, needed: int) -> None:
    heads = {Column.OPENED: needed, Column.TAKEN_BY: needed + 20}
    widths = share(width, PLAIN, Wants(), heads).widths
    assert all(widths[column] >= least for column, least in heads.items() if column in widths)
    assert (sum(widths.values()), widths[Column.PROBLEM] >= 180) == (width, True)
    assert share(width, PLAIN.with_width(Column.OPENED, 50), Wants(), heads).widths[Column.OPENED] == 50


def test_words_beside_shapes_have_their_room_where_there_are_words() -> None:
    heads = {Column.STATUS: 150, Column.CATEGORY: 300}
    wide, narrow = (share(width, PLAIN, Wants(), heads).widths for width in (1_400, 600))
    assert (wide[Column.STATUS], wide[Column.CATEGORY]) == (150, 300)
    assert narrow[Column.STATUS] == narrow[Column.CATEGORY] == 36


@given(st.integers(448, 3_000))
def test_what_a_person_chose_and_sized_stays(width: int) -> None:
    layout = PLAIN.with_choice(Column.LOCATION, shown=True).with_width(Column.LOCATION, 300)
    layout = layout.with_choice(Column.MODIFIED, shown=False)
    shares = share(width, layout, Wants())
    assert shares.widths[Column.LOCATION] == 300
    assert Column.MODIFIED not in shares.widths
    assert sum(shares.widths.values()) == width or shares.widths[Column.PROBLEM] == 160


def test_a_problem_that_was_sized_leaves_the_rest_empty() -> None:
    assert share(1_900, PLAIN.with_width(Column.PROBLEM, 200), Wants()).widths[Column.PROBLEM] == 200
    assert Column.PROBLEM not in share(900, PLAIN.with_choice(Column.PROBLEM, shown=False), Wants()).widths
