"""Every view and every filter has words of its own."""

from client.models.filters import VALUES, Kind
from client.models.named_views import NamedView
from client.views.filter_words import kind_words, value_words
from client.views.view_words import empty_view_words, order_words, view_words


def test_no_two_views_are_called_the_same() -> None:
    assert len({view_words(view) for view in NamedView}) == len(NamedView)
    assert len({empty_view_words(view) for view in NamedView}) == len(NamedView)
    assert [view for view in NamedView if order_words(view)] == [NamedView.WAITING, NamedView.OLDEST, NamedView.CHECK]


def test_no_two_values_of_a_filter_are_called_the_same() -> None:
    assert len({kind_words(kind) for kind in Kind}) == len(Kind)
    for kind in Kind:
        assert len({value_words(kind, int(value)) for value in VALUES[kind]}) == len(VALUES[kind])
