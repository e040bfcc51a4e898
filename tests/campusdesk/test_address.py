"""Addresses as people write them."""

import socket

import pytest

from campusdesk.address import Address, is_loopback, parse_address


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


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.10", "::1", "0:0::1", "localhost", "LocalHost"])
def test_this_machine_alone_is_loopback(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host",
    [
        *("0.0.0.0", "::", "10.0.0.1", "192.168.1.1", "fe80::1", "::ffff:10.0.0.1", "128.0.0.1"),  # noqa: S104  only read
        *(
            "127.1",
            "0x7f000001",
            "2130706433",
            "127.0.0.1.example",
            "localhost.example",
            "localhost.",
            "127.0.0.1%x",
            "",
        ),
    ],
)
def test_every_other_address_and_name_is_not(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(("found", "expected"), [(["127.0.0.1", "::1"], True), (["127.0.0.1", "192.0.2.1"], False)])
def test_localhost_is_loopback_where_it_means_nothing_else(
    found: list[str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def resolve(*_: object) -> list[tuple[object, ...]]:
        return [(0, 0, 0, "", (address, 0)) for address in found]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert is_loopback("localhost") is expected


def test_a_name_that_nothing_knows_is_not_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    assert not is_loopback("localhost")
