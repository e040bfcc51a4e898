"""Addresses as people write them."""

import pytest

from campusdesk.address import Address, parse_address


@pytest.mark.parametrize(
    ("text", "default", "expected"),
    [
        ("127.0.0.1:47600", None, Address("127.0.0.1", 47600)),
        (" desk.example:1 ", None, Address("desk.example", 1)),
        ("desk.example", 47600, Address("desk.example", 47600)),
        ("desk.example:9", 47600, Address("desk.example", 9)),
        ("[::1]:47600", None, Address("::1", 47600)),
        ("[::1]", 47600, Address("::1", 47600)),
        ("127.0.0.1:0", None, Address("127.0.0.1", 0)),
    ],
)
def test_an_address_is_read(text: str, default: int | None, expected: Address) -> None:
    assert parse_address(text, default) == expected


@pytest.mark.parametrize(
    "text", ["", ":", "host", "host:", ":47600", "host:65536", "host:-1", "host:１", "host:4x", "::1:47600", "a b:1"]
)
def test_what_is_no_address_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match=r"address|port"):
        parse_address(text)


def test_an_ipv6_address_is_written_in_brackets() -> None:
    assert str(Address("::1", 47600)) == "[::1]:47600"
