"""What a person may write for a server's address."""

import pytest

from campusdesk.address import AddressInvalid
from client.addresses import beside, server_address
from client.state import Analysis


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("desk.example", "desk.example:47600"),
        ("  desk.example:5 ", "desk.example:5"),
        ("10.0.0.7", "10.0.0.7:47600"),
        ("[::1]", "[::1]:47600"),
        ("[::1]:80", "[::1]:80"),
        ("über.example:0080", "über.example:80"),
        ("a.example, b.example:5 ,[::1]", "a.example:47600,b.example:5,[::1]:47600"),
    ],
)
def test_addresses(typed: str, address: str) -> None:
    assert server_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        ":",
        ":80",
        "desk:",
        "desk:0",
        "desk:65536",
        "desk:８０",
        "desk:x",
        "::1",
        "[::1",
        "[]",
        "a b",
        "http://desk",
        "a\x00b",
        "a,",
        "a,,b",
        "a,a:47600",
        "a,b:0",
    ],
)
def test_no_addresses(typed: str) -> None:
    with pytest.raises(AddressInvalid):
        server_address(typed)


def test_analytics_servers_stand_beside_each_of_several() -> None:
    addresses = beside("a:47600,a:9000,[::1]:47600")
    assert addresses.backlog == "a:47601,[::1]:47601"
    assert addresses.category_load == "a:47603,[::1]:47603"


def test_analytics_servers_stand_beside_the_ticket_server() -> None:
    addresses = beside("[::1]:9000")
    assert addresses.tickets == "[::1]:9000"
    assert (addresses.backlog, addresses.resolution_time) == ("[::1]:47601", "[::1]:47602")
    assert [addresses.of(analysis) for analysis in Analysis] == [f"[::1]:{each.default_port}" for each in Analysis]
