"""What a list shows is found again as it was, and nothing that a file may hold in its place does harm."""

import json

from hypothesis import given
from hypothesis import strategies as st

from client.models.columns import SORT_FACTS, STAFF_COLUMNS, USER_COLUMNS, Column
from client.models.filters import VALUES, Filters, Kind
from client.models.listing_memory import ListingMemory
from client.models.named_views import NamedView, Order

kinds = st.sampled_from(list(Kind)).flatmap(
    lambda kind: st.tuples(
        st.just(kind), st.frozensets(st.sampled_from([int(value) for value in VALUES[kind]]), min_size=1)
    )
)
filters = st.lists(kinds).map(lambda chosen: Filters(dict(chosen)))
orders = st.dictionaries(
    st.sampled_from(list(NamedView)), st.builds(Order, st.sampled_from(sorted(SORT_FACTS)), st.booleans())
)
memories = st.builds(ListingMemory, st.sampled_from(list(NamedView)), filters, orders)
nonsense = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from([*NamedView, *Kind]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5) | st.sampled_from(["view", "filters", "orders", *Kind]), inner)
    ),
    max_leaves=8,
)


@given(memories)
def test_what_was_told_is_read_again(memory: ListingMemory) -> None:
    assert ListingMemory.read(json.loads(json.dumps(memory.told())), STAFF_COLUMNS) == memory


@given(nonsense)
def test_nonsense_is_nothing(told: object) -> None:
    memory = ListingMemory.read(told, STAFF_COLUMNS)
    assert memory.view in set(NamedView)
    assert ListingMemory.read(memory.told(), STAFF_COLUMNS) == memory


def test_of_the_values_of_a_filter_those_that_are_none_are_left_out() -> None:
    told = {"filters": {Kind.STATUS.value: [[1], "1", 1.0, True, None, 99, 2], "mood": [1]}}
    assert ListingMemory.read(told, STAFF_COLUMNS).filters == Filters({Kind.STATUS: frozenset({2})})


def test_a_column_that_this_table_lacks_sorts_nothing() -> None:
    told = ListingMemory(orders={NamedView.ALL: Order(Column.CLOSED, descending=True)}).told()
    assert ListingMemory.read(told, USER_COLUMNS) == ListingMemory()
