"""Which columns a person wants in a table, in which order and how wide; what they did not say is left to the table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from client.models.columns import Column

# Pixels that a column is sized to at most and at least; more or less is no person's wish.
_LEAST, _MOST = 32, 2_000


@dataclass(frozen=True)
class ColumnLayout:
    """`order` is from the left; `chosen` says of columns whether they are shown; `widths` are in pixels."""

    order: tuple[Column, ...]
    chosen: Mapping[Column, bool] = field(default_factory=dict)
    widths: Mapping[Column, int] = field(default_factory=dict)

    def with_choice(self, column: Column, *, shown: bool) -> "ColumnLayout":
        """Return the layout in which a person shows or hides the column."""
        return replace(self, chosen={**self.chosen, column: shown})

    def with_width(self, column: Column, width: int | None) -> "ColumnLayout":
        """Return the layout in which the column is so wide; None leaves its width to the table again."""
        rest = {other: known for other, known in self.widths.items() if other is not column}
        return replace(self, widths=rest if width is None else rest | {column: width})

    def moved(self, column: Column, places: int) -> "ColumnLayout":
        """Return the layout with the column so many places farther right, or left when negative."""
        order = [each for each in self.order if each is not column]
        at = max(0, min(len(order), self.order.index(column) + places))
        return replace(self, order=(*order[:at], column, *order[at:]))

    def told(self) -> dict[str, object]:
        """Return the layout as JSON can hold it; columns go by their names, for their numbers may change."""
        return {
            "order": [column.name for column in self.order],
            "chosen": {column.name: shown for column, shown in self.chosen.items()},
            "widths": {column.name: width for column, width in self.widths.items()},
        }

    @classmethod
    def read(cls, told: object, columns: Sequence[Column]) -> "ColumnLayout":
        """Return what `told` said, as far as it means something; columns that it does not know stand at the end."""
        known = {column.name: column for column in columns}
        parts = told if isinstance(told, dict) else {}
        named = [known[name] for name in _names(parts.get("order")) if name in known]
        return cls(
            tuple(dict.fromkeys([*named, *columns])),
            {known[name]: value for name, value in _pairs(parts.get("chosen"), known) if isinstance(value, bool)},
            {
                known[name]: value
                for name, value in _pairs(parts.get("widths"), known)
                if type(value) is int and _LEAST <= value <= _MOST
            },
        )


def _names(told: object) -> list[str]:
    return [name for name in told if isinstance(name, str)] if isinstance(told, list) else []


def _pairs(told: object, known: Mapping[str, Column]) -> list[tuple[str, object]]:
    return [pair for pair in told.items() if pair[0] in known] if isinstance(told, dict) else []
