"""Each field is taken once and as what it must be; a refusal names the field and never its value."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campusdesk.rules import LIMITS, Status
from ticket_server.instant import time_text
from ticket_server.transfer.fields import Fields, Wrong, checked_time, checked_word

SECRET = "words of a person"
STATUSES = {status.word: status for status in Status}


def fields(**values: object) -> Fields:
    return Fields(values, "a ticket")


@given(st.integers(1, 7_258_118_399_999_999))
def test_a_time_is_read_back_from_its_words(time_us: int) -> None:
    assert checked_time("open_time", time_text(time_us)) == time_us


@pytest.mark.parametrize(
    ("words", "time_us"),
    [
        ("1970-01-01T00:00:01Z", 1_000_000),
        ("1970-01-01T00:00:01.5Z", 1_500_000),
        ("1970-01-01T02:00:01+02:00", 1_000_000),
        ("1969-12-31T23:30:00.000001-00:45", 900_000_001),
    ],
)
def test_fractions_and_offsets_are_understood(words: str, time_us: int) -> None:
    assert checked_time("open_time", words) == time_us


@pytest.mark.parametrize(
    "value",
    [
        "2026-03-01 08:15:00Z",
        "2026-03-01T08:15:00",
        "2026-03-01",
        "2026-02-30T08:15:00Z",
        "2026-03-01T08:15:60Z",
        "2026-03-01T08:15:00+24:00",
        "٢٠٢٦-03-01T08:15:00Z",
        "1969-12-31T23:59:59Z",
        "2200-01-01T00:00:00Z",
        "9999-12-31T23:30:00Z",
        1_772_000_000,
        None,
    ],
)
def test_what_is_no_time_is_refused(value: object) -> None:
    with pytest.raises(Wrong, match="open_time"):
        checked_time("open_time", value)


TAKES: dict[str, Callable[[Fields], object]] = {
    "number": lambda taken: taken.number("x"),
    "share": lambda taken: taken.share("x"),
    "text": lambda taken: taken.text("x", "location"),
    "required text": lambda taken: taken.text("x", "description"),
    "list": lambda taken: taken.list("x"),
    "word": lambda taken: taken.word("x", STATUSES),
}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("number", 1),
        ("number", 2**53),
        ("share", 0),
        ("share", 0.5),
        ("share", 1),
        ("text", ""),
        ("text", "x" * LIMITS["location"]),
        ("required text", " x "),
        ("list", [1]),
    ],
)
def test_what_a_field_may_hold_is_returned_as_it_is(kind: str, value: object) -> None:
    assert TAKES[kind](fields(x=value)) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(("number", text) for text in ("0", "-1", "1.0", "true", '"1"', "9007199254740993", "null")),
        *(("share", text) for text in ("-0.1", "1.1", "true", '"1"', "NaN", "Infinity")),
        *(("text", text) for text in ("1", "null", r'"a\u0000b"', r'"\ud800"', json.dumps("x" * 201))),
        *(("required text", text) for text in ('""', '" \\n "')),
        *(("list", text) for text in ("{}", '"ab"', "null")),
        *(("word", text) for text in ('"OPEN"', "1", "[]", json.dumps(SECRET))),
    ],
)
def test_what_a_field_may_not_hold_is_refused_by_its_name(kind: str, text: str) -> None:
    with pytest.raises(Wrong, match=r"^x ") as raised:
        TAKES[kind](fields(x=json.loads(text)))
    assert SECRET not in str(raised.value)


def test_what_is_absent_has_a_default_or_is_missed() -> None:
    assert fields().text("location", "location", "") == ""
    assert fields().list("messages") == []
    assert fields().time_us("close_time") == 0
    with pytest.raises(Wrong, match="location is missing"):
        fields().text("location", "location")


def test_a_key_that_nobody_asked_for_is_counted_and_not_quoted() -> None:
    taken = fields(id=1, **{SECRET: 2})
    assert taken.number("id") == 1
    with pytest.raises(Wrong, match=r"a ticket has 1 unknown key") as raised:
        taken.end()
    assert SECRET not in str(raised.value)
    assert taken.take(SECRET) == 2
    taken.end()


@pytest.mark.parametrize("value", [[], SECRET, None, 1])
def test_only_an_object_has_fields(value: object) -> None:
    with pytest.raises(Wrong, match="a ticket must be an object"):
        Fields(value, "a ticket")


def test_a_word_stands_for_its_value() -> None:
    assert checked_word("status", "active", STATUSES) is Status.ACTIVE
