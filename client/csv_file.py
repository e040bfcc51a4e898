"""Tables as files that spreadsheets open: CSV in UTF-8 with a byte order mark, and no text in it is a formula.

Spreadsheets read a cell as a formula by its first character, and some skip spaces and marks before it, or take
full-width forms for the same (OWASP, "CSV Injection"). Such a text gets an apostrophe in front, and so does one that
has one there already: whoever wants the texts back takes one leading apostrophe away. All texts stand in quotation
marks: for who has a file cut at all separators that there are, none within a text begins a cell.
"""

import csv
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from client.text import without_tricks
from client.whole_file import unfinished_beside, whole_file

Cell: TypeAlias = str | int | float | None
Row: TypeAlias = Sequence[Cell]

_FORMULA, _GUARD = frozenset("=+-@"), "'"
_FIRST = frozenset("\t\n" + _GUARD)


@dataclass(frozen=True, slots=True)
class Region:
    """How the spreadsheets of a region expect cells to be separated, and fractions to be written."""

    separator: str
    decimal_point: str


def region_with(decimal_point: str) -> Region:
    """Return the region with this decimal point: where it is a comma, a comma cannot separate cells as well.

    It is what Excel goes by when a file is opened by a double click: semicolons where de, es, fr and it are spoken.
    """
    return Region(";", ",") if decimal_point == "," else Region(",", ".")


def defused(text: str) -> str:
    """Return the text as a cell that no spreadsheet computes, without what would disguise it in other programs."""
    # What can be printed has no tricks; most texts are such, and to find that out takes a tenth of the time.
    clean = text if text.isprintable() else without_tricks(text)
    return _GUARD + clean if clean[:1] in _FIRST or _begins_formula(clean) else clean


def _begins_formula(text: str) -> bool:
    if text[:1].isascii() and text[:1].isalnum():
        return False
    for character in text:
        # Spaces and what is not seen, such as a zero width space, are skipped as a spreadsheet may do.
        if unicodedata.category(character)[0] not in "ZC":
            return unicodedata.normalize("NFKC", character)[0] in _FORMULA
    return False


def write_table(path: Path, headings: Sequence[str], rows: Iterable[Row], region: Region) -> None:
    """Write a table whole or not at all; raises OSError."""
    with table_file(path, unfinished_beside(path), headings, region) as add:
        add(rows)


@contextmanager
def table_file(
    path: Path, unfinished: Path, headings: Sequence[str], region: Region
) -> Iterator[Callable[[Iterable[Row]], None]]:
    """Lend what adds rows to a table, which is there under its name once the block ends well, and only then.

    Until then it stands under the other name, of which an error leaves nothing. Raises OSError.
    """
    with whole_file(path, unfinished, "utf-8-sig") as file:
        writer = csv.writer(file, delimiter=region.separator, quoting=csv.QUOTE_NONNUMERIC)

        def add(rows: Iterable[Row]) -> None:
            writer.writerows([_written(cell, region) for cell in row] for row in rows)

        add([headings])
        yield add


def _written(cell: Cell, region: Region) -> Cell:
    if isinstance(cell, str):
        return defused(cell)
    if isinstance(cell, float) and region.decimal_point != ".":
        return str(cell).replace(".", region.decimal_point)
    return cell
