"""Cells of rows are made once, and anew as soon as anything is another that they depend on."""

from client.models.columns import Column
from client.views.cell_painter import Cell, Look
from client.views.row_cells import RowCells
from client.views.row_pictures import Cells

LOOK = Look(is_dark=False, ratio=1.0, narrow=False, brief=False)


def cells(words: str) -> Cells:
    told = {"status": 0, "category": 0, "is_sure": True, "figure": "", "wanted": ()}
    flags = dict.fromkeys(("is_unread", "is_closing", "is_selected", "is_hovered", "is_first", "is_leftmost"), False)
    return ((0, Cell(LOOK, 80, 36, Column.NUMBER, words, **told, **flags)),)  # type: ignore[arg-type]


class Made:
    """Notes for which tickets cells had to be made."""

    def __init__(self) -> None:
        self.rows, self.made = RowCells(), list[int]()

    def of(self, ticket_id: int, state: str, setting: str = "") -> Cells:
        def make() -> Cells:
            self.made.append(ticket_id)
            return cells(f"#{ticket_id} {state} {setting}")

        return self.rows.of(ticket_id, state, setting, make)


def test_cells_of_a_row_that_is_as_it_was_are_not_made_again() -> None:
    made = Made()
    first = [made.of(ticket_id, "open") for ticket_id in (1, 2)]
    assert [made.of(ticket_id, "open") for ticket_id in (1, 2)] == first
    assert made.made == [1, 2]


def test_another_state_makes_the_cells_of_its_ticket_anew() -> None:
    made = Made()
    for state in ("open", "active", "open"):
        assert made.of(1, state) == cells(f"#1 {state} ")
        made.of(2, "open")
    assert made.made == [1, 2, 1, 1]


def test_another_setting_makes_the_cells_of_all_tickets_anew() -> None:
    made = Made()
    for setting in ("wide", "narrow"):
        for ticket_id in (1, 2):
            assert made.of(ticket_id, "open", setting) == cells(f"#{ticket_id} open {setting}")
    assert made.made == [1, 2, 1, 2]


def test_not_all_that_was_ever_in_sight_is_kept() -> None:
    made = Made()
    for ticket_id in [*range(1_000), 0]:
        made.of(ticket_id, "open")
    assert made.made[-1] == 0
