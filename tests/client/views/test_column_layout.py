"""What a person wants of the columns is kept by name, and what is damaged is ignored."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.models.columns import STAFF_COLUMNS, USER_COLUMNS, Column
from client.views.column_layout import ColumnLayout

layouts = st.builds(
    ColumnLayout,
    st.permutations(STAFF_COLUMNS).map(tuple),
    st.dictionaries(st.sampled_from(STAFF_COLUMNS), st.booleans()),
    st.dictionaries(st.sampled_from(STAFF_COLUMNS), st.integers(32, 2_000)),
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from([each.name for each in Column]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


@given(layouts)
def test_a_layout_comes_back_as_it_was(layout: ColumnLayout) -> None:
    assert ColumnLayout.read(json.loads(json.dumps(layout.told())), STAFF_COLUMNS) == layout


@given(st.fixed_dictionaries({}, optional={"order": anything, "chosen": anything, "widths": anything}) | anything)
def test_what_is_damaged_is_ignored(told: object) -> None:
    layout = ColumnLayout.read(told, USER_COLUMNS)
    assert sorted(layout.order) == sorted(USER_COLUMNS)
    assert ColumnLayout.read(layout.told(), USER_COLUMNS) == layout


def test_columns_that_a_later_desk_has_stand_at_the_end() -> None:
    told = {"order": ["PROBLEM", "FUTURE", "NUMBER", "PROBLEM"], "widths": {"FUTURE": 80, "NUMBER": 5, "PROBLEM": True}}
    layout = ColumnLayout.read(told, (Column.NUMBER, Column.AGE, Column.PROBLEM))
    assert layout == ColumnLayout((Column.PROBLEM, Column.NUMBER, Column.AGE))


@pytest.mark.parametrize(("places", "order"), [(1, "BAC"), (5, "BCA"), (-3, "ABC"), (0, "ABC")])
def test_a_column_moves_no_farther_than_to_the_end(places: int, order: str) -> None:
    names = {"A": Column.NUMBER, "B": Column.STATUS, "C": Column.AGE}
    layout = ColumnLayout(tuple(names.values()))
    assert layout.moved(Column.NUMBER, places).order == tuple(names[name] for name in order)
