"""Every word that people read exists, says what it is about, and is plain."""

import pytest

from campusdesk.rules import Action, Category, CategorySource, Reason, Role, Status, Sureness
from client import text
from client.state import Analysis, ConnectionKind, ConnectionState
from tests.client.made import MINUTE_US, NOON_US

HOUR_US = 60 * MINUTE_US
DAY_US = 24 * HOUR_US


def test_everything_has_a_name_of_its_own() -> None:
    words = [
        [text.author_words(role) for role in Role],
        [text.status_words(status) for status in Status],
        [text.category_words(category) for category in Category],
        [text.category_source_words(source) for source in CategorySource],
        [text.action_words(action) for action in Action],
        [text.analysis_words(analysis) for analysis in Analysis],
    ]
    for group in words:
        assert all(group)
        assert len(set(group)) == len(group)


def test_an_unknown_field_has_its_own_name() -> None:
    assert text.field_words("location") == "location"
    assert text.field_words("floor") == "floor"


def test_moments_are_as_short_as_is_clear() -> None:
    assert len(text.moment_words(NOON_US, NOON_US + MINUTE_US)) == len("13:00")
    assert text.moment_words(NOON_US - DAY_US, NOON_US).startswith("yesterday ")
    assert text.moment_words(NOON_US - 9 * DAY_US, NOON_US) == "21 Feb"
    assert text.moment_words(NOON_US - 90 * DAY_US, NOON_US) == "2 Dec 2025"
    assert text.exact_words(NOON_US).startswith("2 Mar 2026, ")
    assert text.moment_words(0, NOON_US) == text.exact_words(0) == text.clock_words(0) == ""


@pytest.mark.parametrize(
    ("ago_us", "words"),
    [
        (-MINUTE_US, "now"),
        (0, "now"),
        (4 * MINUTE_US, "4 min"),
        (3 * HOUR_US, "3 h"),
        (DAY_US, "1 day"),
        (40 * DAY_US, "40 days"),
    ],
)
def test_ages(ago_us: int, words: str) -> None:
    assert text.age_words(NOON_US - ago_us, NOON_US) == words


def test_connections() -> None:
    assert text.connection_words(ConnectionState(ConnectionKind.LIVE, NOON_US)) == "Live"
    assert text.connection_words(ConnectionState(ConnectionKind.CONNECTING, NOON_US)).startswith("Connecting")
    away = text.connection_words(ConnectionState(ConnectionKind.AWAY, NOON_US, Reason.SERVER_UNREACHABLE))
    assert away == f"Offline since {text.clock_words(NOON_US)[:5]}"


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ("  two\r\n\tlines\u2028and one ", "two lines and one"),
        ("a\x00\x07b\x1b[31m", "ab[31m"),
        ("safe\u202etxt.exe\u2066", "safetxt.exe"),
        ("👩\u200d🔧 Ä", "👩\u200d🔧 Ä"),
        ("👩\u200d🔧 می\u200cخواهم", "\u2068👩\u200d🔧 می\u200cخواهم\u2069"),
        ("", ""),
    ],
)
def test_one_line(given: str, line: str) -> None:
    assert text.one_line(given) == line


def test_one_line_is_short() -> None:
    assert text.one_line("x" * 10_000) == "x" * 199 + "…"
    assert text.one_line("x" * 200) == "x" * 200
    assert text.one_line(" " * 9_000 + "x", 20) == "…"


def test_a_category_is_told_with_how_sure_it_is() -> None:
    it = Category.TECHNICAL_IT
    assert [text.suggested_words(it, sure) for sure in (0.95, 0.7, 0.4)] == [
        "almost certainly technical IT",
        "probably technical IT",
        "not sure yet",
    ]
    automatic = [text.judged_words(it, text.doubt(CategorySource.AUTOMATIC, sure)) for sure in (0.95, 0.7, 0.4)]
    assert automatic == ["Technical IT", "Probably technical IT", "Not sure: technical IT?"]
    assert text.judged_words(it, text.doubt(CategorySource.CORRECTED, 0.4)) == "Technical IT"


@pytest.mark.parametrize("category", Category)
@pytest.mark.parametrize("sure", Sureness)
def test_every_category_has_words_for_every_sureness(category: Category, sure: Sureness) -> None:
    assert text.category_within_words(category) in text.judged_words(category, sure).lower().replace(" it", " IT")


def test_a_table_that_knows_percents_and_a_ticket_say_the_same() -> None:
    assert text.doubt(CategorySource.AUTOMATIC, 0.896) == text.doubt(CategorySource.AUTOMATIC, 90 / 100)


def test_how_alike_two_tickets_are_is_said_in_words() -> None:
    assert len({text.alike_words(confidence) for confidence in (0.95, 0.7, 0.3)}) == 3
