"""What was written is read back, and no spreadsheet computes any of it."""

import csv
import string
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from client.csv_file import Region, Row, defused, region_with, write_table
from client.text import without_tricks

COMMA, SEMICOLON = region_with("."), region_with(",")
# What decides over cells, and what is taken for something else.
AWKWARD = "=+-@\t\r\n'\",; \u200b\ufeff\u00a0＝＋－＠﹢﹣\u202e\u2066\x00\x1a\x85\u2028|%"
texts = st.text(st.sampled_from(AWKWARD) | st.characters(exclude_categories=["Cs"]), max_size=12)
tables = st.lists(st.tuples(texts, texts, st.integers()), max_size=8)


def read(path: Path, region: Region) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=region.separator, strict=True))


def restored(cell: str) -> str:
    """Take the guard away: the one rule by which a text comes back."""
    return cell.removeprefix("'")


@pytest.mark.parametrize("region", [COMMA, SEMICOLON])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=tables)
def test_every_text_comes_back_by_one_rule(tmp_path: Path, region: Region, rows: list[tuple[str, str, int]]) -> None:
    path = tmp_path / "list.csv"
    write_table(path, ["A", "B", "C"], rows, region)
    heads, *cells = read(path, region)
    assert heads == ["A", "B", "C"]
    assert [(restored(a), restored(b), int(c)) for a, b, c in cells] == [
        (without_tricks(a), without_tricks(b), c) for a, b, c in rows
    ]


@given(texts)
def test_no_text_begins_a_formula(text: str) -> None:
    cell = defused(text)
    # As a spreadsheet that is as lenient as can be would look at it.
    seen = [c for c in unicodedata.normalize("NFKC", cell) if unicodedata.category(c)[0] not in "ZC"]
    assert not seen or seen[0] not in "=+-@"
    assert not cell.startswith(("\t", "\r", "\n"))


@given(texts)
def test_nothing_is_left_that_would_disguise_a_text(text: str) -> None:
    left = set(defused(text))
    assert not {c for c in left if unicodedata.category(c) == "Cc"} - {"\n", "\t"}
    assert not left & set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


@pytest.mark.parametrize(
    "text",
    [
        '=cmd|"/C calc"!A0',
        "+1",
        "-2+3",
        "@SUM(A1)",
        "  =1",
        "\u200b=1",
        "\u202e=1",
        "＝1",
        "－1",
        "\t=1",
        "\r=1",
        "'=1",
    ],
)
def test_what_begins_a_formula_is_guarded(text: str) -> None:
    assert defused(text) == "'" + without_tricks(text)


@pytest.mark.parametrize("text", ["The lamp = dark", "B-105", "3 - 4", "it's", "“quoted”", "…", ""])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert defused(text) == text


@pytest.mark.parametrize("text", ["a, =1", "a\t=1", 'a, =1; =2\t=3\n=4 ", =5'])
@pytest.mark.parametrize("separators", [",;\t", ",", ";"])
def test_a_separator_within_a_text_begins_no_cell_elsewhere(tmp_path: Path, separators: str, text: str) -> None:
    path = tmp_path / "list.csv"
    write_table(path, ["A", "B"], [(text, 7)], SEMICOLON)
    written = path.read_bytes().decode("utf-8-sig").removesuffix("\r\n")
    # A program that cuts at all of them at once takes a whole text where it begins with a quotation mark.
    assert list(cells(written.split("\r\n", 1)[1], separators + ";")) == [text, "7"]


def cells(line: str, separators: str) -> Iterator[str]:
    at = 0
    while at < len(line):
        if line[at] == '"':
            end = at + 1
            while line[end] != '"' or line[end : end + 2] == '""':
                end += 2 if line[end] == '"' else 1
            yield line[at + 1 : end].replace('""', '"')
            at = end + 2
        else:
            end = next((i for i in range(at, len(line)) if line[i] in separators), len(line))
            yield line[at:end]
            at = end + 1


def test_it_is_what_spreadsheets_expect(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    write_table(path, ["Größe", "n"], [("Žluťoučký", 1234567), (None, 2.5)], COMMA)
    assert path.read_bytes() == '\ufeff"Größe","n"\r\n"Žluťoučký",1234567\r\n"",2.5\r\n'.encode()
    write_table(path, ["Größe", "n"], [("ñ", -7), ("", 2.5)], SEMICOLON)
    assert path.read_bytes() == '\ufeff"Größe";"n"\r\n"ñ";-7\r\n"";"2,5"\r\n'.encode()


def test_an_error_leaves_the_file_that_was_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("former")

    def failing() -> Iterator[Row]:
        yield from ([letter] for letter in string.ascii_letters * 10_000)
        assert path.read_text() == "former", "it is replaced in the end alone"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_table(path, ["A"], failing(), COMMA)
    assert [each.name for each in tmp_path.iterdir()] == ["list.csv"]
    assert path.read_text() == "former"


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_table(tmp_path / "gone" / "list.csv", ["A"], [], COMMA)
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(OSError, match=r"folder\.csv"):
        write_table(tmp_path / "folder.csv", ["A"], [], COMMA)
    assert [each.name for each in tmp_path.iterdir()] == ["folder.csv"]


def test_what_can_be_printed_has_no_tricks() -> None:
    printable = "".join(character for character in map(chr, range(0x110000)) if character.isprintable())
    assert without_tricks(printable) == printable
