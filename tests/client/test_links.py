"""What may be opened by a click: web addresses as they were typed, and nothing that could be taken for another."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl

from client.links import Span, find_links, in_utf16


def links(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_links(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://campus.example/wifi", ["https://campus.example/wifi"]),
        (
            "http://a.example\nhttps://b.example:8443/x?q=1#top",
            ["http://a.example", "https://b.example:8443/x?q=1#top"],
        ),
        ("HTTPS://Campus.Example", ["HTTPS://Campus.Example"]),
        ("http://intranet and http://10.0.0.7/", ["http://intranet", "http://10.0.0.7/"]),
        ("https://campus.example/Grüße_für_alle", ["https://campus.example/Grüße_für_alle"]),
        ("https://campus.example/?to=mail@campus.example", ["https://campus.example/?to=mail@campus.example"]),
        ("https://campus.example#@elsewhere.example", ["https://campus.example#@elsewhere.example"]),
        ("https://a.example/?next=https://b.example", ["https://a.example/?next=https://b.example"]),
        ("https://xn--80ak6aa92e.example/", ["https://xn--80ak6aa92e.example/"]),
    ],
)
def test_web_addresses_are_links(text: str, found: list[str]) -> None:
    assert links(text) == found


_AROUND = (
    "%s. | %s, or | is it %s?! | (%s) | (see %s). | [%s] | {%s} | <%s> | \"%s\" | '%s' | “%s” | «%s» | „%s“ | *%s*"
)
_UNUSUAL = "%s … | %s… | %s。 | %s))) | %s\u200b | %s\u200b and | \t%s\u00a0on"


@pytest.mark.parametrize("around", f"{_AROUND} | {_UNUSUAL}".split(" | "))
def test_what_stands_around_an_address_is_no_part_of_it(around: str) -> None:
    for address in ("https://campus.example", "https://campus.example/a/", "https://campus.example/lamp_(light)"):
        assert links(around.replace("%s", address)) == [address]


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "javascript:alert('//https://x')",
        "javascript:https://campus.example",
        "file:///etc/passwd",
        "data:text/html,<h1>hello</h1>",
        "data:text/html,https://campus.example",
        "ftp://campus.example mailto:a@campus.example www.campus.example campus.example/x",
        "view-source:https://campus.example",
        "ahttps://campus.example",
        "https:campus.example https:/campus.example https:// https://. https://-x",
        "https://a..example https://[::1]/ https://a.example:port https://a%2eexample",
    ],
)
def test_nothing_else_is_a_link(text: str) -> None:
    assert links(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "https://campus.example@elsewhere.example",
        "https://me:secret@campus.example/",
        "https://campus.example\\@elsewhere.example",
        "https://campus.example/\\elsewhere.example",
        # The first letter is Cyrillic; a fraction stroke is no slash.
        "https://\u0430pple.example",
        "https://campus.example\u2044.elsewhere.example",
        "https://cam\u200bpus.example",
        "https://campus.example/a\u00adb",
        "https://campus.example/a\x07b",
        "https://campus.example/\u05d0\u05d1/elsewhere.example",
        "https://campus.example/a" + "\u0301" * 40,
        "\u202ehttps://elsewhere.example/elpmaxe.supmac//:sptth",
        "\u2066read\nhttps://campus.example",
    ],
)
def test_an_address_that_could_be_taken_for_another_is_no_link(text: str) -> None:
    assert links(text) == []


_PARTS = ["https://", "http://", "a.example", "/", "(", ")", ".", "@", " ", "\u200b", "\n", "ü", "🔧"]


@given(st.lists(st.sampled_from(_PARTS)))
@example(["https://", "a.example", ".", ")", " ", "http://"])
def test_a_link_is_found_again_by_itself_and_leads_where_it_says(parts: list[str]) -> None:
    text = "".join(parts)
    end = 0
    for span in find_links(text):
        assert end <= span.start < span.end
        end, address = span.end, text[span.start : span.end]
        assert links(address) == [address]
        url = QUrl(address, QUrl.ParsingMode.StrictMode)
        assert url.isValid()
        assert (url.scheme(), url.userInfo()) in {("http", ""), ("https", "")}
        assert address.startswith(f"{url.scheme()}://{url.host()}")


@given(st.text())
def test_no_text_has_a_link_that_cannot_be_seen_whole(text: str) -> None:
    for address in links(f"http://a.example/{text}"):
        assert not {unicodedata.category(character)[0] for character in address} & {"C", "Z"}


@pytest.mark.parametrize("text", ["https://a.example/" + end * 10_000 for end in ").(aü-"])
def test_a_long_text_has_one_link_at_most(text: str) -> None:
    assert len(find_links(text)) == 1
    assert find_links(f"{text}\u200b@") == []


def test_many_links_are_all_found() -> None:
    assert len(find_links("https://a.example\n" * 500)) == 500


def test_spans_are_counted_as_qt_counts() -> None:
    text = "🔧 https://a.example 🔧"
    assert find_links(text) == [Span(2, 19)]
    assert in_utf16(text, find_links(text)) == [Span(3, 20)]
    assert in_utf16("a ü", [Span(1, 3)]) == [Span(1, 3)]
